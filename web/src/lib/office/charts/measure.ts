import { scaleLinear } from 'd3-scale';
import { drawn, type Count } from './drawing.ts';

/** The size of a chart's letters. Widths are estimates: the server cannot measure text. */
const SIZE = 13;

export function textWidth(text: string, size = SIZE): number {
  return [...text].reduce((width, letter) => width + (letter > '⺀' ? 1 : 0.58) * size, 0);
}

export const widest = (texts: readonly string[], size = SIZE): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))));

/** A text that fits, shortened where it does not. */
export function fitting(text: string, width: number, size = SIZE): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** From zero to the greatest of them, and to 1 at least, so that an axis of zeros has a length. */
export function upTo(counts: readonly Count[], length: number) {
  const most = Math.max(1, ...counts.map(drawn));
  return scaleLinear([0, most], [0, length]);
}

/** To a tenth of a pixel. */
export const px = (value: number): number => Math.round(value * 10) / 10;
