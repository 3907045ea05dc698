import type { CommonBlock } from '../rulebook/details/check.js';
import { DETAIL_BLOCKS, type Need, type TreatedAsLocalGround } from '../vocabulary.js';

export const COMMON_BLOCKS = DETAIL_BLOCKS.filter((block): block is CommonBlock => block !== 'QUESTIONS');

/** A row of detail_requirement, as far as it is about this district and service. */
export interface Requirement {
  readonly block: string;
  readonly need: Need;
  readonly district?: string | null | undefined;
  readonly ground?: TreatedAsLocalGround | null | undefined;
}

/** The narrowest row wins: district and ground, district, ground, all. Nothing is asked that no row asks for. */
export function narrowestNeeds(
  rows: readonly Requirement[],
  ground: TreatedAsLocalGround | null,
): Record<CommonBlock, Need> {
  const narrowness = (row: Requirement) => (row.district ? 2 : 0) + (row.ground ? 1 : 0);
  const fitting = rows
    .filter((row) => row.ground == null || row.ground === ground)
    .toSorted((a, b) => narrowness(b) - narrowness(a));
  const needOf = (block: CommonBlock) => fitting.find((row) => row.block === block)?.need ?? 'NOT_ASKED';
  return Object.fromEntries(COMMON_BLOCKS.map((block) => [block, needOf(block)])) as Record<
    CommonBlock,
    Need
  >;
}
