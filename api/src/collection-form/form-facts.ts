import { openSubmitted } from '../details/details.content.js';
import { answerInWords } from '../district/question-words.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { DataKey } from '../platform/keys.js';
import { instant } from '../platform/sql.js';
import type { GuardianRow, RecordLoaders } from '../record/record.loaders.js';
import type { RecordRow } from '../record/record.service.js';
import { NO_DETAILS, type Details } from '../rulebook/details/details.js';
import { ETHNICITIES } from '../rulebook/ethnicity.js';
import type { EmploymentKind, GuardianRole, HouseholdKind, Relation, ResidenceKind } from '../vocabulary.js';
import type { CollectionFormFacts, FormGuardian } from './facts.js';

export interface FormSources {
  readonly row: RecordRow;
  readonly key: DataKey;
  readonly districts: DistrictLoaders;
  readonly records: RecordLoaders;
}

/** What a record says once it is approved: submitted details have passed every check, so that nothing is half filled in. */
export async function gatherForm(
  sources: FormSources,
  print: { printedAt: Date; verifyUrl: string },
): Promise<CollectionFormFacts> {
  const { row, districts, records } = sources;
  const [details, district, questions, guardians, items] = await Promise.all([
    submittedDetails(sources),
    districts.byCode.load(row.district_code),
    districts.questions.load(`${row.district_code}/${row.service}`),
    records.guardians.load(row.id),
    records.reviewItems.load(row.id),
  ]);
  const { household, residence } = details;
  return {
    number: row.number,
    season: row.season,
    service: row.service,
    ground: row.ground,
    district: district!,
    child: await childOf(sources, details),
    household: household && {
      kind: household.kind as HouseholdKind,
      address: household.address ?? '',
      headName: household.headName ?? '',
      headRelation: household.headRelation ?? '',
    },
    guardians: await Promise.all(guardians.map((guardian) => guardianOf(guardian, details, sources))),
    noSecondGuardianReason: details.noSecondGuardianReason,
    residence: residence && {
      kind: residence.kind as ResidenceKind,
      subdistrict: residence.subdistrict ?? '',
      address: residence.address ?? '',
      certificateNumber: residence.certificateNumber,
      leaseFrom: residence.leaseFrom,
      leaseTo: residence.leaseTo,
    },
    answers: questions.flatMap((question) => {
      const answer = details.answers.find(({ key }) => key === question.key);
      return answer ? [{ label: question.label, value: answerInWords(question, answer.value, 'zh-CN') }] : [];
    }),
    reviewItems: items.map(({ label }) => label),
    submittedAt: instant(row.submitted_at),
    version: row.version,
    ...print,
  };
}

/** What was submitted, not what is being typed since. */
async function submittedDetails({ row, key, records }: FormSources): Promise<Details> {
  const sealed = (await records.details.load(row.id))?.submitted_sealed;
  return sealed ? openSubmitted(key, sealed).details : NO_DETAILS;
}

async function childOf(
  { row, key, records }: FormSources,
  details: Details,
): Promise<CollectionFormFacts['child']> {
  const child = (await records.child.load(row.id))!;
  return {
    name: key.open('child.name', child.name_sealed),
    documentType: child.document_type,
    documentNumber: key.open('child.document', child.document_sealed),
    sex: child.sex,
    birthDate: key.open('child.birth_date', child.birth_date_sealed),
    nationality: child.nationality,
    ethnicity: ETHNICITIES.get(details.ethnicity ?? '')?.['zh-CN'] ?? null,
    hukouProvince: row.hukou_province,
  };
}

async function guardianOf(
  guardian: GuardianRow,
  details: Details,
  { key, districts }: FormSources,
): Promise<FormGuardian> {
  const { role } = guardian;
  const open = (column: string, sealed: Buffer) => key.open(`guardian.${role}.${column}`, sealed);
  const permit = details.residencePermits.find((one) => one.guardian === role);
  const employment = details.employments.find((one) => one.guardian === role);
  const insured = employment?.insuredDistrict ?? null;
  return {
    role,
    relation: relationOf(role, details) ?? guardian.relation,
    name: open('name', guardian.name_sealed),
    documentType: guardian.document_type,
    documentNumber: open('document', guardian.document_sealed),
    phone: open('phone', guardian.phone_sealed),
    permit: permit
      ? { number: permit.number ?? '', validUntil: permit.validUntil ?? '', address: permit.address ?? '' }
      : null,
    employment: employment
      ? {
          kind: employment.kind as EmploymentKind,
          employerName: employment.employerName,
          employerCreditCode: employment.employerCreditCode,
          insuredDistrict:
            insured === null ? null : ((await districts.byCode.load(insured))?.name ?? insured),
        }
      : null,
  };
}

const relationOf = (role: GuardianRole, { firstGuardianRelation, secondGuardian }: Details) =>
  (role === 'FIRST' ? firstGuardianRelation : (secondGuardian?.relation ?? null)) as Relation | null;
