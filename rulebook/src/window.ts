import { inWords } from './calendar.js';
import { refuse, type Refusal } from './refusal.js';

export interface Window {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Open from the first instant up to, and not including, the closing one. */
export const isOpen = (window: Window, now: Date): boolean => window.opensAt <= now && now < window.closesAt;

export function checkWindow(
  window: Window | null,
  now: Date,
  hotline: string,
  field: string | null,
): Refusal[] {
  if (!window) return [refuse('windowNone', { field, params: { hotline } })];
  if (now < window.opensAt) {
    return [refuse('windowNotYet', { field, params: { opensAt: inWords(window.opensAt) } })];
  }
  if (!isOpen(window, now)) {
    return [refuse('windowOver', { field, params: { closesAt: inWords(window.closesAt, true), hotline } })];
  }
  return [];
}
