import type { StageAction } from '@enrolment/rulebook/stages.js';
import type { EventKind, GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { atCommit } from '../database/at-commit.js';
import { Message, type NewMessage } from '../message/message.entity.js';
import type { FamilyText } from '../message/texts.js';
import type { AuditAction } from '../platform/audit/actions.js';
import {
  AuditEntry,
  type AuditDetail,
  type AuditRole,
  type NewAuditEntry,
} from '../platform/audit/audit.entity.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { guardianActor, officeOf } from './access.js';
import { peopleOf, type People } from './people.js';
import type { CollectionRecord, EventActor } from './record.entity.js';

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

/** The guardian who handles the record. */
export function byGuardian(record: Pick<CollectionRecord, 'viewerRelation'>): By {
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
  readonly text: FamilyText;
  /** When it is sent, if not now. */
  readonly at?: Date;
  /** Another phone than that of the registration. */
  readonly to?: { readonly phone: string; readonly guardian: GuardianRole };
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

/**
 * What an act leaves behind: its step or event, its entry in the audit trail, and a message in the language of the
 * record. All of it is written by the last statement of the transaction, the audit entry last of all.
 */
export class Chronicle {
  constructor(private readonly keys: KeyRing) {}

  /** For a record that the transaction holds; `people` spares the statement that reads them. */
  async write(tx: EntityManager, record: CollectionRecord, act: Act, people?: Told): Promise<void> {
    const { by, at, step, event, note, audit, tell } = act;
    const of = { actor: by.actor, at, ...(note === undefined ? {} : { note }) };
    const told = await this.messages(tx, record, tell === undefined ? [] : [tell].flat(), at, people);
    const entry = audit && new AuditEntry(entryOf(record, by, at, audit));
    const happened = step ? record.take(step, of) : event === undefined ? undefined : record.note(event, of);
    atCommit(tx, ...[happened, ...told, entry].filter((one) => one !== undefined));
  }

  private async messages(
    tx: EntityManager,
    record: CollectionRecord,
    tellings: readonly Telling[],
    now: Date,
    known?: Told,
  ): Promise<Message[]> {
    if (tellings.length === 0) return [];
    const language = record.language ?? 'zh-CN';
    const { first, maskedChild } = known ?? (await peopleOf(tx, record.id, record.keyFrom(this.keys)));
    return tellings.map(({ event, text, at, to = { phone: first.phone, guardian: 'FIRST' } }) => {
      const message: NewMessage = {
        event,
        phone: to.phone,
        recipient: to.guardian,
        text: text(language, record.number, maskedChild),
        language,
        recordId: record.id,
        expiresAt: null,
      };
      return Message.sms(this.keys, message, now, at);
    });
  }
}
