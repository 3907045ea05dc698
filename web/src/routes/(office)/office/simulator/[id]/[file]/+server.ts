import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/messages/messages.js';
import { toCsv } from '#lib/office/sheet.ts';
import { loadSimulation } from '#lib/office/simulator/load.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types.js';

/** A table of a result to download: districts.csv, stages.csv. */
export const GET: RequestHandler = async (event) => {
  const { simulation, sheets } = await loadSimulation(event);
  const found = sheets?.find(({ id }) => `${id}.csv` === event.params.file);
  if (!found) error(404, 'Not found');
  const name = [simulation.season, simulation.district?.code, found.id].filter(Boolean).join('-');
  const csv = toCsv(found.sheet, m.office_hidden());
  return download(csv, 'text/csv; charset=utf-8', `attachment; filename="simulation-${name}.csv"`);
};
