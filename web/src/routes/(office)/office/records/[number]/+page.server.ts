import { error, fail, redirect } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { ADMISSION_OUTCOMES, DOCUMENT_HOLDERS } from '@enrolment/rulebook/vocabulary.ts';
import {
  ApproveAdmissionsDocument,
  AuditTrailDocument,
  ClaimRecordDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  OfficeRecordDocument,
  RecordLeftDocument,
  RejectRecordsDocument,
  ReleaseRecordDocument,
  ReturnTextChoicesDocument,
  RevealDocumentDocument,
  type ReviewItemKind,
} from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { endOf } from '#lib/office/days.ts';
import { isLeft } from '#lib/office/decide/left.ts';
import { kindIn, typedIn } from '#lib/office/decide/values.ts';
import { queueQuery, readQueue } from '#lib/office/queue/asked.ts';
import { act, notTaken } from '#lib/server/act.ts';
import { doneIn } from '#lib/server/back.ts';
import { backToRecord, decideOne, DONE, noSuchDay, undecided, type Done } from '#lib/server/decide.ts';
import { colleaguesIn, give } from '#lib/server/give.ts';
import { redirectWithin, requireAction, requireOffice } from '#lib/server/office.ts';
import { besideInQueue, queueAddress } from '#lib/server/queue.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const LOOKS = 20;

export const load: PageServerLoad = async (event) => {
  const office = requireOffice(event);
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  // Opened from the queue it is taken in hand; whoever reloads it touches it. What a colleague has stays the colleague's.
  const { searchParams } = event.url;
  const opened = searchParams.has('at') && !searchParams.has('done') && event.request.method === 'GET';
  if (opened && office.may('CLAIM_RECORD')) await submit(event, ClaimRecordDocument, { number });
  const { collectionRecord: record, districts } = await request(event, OfficeRecordDocument, { number });
  if (!record) error(404, 'Not found');
  const gives = record.officeActions.some(({ kind, allowed }) => kind === 'HAND_OVER' && allowed);
  const colleagues = gives ? await colleaguesIn(event, record.district.code) : [];
  // Read last, so that it includes this very look.
  const looks = office.may('READ_AUDIT_TRAIL')
    ? await request(event, AuditTrailDocument, { number, first: LOOKS })
    : null;
  return {
    record,
    maskedName: maskName(record.child.name),
    decidesEveryItem: office.may('DECIDE_EVERY_ITEM'),
    districts,
    colleagues,
    done: doneIn(event.url, DONE),
    last: /^\d{14}$/.exec(searchParams.get('last') ?? '')?.[0] ?? null,
    correctsResults: office.may('CORRECT_RESULT'),
    looks: looks?.auditTrail.edges.map(({ node }) => node) ?? null,
  };
};

/** Whoever decides has the record in hand, however she came to it: all that she decides is told by one SMS. */
async function inHand(event: RequestEvent) {
  await submit(event, ClaimRecordDocument, { number: event.params.number! });
}

async function formOf(event: RequestEvent, action: 'DECIDE_ON_RECORD' | 'SEE_WHOLE_NUMBERS') {
  requireAction(event, action);
  const form = await event.request.formData();
  return { form, number: event.params.number, revision: revisionIn(form) };
}

/**
 * After a decision of the review: back to the record, or, once nothing is left on it, on to the next of the queue from which it
 * was opened. What was decided can still be taken back: it is told some minutes later, as if she had stayed.
 */
async function goOn(event: RequestEvent, done: Done): Promise<never> {
  if (!event.url.searchParams.has('at')) return backToRecord(event, done);
  const office = requireOffice(event);
  const number = event.params.number!;
  const { collectionRecord } = await request(event, RecordLeftDocument, { number });
  if (collectionRecord && isLeft(collectionRecord, office.may('DECIDE_EVERY_ITEM')))
    return backToRecord(event, done);
  const next = await besideInQueue(event, office, 'next', { present: number, more: { last: number } });
  redirect(303, next ?? queueAddress(event, office, { empty: '1' }));
}

/** 认领, 接手, 放回: back to the record, or to the queue from which it came. */
async function claim(event: RequestEvent, takeOver: boolean) {
  requireAction(event, takeOver ? 'TAKE_OVER_RECORD' : 'CLAIM_RECORD');
  const claimed = await act(
    event,
    ClaimRecordDocument,
    { number: event.params.number, takeOver },
    { of: 'CLAIM' },
  );
  return claimed.ok ? backToRecord(event, 'CLAIMED') : claimed.failure;
}

/** What was to choose from: without scripts a chosen text is not in the fields yet. */
async function textsOf(event: RequestEvent, kind: ReviewItemKind) {
  const { number } = event.params;
  const { collectionRecord } = await request(event, ReturnTextChoicesDocument, { number });
  return (collectionRecord?.returnTextChoices ?? []).filter((text) => text.kind === kind);
}

const reasonOf = (form: FormData) => textIn(form, 'reason').trim();

export const actions: Actions = {
  claim: (event) => claim(event, false),
  takeOver: (event) => claim(event, true),
  release: async (event) => {
    requireAction(event, 'CLAIM_RECORD');
    const { number } = event.params;
    const released = await act(event, ReleaseRecordDocument, { number }, { of: 'CLAIM' });
    if (!released.ok) return released.failure;
    return redirectWithin(event, '/office/queue', queueQuery(readQueue(event.url.searchParams)));
  },

  handOver: async (event) => {
    const form = await event.request.formData();
    return (await give(event, form, [event.params.number])) ?? backToRecord(event, 'GIVEN');
  },

  /** One review item, the identity check among them: passed, returned, or taken back. */
  item: async (event) => {
    const { form, number, revision } = await formOf(event, 'DECIDE_ON_RECORD');
    const kind = kindIn(form);
    const status = (['PASSED', 'RETURNED', 'PENDING'] as const).find((one) => one === textIn(form, 'status'));
    if (!kind || !status) return fail(400, {});
    const texts = form.has('template') ? await textsOf(event, kind) : [];
    const typed = status === 'RETURNED' ? typedIn(form, texts) : { reason: '', remedy: '', due: '' };
    const previewed = textIn(form, 'step') === 'preview';
    const kept = { of: `${kind}:${status}`, typed };
    const due = endOf(typed.due);
    if (typed.due && due === null) return notTaken([noSuchDay()], kept);
    const decision = {
      numbers: [number],
      kind,
      status,
      revision,
      reason: typed.reason || null,
      remedy: typed.remedy || null,
      dueAt: due?.toISOString() ?? null,
      dryRun: previewed,
    };
    if (!previewed) await inHand(event);
    const failure = await decideOne(event, DecideReviewItemDocument, decision, kept);
    if (failure) return failure;
    if (previewed) return kept;
    // The page knows of other items that are left: nothing has to be read, which would be a look.
    return status === 'PENDING' || form.has('more') ? backToRecord(event, status) : goOn(event, status);
  },

  reject: async (event) => {
    const { form, number, revision } = await formOf(event, 'DECIDE_ON_RECORD');
    const reason = reasonOf(form);
    const kept = { of: 'REJECT', typed: { reason, remedy: '', due: '' } };
    const decision = { numbers: [number], reason, revision };
    await inHand(event);
    return (await decideOne(event, RejectRecordsDocument, decision, kept)) ?? goOn(event, 'REJECTED');
  },

  appeal: async (event) => {
    const { form, number, revision } = await formOf(event, 'DECIDE_ON_RECORD');
    const reason = reasonOf(form);
    const said = textIn(form, 'accepted');
    const kept = { of: 'APPEAL', typed: { reason, remedy: '', due: '' } };
    if (said !== 'yes' && said !== 'no') return notTaken([undecided()], kept);
    const accepted = said === 'yes';
    await inHand(event);
    const decided = await act(event, DecideAppealDocument, { number, accepted, reason, revision }, kept);
    return decided.ok ? goOn(event, accepted ? 'APPEAL_ACCEPTED' : 'APPEAL_DISMISSED') : decided.failure;
  },

  admission: async (event) => {
    const { form, number, revision } = await formOf(event, 'DECIDE_ON_RECORD');
    const note = reasonOf(form);
    const outcome = ADMISSION_OUTCOMES.find((one) => one === textIn(form, 'outcome'));
    const kept = { of: 'ADMISSION', typed: { reason: note, remedy: '', due: '' } };
    if (!outcome) return notTaken([undecided()], kept);
    const decision = { numbers: [number], outcome, note: note || null, revision };
    const failure = await decideOne(event, ApproveAdmissionsDocument, decision, kept);
    return failure ?? backToRecord(event, outcome === 'PENDING' ? 'TAKEN_BACK' : outcome);
  },

  /** One document, whole: on this page alone, and in no address. */
  reveal: async (event) => {
    const { form, number } = await formOf(event, 'SEE_WHOLE_NUMBERS');
    const holder = DOCUMENT_HOLDERS.find((one) => one === textIn(form, 'holder'));
    if (!holder) return fail(400, {});
    const purpose = textIn(form, 'purpose').trim() || textIn(form, 'common').trim();
    const kept = { of: 'REVEAL', holder, purpose };
    const shown = await act(event, RevealDocumentDocument, { number, holder, purpose }, kept);
    if (!shown.ok) return shown.failure;
    const { documentNumber, phone } = shown.result;
    return { ...kept, revealed: { documentNumber, phone } };
  },
};
