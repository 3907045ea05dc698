import type { Registration } from '@enrolment/rulebook/registration.ts';
import type { ServiceKind } from '@enrolment/schema/client';
import { readDate } from '#lib/date-parts.ts';
import { textIn } from '#lib/form-text.ts';

/** What stands in the registration form, by input path. */
export interface RegistrationValues {
  ground: string;
  'child.nationality': string;
  'child.hukouProvince': string;
  'child.hukouDistrict': string;
  'child.residenceDistrict': string;
  'child.name': string;
  'child.documentType': string;
  'child.documentNumber': string;
  'child.sex': string;
  'child.birthDate': string;
  'guardian.name': string;
  'guardian.documentType': string;
  'guardian.documentNumber': string;
  'guardian.phone': string;
  smsCode: string;
}

const FIELDS: (keyof RegistrationValues)[] = [
  'ground',
  'child.nationality',
  'child.hukouProvince',
  'child.hukouDistrict',
  'child.residenceDistrict',
  'child.name',
  'child.documentType',
  'child.documentNumber',
  'child.sex',
  'guardian.name',
  'guardian.documentType',
  'guardian.documentNumber',
  'guardian.phone',
  'smsCode',
];

/** What was typed, in the shape that the API takes and the rulebook judges. */
export const registrationOf = (
  values: RegistrationValues,
  { district, service, noticeTicket = '', privacyPolicyVersion }: Apart,
): Registration => ({
  district,
  service,
  ground: values.ground || null,
  noticeTicket,
  privacyPolicyVersion,
  child: {
    nationality: values['child.nationality'],
    hukouProvince: values['child.hukouProvince'] || null,
    hukouDistrict: values['child.hukouDistrict'] || null,
    residenceDistrict: values['child.residenceDistrict'],
    name: values['child.name'],
    documentType: values['child.documentType'],
    documentNumber: values['child.documentNumber'],
    sex: values['child.sex'],
    birthDate: values['child.birthDate'],
  },
  guardian: {
    name: values['guardian.name'],
    documentType: values['guardian.documentType'],
    documentNumber: values['guardian.documentNumber'],
    phone: values['guardian.phone'],
  },
  smsCode: values.smsCode,
});

/** The parts of a registration that are no field of the form. */
interface Apart {
  readonly district: string;
  readonly service: ServiceKind;
  readonly noticeTicket?: string;
  readonly privacyPolicyVersion: string;
}

export function readRegistration(form: FormData): RegistrationValues {
  const texts = FIELDS.map((field) => [field, textIn(form, field)]);
  return {
    ...Object.fromEntries(texts),
    'child.birthDate': readDate(form, 'child.birthDate'),
  } as RegistrationValues;
}

/** Text that does not look like a date is sent as a day that does not exist; the rulebook refuses it with the rest. */
export const toDate = (typed: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : '0000-00-00');
