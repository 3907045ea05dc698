import type { decodeQR } from 'qr/decode.js';

/** Enough for a code that fills a fifth of the picture, and little enough for an old phone. */
const SIDE = 720;
/** Between two looks the page has time for everything else. */
const PAUSE_MS = 120;

/** What a QR code in the middle of the picture says; null while none is read. */
function readFrame(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  decode: typeof decodeQR,
): string | null {
  const { videoWidth: width, videoHeight: height } = video;
  const square = Math.min(width, height);
  if (square === 0) return null;
  const side = Math.min(square, SIDE);
  canvas.width = side;
  canvas.height = side;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) return null;
  brush.drawImage(video, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side);
  try {
    return decode(brush.getImageData(0, 0, side, side));
  } catch {
    // Most pictures have no code, and the library says so by an error.
    return null;
  }
}

/** Looks at the picture again and again, and hands on each code that is not the one before, until it is stopped. */
export function watch(
  video: HTMLVideoElement,
  decode: typeof decodeQR,
  onCode: (text: string) => void,
): () => void {
  const canvas = document.createElement('canvas');
  let last: string | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    timer = setTimeout(look, PAUSE_MS);
    const text = readFrame(video, canvas, decode);
    if (text === null || text === last) return;
    last = text;
    onCode(text);
  };
  timer = setTimeout(look, PAUSE_MS);
  return () => clearTimeout(timer);
}
