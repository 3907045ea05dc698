import { fail, type RequestEvent } from '@sveltejs/kit';
import { revisionIn, textIn } from '#lib/form-text.ts';
import { COMMON_ANSWERS, groupOf, type ListName, type Values } from '#lib/office/own-data/values.ts';
import { backHere } from '#lib/server/back.ts';
import { requireAction } from '#lib/server/office.ts';
import { listAt, readOwnList, setOwnList } from '#lib/server/own-data.ts';
import { districtOf, worksIn } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Where a district sets nothing, it has what the city sets. */
const HAS_COMMON = ['items', 'papers', 'answers'];

/** What holds where an office sets nothing itself, and whether it comes with the product. */
async function commonOf(
  event: RequestEvent,
  list: ListName,
  { district, season }: { readonly district: string | null; readonly season: number },
): Promise<{ entries: readonly Values[]; bundled: boolean }> {
  const ofCity =
    district !== null && HAS_COMMON.includes(list)
      ? (await readOwnList(event, list, { district: null, season })).entries
      : [];
  const bundled = list === 'answers' && ofCity.length === 0;
  return { entries: bundled ? COMMON_ANSWERS : ofCity, bundled };
}

export const load: PageServerLoad = async (event) => {
  const office = requireAction(event, 'EDIT_OWN_DATA');
  const list = listAt(event);
  const district = districtOf(office.place);
  const own = await readOwnList(event, list, { district, season: office.season });
  const common = await commonOf(event, list, { district, season: own.season.year });
  return {
    list,
    own,
    common: common.entries,
    bundled: common.bundled,
    mayEdit: worksIn(office) && ['OPEN', 'PLANNED'].includes(own.season.state),
    saved: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  /** Whether families can give the listed subdistricts alone. */
  whole: async (event) => {
    const office = requireAction(event, 'EDIT_OWN_DATA');
    const district = districtOf(office.place);
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null || district === null || listAt(event) !== 'subdistricts') return fail(400, {});
    const own = await readOwnList(event, 'subdistricts', { district, season: office.season });
    const list = { district, season: own.season.year, revision };
    const complete = textIn(form, 'complete') === 'yes';
    const set = await setOwnList(event, 'subdistricts', { list, entries: own.entries, complete }, {});
    return set.ok ? backHere(event, 'saved') : set.failure;
  },

  /** Begins with what the city has, or the product, since one entry of a district's own takes the place of all of them. */
  copy: async (event) => {
    const office = requireAction(event, 'EDIT_OWN_DATA');
    const list = listAt(event);
    const district = districtOf(office.place);
    const form = await event.request.formData();
    const revision = revisionIn(form);
    if (revision === null) return fail(400, {});
    const group = textIn(form, 'group');
    const own = await readOwnList(event, list, { district, season: office.season });
    const season = own.season.year;
    const common = await commonOf(event, list, { district, season });
    const copied = common.entries.filter((one) => groupOf(list, one) === group);
    // Nothing to begin with would take away what stands there.
    if (copied.length === 0) return fail(400, {});
    const entries = [...own.entries.filter((one) => groupOf(list, one) !== group), ...copied];
    const set = await setOwnList(event, list, { list: { district, season, revision }, entries }, {});
    return set.ok ? backHere(event, 'saved') : set.failure;
  },
};
