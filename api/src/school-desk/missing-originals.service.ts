import { Refused } from '@enrolment/rulebook/refusal.js';
import { checkPreregistration } from '@enrolment/rulebook/review.js';
import { checkMissing, missingInOrder, type Missing } from '@enrolment/rulebook/school-desk.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { calendarOf } from '../calendar/windows.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { MomentPlace } from '../paging.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { bySchool, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { stageFor } from '../record/visibility.js';
import { BatchFacts } from '../review/batch-facts.js';
import { ownSchool } from '../school/own-school.js';
import type { School } from '../school/school.entity.js';
import { MissingOriginals } from './missing-originals.entity.js';
import { countMissing, selectMissing, type ListedMissingRow } from './missing-originals.statements.js';

interface Noted extends Missing {
  readonly number: string;
  readonly school: string;
}

/** A page of a list, with one row more than it holds where others follow. */
export interface MissingFound {
  readonly rows: readonly ListedMissingRow[];
  readonly total: number;
}

/** 材料不齐，改天再来: what a family has to bring to the school when it comes again. */
export class MissingOriginalsService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** By a registrar who has looked through the papers. Noted again, the newer note holds; the very same one is told once. */
  async note(
    em: EntityManager,
    actor: Actor,
    { number, school: code, ...given }: Noted,
    { reviewed }: Pick<DistrictLoaders, 'reviewed'>,
  ): Promise<CollectionRecord | Refused> {
    const { viewer, now: at } = actor;
    const school = await ownSchool(em, actor, code);
    return em.transactional(async (tx) => {
      const record = await this.expected(tx, actor, number, school);
      const facts = new BatchFacts(tx, [record], this.keys);
      const asked = (await reviewed.load(calendarOf(record))).map(({ kind }) => kind);
      const { hotline, windows } = await facts.calendar(record);
      const stage = stageFor(record, 'OFFICE', at);
      const window = windows.SCHOOL_PREREGISTRATION ?? null;
      const refusals = [
        ...checkPreregistration({ stage, sameDistrict: true, window }, hotline, at),
        ...checkMissing(given, asked),
      ];
      if (refusals.length > 0) return new Refused(refusals);
      const missing = missingInOrder(given, asked);
      const before = await tx.findOne(MissingOriginals, { record });
      if (before?.holds(record) && before.says(code, missing)) return record;
      const noted = before ?? new MissingOriginals(record);
      noted.note(school, missing, { by: viewer.subject, at });
      tx.persist(noted);
      record.touch(at);
      const detail = { missing: [...(missing.form ? ['FORM'] : []), ...missing.kinds] };
      const act = {
        by: bySchool(viewer),
        at,
        audit: { action: 'ORIGINALS_MISSING', subject: code, detail },
        tell: { event: `originals-missing:${uuid()}`, text: 'ORIGINALS_MISSING' },
      } as const;
      await this.chronicle.write(tx, record, act, await facts.people(record));
      return record;
    });
  }

  /** By a registrar of the same school: it was noted by mistake, or everything is there now. */
  async takeBack(
    em: EntityManager,
    actor: Actor,
    { number, school: code }: { readonly number: string; readonly school: string },
  ): Promise<CollectionRecord> {
    const { viewer, now: at } = actor;
    const school = await ownSchool(em, actor, code);
    return em.transactional(async (tx) => {
      const record = await this.expected(tx, actor, number, school);
      const noted = await tx.findOne(MissingOriginals, { record });
      if (!noted?.holds(record) || noted.school.code !== code) return record;
      tx.remove(noted);
      record.touch(at);
      const action = { action: 'ORIGINALS_MISSING_TAKEN_BACK', subject: code } as const;
      await this.chronicle.write(tx, record, { by: bySchool(viewer), at, audit: action });
      return record;
    });
  }

  /** What still has to be brought to the school, in pages. Each page is a look, told to every family on it. */
  async list(
    em: EntityManager,
    actor: Actor,
    {
      school,
      season,
      first,
      before,
    }: { school: string; season: number; first: number; before: MomentPlace | null },
  ): Promise<MissingFound> {
    const { now, viewer } = actor;
    const at = await ownSchool(em, actor, school);
    const list = { school, season, reach: reachOf(viewer, this.keys, 'PREREGISTER') };
    const rows = await selectMissing(em, list, { before, size: first + 1 });
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
    return { rows, total: await countMissing(em, list) };
  }

  /** A child whom the school may read: of any other it learns nothing. */
  private async expected(
    tx: EntityManager,
    { viewer }: Actor,
    number: string,
    { district }: School,
  ): Promise<CollectionRecord> {
    const reach = { ...reachOf(viewer, this.keys, 'PREREGISTER'), districts: [district] };
    const record = await holdWithin(tx, reach, number);
    if (!record || !allows('PREREGISTER', record.stage)) throw forbidden();
    return record;
  }
}
