import { error } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import {
  AcceptCorrectionRequestDocument,
  ConfirmCorrectionRequestDocument,
  CorrectionRequestDocument,
  DeclineCorrectionRequestDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { readText, act } from '#lib/server/act.ts';
import { backHere, doneIn } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

const DONE = ['accepted', 'confirmed', 'declined'] as const;

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'DECIDE_CORRECTIONS');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord: record } = await request(event, CorrectionRequestDocument, { number });
  if (!record?.correctionRequest) error(404, 'Not found');
  return {
    record,
    asked: record.correctionRequest,
    maskedName: maskName(record.child.name),
    done: doneIn(event.url, DONE),
  };
};

export const actions: Actions = {
  accept: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const reason = (await readText(event, 'reason')).trim();
    const given = { number: event.params.number, reason };
    const accepted = await act(event, AcceptCorrectionRequestDocument, given, { of: 'ACCEPT', reason });
    return accepted.ok ? backHere(event, 'accepted') : accepted.failure;
  },
  confirm: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const confirmed = await act(
      event,
      ConfirmCorrectionRequestDocument,
      { number: event.params.number },
      { of: 'CONFIRM' },
    );
    return confirmed.ok ? backHere(event, 'confirmed') : confirmed.failure;
  },
  decline: async (event) => {
    requireAction(event, 'DECIDE_CORRECTIONS');
    const reason = (await readText(event, 'reason')).trim();
    const given = { number: event.params.number, reason };
    const declined = await act(event, DeclineCorrectionRequestDocument, given, { of: 'DECLINE', reason });
    return declined.ok ? backHere(event, 'declined') : declined.failure;
  },
};
