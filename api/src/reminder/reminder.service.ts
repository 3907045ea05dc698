import { businessDay } from '@enrolment/rulebook/calendar.js';
import { reminderText, withSentence } from '@enrolment/rulebook/family-messages.js';
import { isReminderDue, remindedEnds, type RemindedEnd } from '@enrolment/rulebook/reminders.js';
import type { GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { startOfDay } from '@enrolment/rulebook/wall-clock.js';
import { turnOf, type Turn } from '@enrolment/rulebook/way.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReferenceData } from '../database/reference-data.js';
import { districtLoaders } from '../district/district.loaders.js';
import { Message } from '../message/message.entity.js';
import type { MessageService, NewMessage } from '../message/message.service.js';
import { PRIORITY } from '../message/outbox.js';
import { sentencesOf } from '../message/sentences.js';
import type { KeyRing } from '../platform/keys.js';
import { peopleOfAll } from '../record/people.js';
import { recordLoaders } from '../record/record.loaders.js';
import { findLive, type RecordFacts } from '../record/record.statements.js';
import { KnownRecord } from '../record/visibility.js';
import { gatherWay } from '../way/way.facts.js';
import { endingTurns, pageOfReturned, pageOfTurns, type Place, type Turns } from './reminder.statements.js';

/** The records that are read and written at a time, so that neither memory nor a statement grows with the city. */
const PORTION = 200;
/** The most reminders that a run writes. The next run, a minute later, continues where this one stopped. */
const MOST_IN_A_RUN = 5_000;

/** The day whose reminder a job sends, and the guardian who gets it. */
export interface ReminderJob {
  readonly id: string;
  readonly day: string;
  readonly role: GuardianRole;
}

const eventOf = (recordId: string, day: string, role: GuardianRole) => `reminder:${recordId}:${day}:${role}`;

interface Due {
  readonly row: RecordFacts;
  readonly turn: Turn;
}

/** Reminders of what is the family's turn: never at night, never twice, and only while it still is. */
export class ReminderService {
  constructor(
    private readonly keys: KeyRing,
    private readonly messages: MessageService,
  ) {}

  /** The queue's clock runs this. It writes the reminders that are due today and returns their number. */
  async write(em: EntityManager, reference: ReferenceData, now: Date): Promise<number> {
    const ends = remindedEnds(now);
    if (ends.length === 0) return 0;
    const day = businessDay(now);
    const turns = endingTurns([...(await reference.calendars()).values()].flat(), ends);
    let written = 0;
    for await (const ids of this.pages(em, turns, ends, startOfDay(day))) {
      written += await this.writePortion(em.fork(), reference, ids, day, now);
      if (written >= MOST_IN_A_RUN) break;
    }
    return written;
  }

  /** Finds families whose turn may end soon and who were not reminded today. The rulebook then decides. */
  private async *pages(
    em: EntityManager,
    turns: readonly Turns[],
    ends: readonly RemindedEnd[],
    today: Date,
  ): AsyncGenerator<readonly string[]> {
    for (let after: Place | null = null; ;) {
      const page: Place[] = await pageOfTurns(em, turns, { after, today, most: PORTION });
      if (page.length > 0) yield page.map(({ record }) => record);
      if (page.length < PORTION) break;
      after = page.at(-1)!;
    }
    const returned = ends.filter(({ stage }) => stage === 'RETURNED');
    for (let from: string | null = null; returned.length > 0;) {
      const page: string[] = await pageOfReturned(em, returned, { from, today, most: PORTION });
      if (page.length > 0) yield page;
      if (page.length < PORTION) break;
      from = page.at(-1)!;
    }
  }

  /**
   * The queue's task: sends it if it still holds at this moment. One that nobody needs any more, since the record was
   * submitted or the night has come, goes without a trace; if a gateway may have taken it, it stays as not delivered.
   */
  async send(
    em: EntityManager,
    reference: ReferenceData,
    { id, day, role }: ReminderJob,
    now: Date,
    last = false,
  ): Promise<void> {
    const message = await em.findOne(Message, { id });
    if (!message?.record) return;
    const due = day === businessDay(now) ? await this.findDue(em, reference, [message.record.id], now) : [];
    const texts = await this.compose(em, due, day);
    if (texts.some((text) => text.job.role === role)) return this.messages.send(em, id, now, last);
    await em.nativeDelete(Message, { id, delivered: null });
    await em.nativeUpdate(Message, { id, sentAt: null, failedAt: null }, { failedAt: now });
  }

  private async writePortion(
    em: EntityManager,
    reference: ReferenceData,
    ids: readonly string[],
    day: string,
    now: Date,
  ): Promise<number> {
    const texts = await this.compose(em, await this.findDue(em, reference, ids, now), day);
    return this.messages.queueAll(em, texts, { task: 'send_reminder', priority: PRIORITY.toMany }, now);
  }

  /** The records whose families are reminded now, by the same facts as their pages. */
  private async findDue(
    em: EntityManager,
    reference: ReferenceData,
    ids: readonly string[],
    now: Date,
  ): Promise<Due[]> {
    const rows = await findLive(em, { records: ids });
    const sources = { districts: districtLoaders(reference), records: recordLoaders(em), now };
    const known = await Promise.all(
      rows.map(async (row) => {
        const way = await gatherWay(new KnownRecord(row, 'FAMILY', now), sources);
        return { row, stage: way.stage, turn: turnOf(way, now) };
      }),
    );
    return known.filter(({ stage, turn }) => isReminderDue(stage, turn, now));
  }

  /** Writes to the phone of the registration, and to the other guardian while he is authorised, since he may act as well. */
  private async compose(
    em: EntityManager,
    due: readonly Due[],
    day: string,
  ): Promise<(NewMessage & { job: Omit<ReminderJob, 'id'> })[]> {
    const people = await peopleOfAll(
      em,
      due.map(({ row }) => ({ id: row.id, key: this.keys.keyOf(row) })),
    );
    const { authorization } = recordLoaders(em);
    // What districts add is read anew for every portion.
    const reading = em.fork();
    const texts = await Promise.all(
      due.map(async ({ row, turn }) => {
        const known = people.get(row.id);
        const grant = await authorization.load(row.id);
        // It was withdrawn at this very moment.
        if (!known) return [];
        const language = row.language ?? 'zh-CN';
        const what = turn.text[language];
        const sentence = (await sentencesOf(reading, row))('REMINDER', language);
        const text = withSentence(
          language,
          reminderText(language, row.number, known.maskedChild, what),
          sentence,
        );
        return known.guardians.flatMap(({ role, phone }) => {
          if (role === 'SECOND' && (!grant || phone === known.first.phone)) return [];
          const event = eventOf(row.id, day, role);
          return {
            event,
            phone,
            recipient: role,
            text,
            language,
            recordId: row.id,
            expiresAt: null,
            job: { day, role },
          };
        });
      }),
    );
    return texts.flat();
  }
}
