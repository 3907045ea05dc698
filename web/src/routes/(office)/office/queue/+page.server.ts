import { fail, redirect } from '@sveltejs/kit';
import {
  ClaimRecordDocument,
  OfficeJobsDocument,
  RecordListDocument,
  ReleaseRecordDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import { textIn } from '#lib/form-text.ts';
import { groupCollectionNumber } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { keptQueueFilter, queueFilter, readQueue } from '#lib/office/queue/asked.ts';
import { placeIn, readPage } from '#lib/office/records/filters.ts';
import { act } from '#lib/server/act.ts';
import { backHere, doneIn } from '#lib/server/back.ts';
import { filterChoices } from '#lib/server/filter-choices.ts';
import { requireAction } from '#lib/server/office.ts';
import { colleaguesIn, give } from '#lib/server/give.ts';
import { saveView, viewsOf } from '#lib/server/views.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const DONE = ['view', 'given'] as const;

/** What needs a decision from me now, the longest waiting first. */
export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'DECIDE_ON_RECORD');
  const { searchParams } = event.url;
  const asked = readQueue(searchParams);
  const mayBulk = office.may('DECIDE_IN_BULK');
  const [{ now, collectionRecords }, jobs, views, choices, colleagues] = await Promise.all([
    request(event, RecordListDocument, {
      filter: queueFilter(asked, office),
      orderBy: 'STAGE_SINCE_ASC',
      ...readPage(placeIn(searchParams)),
      total: true,
    }),
    mayBulk ? jobsGoingOn(event) : null,
    viewsOf(event, office, 'QUEUE'),
    filterChoices(event, office),
    office.place.kind === 'DISTRICT' && office.may('HAND_OVER_RECORDS')
      ? colleaguesIn(event, office.place.district)
      : [],
  ]);
  return {
    asked,
    now,
    list: collectionRecords,
    mayTakeOver: office.may('TAKE_OVER_RECORD'),
    mayBulk,
    jobs,
    views,
    ...choices,
    colleagues,
    done: doneIn(event.url, DONE) ?? (searchParams.has('empty') ? ('EMPTY' as const) : null),
  };
};

/** What is being done in bulk, and what waits for a second person. */
async function jobsGoingOn(event: RequestEvent) {
  const { jobs } = await request(event, OfficeJobsDocument, { states: ['PROPOSED', 'QUEUED', 'RUNNING'] });
  return jobs.nodes;
}

const MOST = 50;

/** The record of the button that was pressed, or else those that are chosen. */
function numbersIn(form: FormData): string[] {
  const pressed = textIn(form, 'number');
  const chosen = pressed ? [pressed] : form.getAll('chosen').map(String);
  return chosen.filter((number) => /^\d{14}$/.test(number)).slice(0, MOST);
}

function backToQueue({ url }: RequestEvent): never {
  const search = new URLSearchParams(
    [...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'done'),
  );
  redirect(303, search.size > 0 ? `/office/queue?${search}` : '/office/queue');
}

async function claimAll(event: RequestEvent, takeOver: boolean) {
  requireAction(event, takeOver ? 'TAKE_OVER_RECORD' : 'CLAIM_RECORD');
  const refusals: Refusal[] = [];
  const numbers = numbersIn(await event.request.formData());
  for (const number of numbers) {
    const claimed = await act(event, ClaimRecordDocument, { number, takeOver });
    if (claimed.ok) continue;
    if (!('refusals' in claimed.failure.data)) return claimed.failure;
    const about = `${groupCollectionNumber(number)}${m.office_colon()}`;
    for (const refusal of claimed.failure.data.refusals)
      refusals.push({ ...refusal, message: about + refusal.message });
  }
  return refusals.length > 0 ? fail(422, { refusals, of: numbers.length }) : backToQueue(event);
}

export const actions: Actions = {
  claim: (event) => claimAll(event, false),
  takeOver: (event) => claimAll(event, true),
  handOver: async (event) => {
    const form = await event.request.formData();
    return (await give(event, form, numbersIn(form))) ?? backHere(event, 'given');
  },
  saveView: (event) => saveView(event, 'QUEUE', keptQueueFilter(readQueue(event.url.searchParams))),
  release: async (event) => {
    requireAction(event, 'CLAIM_RECORD');
    const [number] = numbersIn(await event.request.formData());
    if (!number) return fail(400, {});
    const released = await act(event, ReleaseRecordDocument, { number });
    return released.ok ? backToQueue(event) : released.failure;
  },
};
