import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { readDocument } from '@enrolment/rulebook/document.ts';
import { BEIJING } from '@enrolment/rulebook/regions.ts';
import {
  GuardianNoticeDocument,
  PrivacyPolicyDocument,
  RegisterAtDeskDocument,
  RegistrationFormDocument,
  type DocumentType,
  type Sex,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { request, requestShared, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { nationalities } from '#lib/i18n/countries.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { provinces } from '#lib/i18n/regions.ts';
import { refusalsAtDesk } from '#lib/registration/judge-at-desk.ts';
import { serviceOfPath } from '#lib/registration/services.ts';
import {
  readRegistration,
  registrationOf,
  toDate,
  type RegistrationValues,
} from '#lib/registration/values.ts';
import { act, notSent, notTaken } from '#lib/server/act.ts';
import { redirectWithin, requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** Which service of the officer's own district the page is about. */
function whereOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const district = districtOf(requireAction(event, 'ASSIST_FAMILIES').place)!;
  const service = serviceOfPath(event.params.service);
  if (!service) error(404, 'Not found');
  return { district, service };
}

export const load: PageServerLoad = async (event) => {
  const { district, service } = whereOf(event);
  const [{ districts }, { privacyPolicy }, { guardianNotice }] = await Promise.all([
    requestShared(event, RegistrationFormDocument, {}),
    requestShared(event, PrivacyPolicyDocument, {}),
    request(event, GuardianNoticeDocument, { district, service }),
  ]);
  return {
    service,
    districts: districts.map(({ code: value, name: label }) => ({ value, label })),
    provinces: provinces(),
    nationalities: nationalities(getLocale()),
    texts: [guardianNotice, privacyPolicy].map(({ title, body }) => ({
      title,
      paragraphs: body.split('\n'),
    })),
    noticeVersion: guardianNotice.version,
    privacyPolicyVersion: privacyPolicy.version,
    attempt: randomUUID(),
    blank: {
      ground: '',
      'child.nationality': 'CN',
      'child.hukouProvince': service === 'LOCAL_HUKOU' ? BEIJING : '',
      'child.hukouDistrict': service === 'LOCAL_HUKOU' ? district : '',
      'child.residenceDistrict': district,
      'child.name': '',
      'child.documentType': 'RESIDENT_ID',
      'child.documentNumber': '',
      'child.sex': '',
      'child.birthDate': '',
      'guardian.name': '',
      'guardian.documentType': 'RESIDENT_ID',
      'guardian.documentNumber': '',
      'guardian.phone': '',
      smsCode: '',
    } satisfies RegistrationValues,
  };
};

export const actions: Actions = {
  register: async (event) => {
    const { district, service } = whereOf(event);
    const form = await event.request.formData();
    const values = readRegistration(form);
    // Without JavaScript the number has not filled in these fields yet.
    const read = readDocument(values['child.documentType'], values['child.documentNumber']);
    values['child.sex'] ||= read?.sex ?? '';
    values['child.birthDate'] ||= read?.birthDate ?? '';
    const paper = {
      reference: textIn(form, 'paper.reference'),
      noticeVersion: textIn(form, 'paper.noticeVersion'),
      privacyPolicyVersion: textIn(form, 'paper.privacyPolicyVersion'),
      kept: textIn(form, 'paper.kept') === 'yes',
    };
    const attempt = textIn(form, 'attempt');
    const typed = registrationOf(values, { district, service, ...paper });
    const { child, guardian } = typed;
    const kept = { values, paper, attempt };
    if (!child.sex) {
      const known = await submit(event, RegistrationFormDocument, {});
      if (!known.ok) return notSent(known, kept);
      return notTaken(refusalsAtDesk({ ...typed, paper }, known.data, new Date(), getLocale()), kept);
    }
    const input = {
      idempotencyKey: attempt,
      district,
      service,
      ground: typed.ground as TreatedAsLocalGround | null,
      child: {
        ...child,
        documentType: child.documentType as DocumentType,
        sex: child.sex as Sex,
        birthDate: toDate(child.birthDate),
      },
      guardian: { ...guardian, documentType: guardian.documentType as DocumentType },
      paper,
    };
    const registered = await act(event, RegisterAtDeskDocument, { input }, kept);
    if (!registered.ok) return registered.failure;
    redirectWithin(event, `/office/assist/${registered.result.number}`, { registered: '1' });
  },
};
