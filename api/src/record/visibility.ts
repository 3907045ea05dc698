import { EVENTS } from '@enrolment/rulebook/events.js';
import { STAGE_PLAN, type HiddenUntil } from '@enrolment/rulebook/stage-plan.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import type { CollectionRecord } from './record.entity.js';
import type { EventRow } from './relations.statements.js';
import type { RecordFacts } from './record.statements.js';

export const reviewShown = (
  { reviewOpensAt: opensAt }: Pick<RecordFacts, 'reviewOpensAt'>,
  now: Date,
): boolean => opensAt == null || opensAt <= now;

/** From when on a verdict about the record may be told. */
export const shownFrom = ({ reviewOpensAt }: Pick<CollectionRecord, 'reviewOpensAt'>, now: Date): Date =>
  reviewOpensAt && reviewOpensAt > now ? reviewOpensAt : now;

/** From when on what stands may be told. What the identity check returned is no verdict, and is shown at once. */
export const standingShownFrom = (
  record: Pick<CollectionRecord, 'stage' | 'identityStatus' | 'reviewOpensAt'>,
  now: Date,
): Date => (returnedByIdentityCheck(record) ? now : shownFrom(record, now));

const returnedByIdentityCheck = ({
  stage,
  identityStatus,
}: Pick<CollectionRecord, 'stage' | 'identityStatus'>): boolean =>
  stage === 'RETURNED' && identityStatus === 'RETURNED';

/**
 * How a reader stands to a record. The district that decides on it knows all; other offices, the city's and schools, do
 * not know the result before it is published (五(二)1), and a family no verdict before the calendar shows it either.
 */
export type Standing = 'DISTRICT' | 'OFFICE' | 'FAMILY';

/** Whether a reader may know what a family has to wait for. */
function isTold(until: HiddenUntil, record: RecordFacts, standing: Standing, now: Date): boolean {
  if (standing === 'DISTRICT') return true;
  if (until === 'RESULT_PUBLISHED') return record.publishedAt != null;
  return standing === 'OFFICE' || reviewShown(record, now);
}

/** The stage as a reader may know it: no verdict before it is told. What the identity check returned is no verdict. */
export function stageFor(record: RecordFacts, standing: Standing, now: Date): Stage {
  const { stage } = record;
  const { hidden } = STAGE_PLAN[stage];
  return hidden === null || returnedByIdentityCheck(record) || isTold(hidden.until, record, standing, now)
    ? stage
    : hidden.as;
}

/** The stage as it is known before the result is published. */
export function stageBeforePublication(stage: Stage): Stage {
  const { hidden } = STAGE_PLAN[stage];
  return hidden?.until === 'RESULT_PUBLISHED' ? hidden.as : stage;
}

export const familyStage = (record: RecordFacts, now: Date): Stage => stageFor(record, 'FAMILY', now);

/** The history as a reader may know it: it ends where the shown stage was last reached. */
function eventsFor(
  record: RecordFacts,
  events: readonly EventRow[],
  standing: Standing,
  now: Date,
): EventRow[] {
  const shown = stageFor(record, standing, now);
  const visible = events.filter(({ kind }) => {
    const { hiddenUntil } = EVENTS[kind];
    return hiddenUntil === null || isTold(hiddenUntil, record, standing, now);
  });
  if (shown === record.stage) return visible;
  const last = visible.findLastIndex(({ toStage: stage }) => stage === shown);
  return visible.slice(0, last + 1);
}

/** A record as one reader may know it. */
export class KnownRecord {
  constructor(
    readonly row: RecordFacts,
    private readonly standing: Standing,
    private readonly now: Date,
  ) {}

  get stage(): Stage {
    return stageFor(this.row, this.standing, this.now);
  }

  /** Whether this reader may know what the review has decided. */
  get reviewShown(): boolean {
    return isTold('REVIEW_OPENS', this.row, this.standing, this.now);
  }

  /** Whether this reader may know what the district has decided after the preregistration. */
  get resultShown(): boolean {
    return isTold('RESULT_PUBLISHED', this.row, this.standing, this.now);
  }

  /** When the stage that this reader knows was reached last. */
  reached(events: readonly EventRow[]): Date | null {
    const known = this.events(events);
    const before = known.findLastIndex(({ toStage }) => toStage !== this.stage);
    return known[before + 1]?.at ?? null;
  }

  events(events: readonly EventRow[]): readonly EventRow[] {
    return eventsFor(this.row, events, this.standing, this.now);
  }
}
