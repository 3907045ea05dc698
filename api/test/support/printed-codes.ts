import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';

// As it comes with the package: by itself it would be fetched from elsewhere.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Code = { format: string; text: string };
type Box = { left: number; top: number; right: number; bottom: number };

/** Dots to a point: a module of the bar code is not a whole number of points. */
const DOTS = 8;
/** Room around a code, in points, as a scanner needs it. */
const MARGIN = 12;

/** No other drawing on a form fills so many boxes at once. */
const FEWEST = 20;

/** What another implementation reads from the codes drawn on a page, in their order: bars and squares as they are filled. */
export async function printedCodes(page: Page): Promise<Code[]> {
  const drawn = (await filledBoxes(page)).filter(({ length }) => length > FEWEST);
  return (await Promise.all(drawn.map(read))).flat();
}

/** The boxes of each path that is filled at once. */
async function filledBoxes(page: Page): Promise<Box[][]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operator, index) => {
    if (operator !== OPS.constructPath) return [];
    const [paint, [path]] = argsArray[index] as [number, [Float32Array | null]];
    return paint === OPS.fill && path ? [boxesOf(path)] : [];
  });
}

/** A box is drawn as a move, three lines and a closing. */
function boxesOf(path: Float32Array): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 12 < path.length; at += 13) {
    const [xs, ys] = [1, 2].map((first) => [0, 3, 6, 9].map((step) => path[at + first + step]!));
    boxes.push({
      ...{ left: Math.min(...xs!), right: Math.max(...xs!) },
      ...{ top: Math.min(...ys!), bottom: Math.max(...ys!) },
    });
  }
  return boxes;
}

async function read(boxes: readonly Box[]): Promise<Code[]> {
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const dots = (length: number) => Math.round(length * DOTS);
  const width = dots(Math.max(...boxes.map(({ right }) => right)) + MARGIN - left);
  const height = dots(Math.max(...boxes.map(({ bottom }) => bottom)) + MARGIN - top);
  const paper = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const box of boxes) {
    for (let y = dots(box.top - top); y < dots(box.bottom - top); y += 1) {
      const from = y * width;
      for (let x = dots(box.left - left); x < dots(box.right - left); x += 1) {
        paper.fill(0, 4 * (from + x), 4 * (from + x) + 3);
      }
    }
  }
  const found = await readBarcodes({ data: paper, width, height, colorSpace: 'srgb' });
  return found.map(({ format, text }) => ({ format, text }));
}
