import { error } from '@sveltejs/kit';
import {
  ComparedRecordDocument,
  FreezeRecordDocument,
  MarkNotDuplicateDocument,
  NearDuplicatesDocument,
  UnfreezeRecordDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { backHere, doneIn } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const DONE = ['cleared', 'frozen', 'unfrozen'] as const;

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'JUDGE_DUPLICATES');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord: record } = await request(event, NearDuplicatesDocument, { number });
  if (!record) error(404, 'Not found');
  const besides = record.nearDuplicates;
  // One at a time stands beside it: each is a look at somebody else’s record.
  const asked =
    besides.find((one) => one.number === event.url.searchParams.get('beside')) ?? besides[0] ?? null;
  const { collectionRecord: other } = asked?.own
    ? await request(event, ComparedRecordDocument, { number: asked.number })
    : { collectionRecord: null };
  return { record, besides, asked, other, done: doneIn(event.url, DONE) };
};

async function asked(event: RequestEvent, of: string) {
  requireAction(event, 'JUDGE_DUPLICATES');
  const form = await event.request.formData();
  const reason = textIn(form, 'reason').trim();
  return { form, given: { number: event.params.number, reason }, kept: { of, reason } };
}

export const actions: Actions = {
  clear: async (event) => {
    const { form, given, kept } = await asked(event, 'CLEAR');
    const other = textIn(form, 'other');
    if (!/^\d{14}$/.test(other)) error(400, 'Bad request');
    const cleared = await act(event, MarkNotDuplicateDocument, { ...given, other }, kept);
    return cleared.ok ? backHere(event, 'cleared') : cleared.failure;
  },
  freeze: async (event) => {
    const { given, kept } = await asked(event, 'FREEZE');
    const frozen = await act(event, FreezeRecordDocument, given, kept);
    return frozen.ok ? backHere(event, 'frozen') : frozen.failure;
  },
  unfreeze: async (event) => {
    const { given, kept } = await asked(event, 'UNFREEZE');
    const lifted = await act(event, UnfreezeRecordDocument, given, kept);
    return lifted.ok ? backHere(event, 'unfrozen') : lifted.failure;
  },
};
