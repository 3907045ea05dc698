import { isCalendarDate } from '@enrolment/rulebook/calendar.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkTakes } from '@enrolment/rulebook/school.js';
import { checkPreregistration } from '@enrolment/rulebook/review.js';
import { checkUndo } from '@enrolment/rulebook/school-desk.js';
import { allows } from '@enrolment/rulebook/stages.js';
import { endOfDay, startOfDay } from '@enrolment/rulebook/wall-clock.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import type { MomentPlace } from '../paging.js';
import { audit } from '../platform/audit/audit.js';
import { ApiError, forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import type { Reach } from '../record/access.predicates.js';
import { bySchool, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { stageFor } from '../record/visibility.js';
import { BatchFacts } from '../review/batch-facts.js';
import type { Batches } from '../review/batch.js';
import { ownSchool } from '../school/own-school.js';
import { MissingOriginals } from '../school-desk/missing-originals.entity.js';
import { School } from '../school/school.entity.js';
import { Admission } from './admission.entity.js';
import { Preregistration } from './preregistration.entity.js';
import {
  countPreregistrations,
  selectPreregistrations,
  type ListOfSchool,
  type PreregistrationRow,
} from './preregistration.statements.js';

/** For which school, and by which key, so that what is sent twice is done once; null for a key of our own. */
interface Asked {
  readonly school: string;
  readonly key: string | null;
}

interface ListAsked {
  readonly school: string;
  readonly season: number;
  /** Of this day alone; null for the whole season. */
  readonly day: string | null;
  readonly first: number;
  readonly before: MomentPlace | null;
}

/** A page of a list, with one row more than it holds where others follow. */
export interface PreregistrationsFound {
  readonly rows: readonly PreregistrationRow[];
  /** How many of the whole list stand, and how many were undone. */
  readonly standing: number;
  readonly undone: number;
}

/** 学校预登记, and undoing it on the same day. */
export class PreregistrationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** By a registrar of the school, who has the form in hand. */
  readonly preregistering: Batches['PREREGISTER'] = async (em, actor, { school, key = null }) => {
    const found = await ownSchool(em, actor, school);
    return {
      // Of whom a school may not read, it does not learn that they exist: it reads the approved children of its district,
      // and those that it has preregistered itself.
      school,
      reach: this.reachAt(actor, found),
      act: (tx, record, facts) => this.preregisterOne(tx, actor, record, { school, key }, facts),
    };
  };

  private async preregisterOne(
    tx: EntityManager,
    { now, viewer }: Actor,
    record: CollectionRecord,
    { school, key }: Asked,
    facts: BatchFacts,
  ): Promise<Refusal[]> {
    const before = key && (await tx.findOne(Preregistration, { id: key }));
    if (before) return answerAgain(before, record, school);
    if (!allows('PREREGISTER', record.stage) && (await facts.admission(record))?.school.code !== school)
      return [refuse('notAllowed')];
    const { hotline, windows } = await facts.calendar(record);
    const stage = stageFor(record, 'OFFICE', now);
    const window = windows.SCHOOL_PREREGISTRATION ?? null;
    const refusals = checkPreregistration({ stage, sameDistrict: true, window }, hotline, now);
    if (refusals.length > 0) return refusals;
    const full = checkTakes(await facts.plan(record, school));
    if (full.length > 0) return full;
    const by = { by: viewer.subject, at: now };
    const made = new Preregistration(key ?? uuid(), record, tx.getReference(School, school), by);
    tx.persist([made, new Admission(record, tx.getReference(School, school), by)]);
    const act = {
      by: bySchool(viewer),
      at: now,
      step: 'PREREGISTER',
      audit: { action: 'PREREGISTERED', subject: school },
      tell: { event: `preregistered:${made.id}`, text: 'PREREGISTERED' },
    } as const;
    await this.chronicle.write(tx, record, act, await facts.people(record));
    return [];
  }

  /** What the school has preregistered, in pages. Each page is a look, told to every family on it. */
  async list(
    em: EntityManager,
    actor: Actor,
    { school, season, day, first, before }: ListAsked,
  ): Promise<PreregistrationsFound> {
    const { now, viewer } = actor;
    const at = await ownSchool(em, actor, school);
    const list = { school, season, ...boundsOf(day) };
    const rows = await selectPreregistrations(em, list, { before, size: first + 1 });
    await audit(em, {
      at: now,
      actor: viewer.subject,
      actorRole: 'SCHOOL_REGISTRAR',
      action: 'RECORDS_LISTED',
      recordNumber: null,
      district: at.district,
      season,
      subject: school,
      detail: { school, numbers: rows.slice(0, first).map(({ number }) => number) },
    });
    return { rows, ...(await countPreregistrations(em, list)) };
  }

  /** 撤回: the record is approved again, and any school of the district can preregister the child. */
  async undo(
    em: EntityManager,
    actor: Actor,
    { number, school, reason }: { number: string; school: string; reason: string },
  ): Promise<CollectionRecord | Refused> {
    const { now, viewer } = actor;
    const reach = this.reachAt(actor, await ownSchool(em, actor, school));
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reach, number);
      if (!record) throw forbidden();
      const facts = new BatchFacts(tx, [record], this.keys);
      const admission = await facts.admission(record);
      // Of whom a school may not read it learns nothing.
      if (admission ? admission.school.code !== school : !allows('PREREGISTER', record.stage))
        throw forbidden();
      const { hotline } = await facts.calendar(record);
      const people = (await facts.people(record))!;
      const standing = {
        stage: record.stage,
        shownStage: stageFor(record, 'OFFICE', now),
        preregisteredAt: admission?.preregisteredAt ?? now,
        decided: admission?.approvedAt != null,
      };
      const names = [people.child, ...people.guardians].map(({ name }) => name);
      const refusals = checkUndo(reason, names, standing, hotline, now);
      if (refusals.length > 0) return new Refused(refusals);
      const key = record.keyFrom(this.keys);
      const made = await tx.findOneOrFail(Preregistration, { record, undoneAt: null });
      made.undo(reason, { by: viewer.subject, at: now, key });
      tx.remove(admission!);
      // It was noted before everything was there.
      await tx.nativeDelete(MissingOriginals, { record });
      const act = {
        by: bySchool(viewer),
        at: now,
        step: 'UNDO_PREREGISTRATION',
        audit: { action: 'PREREGISTRATION_UNDONE', subject: school, detail: { reason: reason.trim() } },
        tell: { event: `preregistration-undone:${made.id}`, text: 'PREREGISTRATION_UNDONE' },
      } as const;
      await this.chronicle.write(tx, record, act, people);
      return record;
    });
  }

  /** Every record of the school’s district, to be refused one by one; none that the registrar handles as a guardian. */
  private reachAt({ viewer }: Actor, { district }: School): Reach {
    return { ...reachOf(viewer, this.keys, 'PREREGISTER'), districts: [district] };
  }
}

/** A day in Beijing; null for any. */
function boundsOf(day: string | null): Pick<ListOfSchool, 'from' | 'to'> {
  if (day === null) return { from: null, to: null };
  if (!isCalendarDate(day))
    throw new ApiError('BAD_USER_INPUT', { message: 'day must be a day of the calendar.' });
  return { from: startOfDay(day), to: endOfDay(day) };
}

/** The same key again: what it has done stands, and what was undone meanwhile is not done anew. */
function answerAgain(before: Preregistration, record: CollectionRecord, school: string): Refusal[] {
  if (before.record.id !== record.id || before.school.code !== school)
    return [refuse('attemptReused', { field: 'key' })];
  return before.undoneAt == null ? [] : [refuse('preregistrationUndone')];
}
