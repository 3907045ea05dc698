import {
  CancelJobDocument,
  ConfirmBulkDocument,
  DeclineBulkDocument,
  OfficeBulkDocument,
  OfficeClockDocument,
  StartBulkDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { loadJob } from '#lib/office/bulk/load.ts';
import { act } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { job, place, badLines } = await loadJob(event);
  const [{ now }, { district }] = await Promise.all([
    request(event, OfficeClockDocument, {}),
    request(event, OfficeBulkDocument, { district: job.district ?? districtOf(place)! }),
  ]);
  const several = job.done > 1;
  const second =
    job.kind === 'TAKE_OVER_RECORDS' ||
    (job.kind === 'REJECT_RECORDS' && (district?.rejectionsNeedSecond ?? true));
  return { job, now, badLines, proposes: several && second };
};

const back = (event: RequestEvent, id: string): never => redirectWithin(event, `/office/bulk/${id}`);

export const actions: Actions = {
  start: async (event) => {
    requireAction(event, 'DECIDE_IN_BULK');
    const onlyGood = (await event.request.formData()).has('onlyGood');
    const started = await act(event, StartBulkDocument, { dryRun: event.params.id, onlyGood });
    return started.ok ? back(event, started.result.id) : started.failure;
  },
  confirm: async (event) => {
    requireAction(event, 'DECIDE_IN_BULK');
    const checkCode = textIn(await event.request.formData(), 'checkCode');
    const confirmed = await act(event, ConfirmBulkDocument, { job: event.params.id, checkCode });
    return confirmed.ok ? back(event, event.params.id) : confirmed.failure;
  },
  decline: async (event) => {
    requireAction(event, 'DECIDE_IN_BULK');
    const declined = await act(event, DeclineBulkDocument, { job: event.params.id });
    return declined.ok ? back(event, event.params.id) : declined.failure;
  },
  cancel: async (event) => {
    requireAction(event, 'DECIDE_IN_BULK');
    const cancelled = await act(event, CancelJobDocument, { id: event.params.id });
    return cancelled.ok ? back(event, event.params.id) : cancelled.failure;
  },
};
