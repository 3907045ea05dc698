import type { Plugin } from 'vite';

/** The floor, for styles: what is older gets the page without scripts (src/lib/engine.ts). */
export const OLDEST_ENGINES = ['chrome86', 'safari15'];

/**
 * The same for syntax. The translator's table counts class fields from these on, for corner cases that no code here
 * meets; the floor has had them before, and 5 KB a page are saved. Whatever else they would let through is looked for in
 * the built scripts by a test (e2e/specs/old-engine.spec.ts).
 */
export const OLDEST_SYNTAX = ['chrome98', 'safari16'];

/** Shorthands that Chromium 86 does not know, as what they stand for; both our languages run from left to right. */
const BLOCK = ['top', 'bottom'];
const INLINE = ['left', 'right'];
const LONGHANDS: Readonly<Record<string, readonly string[]>> = {
  inset: ['top', 'right', 'bottom', 'left'],
  'inset-block': BLOCK,
  'inset-inline': INLINE,
  'margin-block': BLOCK.map((side) => `margin-${side}`),
  'margin-inline': INLINE.map((side) => `margin-${side}`),
  'padding-block': BLOCK.map((side) => `padding-${side}`),
  'padding-inline': INLINE.map((side) => `padding-${side}`),
};
const BORDERS: Readonly<Record<string, readonly string[]>> = {
  'border-block': BLOCK.map((side) => `border-${side}`),
  'border-inline': INLINE.map((side) => `border-${side}`),
};
const DECLARATION =
  /(?<=[;{\s])((?:inset|margin|padding|border)(?:-(?:block|inline))?):\s*([^;{}]+)(?=[;}])/g;

/**
 * What the translation of styles leaves as it is, though Chromium 86 would drop it: Svelte's scopes, which have no weight
 * by `:where`, and shorthands with a variable in them.
 */
export const oldEngines: Plugin = {
  name: 'old-engines',
  enforce: 'pre',
  transform: {
    filter: { id: /\.css$|[?&]svelte&type=style/ },
    handler: (css) => forOldEngines(css),
  },
};

export function forOldEngines(css: string): string {
  return css
    .replaceAll(/:where\((\.svelte-\w+)\)/g, '$1')
    .replaceAll(DECLARATION, (whole, property: string, value: string) => {
      const borders = BORDERS[property];
      if (borders) return borders.map((side) => `${side}: ${value.trim()}`).join('; ');
      const sides = LONGHANDS[property];
      if (!sides) return whole;
      const values = valuesOf(value);
      // One value is for all sides, two are for opposite ones, a fourth that is missing is the second's.
      const at = (side: number) => values[side] ?? values[side - 2] ?? values[0]!;
      return sides.map((name, side) => `${name}: ${at(side)}`).join('; ');
    });
}

/** `var(--s2) calc(1em + 2px)` is two values: blanks within brackets part none. */
function valuesOf(text: string): string[] {
  const values = [''];
  let depth = 0;
  for (const sign of text.trim()) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0 && /\s/.test(sign)) values.push('');
    else values[values.length - 1] += sign;
  }
  return values.filter((value) => value !== '');
}
