import { error, type RequestEvent } from '@sveltejs/kit';
import { explainGuidance } from '@enrolment/rulebook/service.ts';
import { GROUNDS } from '@enrolment/rulebook/vocabulary.ts';
import {
  ChecklistDocument,
  DistrictPhonesDocument,
  type ChecklistQueryVariables,
} from '@enrolment/schema/client';
import { requestShared } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { serviceOfPath } from '#lib/registration/services.ts';
import { registrationState } from '#lib/schedule.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const service = serviceOfPath(event.params.service);
  if (!service) error(404, 'Not found');
  const answers = event.url.searchParams;
  const given = GROUNDS.find((known) => known === answers.get('ground')) ?? null;
  const ground = service === 'TREATED_AS_LOCAL' ? given : null;
  const code = answers.get('district');
  const [checklist, { districts }] = await Promise.all([
    code ? loadChecklist(event, { district: code, service, ground }) : null,
    requestShared(event, DistrictPhonesDocument, {}),
  ]);
  return {
    service,
    ground,
    checklist,
    districts,
    path: event.params.service,
    reason: explainGuidance({ service, consultDistrict: false, ground, refusal: null }, getLocale()),
    crumbs: [{ label: m.guide_title(), href: '/guide' }, { label: serviceName(service) }],
    back: '/guide',
  };
};

async function loadChecklist(event: RequestEvent, asked: ChecklistQueryVariables) {
  const { now, district } = await requestShared(event, ChecklistDocument, asked);
  if (!district) error(404, 'Not found');
  return { district, registration: registrationState(district.schedule, now) };
}
