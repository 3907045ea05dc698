import { error, type RequestEvent } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import {
  MarkMessagesReadDocument,
  OfficeConversationDocument,
  SettleMessagesDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { act } from '#lib/server/act.ts';
import { backHere, doneIn } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types.js';

async function read(event: RequestEvent, number: string) {
  const { collectionRecord: record } = await request(event, OfficeConversationDocument, { number });
  if (!record?.conversation) error(404, 'Not found');
  return { record, conversation: record.conversation };
}

export const load: PageServerLoad = async (event) => {
  requireAction(event, 'CORRESPOND');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { record, conversation } = await read(event, number);
  // What an officer has seen is read for the whole office; on this page it is still marked as new.
  if (conversation.unread) await submit(event, MarkMessagesReadDocument, { number });
  const done = doneIn(event.url, ['sent', 'settled']);
  return { record, conversation, maskedName: maskName(record.child.name), done };
};

export const actions: Actions = {
  write: async (event) => {
    requireAction(event, 'CORRESPOND');
    const { number } = event.params!;
    const form = await event.request.formData();
    const text = textIn(form, 'text');
    const chosen = textIn(form, 'template');
    // Without scripts a chosen text is put into the field first, to be read before it goes.
    if (text.trim() === '' && chosen !== '') {
      const { conversation } = await read(event, number);
      const template = conversation.templates.find(({ key }) => key === chosen);
      if (template) return { text: template.text };
    }
    const written = await act(event, WriteMessageDocument, { number, text }, { text });
    return written.ok ? backHere(event, 'sent') : written.failure;
  },
  settle: async (event) => {
    requireAction(event, 'CORRESPOND');
    const settled = await act(event, SettleMessagesDocument, { number: event.params.number });
    return settled.ok ? backHere(event, 'settled') : settled.failure;
  },
};
