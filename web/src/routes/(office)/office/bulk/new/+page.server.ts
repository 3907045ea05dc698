import { ADMISSION_OUTCOMES } from '@enrolment/rulebook/vocabulary.ts';
import {
  DistrictReturnTextsDocument,
  OfficeBulkDocument,
  TryBulkDocument,
  type TryBulkMutationVariables,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { readSelection, selectionQuery } from '#lib/office/bulk/selection.ts';
import { endOf } from '#lib/office/days.ts';
import { kindIn, typedIn } from '#lib/office/decide/values.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { noSuchDay, undecided } from '#lib/server/decide.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'DECIDE_IN_BULK');
  const { searchParams } = event.url;
  const selection = readSelection(searchParams, office);
  const place = districtOf(office.place)!;
  const [{ district }, texts] = await Promise.all([
    request(event, OfficeBulkDocument, { district: place }),
    textsOf(event, place),
  ]);
  return {
    texts,
    selection:
      selection.kind === 'CHOSEN'
        ? { kind: selection.kind, count: selection.numbers.length }
        : { kind: selection.kind, of: selection.of, filters: selection.filters },
    query: { ...office.here, ...selectionQuery(searchParams, selection) },
    mayTakeOver: office.may('TAKE_OVER_RECORD'),
    needsSecond: district?.rejectionsNeedSecond ?? true,
  };
};

/** What can be chosen when items are returned in a district. */
async function textsOf(event: RequestEvent | Parameters<PageServerLoad>[0], district: string) {
  const { returnTextChoices } = await request(event, DistrictReturnTextsDocument, { district });
  return returnTextChoices;
}

const EMPTY = { item: '', decision: '', reason: '', remedy: '', due: '' };

/** Tries what is to be done with the records of the address; the job's page shows what comes of it. */
async function tryIt(
  event: RequestEvent,
  order: Omit<TryBulkMutationVariables, 'numbers' | 'filter'>,
  kept: { of: string; typed: typeof EMPTY },
) {
  const office = requireAction(event, 'DECIDE_IN_BULK');
  const selection = readSelection(event.url.searchParams, office);
  const records = selection.kind === 'CHOSEN' ? { numbers: selection.numbers } : { filter: selection.filter };
  const tried = await act(event, TryBulkDocument, { ...order, ...records }, kept);
  if (!tried.ok) return tried.failure;
  redirectWithin(event, `/office/bulk/${tried.result.id}`);
}

export const actions: Actions = {
  pass: async (event) => {
    const item = kindIn(await event.request.formData());
    const kept = { of: 'pass', typed: { ...EMPTY, item: item ?? '' } };
    if (!item) return notTaken([undecided()], kept);
    return tryIt(event, { kind: 'DECIDE_REVIEW_ITEM', item, status: 'PASSED' }, kept);
  },

  giveBack: async (event) => {
    const form = await event.request.formData();
    const item = kindIn(form);
    if (!item) return notTaken([undecided()], { of: 'giveBack', typed: EMPTY });
    const { place } = requireAction(event, 'DECIDE_IN_BULK');
    const common = form.has('template') ? await textsOf(event, districtOf(place)!) : [];
    const typed = typedIn(
      form,
      common.filter(({ kind }) => kind === item),
    );
    const { reason, remedy, due } = typed;
    const order = { kind: 'DECIDE_REVIEW_ITEM', item, status: 'RETURNED' } as const;
    const kept = { of: 'giveBack', typed: { ...EMPTY, ...typed, item } };
    const dueAt = endOf(due);
    if (due && dueAt === null) return notTaken([noSuchDay()], kept);
    const texts = { reason: reason || null, remedy: remedy || null, dueAt: dueAt?.toISOString() ?? null };
    return tryIt(event, { ...order, ...texts }, kept);
  },

  identity: async (event) => {
    const form = await event.request.formData();
    const status = (['PASSED', 'RETURNED'] as const).find((one) => one === textIn(form, 'decision'));
    const reason = textIn(form, 'reason').trim();
    const kept = { of: 'identity', typed: { ...EMPTY, reason, decision: status ?? '' } };
    if (!status) return notTaken([undecided()], kept);
    return tryIt(event, { kind: 'DECIDE_IDENTITY_CHECK', status, reason: reason || null }, kept);
  },

  reject: async (event) => {
    const reason = textIn(await event.request.formData(), 'reason').trim();
    return tryIt(event, { kind: 'REJECT_RECORDS', reason }, { of: 'reject', typed: { ...EMPTY, reason } });
  },

  admission: async (event) => {
    const form = await event.request.formData();
    const outcome = ADMISSION_OUTCOMES.find((one) => one === textIn(form, 'decision'));
    const reason = textIn(form, 'reason').trim();
    const kept = { of: 'admission', typed: { ...EMPTY, reason, decision: outcome ?? '' } };
    if (!outcome) return notTaken([undecided()], kept);
    return tryIt(event, { kind: 'APPROVE_ADMISSIONS', outcome, note: reason || null }, kept);
  },

  claim: (event) => tryIt(event, { kind: 'CLAIM_RECORDS' }, { of: 'claim', typed: EMPTY }),
  release: (event) => tryIt(event, { kind: 'RELEASE_RECORDS' }, { of: 'release', typed: EMPTY }),
  takeOver: (event) => tryIt(event, { kind: 'TAKE_OVER_RECORDS' }, { of: 'takeOver', typed: EMPTY }),
};
