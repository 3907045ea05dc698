import writeSheet from 'write-excel-file/node';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Sheet {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An XLSX file of texts alone: what begins like a formula is a text too, and no reader computes it. */
export async function toXlsx(...sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeSheet(sheets.map(sheetOf)).toBuffer();
  return new Uint8Array(file);
}

function sheetOf({ sheet, columns, rows }: Sheet) {
  const text = (value: string) => ({ type: String, value });
  const titles = columns.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const widths = columns.map((title, at) => ({
    width: Math.min(40, Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map(widthOf)) + 2),
  }));
  const data = [titles, ...rows.map((row) => row.map(text))];
  return { sheet, data, columns: widths, stickyRowsCount: 1 };
}

/** A Chinese character is as wide as two digits. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
