import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { drawnCodes, type PdfPage, type Picture } from './drawn-codes.js';

// The copy in the package: by default the library would fetch it from elsewhere.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

type Code = { format: string; text: string };

/** What another implementation reads from the codes on a page, in their order, as they are drawn. */
export async function printedCodes(page: PdfPage): Promise<Code[]> {
  return (await Promise.all((await drawnCodes(page)).map(read))).flat();
}

async function read(picture: Picture): Promise<Code[]> {
  const found = await readBarcodes({ ...picture, colorSpace: 'srgb' });
  return found.map(({ format, text }) => ({ format, text }));
}
