import { refuse, type Refusal } from './refusal.js';
import { quote } from './text.js';

/** The value must be one of the known ones. */
export function checkChoice(value: string, isKnown: (value: string) => boolean, field: string): Refusal[] {
  if (value === '') return [refuse('required', { field })];
  return isKnown(value) ? [] : [refuse('valueUnknown', { field, params: { value: quote(value) } })];
}
