import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import encodeQR from 'qr';
import { getDocumentProxy } from 'unpdf';
import { drawnCodes } from '../../../api/test/support/drawn-codes.js';
import { CACHE } from './chromium.js';

/** Of the picture that Chromium's fake camera shows. */
const WIDTH = 640;
const HEIGHT = 480;
/** How wide a code lies in it: as one that is held near enough. */
const CODE = 260;
const PAPER = 215;

/** Whether a place of a code, from 0 to 1 each way, is dark. */
type Dark = (x: number, y: number) => boolean;

/** A camera before which something is held. The browser reads the file anew whenever a page opens the camera. */
export class FakeCamera {
  private readonly file: string;

  constructor(name: string) {
    this.file = join(CACHE, `camera-${name}-${process.pid}.y4m`);
    mkdirSync(dirname(this.file), { recursive: true });
    this.show(() => false);
  }

  /** With what somebody answers whom the browser asks. */
  args(answer: 'allow' | 'deny' = 'allow'): string[] {
    return [
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${this.file}`,
      `--use-fake-ui-for-media-stream${answer === 'deny' ? '=deny' : ''}`,
    ];
  }

  /** The QR code of a printed form, as the PDF draws it. */
  async holdForm(pdf: Uint8Array): Promise<void> {
    const pictures = await drawnCodes(await (await getDocumentProxy(pdf)).getPage(1));
    const { data, width, height } = pictures.find((one) => Math.abs(one.width - one.height) <= 1)!;
    this.show((x, y) => data[4 * (Math.floor(y * height) * width + Math.floor(x * width))]! < 128);
  }

  holdCodeOf(text: string): void {
    const modules = encodeQR(text, 'raw', { border: 4 });
    const side = modules.length;
    this.show((x, y) => modules[Math.floor(y * side)]![Math.floor(x * side)]!);
  }

  /** A picture and its colours, of which there are none. */
  private show(isDark: Dark): void {
    const light = Buffer.alloc(WIDTH * HEIGHT, PAPER);
    for (let y = 0; y < CODE; y += 1)
      for (let x = 0; x < CODE; x += 1)
        if (isDark(x / CODE, y / CODE))
          light[(y + (HEIGHT - CODE) / 2) * WIDTH + x + (WIDTH - CODE) / 2] = 30;
    const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
    const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
    writeFileSync(this.file, Buffer.concat([head, frame, frame]));
  }
}
