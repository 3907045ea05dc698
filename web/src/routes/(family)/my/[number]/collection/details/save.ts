import type { RequestEvent } from '@sveltejs/kit';
import { fieldAt } from '@enrolment/rulebook/details/fields.ts';
import { explain, refuse } from '@enrolment/rulebook/refusal.ts';
import { quote } from '@enrolment/rulebook/text.ts';
import { RecordDraftDocument, SaveDetailsDocument, type DetailsInput } from '@enrolment/schema/client';
import { submit } from '#lib/api/client.ts';
import type { Refusal } from '#lib/api/refusals.ts';
import type { SaveAnswer, Theirs } from '#lib/details/keeping.ts';
import { detailsOf, valuesOf, type DetailsValues } from '#lib/details/values.ts';
import { getLocale } from '#lib/i18n/messages/runtime.js';

type Event = RequestEvent<{ number: string }>;

/** 暂存信息: sends a draft, and brings back what somebody else saved in between. */
export async function saveDraft(
  event: Event,
  version: number,
  values: DetailsValues,
): Promise<SaveAnswer & { incident?: string | null }> {
  const unsendable = refusalsOfDays(values);
  if (unsendable.length > 0) return { outcome: 'REFUSED', refusals: unsendable };
  const { number } = event.params;
  const sent = await submit(event, SaveDetailsDocument, { number, input: inputOf(values, version) });
  if (!sent.ok) return { outcome: 'TROUBLE', trouble: sent.trouble, incident: sent.incident };
  const result = sent.data.saveDetails;
  if (result.__typename === 'CollectionRecord') {
    return { outcome: 'SAVED', version: result.version, savedAt: result.details!.savedAt };
  }
  const { refusals } = result;
  if (!refusals.every(({ code }) => code === 'STALE_VERSION')) return { outcome: 'REFUSED', refusals };
  const theirs = await readTheirs(event);
  return theirs ? { outcome: 'STALE', theirs } : { outcome: 'REFUSED', refusals };
}

export function inputOf(values: DetailsValues, version: number, relationsConfirmed = false): DetailsInput {
  const { secondGuardian, ...details } = detailsOf(values);
  return {
    ...details,
    secondGuardianDraft: secondGuardian,
    relationsConfirmed,
    version,
  } as unknown as DetailsInput;
}

async function readTheirs(event: Event): Promise<Theirs | null> {
  const read = await submit(event, RecordDraftDocument, { number: event.params.number });
  const record = read.ok ? read.data.collectionRecord : null;
  if (!record) return null;
  const { version, detailsDraft: draft } = record;
  return {
    version,
    values: valuesOf(draft),
    savedAt: draft?.savedAt ?? null,
    savedBy: draft?.savedBy ?? null,
  };
}

/** A browser without date fields sends whatever was typed; the API accepts only what looks like a day. */
function refusalsOfDays(values: DetailsValues): Refusal[] {
  return Object.entries(values).flatMap(([path, value]) => {
    if (
      fieldAt(path, null)?.input !== 'DATE' ||
      value.trim() === '' ||
      /^\d{4}-\d{2}-\d{2}$/.test(value.trim())
    )
      return [];
    return [explain(refuse('dateFormat', { field: path, params: { value: quote(value) } }), getLocale())];
  });
}
