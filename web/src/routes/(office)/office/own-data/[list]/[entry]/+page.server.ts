import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Refusal } from '#lib/api/refusals.ts';
import { beforeIn, revisionIn, textIn } from '#lib/form-text.ts';
import {
  blank,
  changedList,
  INTENTS,
  isChanged,
  keyOf,
  renamed,
  valuesIn,
  type Values,
} from '#lib/office/own-data/values.ts';
import { merged } from '#lib/office/merged.ts';
import { notTaken } from '#lib/server/act.ts';
import { backTo } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { listAt, readOwnList, setOwnList } from '#lib/server/own-data.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const list = listAt(event);
  const { entry } = event.params;
  const own = await readOwnList(event, list, {
    district: districtOf(office.place),
    season: office.season,
  });
  const isNew = entry === 'new';
  const mayEdit = worksIn(office) && ['OPEN', 'PLANNED'].includes(own.season.state);
  if (isNew ? !mayEdit : !/^[1-9]\d{0,2}$/.test(entry)) error(404, 'Not found');
  // Null where a colleague has taken entries away meanwhile: what was typed is not lost with an error.
  const values = isNew
    ? blank(list, event.url.searchParams.get('group'))
    : (own.entries[Number(entry) - 1] ?? null);
  return { list, isNew, values, season: own.season, revision: own.revision, mayEdit };
};

/** Tries a change of one entry, or makes it: what was typed stays, whatever becomes of it. */
async function change(event: RequestEvent<{ list: string; entry: string }>, dryRun: boolean) {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const list = listAt(event);
  const district = districtOf(office.place);
  const form = await event.request.formData();
  const revision = revisionIn(form);
  const before = beforeIn<Values>(form);
  const intent = INTENTS.find((one) => one === textIn(form, 'intent')) ?? 'set';
  if (revision === null || !before) return fail(400, {});
  const own = await readOwnList(event, list, { district, season: office.season });
  const typed = renamed(list, valuesIn(list, form), before);
  const isNew = Object.keys(before).length === 0;
  const key = isNew ? null : keyOf(list, before);
  const now = isNew ? undefined : own.entries.find((one) => keyOf(list, one) === key);
  // Where a colleague has changed it meanwhile, her words stand in the fields that were not touched.
  const values = now && own.revision !== revision ? merged(typed, before, now) : typed;
  const kept = { values, before: now ?? before, revision: own.revision, intent };
  // It is nobody's any more, so what was typed is a new entry.
  if (!isNew && !now) return fail(409, { ...kept, before: {}, unset: 'gone' as const });
  const moves = intent === 'up' || intent === 'down';
  if (moves && isChanged(list, typed, before)) return fail(409, { ...kept, unset: 'typed' as const });
  const next = changedList(list, own.entries, { intent, key, values: typed });
  if (!next) return fail(409, { ...kept, unset: intent === 'up' ? ('first' as const) : ('last' as const) });
  const asked = { district, season: own.season.year, revision, dryRun };
  const done = await setOwnList(event, list, { list: asked, entries: next.entries }, kept);
  if (!done.ok) {
    const { data } = done.failure;
    if (!('refusals' in data)) return done.failure;
    return notTaken(data.refusals.map(hereOf(next.place)), kept);
  }
  if (dryRun) return { ...kept, tried: done.result };
  return backTo(event, `/office/own-data/${list}`, 'saved');
}

/** What is refused of this entry stands at its field; what is refused of another one names none of this page. */
const hereOf =
  (place: number) =>
  (refusal: Refusal): Refusal => ({
    ...refusal,
    field: refusal.field?.startsWith(`${place}.`) ? refusal.field.slice(`${place}.`.length) : null,
  });

export const actions: Actions = {
  try: (event) => change(event, true),
  save: (event) => change(event, false),
};
