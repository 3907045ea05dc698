import { businessDay, dayInWords } from './calendar.js';
import type { Language } from './refusal.js';
import { beijingTime } from './wall-clock.js';
import { names } from './words.js';

/** What looks unusual in the trail of one person on one day. */
export const UNUSUAL_KINDS = ['MANY_WHOLE_NUMBERS', 'WHOLE_NUMBERS_AT_NIGHT', 'OWN_FAMILY'] as const;
export type UnusualKind = (typeof UNUSUAL_KINDS)[number];

/** How many days back an administrator is told of it: time to be ill or away for a fortnight. */
export const UNUSUAL_DAYS = 14;

/**
 * Looks at whole numbers of one person in a day from which on they are many. Masked numbers are enough to review by; an
 * officer who has a hundred records a day needs the whole ones for the few that she calls or compares by hand.
 */
export const MANY_LOOKS = 40;

/** Beijing's hours in which no office works; in the season the desks close at 21:00 at the latest. */
const NIGHT = { from: 22, to: 6 } as const;

/** How often somebody has looked at whole numbers within one hour; each record of a list that was downloaded is a look. */
export interface HourOfLooks {
  readonly actor: string;
  readonly hour: Date;
  readonly looks: number;
}

export interface Unusual {
  readonly kind: UnusualKind;
  readonly actor: string;
  /** In Beijing. A night belongs to the day on which each of its looks was. */
  readonly day: string;
  readonly looks: number;
}

const isNight = (hour: Date): boolean => {
  const shown = beijingTime(hour).getUTCHours();
  return shown >= NIGHT.from || shown < NIGHT.to;
};

/** The most that is told at once. */
const MOST = 100;

/** Whoever is named by a document, as a guardian or as the identity provider knows her. */
export interface Documented {
  readonly documentType: string;
  readonly documentNumber: string;
}

/**
 * Whether an officer looks at her own family: a guardian of the record has her document. Whoever registered it, or is authorised
 * for it, reads it as a family; this is about whom the family names, and who would read it as an officer.
 */
export const isOwnFamily = (
  reader: { readonly type: string; readonly number: string } | null,
  guardians: readonly (Documented | null)[],
): boolean =>
  reader !== null &&
  guardians.some(
    (guardian) => guardian?.documentType === reader.type && guardian.documentNumber === reader.number,
  );

/** What looks unusual among the looks at whole numbers, and among those at one’s own family: the newest day first. */
export function findUnusual(
  hours: readonly HourOfLooks[],
  ownFamily: readonly HourOfLooks[] = [],
): Unusual[] {
  const found: Unusual[] = [];
  for (const { actor, day, all, atNight } of byDay(hours)) {
    if (all >= MANY_LOOKS) found.push({ kind: 'MANY_WHOLE_NUMBERS', actor, day, looks: all });
    if (atNight > 0) found.push({ kind: 'WHOLE_NUMBERS_AT_NIGHT', actor, day, looks: atNight });
  }
  for (const { actor, day, all } of byDay(ownFamily)) {
    found.push({ kind: 'OWN_FAMILY', actor, day, looks: all });
  }
  return found.sort((a, b) => b.day.localeCompare(a.day) || b.looks - a.looks).slice(0, MOST);
}

interface DayOfLooks {
  readonly actor: string;
  readonly day: string;
  all: number;
  atNight: number;
}

function byDay(hours: readonly HourOfLooks[]): Iterable<DayOfLooks> {
  const days = new Map<string, DayOfLooks>();
  for (const { actor, hour, looks } of hours) {
    const day = businessDay(hour);
    const ofDay = days.get(`${day} ${actor}`) ?? { actor, day, all: 0, atNight: 0 };
    ofDay.all += looks;
    if (isNight(hour)) ofDay.atNight += looks;
    days.set(`${day} ${actor}`, ofDay);
  }
  return days.values();
}

/** Each in a sentence; {day} and {looks} are filled in. */
const SENTENCES = names<UnusualKind>({
  MANY_WHOLE_NUMBERS: [
    `{day}，一个人查看完整号码 {looks} 次，下载完整名单时名单里每条记录算一次。一天 ${MANY_LOOKS} 次起会列在这里。`,
    `On {day} one person looked at whole numbers {looks} times; each record of a downloaded list counts as one. From ${MANY_LOOKS} times a day on it is listed here.`,
  ],
  WHOLE_NUMBERS_AT_NIGHT: [
    `{day}，夜里（${NIGHT.from}:00 至次日 ${NIGHT.to}:00）查看完整号码 {looks} 次，下载完整名单时名单里每条记录算一次。`,
    `On {day} one person looked at whole numbers {looks} times at night (${NIGHT.from}:00 to ${NIGHT.to}:00); each record of a downloaded list counts as one.`,
  ],
  OWN_FAMILY: [
    '{day}，以工作人员身份查看自己家的信息 {looks} 次：其中一位监护人的证件就是本人的。',
    'On {day} somebody looked {looks} times, as an officer, at her own family: a guardian of the record has her document.',
  ],
});

/** A finding as a sentence. */
export const unusualInWords = ({ kind, day, looks }: Unusual, language: Language): string =>
  SENTENCES[kind][language].replace('{day}', dayInWords(day)[language]).replace('{looks}', String(looks));
