import { DETAIL_FIELDS } from '@enrolment/rulebook/details/fields.ts';
import {
  normaliseDetails,
  pathsOf,
  type Details,
  type DetailsTyped,
} from '@enrolment/rulebook/details/details.ts';
import { isSection } from '@enrolment/rulebook/details/field.ts';
import { ROOTS } from '@enrolment/rulebook/details/form.ts';
import { GUARDIAN_ROLES, type GuardianRole } from '@enrolment/rulebook/vocabulary.ts';
import { readDate } from '#lib/date-parts.ts';
import { textIn } from '#lib/form-text.ts';

/** The values of the details form by input path: `household.kind`, `employments.FIRST.kind`, `answers.KEY`. */
export type DetailsValues = Readonly<Record<string, string>>;

/** Whether there is a second guardian is asked first. The input has no such field; its content tells. */
export const SECOND = 'secondGuardian';

/** Every path that the form can have, guardian by guardian. */
export function pathsOfForm(questions: readonly { key: string }[]): string[] {
  const common = DETAIL_FIELDS.flatMap(({ path }) =>
    path.includes('*') ? GUARDIAN_ROLES.map((role) => path.replace('*', role)) : [path],
  );
  return [...new Set(common), ...questions.map(({ key }) => `answers.${key}`)];
}

/** Turns details into the form's values. */
export function valuesOf(details: DetailsTyped | null): DetailsValues {
  const settled = normaliseDetails(details ?? {});
  const values = Object.fromEntries(pathsOf(settled));
  const there = settled.secondGuardian ? 'yes' : settled.noSecondGuardianReason ? 'no' : '';
  return there ? { ...values, [SECOND]: there } : values;
}

/** Turns the form's values into details. The last answer about the second guardian decides whether there is one. */
export function detailsOf(values: DetailsValues): Details {
  const typed = bare<unknown>();
  const answers: { key: string; value: string }[] = [];
  for (const [path, value] of Object.entries(values)) {
    const [root = '', second = '', third = ''] = path.split('.');
    if (root === 'answers') answers.push({ key: path.slice('answers.'.length), value });
    else if (third) within(within(typed, root), second)[third] = value;
    else if (second) within(typed, root)[second] = value;
  }
  const common = ROOTS.map(([root, declared]) => {
    if (!isSection(declared)) return [root, values[root]];
    if (!declared.each) return [root, typed[root]];
    return [root, GUARDIAN_ROLES.flatMap((guardian) => entryOf(typed[root], guardian))];
  });
  const there = values[SECOND];
  const details = normaliseDetails({ ...(Object.fromEntries(common) as DetailsTyped), answers });
  return {
    ...details,
    secondGuardian: there === 'no' ? null : details.secondGuardian,
    noSecondGuardianReason: there === 'yes' ? null : details.noSecondGuardianReason,
  };
}

type Branch = Record<string, unknown>;

const entryOf = (entries: unknown, guardian: GuardianRole) => {
  const entry = (entries as Branch | undefined)?.[guardian];
  return entry ? [{ guardian, ...(entry as Branch) }] : [];
};

/** The branch of that name; it is made if there is none. */
function within(tree: Branch, name: string): Branch {
  return (typeof tree[name] === 'object' ? tree[name] : (tree[name] = bare<unknown>())) as Branch;
}

/** Paths come from browsers. These objects have no prototype, so a path such as `__proto__` means nothing special. */
const bare = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Lays the sent fields over the earlier ones: what the page did not show stays as it was. */
export function readDetails(form: FormData, before: DetailsValues, paths: readonly string[]): DetailsValues {
  const read = paths.flatMap((path): [string, string][] => {
    if (form.has(`${path}.year`)) return [[path, readDate(form, path)]];
    return form.has(path) ? [[path, textIn(form, path)]] : [];
  });
  return { ...before, ...Object.fromEntries(read) };
}
