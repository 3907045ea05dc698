import type { TextSize, Theme } from '#lib/display.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** The names, in the present language, of what has a fixed set of values. */
const THEME_NAMES: Record<Theme, () => string> = {
  system: m.display_theme_system,
  light: m.display_theme_light,
  dark: m.display_theme_dark,
};

const TEXT_SIZE_NAMES: Record<TextSize, () => string> = {
  normal: m.display_text_normal,
  large: m.display_text_large,
};

export function themeName(theme: Theme): string {
  return THEME_NAMES[theme]();
}

export function textSizeName(size: TextSize): string {
  return TEXT_SIZE_NAMES[size]();
}
