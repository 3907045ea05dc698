import { error, redirect } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import {
  AcceptCorrectionRequestDocument,
  ConfirmCorrectionRequestDocument,
  CorrectionRequestDocument,
  DeclineCorrectionRequestDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { readText, act } from '#lib/server/act.ts';
import { officeAddress } from '#lib/office/address.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const DONE = ['accepted', 'confirmed', 'declined'] as const;

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'DECIDE_CORRECTIONS');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord: record } = await request(event, CorrectionRequestDocument, { number });
  if (!record?.correctionRequest) error(404, 'Not found');
  const done = DONE.find((one) => event.url.searchParams.has(one)) ?? null;
  return { record, asked: record.correctionRequest, maskedName: maskName(record.child.name), done };
};

function back({ url }: RequestEvent, done: (typeof DONE)[number]): never {
  redirect(303, officeAddress(url.pathname, { place: url.searchParams.get('place'), [done]: '1' }));
}

export const actions: Actions = {
  accept: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const reason = (await readText(event, 'reason')).trim();
    const given = { number: event.params.number, reason };
    const accepted = await act(event, AcceptCorrectionRequestDocument, given, { of: 'ACCEPT', reason });
    return accepted.ok ? back(event, 'accepted') : accepted.failure;
  },
  confirm: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const confirmed = await act(
      event,
      ConfirmCorrectionRequestDocument,
      { number: event.params.number },
      { of: 'CONFIRM' },
    );
    return confirmed.ok ? back(event, 'confirmed') : confirmed.failure;
  },
  decline: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const reason = (await readText(event, 'reason')).trim();
    const given = { number: event.params.number, reason };
    const declined = await act(event, DeclineCorrectionRequestDocument, given, { of: 'DECLINE', reason });
    return declined.ok ? back(event, 'declined') : declined.failure;
  },
};
