import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/messages/messages.js';
import { toSvg } from '#lib/office/charts/files.ts';
import { loadDashboard } from '#lib/office/dashboard/load.ts';
import type { Panel } from '#lib/office/dashboard/panel.ts';
import { toCsv } from '#lib/office/sheet.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types.js';

interface Kind {
  type: string;
  write(panel: Panel): string | null;
}

const KINDS: Record<string, Kind> = {
  csv: { type: 'text/csv; charset=utf-8', write: ({ sheet }) => toCsv(sheet, m.office_hidden()) },
  svg: {
    type: 'image/svg+xml; charset=utf-8',
    write: ({ drawing, title }) => (drawing ? toSvg(drawing, title) : null),
  },
};

/** A panel of the dashboard to download: stages.csv, stages.svg. */
export const GET: RequestHandler = async (event) => {
  const { dashboard, panels } = await loadDashboard(event);
  const [id, extension = ''] = event.params.file.split('.');
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  const panel = panels.find((one) => one.id === id);
  const content = kind && panel ? kind.write(panel) : null;
  if (content === null) error(404, 'Not found');
  const name = [dashboard.season, dashboard.district?.code ?? dashboard.school?.code, id]
    .filter(Boolean)
    .join('-');
  return download(content, kind!.type, `attachment; filename="${name}.${extension}"`);
};
