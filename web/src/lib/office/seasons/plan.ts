import type { RequestEvent } from '@sveltejs/kit';
import { PlanSeasonDocument } from '@enrolment/schema/client';
import { malformed } from '#lib/api/refusals.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { act, notTaken } from '#lib/server/act.ts';
import { redirectWithin } from '#lib/server/office.ts';

export interface PlanTyped {
  readonly year: string;
  readonly bornFrom: string;
  readonly bornTo: string;
}

/** The year after the newest one, and its children: they turn six between two Septembers. */
export function planOf(year: number): PlanTyped {
  return { year: String(year), bornFrom: `${year - 7}-09-01`, bornTo: `${year - 6}-08-31` };
}

/** Plans a season as it was typed, and leads to its page. */
export async function plan(event: RequestEvent) {
  const form = await event.request.formData();
  const [year, bornFrom, bornTo] = [
    textIn(form, 'year').trim(),
    textIn(form, 'bornFrom').trim(),
    textIn(form, 'bornTo').trim(),
  ];
  const typed = { year, bornFrom, bornTo };
  if (!/^\d{4}$/.test(year)) return notTaken([malformed('year', m.office_seasons_no_year())], { typed });
  for (const field of ['bornFrom', 'bornTo'] as const) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed[field])) {
      return notTaken([malformed(field, m.office_seasons_date_hint())], { typed });
    }
  }
  // A form that says nothing replaces nobody's plan.
  const asked = { year: Number(year), bornFrom, bornTo, revision: revisionIn(form) ?? 0 };
  const planned = await act(event, PlanSeasonDocument, asked, { typed });
  return planned.ok ? redirectWithin(event, `/office/seasons/${year}`, { done: 'planned' }) : planned.failure;
}
