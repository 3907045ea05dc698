import { askedSince } from '@enrolment/rulebook/details/asked-since.js';
import { checkDetails, checkDraft, type DetailsFacts } from '@enrolment/rulebook/details/check.js';
import {
  NO_DETAILS,
  normaliseDetails,
  type Details,
  type DetailsTyped,
} from '@enrolment/rulebook/details/details.js';
import { checkOnlyReturnedChanged } from '@enrolment/rulebook/details/returned.js';
import { checkRelations } from '@enrolment/rulebook/details/relations.js';
import { secondGuardianOf, type SecondGuardian } from '@enrolment/rulebook/details/second-guardian.js';
import { settleDetails } from '@enrolment/rulebook/details/settle.js';
import { readDocument } from '@enrolment/rulebook/document.js';
import { checkEditing } from '@enrolment/rulebook/details/window.js';
import { businessDay } from '@enrolment/rulebook/calendar.js';
import { refuse, type Refusal, Refused } from '@enrolment/rulebook/refusal.js';
import { calledInList, checkSubdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import { DETAIL_BLOCKS, RELATIONS, type DetailBlock, type Sex } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorizationService } from '../authorization/authorization.service.js';
import type { Actor } from '../actor.js';
import type { IdentityCheckService } from '../identity-check/identity-check.service.js';
import { countRefusals } from '../dashboard/tally.statements.js';
import { guardianColumns } from '../guardian/guardian.entity.js';
import type { KeyRing } from '../platform/keys.js';
import { guardianOf } from '../record/access.js';
import { byGuardian, type Chronicle } from '../record/chronicle.js';
import type { GuardianInWords } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import type { RecordFacts } from '../record/record.statements.js';
import { familyStage } from '../record/visibility.js';
import { layItems, sendBack } from '../review/review.statements.js';
import { sealDetails, sealSubmitted } from './details.content.js';
import { gatherDetailsFacts, type GatheredFacts } from './details.facts.js';
import { writeDetails } from './details.statements.js';

interface TypedIn extends DetailsTyped {
  /** The record's version that the editor read. */
  readonly version: number;
  /** The family has confirmed what is unusual about the relations. */
  readonly relationsConfirmed?: boolean | null | undefined;
}

export interface DetailsEditing {
  readonly open: readonly DetailBlock[];
  readonly refusals: readonly Refusal[];
  /** What is unusual about the relations. */
  readonly toConfirm: readonly Refusal[];
  readonly firstGuardianSex: Sex | null;
}

/** 信息采集: whoever registered the child or is authorised saves a draft and then submits it. */
export class DetailsService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly authorization: AuthorizationService,
    private readonly identityChecks: IdentityCheckService,
    private readonly chronicle: Chronicle,
  ) {}

  /** 暂存信息: keeps what was typed. */
  async save(
    em: EntityManager,
    actor: Actor,
    number: string,
    { version, ...input }: TypedIn,
  ): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.hold(tx, actor, number);
      const known = await gatherDetailsFacts(tx, record, record.keyFrom(this.keys), actor.now);
      const { details, facts } = this.judged(record, known, normaliseDetails(input), actor.now);
      const refusals = [
        ...this.checkTurn(record, known, version, actor.now),
        ...checkDraft(details, facts),
        ...this.checkReturned(record, known, details, actor.now),
      ];
      if (refusals.length > 0) return new Refused(refusals);
      await this.write(tx, actor, record, known, details, false);
      const act = { by: byGuardian(record), at: actor.now, audit: { action: 'DETAILS_SAVED' } } as const;
      const begun = record.stage === 'REGISTERED';
      await this.chronicle.write(tx, record, begun ? { ...act, step: 'SAVE_DETAILS' } : act);
      return record;
    });
  }

  /** 提交信息: sends the details to the district, or returns every rule that they break. */
  async submit(
    em: EntityManager,
    actor: Actor,
    number: string,
    { version, relationsConfirmed, ...input }: TypedIn,
  ): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.hold(tx, actor, number);
      const known = await gatherDetailsFacts(tx, record, record.keyFrom(this.keys), actor.now);
      const typed = settleDetails(normaliseDetails(input));
      const { details, facts } = this.judged(record, known, typed, actor.now);
      const refusals = [
        ...this.checkTurn(record, known, version, actor.now),
        ...checkDetails(details, facts, actor.now),
        ...this.checkHome(record, known, details, actor.now),
        ...this.checkReturned(record, known, details, actor.now),
      ];
      const unusual = relationsConfirmed ? [] : checkRelations(details, sexOf(known));
      const broken = refusals.length > 0 ? refusals : unusual;
      if (broken.length > 0) {
        await countRefusals(tx, record, broken, actor.now);
        return new Refused(broken);
      }
      await this.write(tx, actor, record, known, details, true);
      await this.chronicle.write(tx, record, {
        by: byGuardian(record),
        at: actor.now,
        step: 'SUBMIT_DETAILS',
        audit: { action: 'DETAILS_SUBMITTED' },
      });
      await layItems(tx, record, details);
      await sendBack(tx, record.id, details);
      await this.identityChecks.request(tx, record, actor.now);
      return record;
    });
  }

  /** The parts of the form that can be changed now, and why the draft could not be submitted; null if nothing can be changed. */
  async editing(em: EntityManager, record: RecordFacts, now: Date): Promise<DetailsEditing | null> {
    const key = this.keys.keyOf(record);
    const known = await gatherDetailsFacts(em, record, key, now);
    const stage = familyStage(record, now);
    if (checkEditing({ ...known.editing, stage }, now).length > 0) return null;
    const open = stage === 'RETURNED' ? known.openBlocks : new Set(DETAIL_BLOCKS);
    const drafted = settleDetails(known.saved ?? NO_DETAILS);
    const { details, facts } = this.judged(record, known, drafted, now);
    const refusals = [
      ...checkDetails(details, facts, now),
      ...this.checkHome(record, known, details, now),
      ...this.checkReturned(record, known, details, now),
    ];
    return {
      open: DETAIL_BLOCKS.filter((block) => open.has(block)),
      refusals,
      toConfirm: checkRelations(details, sexOf(known)),
      firstGuardianSex: sexOf(known),
    };
  }

  /** Whether the details can be changed now, and whether nobody has changed them since they were read. */
  private checkTurn(record: RecordFacts, known: GatheredFacts, version: number, now: Date): Refusal[] {
    const locked = checkEditing({ ...known.editing, stage: familyStage(record, now) }, now);
    return [...locked, ...(version === record.version ? [] : [refuse('staleVersion', { field: 'version' })])];
  }

  /** The details with the questions that they are judged by, which the district may have changed since they were answered. */
  private judged(
    record: RecordFacts,
    { facts, retired, submitted, openBlocks }: GatheredFacts,
    typed: Details,
    now: Date,
  ): { details: Details; facts: DetailsFacts } {
    const closed = familyStage(record, now) === 'RETURNED' && !openBlocks.has('QUESTIONS');
    const kept = closed ? (submitted?.details ?? null) : null;
    const { details, questions } = askedSince(typed, { questions: facts.questions, retired }, kept);
    return { details, facts: { ...facts, questions } };
  }

  /** A home that cannot be changed now stays in the subdistrict that it was submitted in, whatever the list has become. */
  private checkHome(
    record: RecordFacts,
    { subdistricts, openBlocks }: GatheredFacts,
    { residence }: Details,
    now: Date,
  ): Refusal[] {
    if (familyStage(record, now) === 'RETURNED' && !openBlocks.has('RESIDENCE')) return [];
    return checkSubdistrict(residence?.subdistrict, subdistricts, businessDay(now));
  }

  private checkReturned(
    record: RecordFacts,
    { submitted, openBlocks }: GatheredFacts,
    details: Details,
    now: Date,
  ): Refusal[] {
    if (familyStage(record, now) !== 'RETURNED' || !submitted) return [];
    return checkOnlyReturnedChanged(submitted.details, details, openBlocks);
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    record: CollectionRecord,
    known: GatheredFacts,
    details: Details,
    submitting: boolean,
  ): Promise<void> {
    const key = record.keyFrom(this.keys);
    const second = secondGuardianOf(details, actor.now, known.facts);
    // The last complete second guardian stays while somebody types, because drafts are saved in the middle of a number.
    const unfinished = second === null && details.secondGuardian !== null;
    if (!unfinished && isAnother(known.people.second, second))
      await this.authorization.endGrantIfChanged(tx, actor, record, second);
    const version = record.version! + 1;
    const written = details.residence?.subdistrict ?? null;
    // By the name that its district has for it, so that lists and counts find what was written with a blank or without its end.
    const subdistrict = written && calledInList(known.subdistricts.entries, written);
    await writeDetails(tx, {
      ...(second ? guardianColumns({ ...second, role: 'SECOND' }, key, this.keys) : NOBODY),
      second: second ? true : unfinished ? null : false,
      record: record.id,
      season: record.season,
      now: actor.now,
      content: sealDetails(key, details),
      submitted: submitting ? sealSubmitted(key, { version, details }) : null,
      subdistrict,
      savedBy: guardianOf(record),
      firstRelation: RELATIONS.find((relation) => relation === details.firstGuardianRelation) ?? null,
    });
    // The statement has written these already, so there is nothing to flush.
    record.version = version;
    record.updatedAt = actor.now;
    if (submitting) {
      record.submittedAt = actor.now;
      record.residenceSubdistrict = subdistrict;
    }
    tx.merge(record);
  }
}

const NOBODY = {
  name: null,
  nameIndex: null,
  documentType: null,
  document: null,
  documentIndex: null,
  phone: null,
  phoneIndex: null,
  relation: null,
} as const;

/** A grant names a document and a phone: it can only end when one of them changes. */
const isAnother = (present: GuardianInWords | null, next: SecondGuardian | null): boolean =>
  present !== null &&
  !(
    next?.documentType === present.documentType &&
    next.documentNumber === present.documentNumber &&
    next.phone === present.phone
  );

/** The sex and birth date in the first guardian's number. */
const sexOf = ({ people: { first } }: GatheredFacts): Sex | null =>
  readDocument(first.documentType, first.documentNumber)?.sex ?? null;
