import type { EntityManager } from '@mikro-orm/postgresql';
import { readCalendar } from '../calendar/windows.js';
import type { Actor } from '../context.js';
import type { MessageService } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { administers, decidesOn, officeOf, registersAt } from '../record/access.js';
import { takeStep } from '../record/move-stage.js';
import { RECORD_COLUMNS, type RecordRow } from '../record/record.service.js';
import { Refused } from '../refusal.type.js';
import { refuse } from '../rulebook/refusal.js';
import { checkAdmission, checkPreregistration } from '../rulebook/review.js';
import { checkWindow } from '../rulebook/window.js';
import type { AdmissionOutcome, ServiceKind } from '../vocabulary.js';
import { runBatch, type BatchOutcome } from '../review/batch.js';

/** A publication's texts are written in portions, so that none holds a transaction for long. */
const PORTION = 200;

/** 学校预登记, 区教委审核 and 公布: the end of the way. */
export class AdmissionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly messages: MessageService,
  ) {}

  /** By a registrar of the school, who has the form in hand. */
  async preregister(
    em: EntityManager,
    actor: Actor,
    numbers: readonly string[],
    { school, dryRun }: { school: string; dryRun: boolean },
  ): Promise<BatchOutcome> {
    const { now, viewer } = actor;
    if (!registersAt(viewer, school)) throw forbidden();
    const [found] = await run<{ district_code: string }>(
      em,
      'select district_code from school where code = $1',
      [school],
    );
    if (!found) throw forbidden();
    // A school has a say in the children of its own district; of others it does not learn that they exist.
    const maySay = (_actor: Actor, record: RecordRow) => record.district_code === found.district_code;
    return runBatch(em, actor, { numbers, dryRun, maySay }, async (tx, record) => {
      const { hotline, windows } = await readCalendar(tx, record);
      const window = windows.SCHOOL_PREREGISTRATION ?? null;
      const refusals = checkPreregistration(
        { stage: record.stage, sameDistrict: true, window },
        hotline,
        now,
      );
      if (refusals.length > 0) return refusals;
      await run(
        tx,
        `insert into admission (record_id, school_code, preregistered_at, preregistered_by, outcome) values ($1, $2, $3, $4, 'PENDING')`,
        [record.id, school, now, viewer.subject],
      );
      await takeStep(tx, record, 'PREREGISTER', { actor: 'SCHOOL', at: now });
      await this.messages.tell(
        tx,
        record,
        { event: `preregistered:${record.id}`, text: TEXTS.preregistered },
        now,
      );
      await audit(tx, {
        ...{ at: now, actor: viewer.subject, actorRole: 'SCHOOL_REGISTRAR' },
        ...{ action: 'PREREGISTERED', recordNumber: record.number, detail: school },
      });
      return [];
    });
  }

  /** The district's decision about a preregistered child; nobody else learns of it before it is published. */
  async decide(
    em: EntityManager,
    actor: Actor,
    numbers: readonly string[],
    { outcome, note, dryRun }: { outcome: AdmissionOutcome; note: string | null; dryRun: boolean },
  ): Promise<BatchOutcome> {
    const { now, viewer } = actor;
    const maySay = (_actor: Actor, record: RecordRow) => decidesOn(viewer, record);
    return runBatch(em, actor, { numbers, dryRun, maySay }, async (tx, record) => {
      const refusals = checkAdmission(
        { outcome, note },
        { stage: record.stage, published: record.published_at !== null },
      );
      if (refusals.length > 0) return refusals;
      const key = this.keys.keyOf(record);
      const decided = outcome !== 'PENDING';
      // A publication that came in between holds: what is published is not changed any more.
      const changed = await run(
        tx,
        `update admission set outcome = $2, note_sealed = $3, approved_at = $4, approved_by = $5
         where record_id = $1 and published_at is null returning record_id`,
        [
          ...[record.id, outcome, note?.trim() ? key.seal('admission.note', note.trim()) : null],
          ...[decided ? now : null, decided ? viewer.subject : null],
        ],
      );
      if (changed.length === 0) return [refuse('resultPublished')];
      if (outcome === 'ADMITTED' && record.stage === 'PREREGISTERED') {
        await takeStep(tx, record, 'ADMIT', { actor: 'DISTRICT', at: now });
      } else if (outcome !== 'ADMITTED' && record.stage === 'ADMITTED') {
        await takeStep(tx, record, 'TAKE_BACK_ADMISSION', { actor: 'DISTRICT', at: now });
      }
      await audit(tx, {
        ...{ at: now, actor: viewer.subject, actorRole: officeOf(viewer, record) },
        ...{ action: `ADMISSION_${outcome}`, recordNumber: record.number },
      });
      return [];
    });
  }

  /** 公布入学结果 of one service of a district: every decided result is seen by everybody from the same instant on. */
  async publish(
    em: EntityManager,
    actor: Actor,
    { district, service }: { district: string; service: ServiceKind },
  ): Promise<{ count: number; at: Date } | Refused> {
    const { now, viewer } = actor;
    if (!administers(viewer, district)) throw forbidden();
    return em.transactional(async (tx) => {
      const [present] = await run<{ year: number }>(tx, 'select max(year) as year from season', []);
      const place = { season: present!.year, district_code: district, service };
      const { hotline, windows } = await readCalendar(tx, place);
      const refusals = checkWindow(windows.RESULT ?? null, now, hotline, null);
      if (refusals.length > 0) return new Refused(refusals);
      const published = await run(
        tx,
        `with published as (
           update admission a set published_at = $1 from collection_record r
           where r.id = a.record_id and r.season = $2 and r.district_code = $3 and r.service = $4 and r.withdrawn_at is null
             and a.approved_at is not null and a.outcome <> 'PENDING' and a.published_at is null
           returning r.id, r.stage
         )
         insert into record_event (record_id, kind, at, actor, from_stage, to_stage)
         select id, 'RESULT_PUBLISHED', $1, 'DISTRICT', stage, stage from published returning record_id`,
        [now, present!.year, district, service],
      );
      await audit(tx, {
        ...{ at: now, actor: viewer.subject, actorRole: 'DISTRICT_ADMIN', action: 'RESULTS_PUBLISHED' },
        ...{ recordNumber: null, detail: `${district} ${service} ${published.length}` },
      });
      if (published.length > 0) {
        const payload = { district, service, publishedAt: now.toISOString() };
        await run(tx, `select outbox.enqueue('announce_results', $1::json, $2)`, [
          JSON.stringify(payload),
          `results:${district}:${service}:${now.getTime()}`,
        ]);
      }
      return { count: published.length, at: now };
    });
  }

  /** The queue's task after a publication: one text a family; a text that is there already is not written again. */
  async announce(
    em: EntityManager,
    { district, service, publishedAt }: { district: string; service: string; publishedAt: string },
    now: Date,
  ): Promise<void> {
    for (;;) {
      const records = await run<RecordRow>(
        em,
        `select ${RECORD_COLUMNS} from collection_record r join admission a on a.record_id = r.id
         where r.district_code = $1 and r.service = $2 and a.published_at = $3 and r.withdrawn_at is null
           and not exists (select from message m where m.event_key = 'result:' || r.id) limit $4`,
        [district, service, publishedAt, PORTION],
      );
      if (records.length === 0) return;
      await em.fork().transactional(async (tx) => {
        for (const record of records) {
          await this.messages.tell(
            tx,
            record,
            { event: `result:${record.id}`, text: TEXTS.resultPublished },
            now,
          );
        }
      });
    }
  }
}
