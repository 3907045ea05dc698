import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { now, childName, crumbs, back, record } = await loadRecord(
    event,
    event.params.number,
    m.messages_title(),
  );
  return {
    now,
    childName,
    crumbs,
    back,
    number: record.number,
    unread: record.conversation?.unread ?? false,
    messages: record.messages,
  };
};
