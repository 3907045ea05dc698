import { isOverdue } from '@enrolment/rulebook/identity-check.js';
import type { PhaseKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { WayFacts } from '@enrolment/rulebook/way.js';
import { calendarOf } from '../calendar/windows.js';
import { returnedOf, type Loaders } from '../record/returned.js';
import type { KnownRecord } from '../record/visibility.js';

/** What the way of a record depends on, as far as its reader may know; with loaders, so that fifty cost what one does. */
export async function gatherWay(
  record: KnownRecord,
  sources: Loaders & { readonly now: Date },
): Promise<WayFacts> {
  const { districts, now, records } = sources;
  const { row } = record;
  const [phases, district, events, check, returned, rejection] = await Promise.all([
    districts.schedule.load(calendarOf(row)),
    districts.byCode.load(row.district),
    records.events.load(row.id),
    records.identityCheck.load(row.id),
    returnedOf(record, sources),
    records.rejection.load(row.id),
  ]);
  const reachedAt: Partial<Record<Stage, Date>> = {};
  let before: Stage | null = null;
  for (const { toStage: stage, at } of record.events(events)) {
    // An event without a change of stage does not begin the stage again.
    if (stage !== before) reachedAt[stage] = new Date(at);
    before = stage;
  }
  return {
    stage: record.stage,
    phases: Object.fromEntries(phases.map((phase) => [phase.kind, phase])) as Record<
      PhaseKind,
      (typeof phases)[number]
    >,
    reachedAt,
    identity: {
      status: check?.status ?? 'PENDING',
      overdue: check !== null && isOverdue({ status: check.status, requestedAt: check.requestedAt }, now),
    },
    returned,
    appealDueAt: rejection && rejection.appealedAt === null ? rejection.appealDueAt : null,
    resultPublished: row.publishedAt != null,
    hotline: district?.hotline[0] ?? '',
  };
}
