import { RecordIdentityDocument } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  loadRecordBy(event, RecordIdentityDocument, event.params.number, m.identity_title(), { collection: true });
