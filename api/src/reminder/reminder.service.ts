import type { EntityManager } from '@mikro-orm/postgresql';
import { districtLoaders } from '../district/district.loaders.js';
import type { MessageService, NewMessage } from '../message/message.service.js';
import { TEXTS } from '../message/texts.js';
import type { KeyRing } from '../platform/keys.js';
import { maskName } from '../platform/masking.js';
import { run } from '../platform/sql.js';
import { recordLoaders } from '../record/record.loaders.js';
import { RECORD_COLUMNS, type RecordRow } from '../record/record.service.js';
import { CollectionRecordView } from '../record/record.type.js';
import { businessDay, startOfDay } from '../rulebook/calendar.js';
import { isReminderDue, remindedEnds } from '../rulebook/reminders.js';
import { turnOf, type Turn } from '../rulebook/way.js';
import { GUARDIAN_ROLES, type GuardianRole } from '../vocabulary.js';
import { gatherWay } from '../way/way.facts.js';

/** So many records are looked at and written at a time, so that neither memory nor a statement grows with the city. */
const PORTION = 200;
/** So many reminders are written in a run: the next run, a minute later, goes on where this one stopped. */
const MOST_IN_A_RUN = 5_000;
/** In the queue behind whatever somebody is waiting for: codes, answers, receipts. */
const PRIORITY = 10;

/** Of which day's reminder to which guardian a job is. */
export interface ReminderJob {
  readonly id: string;
  readonly day: string;
  readonly role: GuardianRole;
}

const eventOf = (recordId: string, day: string, role: GuardianRole) => `reminder:${recordId}:${day}:${role}`;

/**
 * Whose turn may end on a day that is reminded of, and who has not been reminded today. The rulebook then says whether
 * it does. $1 the ends, $2 since when it is today.
 */
const CANDIDATES = `
  with reminded as (
    select * from json_to_recordset($1::json) as e(stage text, "endsWith" text, after timestamptz, until timestamptz)
  ), candidate as (
    select r.id from reminded e
      join phase p on p.kind = e."endsWith" and p.closes_at > e.after and p.closes_at <= e.until
      join collection_record r on r.season = p.season and r.district_code = p.district_code and r.service = p.service
        and r.stage = e.stage
    union
    select i.record_id from reminded e
      join review_item i on i.status = 'RETURNED' and i.due_at > e.after and i.due_at <= e.until
    where e.stage = 'RETURNED'
  )
  select id from candidate
  except
  select record_id from message where event_key like 'reminder:%' and queued_at >= $2
  order by id`;

interface Due {
  readonly record: CollectionRecordView;
  readonly turn: Turn;
}

/** Reminders of what is the family's turn: never at night, never twice, and only while it still is. */
export class ReminderService {
  constructor(
    private readonly keys: KeyRing,
    private readonly messages: MessageService,
  ) {}

  /** The queue's clockwork: writes what is due today and has not been written. How many texts. */
  async write(em: EntityManager, now: Date): Promise<number> {
    const ends = remindedEnds(now);
    if (ends.length === 0) return 0;
    const day = businessDay(now);
    const candidates = await run<{ id: string }>(em, CANDIDATES, [JSON.stringify(ends), startOfDay(day)]);
    let written = 0;
    for (let from = 0; from < candidates.length && written < MOST_IN_A_RUN; from += PORTION) {
      const ids = candidates.slice(from, from + PORTION).map(({ id }) => id);
      written += await this.writePortion(em.fork(), ids, day, now);
    }
    return written;
  }

  /**
   * The queue's task: sends it if it still holds at this moment. One that nobody needs any more, since the record was
   * submitted or the night has come, goes without a trace; if a gateway may have taken it, it stays as not delivered.
   */
  async send(em: EntityManager, { id, day, role }: ReminderJob, now: Date): Promise<void> {
    const [message] = await run<{ record_id: string }>(em, 'select record_id from message where id = $1', [
      id,
    ]);
    if (!message) return;
    const due = day === businessDay(now) ? await this.findDue(em, [message.record_id], now) : [];
    const texts = await this.compose(em, due, day);
    if (texts.some((text) => text.job.role === role)) return this.messages.send(em, id, now);
    await run(em, 'delete from message where id = $1 and delivered is null', [id]);
  }

  private async writePortion(
    em: EntityManager,
    ids: readonly string[],
    day: string,
    now: Date,
  ): Promise<number> {
    const texts = await this.compose(em, await this.findDue(em, ids, now), day);
    return this.messages.queueAll(em, texts, { task: 'send_reminder', priority: PRIORITY }, now);
  }

  /** Those of the records whose families are to be reminded now: by what their pages say, too. */
  private async findDue(em: EntityManager, ids: readonly string[], now: Date): Promise<Due[]> {
    const rows = await run<RecordRow>(
      em,
      `select ${RECORD_COLUMNS}, 'REGISTRANT' as viewer_relation from collection_record r
       where r.id = any($1::uuid[]) and r.withdrawn_at is null order by r.id`,
      [ids],
    );
    const sources = { districts: districtLoaders(em), records: recordLoaders(em), now };
    const known = await Promise.all(
      rows.map(async (row) => {
        const record = new CollectionRecordView(row, this.keys.keyOf(row), { staff: false, now });
        return { record, turn: turnOf(await gatherWay(record, sources), now) };
      }),
    );
    return known.filter(({ record, turn }) => isReminderDue(record.stage, turn, now));
  }

  /** To the phone of the registration, and to the other guardian as long as he is authorised: he may do it as well. */
  private async compose(
    em: EntityManager,
    due: readonly Due[],
    day: string,
  ): Promise<(NewMessage & { job: Omit<ReminderJob, 'id'> })[]> {
    const records = recordLoaders(em);
    const texts = await Promise.all(
      due.map(async ({ record: { row, key }, turn }) => {
        const [child, guardians, grant] = await Promise.all([
          records.child.load(row.id),
          records.guardians.load(row.id),
          records.authorization.load(row.id),
        ]);
        // Withdrawn at this very moment.
        if (!child) return [];
        const language = row.language ?? 'zh-CN';
        const name = maskName(key.open('child.name', child.name_sealed));
        const text = TEXTS.reminder(language, row.number, name, turn.text[language]);
        const phones = new Map(
          guardians.map(({ role, phone_sealed: sealed }) => [
            role,
            key.open(`guardian.${role}.phone`, sealed),
          ]),
        );
        const first = phones.get('FIRST');
        return GUARDIAN_ROLES.flatMap((role) => {
          const phone = phones.get(role);
          if (!phone || (role === 'SECOND' && (!grant || phone === first))) return [];
          const event = eventOf(row.id, day, role);
          return { event, phone, text, recordId: row.id, expiresAt: null, job: { day, role } };
        });
      }),
    );
    return texts.flat();
  }
}
