import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  RecordWithdrawalDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { requireOwnAccount } from '#lib/server/desk.ts';
import type { Actions, PageServerLoad } from './$types.js';

const loadWithdrawal = (event: RequestEvent) =>
  loadRecordBy(event, RecordWithdrawalDocument, event.params.number!, m.my_withdraw_title());

export const load: PageServerLoad = async (event) => {
  requireOwnAccount(event);
  const { childName, crumbs, back, now, record } = await loadWithdrawal(event);
  const withdrawal = record.actions.find(({ kind }) => kind === 'WITHDRAW');
  return {
    childName,
    crumbs,
    back,
    now,
    number: record.number,
    district: record.district.name,
    hotline: record.district.hotline[0] ?? '',
    registration: record.registration,
    allowed: withdrawal?.allowed ?? false,
    reason: record.viewerRelation === 'REGISTRANT' ? (withdrawal?.reason ?? '') : m.my_withdraw_not_yours(),
  };
};

/** The box to tick for a withdrawal after registration has closed. */
const finalMissing = () => ({
  code: 'CONSENT_REQUIRED',
  field: 'final',
  message: m.my_withdraw_final_missing(),
  wayOut: null,
  clause: null,
  retryAfterSeconds: null,
});

export const actions: Actions = {
  code: async (event) => {
    const { number } = event.params;
    const asked = await act(event, RequestWithdrawalCodeDocument, { number });
    return asked.ok ? { sent: asked.result } : asked.failure;
  },
  withdraw: async (event) => {
    const { number } = event.params;
    const form = await event.request.formData();
    const { registration } = (await loadWithdrawal(event)).record;
    if (!registration.open && textIn(form, 'final') !== 'yes') return notTaken([finalMissing()], {});
    const withdrawn = await act(event, WithdrawRecordDocument, { number, smsCode: textIn(form, 'smsCode') });
    if (!withdrawn.ok) return withdrawn.failure;
    redirect(
      303,
      `/my?withdrawn=${withdrawn.result.number}${registration.open ? '' : '&registration=closed'}`,
    );
  },
};
