import { fail, redirect } from '@sveltejs/kit';
import { RequestWithdrawalCodeDocument, WithdrawRecordDocument } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { childName, crumbs, back, record } = await loadRecord(
    event,
    event.params.number,
    m.my_withdraw_title(),
  );
  const withdrawal = record.actions.find(({ kind }) => kind === 'WITHDRAW');
  return {
    ...{ childName, crumbs, back, number: record.number },
    allowed: withdrawal?.allowed ?? false,
    reason: record.viewerRelation === 'REGISTRANT' ? (withdrawal?.reason ?? '') : m.my_withdraw_not_yours(),
  };
};

export const actions: Actions = {
  code: async (event) => {
    const { number } = event.params;
    const sent = await submit(event, RequestWithdrawalCodeDocument, { number });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.requestWithdrawalCode;
    return result.__typename === 'Refused' ? fail(422, { refusals: result.refusals }) : { sent: result };
  },
  withdraw: async (event) => {
    const { number } = event.params;
    const smsCode = String((await event.request.formData()).get('smsCode') ?? '');
    const sent = await submit(event, WithdrawRecordDocument, { number, smsCode });
    if (!sent.ok) return fail(sent.status, { trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.withdrawRecord;
    if (result.__typename === 'Refused') return fail(422, { refusals: result.refusals });
    redirect(303, `/my?withdrawn=${result.number}`);
  },
};
