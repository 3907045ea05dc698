import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  DetailsFormDocument,
  DistrictPhonesDocument,
  RecordDetailsDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { request, submit } from '#lib/api/client.ts';
import { detailsOf, pathsOfForm, readDetails, SECOND, valuesOf } from '#lib/details/values.ts';
import type { Needs } from '#lib/details/form.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadRecord } from '#lib/record/load.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const { record, childName, crumbs, back } = await loadRecord(event, number, m.details_title());
  const { district, service, ground } = record;
  const [{ collectionRecord: typed }, { district: form }, { districts }] = await Promise.all([
    request(event, RecordDetailsDocument, { number }),
    request(event, DetailsFormDocument, { district: district.code, service, ground }),
    request(event, DistrictPhonesDocument, {}),
  ]);
  const draft = typed?.detailsDraft ?? null;
  return {
    ...{ childName, crumbs, back, number, version: record.version, turn: record.turn.text },
    editable: record.actions.some(({ kind, allowed }) => kind === 'EDIT_DETAILS' && allowed),
    locked: record.actions.find(({ kind }) => kind === 'EDIT_DETAILS')?.reason ?? null,
    savedAt: draft?.savedAt ?? null,
    values: valuesOf(draft),
    needs: Object.fromEntries(form!.detailsForm.map(({ kind, need }) => [kind, need])) as unknown as Needs,
    blocks: form!.detailsForm.map(({ kind, label }) => ({ kind, label })),
    questions: form!.questions,
    districts: districts.map(({ code, name }) => ({ value: code, label: name })),
  };
};

/** What was sent, over what the draft holds: fields that the page did not show stay as they were. */
async function readForm(event: RequestEvent<{ number: string }>) {
  const form = await event.request.formData();
  const { number } = event.params;
  const { collectionRecord } = await request(event, RecordDetailsDocument, { number });
  const asked = [...form.keys()].filter((key) => key.startsWith('answers.'));
  const questions = asked.map((key) => ({ key: key.slice('answers.'.length) }));
  const values = readDetails(form, valuesOf(collectionRecord?.detailsDraft ?? null), [
    ...pathsOfForm(questions),
    SECOND,
  ]);
  const { secondGuardian, ...details } = detailsOf(values);
  const input = { ...details, secondGuardianDraft: secondGuardian, version: Number(form.get('version')) };
  return { number, values, input: input as unknown as DetailsInput };
}

export const actions: Actions = {
  save: async (event) => {
    const { number, values, input } = await readForm(event);
    const sent = await submit(event, SaveDetailsDocument, { number, input });
    if (!sent.ok) return fail(sent.status, { values, trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.saveDetails;
    if (result.__typename === 'Refused') return fail(422, { values, refusals: result.refusals });
    redirect(303, event.url.pathname);
  },
  submit: async (event) => {
    const { number, values, input } = await readForm(event);
    const sent = await submit(event, SubmitDetailsDocument, { number, input });
    if (!sent.ok) return fail(sent.status, { values, trouble: sent.trouble, incident: sent.incident });
    const result = sent.data.submitDetails;
    if (result.__typename === 'Refused') return fail(422, { values, refusals: result.refusals });
    redirect(303, `/my/${number}/collection/identity`);
  },
};
