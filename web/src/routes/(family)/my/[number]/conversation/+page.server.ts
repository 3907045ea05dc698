import { MESSAGE_LENGTH } from '@enrolment/rulebook/conversation.ts';
import {
  MarkMessagesReadDocument,
  RecordConversationDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import { act, readText } from '#lib/server/act.ts';
import { deskRecord } from '#lib/server/desk.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const loaded = await loadRecordBy(event, RecordConversationDocument, number, m.conversation_title());
  const { conversation } = loaded.record;
  const atDesk = deskRecord(event) !== null;
  // What is shown here is read from now on; it is still marked as new on this page. At the desk the family's mark stays.
  if (conversation?.unread && !atDesk) await submit(event, MarkMessagesReadDocument, { number });
  return {
    ...loaded,
    conversation,
    atDesk,
    limit: MESSAGE_LENGTH,
    sent: event.url.searchParams.has('sent'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { number } = event.params;
    const text = await readText(event, 'text');
    const written = await act(event, WriteMessageDocument, { number, text }, { text });
    if (!written.ok) return written.failure;
    redirect(303, `${event.url.pathname}?sent#newest`);
  },
};
