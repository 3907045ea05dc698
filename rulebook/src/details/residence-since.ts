import { isCalendarDate } from '../calendar.js';
import type { Details } from './details.js';
import { fieldsUnder } from './fields.js';

/** The day since when a family has lived in its home. Only a lease tells it. Drafts may hold anything. */
export function residenceSince({ residence }: Pick<Details, 'residence'>): string | null {
  const since = residence?.leaseFrom ?? null;
  if (residence === null || since === null || !isCalendarDate(since)) return null;
  const asked = fieldsUnder('residence', residence.kind).some(({ name }) => name === 'leaseFrom');
  return asked ? since : null;
}

/** A cut-off is the last day on which the residence may have begun. */
export const beginsTooLate = (since: string, cutOff: string): boolean => since > cutOff;
