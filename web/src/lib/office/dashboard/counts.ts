import { groundName, serviceName, stageName } from '#lib/i18n/names.ts';
import { provinceName } from '#lib/i18n/regions.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Count, Drawing } from '../charts/drawing.ts';
import { countOf, together } from './cells.ts';
import type { Dashboard, Panel } from './panel.ts';

/** At most so many bars are drawn; the table has all. */
const MOST_BARS = 10;

export interface Row {
  label: string;
  count: Count;
}

/** Bars from the most to the fewest, and a table beneath. */
export function ranks(id: string, title: string, text: string, first: string, rows: readonly Row[]): Panel {
  const drawing: Drawing = { kind: 'ranks', rows: shortened(rows) };
  const sheet = {
    columns: [first, m.office_board_children()],
    rows: rows.map(({ label, count }) => [label, count]),
  };
  return { id, title, text, sheet, drawing, wide: false };
}

/** The first bars, and one more for all others. */
export function shortened(rows: readonly Row[]): Row[] {
  if (rows.length <= MOST_BARS + 1) return [...rows];
  const others = rows.slice(MOST_BARS).map(({ count }) => count);
  return [
    ...rows.slice(0, MOST_BARS),
    { label: m.office_board_others({ n: others.length }), count: together(others) },
  ];
}

export function stages(board: Dashboard): Panel {
  const rows = board.byStage.map((cell) => ({ label: stageName(cell.stage), count: countOf(cell) }));
  return ranks('stages', m.office_board_stages(), m.office_board_stages_text(), m.office_stage(), rows);
}

export function services(board: Dashboard): Panel {
  const rows = board.byService.map((cell) => ({ label: serviceName(cell.service), count: countOf(cell) }));
  return ranks(
    'services',
    m.office_board_services(),
    m.office_board_services_text(),
    m.office_service(),
    rows,
  );
}

export function grounds(board: Dashboard): Panel {
  const rows = board.byGround.map((cell) => ({
    label: groundName(cell.ground),
    count: countOf(cell),
  }));
  return ranks('grounds', m.office_board_grounds(), m.office_board_grounds_text(), m.office_ground(), rows);
}

export function provinces(board: Dashboard): Panel {
  const rows = board.byHukouProvince.map((cell) => ({
    label: provinceName(cell.province),
    count: countOf(cell),
  }));
  const [title, text] = [m.office_board_provinces(), m.office_board_provinces_text()];
  return ranks('provinces', title, text, m.office_province(), rows);
}

export function schools(board: Dashboard): Panel {
  const rows = board.bySchool.map((cell) => ({ label: cell.school.name, count: countOf(cell) }));
  return ranks('schools', m.office_board_schools(), m.office_board_schools_text(), m.office_school(), rows);
}

export function subdistricts(board: Dashboard): Panel {
  const districts = new Map(board.byDistrict.map(({ district }) => [district.code, district.name]));
  // Two districts can have a subdistrict of one name.
  const names = board.bySubdistrict.map(({ subdistrict }) => subdistrict);
  const isTwice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const rows = board.bySubdistrict.map((cell) => {
    const { district, subdistrict: name } = cell;
    const label = isTwice(name) ? `${districts.get(district) ?? district} ${name}` : name;
    return { label, count: countOf(cell) };
  });
  const [title, text] = [m.office_board_subdistricts(), m.office_board_subdistricts_text()];
  return ranks('subdistricts', title, text, m.office_list_subdistrict(), rows);
}
