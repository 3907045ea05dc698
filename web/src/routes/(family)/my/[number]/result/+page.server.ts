import { RecordResultDocument } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecordBy } from '#lib/record/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  loadRecordBy(event, RecordResultDocument, event.params.number, m.result_title());
