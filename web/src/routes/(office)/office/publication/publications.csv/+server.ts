import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';
import { PublicationsDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { serviceIn, stateName } from '#lib/office/publication/words.ts';
import { toCsv } from '#lib/office/sheet.ts';
import { download } from '#lib/server/download.ts';
import { requireAction } from '#lib/server/office.ts';
import { districtOf } from '#lib/server/place.ts';
import type { RequestHandler } from './$types.js';

/** As a spreadsheet reads it. */
const written = (moment: string | null | undefined): string =>
  moment ? beijingTime(new Date(moment)).toISOString().slice(0, 19).replace('T', ' ') : '';

/** 公布记录: each publication with who and when; nothing about any child. */
export const GET: RequestHandler = async (event) => {
  const { place, season } = requireAction(event, 'PUBLISH_RESULTS');
  const service = serviceIn(event.url.searchParams.get('service'));
  const district = districtOf(place)!;
  const { publications } = await request(event, PublicationsDocument, { district, service, season });
  const columns = [
    m.office_pub_history_at(),
    m.office_service(),
    m.office_pub_history_state(),
    m.office_pub_admitted(),
    m.office_pub_not_admitted(),
    m.office_pub_undecided(),
    m.office_pub_file_proposed(),
    m.office_pub_file_proposed_at(),
    m.office_pub_file_second(),
    m.office_pub_file_second_at(),
    m.office_pub_file_cancelled(),
    m.office_pub_code(),
  ];
  const rows = publications.map((one) => [
    written(one.publishedAt ?? one.publishAt),
    serviceName(service),
    stateName(one),
    one.counts.admitted,
    one.counts.notAdmitted,
    one.counts.undecided,
    one.proposed.name ?? '',
    written(one.proposed.at),
    one.second?.name ?? '',
    written(one.second?.at),
    one.cancelled?.name ?? '',
    one.checkCode ?? '',
  ]);
  return download(
    toCsv({ columns, rows }, ''),
    'text/csv; charset=utf-8',
    `attachment; filename="publications-${district}-${service}.csv"`,
  );
};
