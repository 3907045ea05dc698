import { pathsOf, type Details } from '@enrolment/rulebook/details/details.js';
import { fieldAt } from '@enrolment/rulebook/details/fields.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { calendarOf } from '../calendar/windows.js';
import type { DistrictQuestion } from '../district/district.entity.js';
import type { DistrictLoaders } from '../district/district.loaders.js';
import type { RecordFacts } from '../record/record.statements.js';

/** The names of districts and of their questions. */
export interface DetailNames {
  readonly districts: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, DistrictQuestion>;
}

export async function namesOf(
  details: readonly Details[],
  row: RecordFacts,
  { districts, language }: { districts: DistrictLoaders; language: Language },
): Promise<DetailNames> {
  const codes = details.flatMap(districtsIn);
  const insuring = await Promise.all(codes.map((code) => districts.byCode.load(code)));
  const questions = await districts.everAsked.load(calendarOf(row));
  return {
    districts: new Map(
      insuring.flatMap((found) =>
        found ? [[found.code, language === 'en' ? found.nameEn : found.name]] : [],
      ),
    ),
    questions: new Map(questions.map((question) => [question.key, question])),
  };
}

/** The codes of the districts that details name. */
const districtsIn = (details: Details): string[] =>
  pathsOf(details).flatMap(([path, value]) => (fieldAt(path, null)?.input === 'DISTRICT' ? [value] : []));
