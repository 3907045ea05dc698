/** How a person wants the pages shown: remembered in cookies, rendered as attributes of <html> on the server. */
export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large'] as const;

export type Theme = (typeof THEMES)[number];
export type TextSize = (typeof TEXT_SIZES)[number];
export interface Display {
  theme: Theme;
  text: TextSize;
}

export function toTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

export function toTextSize(value: unknown): TextSize {
  return TEXT_SIZES.find((size) => size === value) ?? 'normal';
}

export function displayAttributes({ theme, text }: Display): string {
  const attributes: string[] = [];
  if (theme !== 'system') attributes.push(`data-theme="${theme}"`);
  if (text !== 'normal') attributes.push(`data-text="${text}"`);
  return attributes.join(' ');
}
