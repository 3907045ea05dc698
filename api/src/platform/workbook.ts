import { unzipSync, type Unzipped, type UnzipFileInfo } from 'fflate';

interface Bounds {
  readonly bytes: number;
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
}

/** It unpacks to more than allowed, or has more rows or columns. */
export class TooBig extends Error {
  constructor(readonly what: 'BYTES' | 'CELLS') {
    super();
  }
}

/**
 * The parts of a workbook, no bigger than allowed: a part that claims to be small is cut off where it claims to end. A library
 * that reads sheets would make room for whatever a cell’s address says, so the addresses are looked at first.
 */
export function unpackWorkbook(bytes: Uint8Array, bounds: Bounds): Unzipped {
  let [size, parts] = [0, 0];
  const filter = ({ originalSize }: UnzipFileInfo) => {
    size += originalSize;
    parts += 1;
    if (size > bounds.bytes || parts > bounds.parts) throw new TooBig('BYTES');
    return true;
  };
  const archive = unzipSync(bytes, { filter });
  for (const [name, part] of Object.entries(archive)) {
    if (/worksheets\/[^/]+\.xml$/.test(name)) checkAddresses(textOf(part), bounds);
  }
  return archive;
}

const decoder = new TextDecoder();
export const textOf = (part: Uint8Array): string => decoder.decode(part);

function checkAddresses(sheet: string, { rows, columns }: Bounds): void {
  for (const [, column = '', row = ''] of sheet.matchAll(/\b(?:r|ref)="(?:[A-Z]+\d+:)?([A-Z]*)(\d+)"/g)) {
    if (columnAt(column) > columns || Number(row) > rows) throw new TooBig('CELLS');
  }
}

/** A is 1. */
export const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
