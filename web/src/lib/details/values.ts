import { DETAIL_FIELDS } from '@enrolment/api/rulebook/details/fields.ts';
import {
  normaliseDetails,
  pathsOf,
  type Details,
  type DetailsTyped,
} from '@enrolment/api/rulebook/details/details.ts';
import { GUARDIAN_ROLES } from '@enrolment/api/vocabulary.ts';
import { readDate } from '#lib/date-parts.ts';

/** What stands in the details form, by input path: `household.kind`, `employments.FIRST.kind`, `answers.KEY`. */
export type DetailsValues = Readonly<Record<string, string>>;

/** Whether there is a second guardian: asked before one is described. No part of the input, told by what is. */
export const SECOND = 'secondGuardian';

/** Every path that the form can have, one guardian after the other. */
export function pathsOfForm(questions: readonly { key: string }[]): string[] {
  const common = DETAIL_FIELDS.flatMap(({ path }) =>
    path.includes('*') ? GUARDIAN_ROLES.map((role) => path.replace('*', role)) : [path],
  );
  return [...new Set(common), ...questions.map(({ key }) => `answers.${key}`)];
}

/** Details as the form shows them. */
export function valuesOf(details: DetailsTyped | null): DetailsValues {
  const settled = normaliseDetails(details ?? {});
  const values = Object.fromEntries(pathsOf(settled));
  const there = settled.secondGuardian ? 'yes' : settled.noSecondGuardianReason ? 'no' : '';
  return there ? { ...values, [SECOND]: there } : values;
}

/** What the form shows as details, the way they are kept; of the second guardian what was said last. */
export function detailsOf(values: DetailsValues): Details {
  const sections = bare<Record<string, string>>();
  const lists = bare<Record<string, Record<string, string>>>();
  const answers: { key: string; value: string }[] = [];
  for (const [path, value] of Object.entries(values)) {
    const [root = '', second = '', third = ''] = path.split('.');
    if (root === 'answers') answers.push({ key: path.slice('answers.'.length), value });
    else if (third) ((lists[root] ??= bare())[second] ??= bare())[third] = value;
    else if (second) (sections[root] ??= bare())[second] = value;
  }
  const entries = (root: string) =>
    GUARDIAN_ROLES.flatMap((guardian) => {
      const entry = lists[root]?.[guardian];
      return entry ? [{ guardian, ...entry }] : [];
    });
  const there = values[SECOND];
  return normaliseDetails({
    ethnicity: values['ethnicity'],
    household: sections['household'],
    residence: sections['residence'],
    firstGuardianRelation: values['firstGuardianRelation'],
    secondGuardian: there === 'no' ? null : sections['secondGuardian'],
    noSecondGuardianReason: there === 'yes' ? null : values['noSecondGuardianReason'],
    employments: entries('employments'),
    residencePermits: entries('residencePermits'),
    answers,
  });
}

/** Paths can come from a browser: without a prototype, at any depth, no path means anything but itself. */
const bare = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** The fields that were sent, over what stood there before: what a page did not show stays as it was. */
export function readDetails(form: FormData, before: DetailsValues, paths: readonly string[]): DetailsValues {
  const read = paths.flatMap((path): [string, string][] => {
    if (form.has(`${path}.year`)) return [[path, readDate(form, path)]];
    return form.has(path) ? [[path, String(form.get(path))]] : [];
  });
  return { ...before, ...Object.fromEntries(read) };
}
