import { refuse, type Refusal } from './refusal.js';
import { quote } from './text.js';

/** One of the known values was chosen. */
export function checkChoice(value: string, isKnown: (value: string) => boolean, field: string): Refusal[] {
  if (value === '') return [refuse('required', { field })];
  return isKnown(value) ? [] : [refuse('valueUnknown', { field, params: { value: quote(value) } })];
}
