import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { readDocument } from '@enrolment/rulebook/document.ts';
import { BEIJING } from '@enrolment/rulebook/regions.ts';
import { isOfFamilies } from '@enrolment/rulebook/retention.ts';
import {
  PrivacyPolicyDocument,
  RegisterChildDocument,
  RegistrationFormDocument,
  ViewerDocument,
  type DocumentType,
  type Sex,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { request, requestShared, submit } from '#lib/api/client.ts';
import { textIn } from '#lib/form-text.ts';
import { nationalities } from '#lib/i18n/countries.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { provinces } from '#lib/i18n/regions.ts';
import { dropNotice, readNotice } from '#lib/registration/notice-cookie.ts';
import { serviceOfPath } from '#lib/registration/services.ts';
import { refusalsOf } from '#lib/registration/judge.ts';
import {
  readRegistration,
  registrationOf,
  toDate,
  type RegistrationValues,
} from '#lib/registration/values.ts';
import { notSent, notTaken } from '#lib/server/act.ts';
import { requireSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { code, service: path } = event.params;
  const service = serviceOfPath(path);
  if (!service) error(404, 'Not found');
  requireSession(event);
  if (!readNotice(event.cookies, code, service)?.accepted) redirect(303, `/d/${code}/apply/${path}/notice`);
  const [
    { now, districts, season },
    {
      privacyPolicy,
      season: { retention },
    },
    { viewer },
  ] = await Promise.all([
    requestShared(event, RegistrationFormDocument, {}),
    requestShared(event, PrivacyPolicyDocument, {}),
    request(event, ViewerDocument, {}),
  ]);
  const district = districts.find((one) => one.code === code);
  if (!district) error(404, 'Not found');
  return {
    code,
    path,
    service,
    season,
    now,
    hotline: district.hotline[0] ?? '',
    districts: districts.map(({ code: value, name: label }) => ({ value, label })),
    provinces: provinces(),
    nationalities: nationalities(getLocale()),
    policy: {
      title: privacyPolicy.title,
      version: privacyPolicy.version,
      paragraphs: [
        ...privacyPolicy.body.split('\n'),
        ...retention.filter(isOfFamilies).map(({ text }) => text),
      ],
    },
    attempt: randomUUID(),
    blank: {
      ground: '',
      'child.nationality': 'CN',
      'child.hukouProvince': service === 'LOCAL_HUKOU' ? BEIJING : '',
      'child.hukouDistrict': service === 'LOCAL_HUKOU' ? code : '',
      'child.residenceDistrict': code,
      'child.name': '',
      'child.documentType': 'RESIDENT_ID',
      'child.documentNumber': '',
      'child.sex': '',
      'child.birthDate': '',
      'guardian.name': viewer?.name ?? '',
      'guardian.documentType': 'RESIDENT_ID',
      'guardian.documentNumber': '',
      'guardian.phone': viewer?.phone ?? '',
      smsCode: '',
    } satisfies RegistrationValues,
    crumbs: [
      { label: district.name, href: `/d/${code}` },
      { label: serviceName(service), href: `/d/${code}/apply` },
      { label: m.apply_register_crumb() },
    ],
    back: `/d/${code}/apply/${path}/notice`,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { code, service: path } = event.params;
    const service = serviceOfPath(path);
    if (!service) error(404, 'Not found');
    const form = await event.request.formData();
    const values = readRegistration(form);
    const attempt = textIn(form, 'attempt');
    const accepted = textIn(form, 'privacyPolicyVersion') === 'yes';
    const kept = { values, attempt, accepted };
    // Without JavaScript the number has not filled in these fields yet.
    const read = readDocument(values['child.documentType'], values['child.documentNumber']);
    values['child.sex'] ||= read?.sex ?? '';
    values['child.birthDate'] ||= read?.birthDate ?? '';
    const typed = registrationOf(values, {
      district: code,
      service,
      noticeTicket: readNotice(event.cookies, code, service)?.ticket ?? '',
      privacyPolicyVersion: accepted ? textIn(form, 'policyVersion') : '',
    });
    if (!typed.child.sex) {
      const known = await submit(event, RegistrationFormDocument, {});
      if (!known.ok) return notSent(known, kept);
      return notTaken(refusalsOf(typed, known.data, new Date(), getLocale()), kept);
    }
    const sent = await submit(event, RegisterChildDocument, {
      input: {
        ...typed,
        service,
        idempotencyKey: attempt,
        ground: typed.ground as TreatedAsLocalGround | null,
        child: {
          ...typed.child,
          documentType: typed.child.documentType as DocumentType,
          sex: typed.child.sex as Sex,
          birthDate: toDate(typed.child.birthDate),
        },
        guardian: {
          ...typed.guardian,
          documentType: typed.guardian.documentType as DocumentType,
        },
      },
    });
    if (!sent.ok) return notSent(sent, kept);
    const result = sent.data.registerChild;
    if (result.__typename === 'Refused') {
      const { refusals } = result;
      // This key belongs to something else that went through, so what is sent next is a new attempt.
      const used = refusals.some((refusal) => refusal.code === 'ATTEMPT_REUSED');
      return notTaken(refusals, used ? { ...kept, attempt: randomUUID() } : kept);
    }
    dropNotice(event.cookies);
    redirect(303, `/my/${result.number}?registered`);
  },
};
