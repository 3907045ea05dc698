import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PaperFonts } from './fonts.js';
import { breakLines, charactersByHand, codePointsOf } from './lines.js';

const fonts = new PaperFonts();
const textOf = (text: string, width: number) =>
  breakLines(text, width, fonts, 'regular').map(({ pieces }) =>
    pieces.map(({ text: part }) => part).join(''),
  );

describe('lines', () => {
  test('are as wide as allowed at most, and together hold every character', () => {
    const characters = fc.array(fc.constantFrom(...'测试甲·，。（）《》ABab12 -/\u3000𠮷𪚥é'), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(characters, fc.integer({ min: 8, max: 40 }), (all, width) => {
        const lines = breakLines(all.join(''), width, fonts, 'regular');
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(width + 1e-9);
          expect(line.width).toBeCloseTo(
            line.pieces.reduce((sum, piece) => sum + piece.width, 0),
            6,
          );
        }
        const shown = lines
          .flatMap(({ pieces }) => pieces.map(({ text, byHand }) => byHand ?? text))
          .join('');
        expect(shown.replace(/ /g, '')).toBe(all.join('').replace(/ /g, ''));
      }),
    );
  });

  test('do not begin with what closes nor end with what opens', () => {
    expect(textOf('一二三四，五六七八（九十）', 4.5)).toEqual(['一二三', '四，五六', '七八（九', '十）']);
  });

  test('keep a number whole, and break one that is longer than a line', () => {
    expect(textOf('编号 119999201909030018', 11)).toEqual(['编号', '119999201909030018']);
    expect(textOf('1'.repeat(60), 11).length).toBeGreaterThan(2);
  });

  test('take rare characters from the fonts that have them', () => {
    const [line] = breakLines('龘𠮷𨋢Ө', 20, fonts, 'bold');
    expect(new Set(line!.pieces.map(({ face }) => face)).size).toBe(4);
    expect(charactersByHand('龘㛃𬭊䶮〇𠮷𨋢·Nguyễn Өлзий', fonts)).toEqual([]);
  });

  test('say the code point of what no font has, as wide as it is drawn', () => {
    const [line] = breakLines('测𪚥', 20, fonts, 'regular');
    expect(line!.pieces.map(({ text, byHand }) => [text, byHand])).toEqual([
      ['测', undefined],
      ['U+2A6A5', '𪚥'],
    ]);
    expect(charactersByHand('测𪚥甲𪚥', fonts)).toEqual(['𪚥', '𪚥']);
    expect(codePointsOf('𪚥')).toBe('U+2A6A5');
  });

  test('show a variant that no font has as the character itself', () => {
    expect(charactersByHand('辻\u{E0100}', fonts)).toEqual([]);
    expect(textOf('辻\u{E0100}', 4)).toEqual(['辻\u{E0100}']);
  });
});
