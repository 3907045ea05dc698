import { placeInForm } from '@enrolment/rulebook/details/fields.ts';
import { pathsOf } from '@enrolment/rulebook/details/details.ts';
import { detailsOf, SECOND, type DetailsValues } from './values.ts';

export type Side = 'mine' | 'theirs';

/** A field in which the version that somebody else saved differs from the one here. */
export interface Difference {
  path: string;
  mine: string;
  theirs: string;
  /** Who changed it, if only one of the two did; null if both did and somebody has to choose. */
  suggested: Side | null;
}

/** In the order of the form. Two spellings of one value are no difference. `base` is where both started, if known. */
export function differences(
  mine: DetailsValues,
  theirs: DetailsValues,
  base: DetailsValues | null,
): Difference[] {
  const [here, there, before] = [mine, theirs, base ?? {}].map((values) =>
    Object.fromEntries(pathsOf(detailsOf(values))),
  );
  return [...new Set([...Object.keys(here!), ...Object.keys(there!)])]
    .filter((path) => here![path] !== there![path])
    .toSorted((a, b) => placeInForm(a) - placeInForm(b))
    .map((path) => ({
      path,
      mine: here![path] ?? '',
      theirs: there![path] ?? '',
      suggested: base ? suggestion(here![path], there![path], before![path]) : null,
    }));
}

function suggestion(
  mine: string | undefined,
  theirs: string | undefined,
  base: string | undefined,
): Side | null {
  if (mine === base) return 'theirs';
  return theirs === base ? 'mine' : null;
}

/** The choices of the comparison by field; the form names them `keep:` and the path. */
export function choicesIn(form: FormData): Record<string, Side> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]): [string, Side][] =>
      name.startsWith('keep:') ? [[name.slice('keep:'.length), value === 'theirs' ? 'theirs' : 'mine']] : [],
    ),
  );
}

/** The values here, replaced by theirs wherever that was chosen. */
export function merge(
  mine: DetailsValues,
  theirs: DetailsValues,
  choices: Readonly<Record<string, Side>>,
): DetailsValues {
  const taken = Object.entries(choices).flatMap(([path, side]) => (side === 'theirs' ? [path] : []));
  const merged: Record<string, string> = { ...mine };
  for (const path of taken) merged[path] = theirs[path] ?? '';
  // Whether there is a second guardian follows from the choices about that guardian.
  if (taken.some((path) => path.startsWith(`${SECOND}.`) || path === 'noSecondGuardianReason')) {
    merged[SECOND] = theirs[SECOND] ?? '';
  }
  return merged;
}
