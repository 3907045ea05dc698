import { NO_DETAILS, type Details } from '@enrolment/rulebook/details/details.js';
import type { GuardianRole, Relation } from '@enrolment/rulebook/vocabulary.js';
import { openSubmitted } from '../details/details.content.js';
import { namesOf } from '../details/detail-names.js';
import { answerInWords } from '../district/question-words.js';
import { calendarOf } from '../calendar/windows.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { DataKey } from '../platform/keys.js';
import type { RecordLoaders } from '../record/record.loaders.js';
import { loadPeople, type ChildInWords, type GuardianInWords } from '../record/people.js';
import type { RecordFacts } from '../record/record.statements.js';
import type { CollectionFormFacts, FormGuardian } from './facts.js';

export interface FormSources {
  readonly row: RecordFacts;
  readonly key: DataKey;
  readonly districts: DistrictLoaders;
  readonly records: RecordLoaders;
}

/** The facts of an approved record. Its details have passed every check, so nothing is half filled in. */
export async function gatherForm(
  sources: FormSources,
  print: { printedAt: Date; verifyUrl: string },
): Promise<CollectionFormFacts> {
  const { row, key, districts, records } = sources;
  const [details, district, questions, people, items] = await Promise.all([
    submittedDetails(sources),
    districts.byCode.load(row.district),
    districts.everAsked.load(calendarOf(row)),
    loadPeople(records, row.id, key),
    records.reviewItems.load(row.id),
  ]);
  return {
    number: row.number,
    season: row.season,
    service: row.service,
    ground: row.ground ?? null,
    district: district!,
    child: childOf(people!.child, row),
    guardians: people!.guardians.map((guardian) => guardianOf(guardian, details)),
    details,
    districtNames: (await namesOf([details], row, { districts, language: 'zh-CN' })).districts,
    answers: questions.flatMap((question) => {
      const answer = details.answers.find(({ key }) => key === question.key);
      return answer ? [{ label: question.label, value: answerInWords(question, answer.value, 'zh-CN') }] : [];
    }),
    reviewItems: items.map(({ label }) => label),
    submittedAt: row.submittedAt ?? null,
    version: row.version!,
    ...print,
  };
}

/** The submitted details, not the draft written since. */
async function submittedDetails({ row, key, records }: FormSources): Promise<Details> {
  const sealed = (await records.details.load(row.id))?.submitted;
  return sealed ? openSubmitted(key, sealed).details : NO_DETAILS;
}

function childOf(child: ChildInWords, { hukouProvince = null }: RecordFacts): CollectionFormFacts['child'] {
  const { name, documentType, documentNumber, sex, birthDate, nationality } = child;
  return { name, documentType, documentNumber, sex, birthDate, nationality, hukouProvince };
}

function guardianOf(guardian: GuardianInWords, details: Details): FormGuardian {
  const { role, name, documentType, documentNumber, phone } = guardian;
  const relation = relationOf(role, details) ?? guardian.relation;
  return { role, relation, name, documentType, documentNumber, phone };
}

const relationOf = (role: GuardianRole, { firstGuardianRelation, secondGuardian }: Details) =>
  (role === 'FIRST' ? firstGuardianRelation : (secondGuardian?.relation ?? null)) as Relation | null;
