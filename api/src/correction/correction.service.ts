import {
  changedBy,
  checkCorrection,
  correct,
  touchesIdentity,
  type Correctable,
  type Correction,
  type Registered,
} from '@enrolment/rulebook/correction.js';
import { FAMILY_TEXTS } from '@enrolment/rulebook/family-messages.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { PHONE_LIMIT } from '@enrolment/rulebook/phone.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import { checkRevision } from '@enrolment/rulebook/review.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { DocumentType, Sex } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Child } from '../child/child.entity.js';
import type { Actor } from '../actor.js';
import { RecordClaim } from '../claim/claim.entity.js';
import { goOn, refusedByClaim } from '../claim/claim.service.js';
import { Guardian } from '../guardian/guardian.entity.js';
import type { IdentityCheckService } from '../identity-check/identity-check.service.js';
import { brokenConstraint, brokenRule } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { personIndex, phoneIndex } from '../record/blind-indexes.js';
import { byOffice, type Act, type Chronicle, type Telling } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { ChildInWords, GuardianInWords, People } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { correctionFacts } from './correction.statements.js';

/** A lost race for one place on the phone is no refusal while another place is free. */
const TRIES = 4;

/** The field of a correction that breaks a constraint. */
const FIELDS: Readonly<Record<string, Correctable>> = {
  document_already_registered: 'childDocumentNumber',
  district_mismatch: 'residenceDistrict',
  phone_slot_taken: 'guardianPhone',
  phone_limit_reached: 'guardianPhone',
};

/** What is done with a correction in its transaction, once nothing refuses it. */
type Also = (tx: EntityManager, record: CollectionRecord) => Promise<Refusal[]>;

interface Given {
  readonly reason: string;
  /** The revision that the officer saw; null to correct the record as it is. */
  readonly revision: number | null;
}

/** 更正注册信息: an officer corrects what the family cannot edit (二(二)2), and gives a reason, which is audited. */
export class CorrectionService {
  constructor(
    private readonly keys: KeyRing,
    private readonly identityChecks: IdentityCheckService,
    private readonly chronicle: Chronicle,
  ) {}

  async correct(
    em: EntityManager,
    actor: Actor,
    number: string,
    { reason, revision, ...correction }: Correction & Given,
    also: Also = async () => [],
  ): Promise<CollectionRecord | Refused> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await em
          .fork()
          .transactional((tx) => this.attempt(tx, actor, number, correction, { reason, revision, also }));
      } catch (error) {
        const constraint = brokenConstraint(error);
        if (constraint === 'phone_slot_taken' && tries < TRIES) continue;
        const broken = brokenRule(error);
        if (!broken) throw error;
        return new Refused([refuse(broken.rule, { field: FIELDS[constraint!] ?? null })]);
      }
    }
  }

  private async attempt(
    tx: EntityManager,
    actor: Actor,
    number: string,
    correction: Correction,
    { reason, revision, also }: Given & { readonly also: Also },
  ): Promise<CollectionRecord | Refused> {
    const { now: at, viewer } = actor;
    const record = await holdWithin(tx, reachOf(viewer, this.keys, 'SEE_WHOLE_NUMBERS'), number);
    if (!record) throw forbidden();
    const seen = checkRevision(revision, record.revision ?? 1);
    if (seen.length > 0) return new Refused(seen);
    const claim = await tx.findOne(RecordClaim, { record });
    const claimed = refusedByClaim(claim, actor);
    if (claimed.length > 0) return new Refused(claimed);
    const key = record.keyFrom(this.keys);
    const child = await tx.findOneOrFail(Child, { record });
    const guardians = await tx.find(Guardian, { record });
    const people = new People(
      new ChildInWords(child, key),
      guardians.map((guardian) => new GuardianInWords(guardian, key)),
    );
    const registered = inWords(record, people);
    const corrected = correct(registered, correction);
    const { slotsUsed, ...found } = await correctionFacts(tx, record, {
      document: personIndex(this.keys, corrected.child),
      phone: phoneIndex(this.keys, corrected.guardian.phone),
    });
    const facts = {
      ...found,
      stage: record.stage,
      phoneUsed: slotsUsed.length,
      second: people.second && asNamed(people.second),
    };
    const refusals = checkCorrection(corrected, registered, reason, facts, at);
    if (refusals.length > 0) return new Refused(refusals);
    const gone = await also(tx, record);
    if (gone.length > 0) return new Refused(gone);
    goOn(tx, record, claim, actor);
    const changed = changedBy(corrected, registered);
    record.correct(corrected.child);
    this.writeChild(child, corrected, changed, key);
    const first = guardians.find(({ role }) => role === 'FIRST')!;
    this.writeGuardian(first, corrected, changed, freeSlot(slotsUsed), key);
    const by = byOffice(viewer, record);
    const act: Act = {
      by,
      at,
      event: 'REGISTRATION_CORRECTED',
      audit: { action: 'REGISTRATION_CORRECTED', detail: { changed, reason: reason.trim() } },
      tell: tellingsOf(registered, corrected),
    };
    const told = { first: corrected.guardian, maskedChild: maskName(corrected.child.name) };
    await this.chronicle.write(tx, record, act, told);
    if (!touchesIdentity(changed) || record.identityStatus == null) return record;
    if (allows('RECHECK_IDENTITY', record.stage)) {
      await this.chronicle.write(tx, record, { by, at, step: 'RECHECK_IDENTITY' });
    }
    await tx.flush();
    await this.identityChecks.request(tx, record, at);
    return record;
  }

  private writeChild(row: Child, { child }: Registered, changed: readonly Correctable[], key: DataKey): void {
    if (changed.includes('childName')) row.rename(child.name, key, this.keys);
    if (CHILDS_DOCUMENT.some((field) => changed.includes(field))) {
      row.changeDocument({ ...child, documentType: child.documentType as DocumentType }, key, this.keys);
    }
    if (changed.includes('birthDate')) row.changeBirthDate(child.birthDate, key);
    row.sex = child.sex as Sex;
  }

  private writeGuardian(
    row: Guardian,
    { guardian }: Registered,
    changed: readonly Correctable[],
    slot: number,
    key: DataKey,
  ): void {
    if (changed.includes('guardianName')) row.rename(guardian.name, key, this.keys);
    if (GUARDIANS_DOCUMENT.some((field) => changed.includes(field))) {
      row.changeDocument(
        { ...guardian, documentType: guardian.documentType as DocumentType },
        key,
        this.keys,
      );
    }
    if (changed.includes('guardianPhone')) row.changePhone(guardian.phone, slot, key, this.keys);
  }
}

/** Tells the new phone and the old one, because whoever did not ask for the change must hear of it. */
function tellingsOf(before: Registered, after: Registered): Telling[] {
  const id = uuid();
  const now: Telling = { event: `corrected:${id}`, text: 'CORRECTED' };
  if (before.guardian.phone === after.guardian.phone) return [now];
  const child = maskName(before.child.name);
  const then: Telling = {
    event: `corrected-before:${id}`,
    to: { phone: before.guardian.phone, guardian: 'FIRST' },
    text: (language, number) => FAMILY_TEXTS.CORRECTED(language, number, child),
  };
  return [now, then];
}

const freeSlot = (used: readonly number[]): number =>
  [1, 2, 3].find((place) => !used.includes(place)) ?? PHONE_LIMIT + 1;

/** The fields that identify the child: number, kind and issuing state. */
const CHILDS_DOCUMENT: readonly Correctable[] = ['childDocumentType', 'childDocumentNumber', 'nationality'];
const GUARDIANS_DOCUMENT: readonly Correctable[] = ['guardianDocumentType', 'guardianDocumentNumber'];

export const inWords = (record: CollectionRecord, { child, first }: People): Registered => ({
  service: record.service,
  ground: record.ground ?? null,
  district: record.district,
  child: {
    name: child.name,
    documentType: child.documentType,
    documentNumber: child.documentNumber,
    birthDate: child.birthDate,
    sex: child.sex,
    nationality: child.nationality,
    hukouProvince: record.hukouProvince ?? null,
    hukouDistrict: record.hukouDistrict ?? null,
    residenceDistrict: record.residenceDistrict!,
  },
  guardian: { ...asNamed(first), phone: first.phone },
});

export const asNamed = ({ name, documentType, documentNumber }: GuardianInWords) => ({
  name,
  documentType,
  documentNumber,
});
