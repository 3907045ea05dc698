import { isCalendarDate } from './calendar.js';
import { checkList, checkTexts } from './own-data.js';
import './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { spellingsOf } from './subdistrict.js';
import { checkChoice } from './choice.js';
import { compact, normaliseLine } from './text.js';

/** A 街道, 镇 or 乡, as its district lists it. */
export interface Subdistrict {
  readonly name: string;
  readonly nameEn: string | null;
  /** 统计用区划代码: of nine digits, or of twelve. */
  readonly code: string | null;
  /** What it was called before: records and roles that name it so stay with it. */
  readonly formerNames: readonly string[];
  /** The first day on which nobody can choose it any more. */
  readonly closedFrom: string | null;
}

/** The subdistricts of a district. */
export interface SubdistrictList {
  readonly entries: readonly Subdistrict[];
  /** Whether nothing else can be given as the subdistrict of a home. */
  readonly complete: boolean;
}

export const NO_SUBDISTRICTS: SubdistrictList = { entries: [], complete: false };

/** As many characters as families can write. */
export const SUBDISTRICT_LENGTHS = { name: 40, nameEn: 80, formerNames: 40 } as const;

const CODE = /^\d{9}(?:\d{3})?$/;
const END = /(?:街道|地区)(?:办|办事处)?$|[镇乡]$/u;
const bare = (name: string): string => name.replace(END, '') || name;

/** By what somebody can mean it. */
type Named = Pick<Subdistrict, 'name' | 'formerNames'>;

const namesOf = ({ name, formerNames }: Named): readonly string[] => [name, ...formerNames];

/** A family's subdistrict without the blanks that its keyboard has put in between. */
const written = (text: string): string => compact(normaliseLine(text));

/** What each way to write a name means: null where that could be two. */
function byWays<One extends Named>(
  entries: readonly One[],
  ways: (name: string) => readonly string[],
): ReadonlyMap<string, One | null> {
  const by = new Map<string, One | null>();
  for (const entry of entries)
    for (const name of namesOf(entry))
      for (const way of ways(name)) by.set(way, !by.has(way) || by.get(way) === entry ? entry : null);
  return by;
}

/** The ways to write a name, the clearest first. */
const CLEAREST = [(name: string) => [name], spellingsOf, (name: string) => [bare(name)]];

/** Reads a list once for all that is asked about it, and only as far as that needs. */
function reading<One extends Named>(entries: readonly One[]): (text: string) => One | null {
  const read: ReadonlyMap<string, One | null>[] = [];
  return (text) => {
    const name = written(text);
    for (const [place, ways] of CLEAREST.entries()) {
      const one = (read[place] ??= byWays(entries, ways)).get(name);
      if (one !== undefined) return one;
    }
    return null;
  };
}

/**
 * The subdistrict that somebody means: by its whole name, by one of the ways to write that, or by the name without its end, 宋庄
 * for 宋庄镇. Null where none is meant, or more than one.
 */
export const meant = <One extends Named>(entries: readonly One[], text: string): One | null =>
  reading(entries)(text);

/** Every way to write it, also those that mean another. */
const waysOf = (one: Named): string[] => [
  ...new Set(namesOf(one).flatMap((name) => CLEAREST.flatMap((ways) => ways(name)))),
];

/** Every way to write a subdistrict of the list that means it, its name of today first. */
export function writingsOf(entries: readonly Named[], one: Named): string[] {
  const means = reading(entries);
  return waysOf(one).filter((text) => means(text) === one);
}

/** Every way to write what somebody means; what is not in the list has the ways that every subdistrict has. */
export function writingsOfMeant(entries: readonly Named[], text: string): string[] {
  const one = meant(entries, text);
  return one ? writingsOf(entries, one) : spellingsOf(text);
}

/** What it is called in the list; what is not there stays as it is written. */
export const calledInList = (entries: readonly Named[], text: string): string =>
  meant(entries, text)?.name ?? text;

/** Those that can be chosen on a day, in the order of the list. */
export const openOn = (entries: readonly Subdistrict[], today: string): Subdistrict[] =>
  entries.filter(({ closedFrom }) => closedFrom === null || closedFrom > today);

/** Where the list is complete, a home is in one of those that can be chosen. */
export function checkSubdistrict(
  text: string | null | undefined,
  { entries, complete }: SubdistrictList,
  today: string,
): Refusal[] {
  if (!complete || !text) return [];
  const one = meant(entries, text);
  const open = one !== null && openOn([one], today).length > 0;
  return checkChoice(text, () => open, 'residence.subdistrict');
}

/** Where the list is complete, an officer is bound to what it names; to what is closed, too, as long as records are there. */
export const checkBinding = (texts: readonly string[], { entries, complete }: SubdistrictList): Refusal[] =>
  complete
    ? texts
        .flatMap((text) => checkChoice(text, () => meant(entries, text) !== null, 'subdistricts'))
        .slice(0, 1)
    : [];

const line = (text: string | null): string | null => normaliseLine(text ?? '') || null;

export function normaliseSubdistrict(given: Subdistrict): Subdistrict {
  const name = written(given.name);
  const former = given.formerNames.map(written).filter((one) => one !== '' && one !== name);
  return {
    name,
    nameEn: line(given.nameEn),
    code: compact(given.code ?? '') || null,
    formerNames: [...new Set(former)],
    closedFrom: line(given.closedFrom),
  };
}

function checkEntry({ name, nameEn, code, formerNames, closedFrom }: Subdistrict): Refusal[] {
  return [
    ...checkTexts({ name, nameEn }, SUBDISTRICT_LENGTHS, ['nameEn']),
    ...formerNames.flatMap((formerName) => checkTexts({ formerNames: formerName }, SUBDISTRICT_LENGTHS)),
    ...(code !== null && !CODE.test(code) ? [refuse('subdistrictCode', { field: 'code' })] : []),
    ...(closedFrom !== null && !isCalendarDate(closedFrom)
      ? [refuse('dateFormat', { field: 'closedFrom', params: { value: closedFrom } })]
      : []),
  ];
}

/** Each name means one place, in whatever way it is written and whether it is of today or of before. */
export function checkSubdistricts(entries: readonly Subdistrict[]): Refusal[] {
  const refusals = checkList(entries, ({ name }) => name, { at: 'name', check: checkEntry });
  if (refusals.length > 0) return refusals;
  return entries.flatMap((entry, place) => {
    const before = entries.slice(0, place);
    const taken = (name: string) =>
      before.some((other) => namesOf(other).some((one) => spellingsOf(one).includes(name)));
    const twice = (field: string) => [refuse('entryTwice', { field: `${place}.${field}` })];
    if (taken(entry.name)) return twice('name');
    if (entry.formerNames.some(taken)) return twice('formerNames');
    const codes = before.map(({ code }) => code);
    return entry.code !== null && codes.includes(entry.code) ? twice('code') : [];
  });
}

/** A list that is complete has something to choose. */
export const checkComplete = ({ entries, complete }: SubdistrictList, today: string): Refusal[] =>
  complete && openOn(entries, today).length === 0 ? [refuse('subdistrictsNone')] : [];

/**
 * Tells whether what somebody has written meant a subdistrict of the list and would not mean it any more: nothing, two, or
 * another than the one that has its name from now on.
 */
export function straying(before: readonly Named[], after: readonly Named[]): (text: string) => boolean {
  const [meantBefore, meansAfter] = [reading(before), reading(after)];
  return (text) => {
    const one = meantBefore(text);
    if (!one) return false;
    const heir = meansAfter(one.name);
    return heir === null || meansAfter(text) !== heir;
  };
}

/** Every way to write a subdistrict of the list that would not mean it any more. */
export const namesAstray = (before: readonly Named[], after: readonly Named[]): string[] =>
  [...new Set(before.flatMap(waysOf))].filter(straying(before, after));
