import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { RecordDraftDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { choicesIn, differences, merge } from '#lib/details/conflict.ts';
import { pathsOfForm, readDetails, SECOND, valuesOf } from '#lib/details/values.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { loadDetails } from './form.ts';
import { saveDraft } from './save.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { record, editing, draft, values, ...rest } = await loadDetails(event, m.details_title());
  const second = event.url.searchParams.get('second');
  return {
    values: second === 'yes' || second === 'no' ? { [SECOND]: second, ...values } : values,
    ...rest,
    turn: record.turn.text,
    child: record.child,
    guardians: record.guardians,
    hotline: record.district.hotline,
    open: editing?.open ?? [],
    firstGuardianSex: editing?.firstGuardianSex ?? null,
    locked: record.actions.find(({ kind }) => kind === 'EDIT_DETAILS')?.reason ?? null,
    submitted: record.submittedAt !== null,
    savedAt: draft?.savedAt ?? null,
    me: record.viewerRelation === 'AUTHORIZED' ? ('SECOND' as const) : ('FIRST' as const),
    // Whoever comes back from 请再看一遍 is told what is missing; whoever just begins is not scolded.
    missing: event.url.searchParams.has('missing') ? (editing?.missing ?? []) : [],
  };
};

/** Lays what was sent over the draft: fields that the page did not show stay as they were. */
async function readForm(event: RequestEvent<{ number: string }>) {
  const form = await event.request.formData();
  const { number } = event.params;
  const { collectionRecord } = await request(event, RecordDraftDocument, { number });
  const saved = valuesOf(collectionRecord?.detailsDraft ?? null);
  const questions = [...form.keys()]
    .filter((name) => name.startsWith('answers.'))
    .map((name) => ({ key: name.slice('answers.'.length) }));
  const typed = readDetails(form, saved, [...pathsOfForm(questions), SECOND]);
  const values = merge(typed, saved, choicesIn(form));
  return { saved, values, version: Number(form.get('version')), current: collectionRecord?.version };
}

/**
 * Saves what was sent and goes on, or returns what the page shows instead. The draft says nothing of a second guardian until
 * one is described, so without scripts that answer would be lost on the way.
 */
async function keep(event: RequestEvent<{ number: string }>, onto: string) {
  const { saved, values, version, current } = await readForm(event);
  const onward = () => redirect(303, values[SECOND] ? `${onto}?second=${values[SECOND]}` : onto);
  const unchanged = differences(values, saved, null).length === 0 && Object.keys(saved).length > 0;
  if (version === current && unchanged) return onward();
  const answer = await saveDraft(event, version, values);
  switch (answer.outcome) {
    case 'SAVED':
      return onward();
    case 'REFUSED':
      return fail(422, { values, refusals: answer.refusals });
    case 'STALE': {
      const found = differences(values, answer.theirs.values, null);
      return fail(409, { values, conflict: { theirs: answer.theirs, differences: found } });
    }
    case 'TROUBLE':
      return fail(503, { values, trouble: answer.trouble, incident: answer.incident ?? null });
  }
}

export const actions: Actions = {
  save: (event) => keep(event, event.url.pathname),
  /** 提交信息: everything is shown once more before it goes. */
  look: (event) => keep(event, `${event.url.pathname}/confirm`),
};
