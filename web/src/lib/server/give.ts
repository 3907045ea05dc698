import { fail, type RequestEvent } from '@sveltejs/kit';
import { ColleaguesDocument, HandOverRecordsDocument } from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { groupCollectionNumber } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { notSent } from './act.ts';
import { requireAction } from './office.ts';

/** Whom the viewer can give records of a district. */
export async function colleaguesIn(event: RequestEvent, district: string) {
  return (await request(event, ColleaguesDocument, { district })).colleagues;
}

/** 转交: what kept records from being given, or null once all of them are. */
export async function give(event: RequestEvent, form: FormData, numbers: string[]) {
  requireAction(event, 'HAND_OVER_RECORDS');
  const typed = { of: 'GIVE', colleague: textIn(form, 'colleague'), note: textIn(form, 'note').trim() };
  if (numbers.length === 0) return fail(422, { ...typed, refusals: [noneChosen()] });
  const asked = { numbers, colleague: typed.colleague, note: typed.note || null };
  const sent = await submit(event, HandOverRecordsDocument, asked);
  if (!sent.ok) return notSent(sent, typed);
  const { refused } = sent.data.handOverRecords;
  if (refused.length === 0) return null;
  const about = (number: string) =>
    numbers.length > 1 ? groupCollectionNumber(number) + m.office_colon() : '';
  return fail(422, {
    ...typed,
    refusals: refused.map(({ number, refusal }) => ({
      ...refusal,
      message: about(number) + refusal.message,
    })),
  });
}

const noneChosen = () => ({
  code: 'UNDECIDED',
  field: null,
  message: m.office_give_none(),
  wayOut: null,
  clause: null,
  retryAfterSeconds: null,
});
