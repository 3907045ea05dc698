import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** A font file, read when the first character needs it and then kept: most forms need two of them. */
export class Face {
  private opened: Font | null = null;
  private readonly advances = new Map<number, number>();

  constructor(private readonly path: string) {}

  get font(): Font {
    this.opened ??= create(readFileSync(this.path)) as Font;
    return this.opened;
  }

  has(text: string): boolean {
    return [...text].every(
      (character) => isSelector(character) || this.font.hasGlyphForCodePoint(character.codePointAt(0)!),
    );
  }

  /** Width of a text at size 1, kerning aside. */
  widthOf(text: string): number {
    let width = 0;
    for (const character of text) {
      if (!isSelector(character)) width += this.advanceOf(character.codePointAt(0)!);
    }
    return width;
  }

  private advanceOf(codePoint: number): number {
    let advance = this.advances.get(codePoint);
    if (advance === undefined) {
      advance = this.font.glyphForCodePoint(codePoint).advanceWidth / this.font.unitsPerEm;
      this.advances.set(codePoint, advance);
    }
    return advance;
  }
}

/** Which variant of a character is meant: a font without it shows the character itself. */
const isSelector = (character: string) => /^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u.test(character);

const require = createRequire(import.meta.url);
const noto = (family: string, weight: string) => {
  const name = `NotoSans${family.replace(/^noto-sans-?/, '').toUpperCase()}_${weight}`;
  return new Face(require.resolve(`@expo-google-fonts/${family}/${weight}/${name}.ttf`));
};

/**
 * Noto Sans SC holds the common characters and little beyond: other letters come from Noto Sans, rare characters from
 * the Hong Kong and Japanese sisters, and the rest from the fonts of the setting RARE_GLYPH_FONTS.
 */
const FAMILIES = ['noto-sans-sc', 'noto-sans', 'noto-sans-hk', 'noto-sans-jp'];

export class PaperFonts {
  private readonly faces: Readonly<Record<Weight, readonly Face[]>>;

  constructor(rareGlyphFonts: readonly string[] = []) {
    const rare = rareGlyphFonts.map((path) => new Face(path));
    this.faces = {
      regular: [...FAMILIES.map((family) => noto(family, '400Regular')), ...rare],
      bold: [...FAMILIES.map((family) => noto(family, '700Bold')), ...rare],
    };
  }

  /** The first face that has all of a text; null when none has. */
  faceOf(text: string, weight: Weight): Face | null {
    return this.faces[weight].find((face) => face.has(text)) ?? null;
  }
}
