import { error } from '@sveltejs/kit';
import {
  ArchiveSeasonDocument,
  CloseSeasonDocument,
  OpenSeasonDocument,
  RetentionDueDocument,
  SeasonOverviewsDocument,
  type SeasonStep,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { malformed } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { plan } from '#lib/office/seasons/plan.ts';
import { DONE } from '#lib/office/seasons/words.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { doneIn } from '#lib/server/back.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** The steps, each with the word that its page is told by. */
const STEPS = {
  OPEN: { done: 'open', take: (event: RequestEvent, of: Of) => act(event, OpenSeasonDocument, of) },
  CLOSE: { done: 'close', take: (event: RequestEvent, of: Of) => act(event, CloseSeasonDocument, of) },
  ARCHIVE: { done: 'archive', take: (event: RequestEvent, of: Of) => act(event, ArchiveSeasonDocument, of) },
} as const;
type Of = { year: number };
const isStep = (text: string): text is SeasonStep => Object.hasOwn(STEPS, text);

/** One season: where it stands, what its next step means, and what it keeps for how long. */
export const load: PageServerLoad = async (event) => {
  requireAction(event, 'ADMINISTER_CITY');
  const [{ seasonOverviews }, { retentionDue }] = await Promise.all([
    request(event, SeasonOverviewsDocument, {}),
    request(event, RetentionDueDocument, {}),
  ]);
  const overview = seasonOverviews.find(({ season }) => String(season.year) === event.params.year);
  if (!overview) error(404, 'Not found');
  return {
    overview,
    due: retentionDue.filter(({ season }) => season === overview.season.year),
    done: doneIn(event.url, DONE),
  };
};

export const actions: Actions = {
  plan: (event) => {
    requireAction(event, 'ADMINISTER_CITY');
    return plan(event);
  },
  take: async (event) => {
    requireAction(event, 'ADMINISTER_CITY');
    const form = await event.request.formData();
    const step = textIn(form, 'step');
    if (!isStep(step)) error(400, 'Bad Request');
    if (!form.has('seen')) return notTaken([malformed('seen', m.office_seasons_see_first())], {});
    const { done, take } = STEPS[step];
    const taken = await take(event, { year: Number(event.params.year) });
    return taken.ok ? redirectWithin(event, event.url.pathname, { done }) : taken.failure;
  },
};
