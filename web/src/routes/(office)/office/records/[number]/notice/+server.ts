import { error } from '@sveltejs/kit';
import { DecisionNoticeDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireAction } from '#lib/server/office.ts';
import { passPaper } from '#lib/server/paper.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async (event) => {
  requireAction(event, 'SEE_WHOLE_NUMBERS');
  const { number } = event.params;
  if (!/^\d{14}$/.test(number)) error(404, 'Not found');
  const { collectionRecord } = await request(event, DecisionNoticeDocument, { number });
  return passPaper(event, collectionRecord?.rejection?.decisionNoticeUrl, `/office/records/${number}`);
};
