import type { Context } from '../context.js';
import type { CollectionRecordView } from '../record/record.type.js';
import { returnedOf } from '../record/returned.js';
import { isOverdue } from '../rulebook/identity-check.js';
import type { WayFacts } from '../rulebook/way.js';
import type { PhaseKind, Stage } from '../vocabulary.js';

const date = (text: string | null | undefined) => (text == null ? null : new Date(text));

/** What the way of a record depends on, as far as its reader may know; through loaders, the same for one and for fifty. */
export async function gatherWay(
  record: CollectionRecordView,
  context: Pick<Context, 'districts' | 'now' | 'records'>,
): Promise<WayFacts> {
  const { districts, now, records } = context;
  const { row } = record;
  const [phases, district, events, check, returned, rejection] = await Promise.all([
    districts.schedule.load(`${row.district_code}/${row.service}`),
    districts.byCode.load(row.district_code),
    records.events.load(row.id),
    records.identityCheck.load(row.id),
    returnedOf(record, context),
    records.rejection.load(row.id),
  ]);
  const reachedAt: Partial<Record<Stage, Date>> = {};
  let before: Stage | null = null;
  for (const { to_stage: stage, at } of record.events(events)) {
    // What is noted without a change of stage does not begin it anew.
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
      overdue:
        check !== null && isOverdue({ status: check.status, requestedAt: new Date(check.requested_at) }, now),
    },
    returned,
    appealDueAt: rejection && rejection.appealed_at === null ? date(rejection.appeal_due_at) : null,
    resultPublished: row.published_at !== null,
    hotline: district?.hotline[0] ?? '',
  };
}
