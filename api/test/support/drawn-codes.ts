import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';

export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Box = { left: number; top: number; right: number; bottom: number };

/** A code as it stands on the paper, in red, green, blue and alpha. */
export interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Dots per point: a module of the bar code is not a whole number of points. */
const DOTS = 8;
/** The room in points that a scanner needs around a code. */
const MARGIN = 12;

/** No other drawing on a form fills so many boxes at once. */
const FEWEST = 20;

/** The codes on a page, in their order, drawn from their filled bars and squares. */
export async function drawnCodes(page: PdfPage): Promise<Picture[]> {
  return (await filledBoxes(page)).filter(({ length }) => length > FEWEST).map(draw);
}

/** The boxes of each path that is filled at once. */
async function filledBoxes(page: PdfPage): Promise<Box[][]> {
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
      left: Math.min(...xs!),
      right: Math.max(...xs!),
      top: Math.min(...ys!),
      bottom: Math.max(...ys!),
    });
  }
  return boxes;
}

function draw(boxes: readonly Box[]): Picture {
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const dots = (length: number) => Math.round(length * DOTS);
  const width = dots(Math.max(...boxes.map(({ right }) => right)) + MARGIN - left);
  const height = dots(Math.max(...boxes.map(({ bottom }) => bottom)) + MARGIN - top);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const box of boxes) {
    for (let y = dots(box.top - top); y < dots(box.bottom - top); y += 1) {
      const from = y * width;
      for (let x = dots(box.left - left); x < dots(box.right - left); x += 1) {
        data.fill(0, 4 * (from + x), 4 * (from + x) + 3);
      }
    }
  }
  return { data, width, height };
}
