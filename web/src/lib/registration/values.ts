import { readDate } from '#lib/date-parts.ts';

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

export function readRegistration(form: FormData): RegistrationValues {
  const texts = FIELDS.map((field) => [field, String(form.get(field) ?? '')]);
  return {
    ...Object.fromEntries(texts),
    'child.birthDate': readDate(form, 'child.birthDate'),
  } as RegistrationValues;
}
