import { checkAge, type AgeRange } from './age.js';
import { checkBirthDate } from './birth-date.js';
import { checkChoice } from './choice.js';
import { checkDistrict } from './district.js';
import { checkDocument, checkDocumentAgrees, normaliseDocument } from './document.js';
import { checkGuardianOfAge, checkHolder } from './holder.js';
import { checkName, normaliseName } from './name.js';
import { checkConsent, checkNotice, type OpenedNotice } from './notice.js';
import { isSamePerson } from './person.js';
import { checkPhone, checkPhoneLimit, normalisePhone } from './phone.js';
import { refuse, type Refusal } from './refusal.js';
import { BEIJING } from './regions.js';
import { checkService } from './service.js';
import { checkCode, checkCodeFormat, normaliseCode, type CodeState } from './sms-code.js';
import { checkWindow, type Window } from './window.js';
import { SEXES } from './vocabulary.js';

/** What the guardian typed: the contract's RegisterChildInput without its idempotency key. */
export interface Registration {
  readonly district: string;
  readonly service: string;
  readonly ground: string | null;
  readonly noticeTicket: string;
  readonly privacyPolicyVersion: string;
  readonly child: {
    readonly nationality: string;
    readonly hukouProvince: string | null;
    readonly hukouDistrict: string | null;
    readonly residenceDistrict: string;
    readonly name: string;
    readonly documentType: string;
    readonly documentNumber: string;
    readonly sex: string;
    readonly birthDate: string;
  };
  readonly guardian: {
    readonly name: string;
    readonly documentType: string;
    readonly documentNumber: string;
    readonly phone: string;
  };
  readonly smsCode: string;
}

/** What the service knows besides the input. */
export interface RegistrationFacts {
  readonly season: AgeRange;
  readonly districts: ReadonlySet<string>;
  readonly hotline: string;
  readonly window: Window | null;
  readonly notice: OpenedNotice | null;
  readonly privacyPolicyVersion: string;
  /** Whether the child is registered already, by whoever asks or by somebody else. */
  readonly document: 'OWN' | 'OF_OTHERS' | 'FREE';
  readonly phoneUsed: number;
  readonly code: CodeState;
}

/** The input as it is compared and kept: without stray blanks and full-width forms, in one way of writing. */
export const normaliseRegistration = (input: Registration): Registration => ({
  ...normalisePeople(input),
  smsCode: normaliseCode(input.smsCode),
});

/** The same without what belongs to one's own account. */
export function normalisePeople<Input extends Pick<Registration, 'ground' | 'child' | 'guardian'>>(
  input: Input,
): Input {
  const { child, guardian } = input;
  const hukouProvince = child.hukouProvince || null;
  return {
    ...input,
    ground: input.ground || null,
    child: {
      ...child,
      hukouProvince,
      // Only a hukou in Beijing has a district of entry; left over from another province it would count for 一(二)2.
      hukouDistrict: hukouProvince === BEIJING ? child.hukouDistrict || null : null,
      name: normaliseName(child.name),
      documentNumber: normaliseDocument(child.documentNumber),
    },
    guardian: {
      ...guardian,
      name: normaliseName(guardian.name),
      documentNumber: normaliseDocument(guardian.documentNumber),
      phone: normalisePhone(guardian.phone),
    },
  };
}

/**
 * Every rule that a normalised registration breaks, in the order of the form. Only whoever breaks no other rule is told of
 * somebody else's registration. Otherwise a form that is wrong on purpose would answer for any number of children.
 */
export function checkRegistration(input: Registration, facts: RegistrationFacts, now: Date): Refusal[] {
  return withOthers(facts, [
    ...checkWindow(facts.window, now, facts.hotline, null),
    ...checkNotice(facts.notice, input, now, 'noticeTicket'),
    ...checkPeople(input, facts, now),
    ...checkRegistrationCode(input.smsCode, facts.code),
    ...checkConsent(input.privacyPolicyVersion, facts.privacyPolicyVersion, 'privacyPolicyVersion'),
  ]);
}

/** Without notice, consent and code, as at the desk (desk-registration.ts). */
export type PeopleFacts = Omit<RegistrationFacts, 'notice' | 'privacyPolicyVersion' | 'code'>;

/** Somebody else’s registration is told of last, and alone. */
export const withOthers = (facts: PeopleFacts, refusals: Refusal[]): Refusal[] =>
  facts.document !== 'OF_OTHERS' || refusals.length > 0 ? refusals : [alreadyRegistered(facts)];

const alreadyRegistered = ({ hotline }: Pick<RegistrationFacts, 'hotline'>) =>
  refuse('documentAlreadyRegistered', { field: 'child.documentNumber', params: { hotline } });

/** What is said of child and guardian. */
export function checkPeople(
  input: Pick<Registration, 'district' | 'service' | 'ground' | 'child' | 'guardian'>,
  facts: PeopleFacts,
  now: Date,
): Refusal[] {
  const { child, guardian } = input;
  const { hotline } = facts;
  const claim = {
    district: input.district,
    hukouDistrict: child.hukouDistrict,
    residenceDistrict: child.residenceDistrict,
  };
  return [
    ...checkWay(input, hotline),
    ...checkDistrict(claim, facts.districts, 'child'),
    ...checkName(child.name, 'child.name'),
    ...checkDocument(child.documentType, child.documentNumber, 'child.documentNumber'),
    ...(facts.document === 'OWN' ? [alreadyRegistered(facts)] : []),
    ...checkSex(child.sex),
    ...checkDocumentAgrees(child, 'child'),
    ...checkBirthDate(child.birthDate, now, 'child.birthDate'),
    ...checkAge(child.birthDate, facts.season, hotline, 'child.birthDate'),
    ...checkName(guardian.name, 'guardian.name'),
    ...checkDocument(guardian.documentType, guardian.documentNumber, 'guardian.documentNumber'),
    ...checkGuardian(input, now),
    ...checkPhone(guardian.phone, 'guardian.phone'),
    ...checkPhoneLimit(facts.phoneUsed, hotline, 'guardian.phone'),
  ];
}

/** What the origin says comes first. The document of a child without hukou asks for none. */
export function checkWay(
  { service, ground, child }: Pick<Registration, 'service' | 'ground' | 'child'>,
  hotline: string,
): Refusal[] {
  const byDocument = checkHolder(service, child, hotline, 'child');
  const byOrigin = checkService(service, { ...child, ground }, hotline, 'child').filter(
    ({ rule }) => rule !== 'hukouRequired' || byDocument.length === 0,
  );
  return byOrigin.length > 0 ? byOrigin : byDocument;
}

/** The guardian must be of age, and not be the child. */
export function checkGuardian(
  { child, guardian }: Pick<Registration, 'child' | 'guardian'>,
  now: Date,
): Refusal[] {
  const field = 'guardian.documentNumber';
  if (isSamePerson(child, { ...guardian, nationality: null })) return [refuse('guardianIsChild', { field })];
  return checkGuardianOfAge(guardian.documentType, guardian.documentNumber, now, field);
}

const checkSex = (sex: string) =>
  checkChoice(sex, (value) => SEXES.some((known) => known === value), 'child.sex');

function checkRegistrationCode(code: string, state: CodeState): Refusal[] {
  const malformed = checkCodeFormat(code, 'smsCode');
  return malformed.length > 0 ? malformed : checkCode(state, 'smsCode');
}
