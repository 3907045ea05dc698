import { wrap, type EntityClass, type RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AnswerTemplate } from '../conversation/answer-template.entity.js';
import { DetailRequirement } from '../details/details.entity.js';
import { DistrictQuestion } from '../district/district.entity.js';
import { RetentionPeriod } from '../retention/retention.entity.js';
import { ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import type { Season } from './season.entity.js';

/** What is reviewed and asked in a season. */
export const FORM: readonly EntityClass<object>[] = [
  ReviewRequirement,
  ReviewPaper,
  DetailRequirement,
  DistrictQuestion,
];

/** What a season begins with as the year before had it. Calendars and policies are each year's own. */
const CARRIED: readonly EntityClass<object>[] = [...FORM, RetentionPeriod, AnswerTemplate];

/** A season that is new begins with what is reviewed and asked in the one before, in rows of its own. */
export async function carryOver(tx: EntityManager, seasons: readonly Season[], year: number): Promise<void> {
  const before = Math.max(...seasons.map((season) => season.year).filter((other) => other < year));
  if (Number.isFinite(before)) await copyRows(tx, CARRIED, before, year);
}

export async function copyRows(
  tx: EntityManager,
  entities: readonly EntityClass<object>[],
  from: number,
  to: number,
): Promise<void> {
  for (const entity of entities) {
    for (const row of await tx.find(entity, { season: from })) {
      if (row instanceof DistrictQuestion && !row.asked) continue;
      const { id: _, ...values } = wrap(row).toPOJO() as { id?: number };
      tx.persist(tx.create(entity, { ...values, season: to } as RequiredEntityData<object>));
    }
  }
}
