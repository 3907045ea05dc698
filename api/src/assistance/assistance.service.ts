import { officeFor } from '@enrolment/rulebook/access.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkPaperReference } from '@enrolment/rulebook/signed-paper.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { forbidden } from '../platform/errors.js';
import type { Viewer } from '../platform/identity.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { documentIndex } from '../record/blind-indexes.js';
import { byGuardian, entryOf } from '../record/chronicle.js';
import { hold, holdWithin } from '../record/hold.js';
import { openChild } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { rolesHeld } from '../staff-grant/held-roles.js';
import { atCommit } from '../database/at-commit.js';
import { AuditEntry } from '../platform/audit/audit.entity.js';
import { Assistance, deskOf } from './assistance.entity.js';
import { findOpen, findToTakeOver } from './assistance.statements.js';

/** A record that waits for its family's own account. */
export interface ToTakeOver {
  readonly number: string;
  readonly district: string;
  readonly maskedChild: string;
  readonly officerName: string;
  readonly at: Date;
}

/** 窗口代办: what a family without a phone for codes does at the desk, with an officer, and how it comes into its own account. */
export class AssistanceService {
  constructor(private readonly keys: KeyRing) {}

  /**
   * Whoever asks with a record of the desk in hand asks as its family, and as nobody else: she has none of her offices meanwhile,
   * and whatever is done stands in history and trail as done by the office.
   */
  async standIn(em: EntityManager, viewer: Viewer | null, number: string, now: Date): Promise<Viewer> {
    const place = viewer && (await this.placeOf(em, viewer, number, now));
    if (!place) throw forbidden();
    return place;
  }

  /** Her place again, for a link that was made there; null where she has it no more. */
  async standInAgain(em: EntityManager, viewer: Viewer, number: string, now: Date): Promise<Viewer | null> {
    const { subject } = viewer.atDesk!;
    const roles = (await rolesHeld(em, new Set([subject]), now)).get(subject) ?? [];
    return this.placeOf(em, { ...viewer, subject, roles }, number, now);
  }

  private async placeOf(
    em: EntityManager,
    { subject, name, token, roles }: Viewer,
    number: string,
    now: Date,
  ): Promise<Viewer | null> {
    const open = await findOpen(em, number, subject, now);
    const office = open && officeFor('ASSIST_FAMILIES', roles, open);
    if (!office) return null;
    const atDesk = { subject, role: office.role };
    return { subject: deskOf(open.id), name, phone: null, document: null, roles: [], token, atDesk };
  }

  /** The family is at the desk again. */
  async open(
    em: EntityManager,
    actor: Actor,
    number: string,
    paper: string,
  ): Promise<CollectionRecord | Refused> {
    const { viewer, now } = actor;
    return em.transactional(async (tx) => {
      const { record, assistance, refusals } = await this.hold(tx, actor, number, paper);
      if (refusals.length > 0 || !assistance) return new Refused(refusals);
      assistance.open(viewer, now);
      const detail = { paper: paper.trim() };
      const told = entryOf(record, byGuardian(record), now, { action: 'FAMILY_ASSISTED', detail });
      atCommit(tx, new AuditEntry(told));
      return record;
    });
  }

  /** The family has left. Whoever does not have it open changes nothing. */
  async close(em: EntityManager, { viewer }: Actor, number: string): Promise<CollectionRecord> {
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reachOf(viewer, this.keys, 'ASSIST_FAMILIES'), number);
      if (!record) throw forbidden();
      const assistance = await tx.findOne(Assistance, { record });
      if (assistance?.openedBy === viewer.subject) assistance.close();
      return record;
    });
  }

  /** A record of the officer's district for something that the family has signed, and what speaks against it. */
  async hold(
    tx: EntityManager,
    { viewer }: Actor,
    number: string,
    paper: string,
  ): Promise<{ record: CollectionRecord; assistance: Assistance | null; refusals: Refusal[] }> {
    const record = await holdWithin(tx, reachOf(viewer, this.keys, 'ASSIST_FAMILIES'), number);
    if (!record) throw forbidden();
    record.assistant = {
      subject: viewer.subject,
      role: officeFor('ASSIST_FAMILIES', viewer.roles, record)!.role,
    };
    const assistance = await tx.findOne(Assistance, { record });
    const ours = assistance !== null && assistance.takenOverAt == null;
    const refusals = ours ? checkPaperReference(paper, 'paper') : [refuse('notOfDesk')];
    return { record, assistance, refusals };
  }

  /** What the desk has registered for whoever has this document, as the identity provider knows it. */
  async toTakeOver(em: EntityManager, { viewer: { document } }: Actor): Promise<ToTakeOver[]> {
    if (!document) return [];
    const index = documentIndex(this.keys, document.number);
    const rows = await findToTakeOver(em, { type: document.type, index });
    return rows.map(({ number, district, officerName, at, ...row }) => ({
      number,
      district,
      officerName,
      at,
      maskedChild: maskName(openChild('name', row, this.keys.keyOf(row))),
    }));
  }

  /** From here on it is a record like any other of this account. */
  async takeOver(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord> {
    const { viewer, now } = actor;
    return em.transactional(async (tx) => {
      const record = viewer.document && (await hold(tx, number));
      const assistance = record && (await tx.findOne(Assistance, { record }));
      if (!assistance || assistance.takenOverAt != null || !(await this.isFirst(tx, viewer, record)))
        throw forbidden();
      assistance.end(now);
      record.registeredBy = viewer.subject;
      record.viewerRelation = 'REGISTRANT';
      record.touch(now);
      atCommit(tx, new AuditEntry(entryOf(record, byGuardian(record), now, { action: 'RECORD_TAKEN_OVER' })));
      return record;
    });
  }

  /** Whether the first guardian of the record has the viewer's document. */
  private async isFirst(tx: EntityManager, { document }: Viewer, record: CollectionRecord): Promise<boolean> {
    if (!document) return false;
    const first = await tx.findOneOrFail(Guardian, { record, role: 'FIRST' });
    return (
      first.documentType === document.type &&
      first.documentIndex.equals(documentIndex(this.keys, document.number))
    );
  }
}
