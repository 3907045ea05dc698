import type { RecordExportQuery } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import {
  formatClosing,
  formatFullDay,
  formatMoment,
  groupCollectionNumber,
  groupPhone,
  type Language,
} from '#lib/format.ts';
import {
  documentTypeName,
  groundName,
  serviceName,
  sexName,
  stageName,
  statusName,
  guardianName,
} from '#lib/i18n/names.ts';
import { countryName, provinceName } from '#lib/i18n/regions.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { missingInWords } from './missing.ts';

type Copy = RecordExportQuery['recordExport'];
type Districts = RecordExportQuery['districts'];
export interface Part {
  title: string;
  facts: Fact[];
}

/** Leaves out the facts that have no value. */
const known = (facts: readonly (Omit<Fact, 'value'> & { value: string | null })[]): Fact[] =>
  facts.flatMap(({ value, ...fact }) => (value ? [{ ...fact, value }] : []));

/** What was registered: the record, the child, the guardians. Numbers are whole where the copy has them whole. */
export function registeredFacts(
  { record, documents }: Copy,
  districts: Districts,
  language: Language,
): Part[] {
  const { child } = record;
  const district = (code: string | null) => districts.find((one) => one.code === code)?.name ?? null;
  return [
    {
      title: m.data_record(),
      facts: known([
        { term: m.my_number(), value: groupCollectionNumber(record.number), numeric: true },
        { term: m.data_season(), value: String(record.season), numeric: true },
        { term: m.my_district(), value: record.district.name },
        { term: m.my_service(), value: serviceName(record.service) },
        { term: m.register_ground(), value: record.ground && groundName(record.ground) },
        { term: m.my_way(), value: stageName(record.stage) },
        { term: m.my_registered_at(), value: formatMoment(record.registeredAt, language) },
        {
          term: m.data_submitted_at(),
          value: record.submittedAt && formatMoment(record.submittedAt, language),
        },
      ]),
    },
    {
      title: m.register_child(),
      facts: known([
        { term: m.my_name(), value: child.name },
        { term: m.register_document_type(), value: documentTypeName(child.documentType) },
        {
          term: m.my_document(),
          value: documents?.childDocumentNumber ?? child.documentNumber,
          numeric: true,
        },
        { term: m.register_sex(), value: sexName(child.sex) },
        { term: m.register_birth(), value: formatFullDay(child.birthDate, language) },
        { term: m.register_nationality(), value: countryName(child.nationality) },
        {
          term: m.register_hukou_province(),
          value: child.hukouProvince && provinceName(child.hukouProvince),
        },
        { term: m.data_hukou_district(), value: district(child.hukouDistrict) },
        { term: m.data_residence_district(), value: district(child.residenceDistrict) },
      ]),
    },
    ...record.guardians.map((guardian) => {
      const whole = documents?.guardians.find(({ role }) => role === guardian.role);
      return {
        title: guardianName(guardian.role),
        facts: known([
          { term: m.my_name(), value: guardian.name },
          { term: m.register_document_type(), value: documentTypeName(guardian.documentType) },
          { term: m.my_document(), value: whole?.documentNumber ?? guardian.documentNumber, numeric: true },
          { term: m.my_phone(), value: groupPhone(whole?.phone ?? guardian.phone), numeric: true },
        ]),
      };
    }),
  ];
}

/** The review items, the identity check among them, and a rejection with its outcome. */
export function reviewFacts({ record }: Copy, language: Language): Part[] {
  const moment = (when: string | null) => when && formatMoment(when, language);
  const { rejection } = record;
  return [
    ...record.reviewItems.map(({ label, status, reason, remedy, dueAt, decidedAt }) => ({
      title: label,
      facts: known([
        { term: m.data_outcome(), value: statusName(status) },
        { term: m.review_reason(), value: reason },
        { term: m.review_remedy(), value: remedy },
        { term: m.review_due(), value: dueAt && formatClosing(dueAt, language) },
        { term: m.data_decided_at(), value: moment(decidedAt) },
      ]),
    })),
    ...(rejection
      ? [
          {
            title: stageName('REJECTED'),
            facts: known([
              { term: m.review_reason(), value: rejection.reason },
              { term: m.review_rule(), value: rejection.rule },
              { term: m.data_decided_at(), value: moment(rejection.rejectedAt) },
              { term: m.review_appealed(), value: moment(rejection.appealedAt) },
              { term: m.review_appealed_statement(), value: rejection.statement },
              {
                term: m.data_second_look(),
                value:
                  rejection.accepted === null
                    ? null
                    : rejection.accepted
                      ? m.review_accepted()
                      : m.review_dismissed(),
              },
              { term: m.data_answer(), value: rejection.decision },
            ]),
          },
        ]
      : []),
  ];
}

export function resultFacts(
  result: NonNullable<Copy['record']['admissionResult']>,
  language: Language,
): Fact[] {
  const outcomes = {
    ADMITTED: m.result_admitted,
    NOT_ADMITTED: m.result_not_admitted,
    PENDING: () => statusName('PENDING'),
  };
  return known([
    { term: m.data_outcome(), value: outcomes[result.outcome]() },
    { term: m.result_school(), value: result.school?.name ?? null },
    { term: m.data_note(), value: result.note },
    { term: m.data_published_at(), value: result.publishedAt && formatMoment(result.publishedAt, language) },
  ]);
}

/** 材料不齐, as long as the child can be preregistered. */
export const missingFacts = (
  noted: NonNullable<Copy['record']['missingOriginals']>,
  language: Language,
): Fact[] =>
  known([
    { term: m.data_missing(), value: missingInWords(noted) },
    { term: m.result_school(), value: noted.school?.name ?? null },
    { term: m.data_missing_at(), value: formatMoment(noted.at, language) },
  ]);
