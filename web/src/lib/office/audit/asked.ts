import { isCalendarDate } from '@enrolment/rulebook/calendar.ts';
import { isCollectionNumber, normaliseCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { AuditFilter, AuditKind } from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import type { Place } from '#lib/server/place.ts';

export const KINDS = [
  'LOOK',
  'WHOLE_NUMBERS',
  'DECISION',
  'FAMILY',
  'SETTING',
] as const satisfies readonly AuditKind[];

/** What the address of the page asks for; fields that cannot be read are left out. */
export interface AskedTrail {
  readonly kind: AuditKind | null;
  readonly number: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export function readAsked(search: URLSearchParams): AskedTrail {
  const day = (name: string) => {
    const text = search.get(name);
    return text !== null && isCalendarDate(text) ? text : null;
  };
  const number = normaliseCollectionNumber(search.get('number') ?? '').replace(/-/g, '');
  return {
    kind: KINDS.find((kind) => kind === search.get('kind')) ?? null,
    number: isCollectionNumber(number) ? number : null,
    from: day('from'),
    to: day('to'),
  };
}

/** What a form asks for, as an address says it. */
export function askedIn(form: FormData): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of ['kind', 'number', 'from', 'to', 'after']) {
    const text = textIn(form, name).trim();
    if (text) search.set(name, text);
  }
  return search;
}

/** The entries of a place. A city's are those of every district, and its own. */
export const filterOf = ({ kind, from, to }: AskedTrail, place: Place): AuditFilter => ({
  kind,
  from,
  to,
  district: place.kind === 'CITY' ? null : place.district,
});
