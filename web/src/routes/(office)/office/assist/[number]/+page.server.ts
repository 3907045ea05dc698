import { error, redirect } from '@sveltejs/kit';
import {
  AssistedRecordDocument,
  CloseAssistanceDocument,
  OpenAssistanceDocument,
  WithdrawAtDeskDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { leaveDesk, sitDown } from '#lib/server/desk.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'ASSIST_FAMILIES');
  const { now, collectionRecord: record } = await request(event, AssistedRecordDocument, {
    number: event.params.number,
  });
  if (!record?.assistance || !record.child) error(404, 'Not found');
  const { assistance, child } = record;
  return {
    now,
    record: { ...record, assistance, childName: child.maskedName },
    registered: event.url.searchParams.has('registered'),
  };
};

export const actions: Actions = {
  /** To the family's own pages, where the officer is the family until she leaves. */
  begin: async (event) => {
    requireAction(event, 'ASSIST_FAMILIES');
    const { number } = event.params;
    sitDown(event, number);
    redirect(303, `/my/${number}/collection/details`);
  },
  open: async (event) => {
    requireAction(event, 'ASSIST_FAMILIES');
    const { number } = event.params;
    const paper = textIn(await event.request.formData(), 'paper').trim();
    const opened = await act(event, OpenAssistanceDocument, { number, paper }, { of: 'open', paper });
    return opened.ok ? redirectWithin(event, `/office/assist/${number}`) : opened.failure;
  },
  close: async (event) => {
    requireAction(event, 'ASSIST_FAMILIES');
    leaveDesk(event);
    const closed = await act(event, CloseAssistanceDocument, { number: event.params.number });
    return closed.ok ? redirectWithin(event, '/office/assist') : closed.failure;
  },
  withdraw: async (event) => {
    requireAction(event, 'ASSIST_FAMILIES');
    const { number } = event.params;
    const paper = textIn(await event.request.formData(), 'paper').trim();
    const withdrawn = await act(event, WithdrawAtDeskDocument, { number, paper }, { of: 'withdraw', paper });
    if (!withdrawn.ok) return withdrawn.failure;
    leaveDesk(event);
    redirectWithin(event, '/office/assist', { withdrawn: number });
  },
};
