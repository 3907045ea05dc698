import { formatMoment } from '#lib/format.ts';
import { serviceName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { groupCollectionNumber } from '#lib/format.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { allStanding } from '#lib/school/preregistered.ts';
import { download } from '#lib/server/download.ts';
import { requireSchool } from '#lib/server/office.ts';
import { toXlsx, XLSX } from '#lib/server/workbook.ts';
import type { RequestHandler } from './$types.js';

/** The school's own list: names and documents masked, texts alone. */
export const GET: RequestHandler = async (event) => {
  const { place, season } = requireSchool(event);
  const { school } = place;
  const all = await allStanding(event, { school, season });
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
  const file = await toXlsx({ sheet: m.school_list(), columns, rows });
  return download(file, XLSX, `attachment; filename="preregistered-${season}-${school}.xlsx"`);
};
