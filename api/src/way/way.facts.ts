import type { Context } from '../context.js';
import type { CollectionRecordView } from '../record/record.type.js';
import { isOverdue } from '../rulebook/identity-check.js';
import type { WayFacts } from '../rulebook/way.js';
import type { PhaseKind, Stage } from '../vocabulary.js';

const date = (text: string | null | undefined) => (text == null ? null : new Date(text));

/** What the way of a record depends on, as far as its reader may know; through loaders, the same for one and for fifty. */
export async function gatherWay(record: CollectionRecordView, context: Context): Promise<WayFacts> {
  const { districts, now, records } = context;
  const { row, reviewShown } = record;
  const [phases, district, events, check, items, rejection] = await Promise.all([
    districts.schedule.load(`${row.district_code}/${row.service}`),
    districts.byCode.load(row.district_code),
    records.events.load(row.id),
    records.identityCheck.load(row.id),
    records.reviewItems.load(row.id),
    records.rejection.load(row.id),
  ]);
  const reachedAt: Partial<Record<Stage, Date>> = {};
  for (const event of record.events(events)) reachedAt[event.to_stage] = new Date(event.at);
  const due = items
    .filter(({ status }) => reviewShown && status === 'RETURNED')
    .flatMap(({ due_at: at }) => date(at) ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  const correction = phases.find(({ kind }) => kind === 'CORRECTION')?.closesAt ?? null;
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
    returnedDueAt: due[0] ?? correction,
    appealDueAt: rejection && rejection.appealed_at === null ? date(rejection.appeal_due_at) : null,
    resultPublished: row.published_at !== null,
    hotline: district?.hotline[0] ?? '',
  };
}
