import { normaliseDetails, type Details } from '@enrolment/rulebook/details/details.js';
import type { DataKey } from '../platform/keys.js';

/** What was submitted last, and as which version of the record. */
export interface SubmittedDetails {
  readonly version: number;
  readonly details: Details;
}

/** Details are sealed as a whole with the record's own key; a field that came later reads as not filled in. */
export const sealDetails = (key: DataKey, details: Details): Buffer =>
  key.seal('details.content', JSON.stringify(details));

export const openDetails = (key: DataKey, sealed: Buffer): Details =>
  normaliseDetails(JSON.parse(key.open('details.content', sealed)) as Details);

export const sealSubmitted = (key: DataKey, submitted: SubmittedDetails): Buffer =>
  key.seal('details.submitted', JSON.stringify(submitted));

export function openSubmitted(key: DataKey, sealed: Buffer): SubmittedDetails {
  const { version, details } = JSON.parse(key.open('details.submitted', sealed)) as SubmittedDetails;
  return { version, details: normaliseDetails(details) };
}
