import { error, redirect } from '@sveltejs/kit';
import { NOTICE_READING_SECONDS } from '@enrolment/rulebook/notice.ts';
import { explain, refuse } from '@enrolment/rulebook/refusal.ts';
import { DistrictEntranceDocument, GuardianNoticeDocument } from '@enrolment/schema/client';
import { request, requestShared } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { notOpen } from '#lib/registration/openings.ts';
import { readNotice, writeNotice } from '#lib/registration/notice-cookie.ts';
import { serviceOfPath } from '#lib/registration/services.ts';
import { statesOf } from '#lib/schedule.ts';
import { notTaken, readText } from '#lib/server/act.ts';
import type { Actions, PageServerLoad } from './$types.js';

const secondsLeft = (openedAt: number) =>
  Math.max(0, Math.ceil(NOTICE_READING_SECONDS - (Date.now() - openedAt) / 1000));

export const load: PageServerLoad = async (event) => {
  const { code, service: path } = event.params;
  const service = serviceOfPath(path);
  if (!service) error(404, 'Not found');
  const { now, district } = await requestShared(event, DistrictEntranceDocument, { code });
  if (!district) error(404, 'Not found');
  const [{ guardianNotice: notice }, closed] = await Promise.all([
    request(event, GuardianNoticeDocument, { service, district: code }),
    notOpen(event, { [service]: statesOf(district, now)[service] }),
  ]);
  // Coming back does not start the ten seconds again.
  const opened = readNotice(event.cookies, code, service) ?? {
    district: code,
    service,
    ticket: notice.ticket,
    openedAt: Date.now(),
    accepted: false,
  };
  writeNotice(event.cookies, opened);
  return {
    closed,
    district: district.name,
    hotline: district.hotline,
    title: notice.title,
    paragraphs: notice.body.split('\n'),
    secondsLeft: secondsLeft(opened.openedAt),
    crumbs: [
      { label: district.name, href: `/d/${code}` },
      { label: serviceName(service), href: `/d/${code}/apply` },
      { label: m.apply_notice_crumb() },
    ],
    back: `/d/${code}/apply`,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { cookies, params } = event;
    const service = serviceOfPath(params.service);
    if (!service) error(404, 'Not found');
    const opened = readNotice(cookies, params.code, service);
    const accepted = (await readText(event, 'accept')) === 'yes';
    const left = opened ? secondsLeft(opened.openedAt) : 0;
    const refusals = [
      ...(opened ? [] : [refuse('noticeNotRead', { field: 'accept' })]),
      ...(left > 0 ? [refuse('noticeTooEarly', { field: 'accept', retryAfterSeconds: left })] : []),
      ...(opened && left === 0 && !accepted ? [refuse('noticeNotRead', { field: 'accept' })] : []),
    ].map((refusal) => explain(refusal, getLocale()));
    if (!opened || refusals.length > 0) return notTaken(refusals, {});
    writeNotice(cookies, { ...opened, accepted: true });
    redirect(303, `/d/${params.code}/apply/${params.service}/register`);
  },
};
