import type { ReviewItemKind, ServiceKind, TreatedAsLocalGround } from './vocabulary.js';

/** A paper that proves a review item; null stands for every one. */
export interface Paper {
  readonly kind: ReviewItemKind;
  readonly service?: ServiceKind | null | undefined;
  readonly district?: string | null | undefined;
  readonly ground?: TreatedAsLocalGround | null | undefined;
}

export interface WhosePapers {
  readonly district: string;
  readonly service: ServiceKind;
  readonly ground: TreatedAsLocalGround | null;
}

/** The papers that prove an item: the district's own for the item if it has any, otherwise the common ones. */
export function papersFor<P extends Paper>(
  papers: readonly P[],
  item: ReviewItemKind,
  { district, service, ground }: WhosePapers,
): P[] {
  const fitting = papers.filter(
    (paper) =>
      paper.kind === item &&
      (paper.service ?? service) === service &&
      (paper.ground ?? ground) === ground &&
      (paper.district ?? district) === district,
  );
  const own = fitting.filter((paper) => paper.district === district);
  return own.length > 0 ? own : fitting;
}
