import { COMMON_BLOCKS, type CommonBlock } from '@enrolment/rulebook/details/check.js';
import type { Need, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';

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
  const needOf = (block: CommonBlock): Need => {
    // Whoever has no ground has no proof of it, whatever a city asks of all.
    if (block === 'GROUND' && ground === null) return 'NOT_ASKED';
    return fitting.find((row) => row.block === block)?.need ?? 'NOT_ASKED';
  };
  return Object.fromEntries(COMMON_BLOCKS.map((block) => [block, needOf(block)])) as Record<
    CommonBlock,
    Need
  >;
}
