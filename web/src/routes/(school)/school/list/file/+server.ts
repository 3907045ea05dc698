import { OfficeClockDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { formatMoment, groupCollectionNumber } from '#lib/format.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { allStanding } from '#lib/school/preregistered.ts';
import { requireSchool } from '#lib/server/office.ts';
import { sheetFile, takenBy } from '#lib/server/sheet-file.ts';
import type { Rows } from '#lib/server/workbook-stream.ts';
import type { RequestHandler } from './$types.js';

/** The school's own list: names and documents masked, texts alone, with who took it and when. */
export const GET: RequestHandler = async (event) => {
  const { place, season } = requireSchool(event);
  const { school } = place;
  const [all, { now }] = await Promise.all([
    allStanding(event, { school, season }),
    request(event, OfficeClockDocument, {}),
  ]);
  const columns = [
    m.school_sheet_number(),
    m.school_sheet_name(),
    m.school_sheet_birth(),
    m.school_sheet_document(),
    m.school_sheet_service(),
    m.school_sheet_at(),
  ];
  const rows = all.map(({ number, childName, birthDate, documentNumber, service, at }) => [
    groupCollectionNumber(number),
    childName ?? '',
    birthDate ?? '',
    documentNumber ?? '',
    serviceName(service),
    formatMoment(at, getLocale()).replaceAll('\u00A0', ' '),
  ]);
  const mark = m.office_list_file_mark(takenBy(event.locals, now));
  const sheet = { sheet: m.school_list(), mark, columns, rows: inOnePortion(rows) };
  return sheetFile('xlsx', sheet, `preregistered-${season}-${school}`);
};

async function* inOnePortion(rows: readonly (readonly string[])[]): Rows {
  yield rows;
}
