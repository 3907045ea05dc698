import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { NATIONALITIES } from '@enrolment/api/rulebook/countries.ts';
import { readDocument } from '@enrolment/api/rulebook/document.ts';
import { BEIJING, PROVINCES } from '@enrolment/api/rulebook/regions.ts';
import {
  PortalDocument,
  PrivacyPolicyDocument,
  RegisterChildDocument,
  ViewerDocument,
  type DocumentType,
  type Sex,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { request, submit, type Submitted } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { dropNotice, readNotice } from '#lib/registration/notice-cookie.ts';
import { serviceOfPath } from '#lib/registration/services.ts';
import { refusalsOfUnsendable } from '#lib/registration/unsendable.ts';
import { readRegistration, type RegistrationValues } from '#lib/registration/values.ts';
import { requireSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { code, service: path } = event.params;
  const service = serviceOfPath(path);
  if (!service) error(404, 'Not found');
  requireSession(event);
  if (!readNotice(event.cookies, code, service)?.accepted) redirect(303, `/d/${code}/apply/${path}/notice`);
  const [{ districts, season }, { privacyPolicy }, { viewer }] = await Promise.all([
    request(event, PortalDocument, {}),
    request(event, PrivacyPolicyDocument, {}),
    request(event, ViewerDocument, {}),
  ]);
  const district = districts.find((one) => one.code === code);
  if (!district) error(404, 'Not found');
  const countries = new Intl.DisplayNames([getLocale()], { type: 'region' });
  return {
    code,
    path,
    service,
    season,
    hotline: district.hotline[0] ?? '',
    districts: districts.map(({ code: value, name: label }) => ({ value, label })),
    provinces: [...PROVINCES].map(([value, name]) => ({ value, label: name[getLocale()] })),
    nationalities: [...NATIONALITIES]
      .map((value) => ({ value, label: countries.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, getLocale())),
    policy: {
      title: privacyPolicy.title,
      version: privacyPolicy.version,
      paragraphs: privacyPolicy.body.split('\n'),
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
    const attempt = String(form.get('attempt') ?? '');
    const accepted = form.get('privacyPolicyVersion') === 'yes';
    // Without JavaScript the number has not filled these in yet.
    const read = readDocument(values['child.documentType'], values['child.documentNumber']);
    values['child.sex'] ||= read?.sex ?? '';
    values['child.birthDate'] ||= read?.birthDate ?? '';
    const notSent = ({ status, trouble, incident }: Extract<Submitted<never>, { ok: false }>) =>
      fail(status, { values, attempt, accepted, trouble, incident });
    const typed = {
      district: code,
      service,
      ground: values.ground || null,
      noticeTicket: readNotice(event.cookies, code, service)?.ticket ?? '',
      privacyPolicyVersion: accepted ? String(form.get('policyVersion') ?? '') : '',
      child: {
        nationality: values['child.nationality'],
        hukouProvince: values['child.hukouProvince'] || null,
        hukouDistrict: values['child.hukouDistrict'] || null,
        residenceDistrict: values['child.residenceDistrict'],
        name: values['child.name'],
        documentType: values['child.documentType'],
        documentNumber: values['child.documentNumber'],
        sex: values['child.sex'],
        birthDate: values['child.birthDate'],
      },
      guardian: {
        name: values['guardian.name'],
        documentType: values['guardian.documentType'],
        documentNumber: values['guardian.documentNumber'],
        phone: values['guardian.phone'],
      },
      smsCode: values.smsCode,
    };
    if (!typed.child.sex) {
      const known = await submit(event, PortalDocument, {});
      if (!known.ok) return notSent(known);
      const refusals = refusalsOfUnsendable(typed, known.data, new Date(), getLocale());
      return fail(422, { values, attempt, accepted, refusals });
    }
    const sent = await submit(event, RegisterChildDocument, {
      input: {
        ...typed,
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
    if (!sent.ok) return notSent(sent);
    const result = sent.data.registerChild;
    if (result.__typename === 'Refused') {
      const { refusals } = result;
      // This key belongs to something else that went through: what is sent next is a new attempt.
      const used = refusals.some((refusal) => refusal.code === 'ATTEMPT_REUSED');
      return fail(422, { values, attempt: used ? randomUUID() : attempt, accepted, refusals });
    }
    dropNotice(event.cookies);
    redirect(303, `/my/${result.number}?registered`);
  },
};

/** What is no date in shape is sent as a day that does not exist, so that the rulebook tells it with the rest. */
const toDate = (typed: string) => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : '0000-00-00');
