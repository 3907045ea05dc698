import { FAMILY_TEXTS, withSentence, type FamilyText } from '@enrolment/rulebook/family-messages.js';
import type { StageAction } from '@enrolment/rulebook/stages.js';
import type { EventActor, EventKind, GuardianRole, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { atCommit } from '../database/at-commit.js';
import { anyOf, tables } from '../database/tables.js';
import { Message, type NewMessage } from '../message/message.entity.js';
import { NO_SENTENCES, sentencesOf, type Sentences } from '../message/sentences.js';
import type { AuditAction } from '../platform/audit/actions.js';
import {
  AuditEntry,
  type AuditDetail,
  type AuditRole,
  type NewAuditEntry,
} from '../platform/audit/audit.entity.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { guardianActor, officeOf } from './access.js';
import { peopleOf, type People } from './people.js';
import type { CollectionRecord, RecordEvent } from './record.entity.js';

/** Who acts: as the history says it, and as the audit trail says it. */
export interface By {
  readonly actor: EventActor;
  /** Staff by the provider's subject; guardians and the system only by what they are. */
  readonly subject: string;
  readonly role: AuditRole;
  /** The job in which it is done to many. */
  readonly job?: string | undefined;
}

export const bySystem: By = { actor: 'SYSTEM', subject: 'SYSTEM', role: 'SYSTEM' };

/** The guardian who handles the record, or the officer who does it for her at the desk. */
export function byGuardian(record: Pick<CollectionRecord, 'viewerRelation' | 'assistant'>): By {
  if (record.assistant) return { actor: 'DISTRICT', ...record.assistant };
  const actor = guardianActor(record);
  return { actor, subject: actor, role: 'GUARDIAN' };
}

/** An officer of the record's district, in the office in which she decides on it. */
export const byOffice = (viewer: Viewer, record: Pick<CollectionRecord, 'district'>): By => ({
  actor: 'DISTRICT',
  subject: viewer.subject,
  role: officeOf(viewer, record),
  job: viewer.job,
});

/** Whoever decides a review item that the district has given away, in the office to which it was given. */
export const byReviewer = (viewer: Viewer, { role }: RoleGrant): By => ({
  actor: role === 'SUBDISTRICT_OFFICER' ? 'SUBDISTRICT' : 'DEPARTMENT',
  subject: viewer.subject,
  role,
  job: viewer.job,
});

export const bySchool = (viewer: Viewer): By => ({
  actor: 'SCHOOL',
  subject: viewer.subject,
  role: 'SCHOOL_REGISTRAR',
  job: viewer.job,
});

interface Audited {
  readonly action: AuditAction;
  /** What of the record: a review item, a school. */
  readonly subject?: string;
  readonly detail?: AuditDetail;
}

export interface Act {
  readonly by: By;
  readonly at: Date;
  /** A step of the stage machine, with its own event. */
  readonly step?: StageAction;
  /** What stands in the history when no stage is changed. */
  readonly event?: EventKind;
  /** A word of the vocabulary beside the event: it outlives a withdrawal, so nothing about anybody. */
  readonly note?: string;
  readonly audit?: Audited;
  /** What the family is told. */
  readonly tell?: Telling | readonly Telling[];
}

export interface Telling {
  /** The key of the message, which is sent only once. */
  readonly event: string;
  /** A message by its name, to which the district may add a sentence; or a text that nothing is added to. */
  readonly text: keyof typeof FAMILY_TEXTS | FamilyText;
  /** When it is sent, if not now. */
  readonly at?: Date;
  /** Another phone than that of the registration. */
  readonly to?: { readonly phone: string; readonly guardian: GuardianRole };
  /** It belongs to no record, because it goes out when the record is gone. */
  readonly outlives?: true;
}

/** The person who is told, and the child. */
interface Told {
  readonly first: Pick<People['first'], 'phone'>;
  readonly maskedChild: string;
}

/** What the audit trail says of an act on a record. */
export const entryOf = (
  record: Pick<CollectionRecord, 'number' | 'district' | 'season'>,
  by: By,
  at: Date,
  audit: Audited,
): NewAuditEntry => ({
  at,
  actor: by.subject,
  actorRole: by.role,
  action: audit.action,
  recordNumber: record.number,
  district: record.district,
  season: record.season,
  subject: audit.subject ?? null,
  detail: by.job === undefined ? (audit.detail ?? null) : { ...audit.detail, job: by.job },
});

/** What an act leaves behind, not written yet. */
export interface Traces {
  readonly event: RecordEvent | null;
  readonly messages: readonly Message[];
  readonly entry: NewAuditEntry | null;
}

const tellingsOf = ({ tell }: Act): readonly Telling[] => (tell === undefined ? [] : [tell].flat());

/** Whether a district may add a sentence to what an act tells. */
const takesSentence = ({ text }: Telling): boolean => typeof text === 'string';

/**
 * Takes the step or notes the event, and says what is to be written of it; `told` and `sentences` are for those acts that tell
 * something.
 */
export function tracesOf(
  keys: KeyRing,
  record: CollectionRecord,
  act: Act,
  told: Told | null,
  sentences: Sentences = NO_SENTENCES,
): Traces {
  const { by, at, step, event, note, audit } = act;
  const of = { actor: by.actor, at, ...(note === undefined ? {} : { note }) };
  return {
    messages: tellingsOf(act).map((telling) =>
      messageOf(keys, record, telling, { told: told!, sentences }, at),
    ),
    entry: audit ? entryOf(record, by, at, audit) : null,
    event: step ? record.take(step, of) : event === undefined ? null : record.note(event, of),
  };
}

/** In the language of the record. */
function messageOf(
  keys: KeyRing,
  record: CollectionRecord,
  { event, text, at, to, outlives }: Telling,
  { told: { first, maskedChild }, sentences }: { readonly told: Told; readonly sentences: Sentences },
  now: Date,
): Message {
  const language = record.language ?? 'zh-CN';
  const say = typeof text === 'string' ? FAMILY_TEXTS[text] : text;
  const sentence = typeof text === 'string' ? sentences(text, language) : null;
  const { phone, guardian } = to ?? { phone: first.phone, guardian: 'FIRST' };
  const message: NewMessage = {
    event,
    phone,
    recipient: guardian,
    text: withSentence(language, say(language, record.number, maskedChild), sentence),
    language,
    recordId: outlives ? null : record.id,
    expiresAt: null,
  };
  return Message.sms(keys, message, now, at);
}

/** The traces as rows, the audit entry last. */
export const rowsOf = ({ event, messages, entry }: Traces): object[] => [
  ...(event ? [event] : []),
  ...messages,
  ...(entry ? [new AuditEntry(entry)] : []),
];

/**
 * What an act leaves behind: its step or event, its entry in the audit trail, and a message in the language of the
 * record. All of it is written by the last statement of the transaction, the audit entry last of all.
 */
export class Chronicle {
  constructor(private readonly keys: KeyRing) {}

  /** For a record that the transaction holds; `people` spares the statement that reads them. */
  async write(tx: EntityManager, record: CollectionRecord, act: Act, people?: Told): Promise<void> {
    const tellings = tellingsOf(act);
    const tells = tellings.length > 0;
    const told = tells ? (people ?? (await peopleOf(tx, record.id, record.keyFrom(this.keys)))) : null;
    const sentences = tellings.some(takesSentence) ? await sentencesOf(tx, record) : NO_SENTENCES;
    atCommit(tx, ...rowsOf(tracesOf(this.keys, record, act, told, sentences)));
  }
}

/**
 * One event in the history of many records that the transaction holds, as `CollectionRecord.note` notes it of one: by a
 * statement, because a publication is about more records than a statement takes parameters. `to` is where they go, for
 * what takes them out of the stages.
 */
export async function noteAll(
  tx: EntityManager,
  records: readonly string[],
  { event, at, actor, to }: { event: EventKind; at: Date; actor: EventActor; to?: Stage },
): Promise<void> {
  await tables(tx)
    .with('noted', (cte) =>
      cte
        .updateTable('collection_record')
        .set(({ eb: of }) => ({ revision: of('revision', '+', 1), updatedAt: at }))
        .where('id', '=', anyOf(records))
        .returning(['id', 'stage']),
    )
    .insertInto('record_event')
    .columns(['record', 'kind', 'at', 'actor', 'fromStage', 'toStage'])
    .expression((eb) =>
      eb
        .selectFrom('noted as n')
        .select([
          'n.id as record',
          sql<EventKind>`${event}::text`.as('kind'),
          sql<Date>`${at}::timestamptz`.as('at'),
          sql<EventActor>`${actor}::text`.as('actor'),
          'n.stage as fromStage',
        ])
        .select(({ ref }) => sql<Stage>`coalesce(${to ?? null}::text, ${ref('n.stage')})`.as('toStage')),
    )
    .execute();
}
