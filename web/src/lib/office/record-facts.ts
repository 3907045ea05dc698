import { GUARDIAN_ROLE_NAMES, RELATION_NAMES } from '@enrolment/rulebook/names.ts';
import type { OfficeRecordQuery } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import { formatFullDay, formatMoment, groupPhone, type Language } from '#lib/format.ts';
import { documentTypeName, groundName, serviceName, sexName } from '#lib/i18n/names.ts';
import { countryName, provinceName } from '#lib/i18n/regions.ts';
import { m } from '#lib/i18n/messages/messages.js';

type OfficeRecord = NonNullable<OfficeRecordQuery['collectionRecord']>;

/** What was registered, by the sections of the page; the API masks the numbers. */
export function registrationFacts(
  record: OfficeRecord,
  language: Language,
): { title: string; facts: Fact[] }[] {
  return [
    { title: m.register_child(), facts: childFacts(record, language) },
    ...record.guardians.map((guardian) => ({
      title: GUARDIAN_ROLE_NAMES[guardian.role][language],
      facts: guardianFacts(guardian, language),
    })),
    { title: m.my_registration_title(), facts: wayFacts(record, language) },
  ];
}

function childFacts({ child }: OfficeRecord, language: Language): Fact[] {
  return [
    { term: m.my_name(), value: child.name },
    { term: documentTypeName(child.documentType), value: child.documentNumber, numeric: true },
    { term: m.register_sex(), value: sexName(child.sex) },
    { term: m.register_birth(), value: formatFullDay(child.birthDate, language) },
    { term: m.register_nationality(), value: countryName(child.nationality) },
    ...(child.hukouProvince
      ? [{ term: m.register_hukou_province(), value: provinceName(child.hukouProvince) }]
      : []),
  ];
}

function guardianFacts(guardian: OfficeRecord['guardians'][number], language: Language): Fact[] {
  return [
    { term: m.my_name(), value: guardian.name },
    { term: documentTypeName(guardian.documentType), value: guardian.documentNumber, numeric: true },
    { term: m.my_phone(), value: groupPhone(guardian.phone), numeric: true },
    ...(guardian.relation
      ? [{ term: m.office_record_relation(), value: RELATION_NAMES[guardian.relation][language] }]
      : []),
  ];
}

function wayFacts(record: OfficeRecord, language: Language): Fact[] {
  const { ground, submittedAt, authorization } = record;
  return [
    { term: m.my_service(), value: serviceName(record.service) },
    ...(ground ? [{ term: m.register_ground(), value: groundName(ground) }] : []),
    { term: m.my_registered_at(), value: formatMoment(record.registeredAt, language) },
    ...(submittedAt
      ? [{ term: m.office_record_submitted(), value: formatMoment(submittedAt, language) }]
      : []),
    ...(authorization
      ? [
          {
            term: m.authorization_on(),
            value: m.authorization_since({ when: formatMoment(authorization.grantedAt, language) }),
          },
        ]
      : []),
    ...(record.retention ? [{ term: m.office_record_retention(), value: record.retention.text }] : []),
  ];
}
