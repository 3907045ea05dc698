import type { Face, PaperFonts, Weight } from './fonts.js';

/** What is drawn with one face, or an empty box with the code point beside it: no font here has the character. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  /** At size 1. */
  readonly width: number;
  /** The character that is to be written into the box by hand; `text` is then its code point. */
  readonly byHand?: string;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** A box as wide as a character, and its code point in small type with a little air. */
export const BY_HAND = { size: 0.62, box: 1, gap: 0.14 } as const;

export const codePointsOf = (text: string): string =>
  [...text]
    .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const clustersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) => segment);

/** Returns the characters of a text that no font has. */
export function charactersByHand(text: string, fonts: PaperFonts): string[] {
  return clustersOf(text).filter(
    (cluster) => cluster.trim() !== '' && fonts.faceOf(cluster, 'regular') === null,
  );
}

/** Lines of at most `width` (at size 1): broken between characters, between words where there are such. */
export function breakLines(text: string, width: number, fonts: PaperFonts, weight: Weight): Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const end = () => {
    while (line.at(-1)?.text === ' ') used -= line.pop()!.width;
    if (line.length > 0) lines.push({ pieces: join(line), width: used });
    line = [];
    used = 0;
  };
  const add = (piece: Piece) => {
    line.push(piece);
    used += piece.width;
  };
  for (const atom of atomsOf(text)) {
    const pieces = piecesOf(atom, fonts, weight);
    const needed = pieces.reduce((sum, piece) => sum + piece.width, 0);
    if (used + needed > width) {
      if (needed <= width) end();
      else if (line.length > 0 && used > width / 2) end();
    }
    if (atom === ' ' && line.length === 0) continue;
    if (used + needed <= width) {
      pieces.forEach(add);
      continue;
    }
    // It is longer than a line and may break anywhere.
    for (const piece of pieces.flatMap(split)) {
      if (used + piece.width > width) end();
      add(piece);
    }
  }
  end();
  return lines;
}

const CLOSING = /^[，。、；：！？）】》〉”’·,.;:!?)]+$/u;
const OPENING = /^[（【《〈“‘(]$/u;
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}'’\-_/.:@&+#%]+$/u;

/**
 * What stays together on a line: a word, a number, a character with the punctuation that may not stand alone. By hand: the
 * Unicode rules (`linebreak`) would part Anna-Maria at the hyphen and let a line begin with the dot within a name.
 */
function atomsOf(text: string): string[] {
  const atoms: string[] = [];
  let open = '';
  for (const raw of clustersOf(text)) {
    const cluster = /^[^\S\u3000]+$/u.test(raw) ? ' ' : raw;
    const last = atoms.at(-1);
    if (OPENING.test(cluster)) {
      open += cluster;
    } else if (
      open === '' &&
      last !== undefined &&
      last !== ' ' &&
      (CLOSING.test(cluster) || goesOn(last, cluster))
    ) {
      atoms[atoms.length - 1] = last + cluster;
    } else {
      atoms.push(open + cluster);
      open = '';
    }
  }
  return open === '' ? atoms : [...atoms, open];
}

const goesOn = (last: string, cluster: string) => WORD.test(cluster) && WORD.test(last);

function piecesOf(atom: string, fonts: PaperFonts, weight: Weight): Piece[] {
  const whole = fonts.faceOf(atom, weight);
  if (whole) return [{ text: atom, face: whole, width: whole.widthOf(atom) }];
  return join(
    clustersOf(atom).map((cluster) => {
      const face = fonts.faceOf(cluster, weight);
      if (face) return { text: cluster, face, width: face.widthOf(cluster) };
      const label = codePointsOf(cluster);
      const labelFace = fonts.faceOf(label, 'regular')!;
      const width = BY_HAND.box + BY_HAND.gap * 3 + labelFace.widthOf(label) * BY_HAND.size;
      return { text: label, face: labelFace, width, byHand: cluster };
    }),
  );
}

const split = (piece: Piece): Piece[] =>
  piece.byHand === undefined
    ? clustersOf(piece.text).map((text) => ({ text, face: piece.face, width: piece.face.widthOf(text) }))
    : [piece];

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.face === piece.face && last.byHand === undefined && piece.byHand === undefined) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}
