import { redirect } from '@sveltejs/kit';
import { checkBirthDate } from '@enrolment/rulebook/birth-date.ts';
import { OTHER_NATIONALITY } from '@enrolment/rulebook/countries.ts';
import { explain, refuse } from '@enrolment/rulebook/refusal.ts';
import { BEIJING, PROVINCES } from '@enrolment/rulebook/regions.ts';
import {
  DistrictPhonesDocument,
  GuidanceDocument,
  type TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { requestShared, submit } from '#lib/api/client.ts';
import { readDate } from '#lib/date-parts.ts';
import { textIn } from '#lib/form-text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { provinces } from '#lib/i18n/regions.ts';
import { notSent, notTaken } from '#lib/server/act.ts';
import { checklistPath, GROUNDS_TO_ASK, NO_HUKOU } from './questions.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { districts } = await requestShared(event, DistrictPhonesDocument, {});
  return {
    districts,
    // Whoever comes from a district's page has chosen it.
    district: event.url.searchParams.get('district') ?? '',
    provinces: provinces(),
    crumbs: [{ label: m.guide_title() }],
  };
};

export const actions: Actions = {
  // By POST, so that a birth date never stands in an address, a history or a log.
  default: async (event) => {
    const form = await event.request.formData();
    const values = {
      nationality: textIn(form, 'nationality'),
      hukou: textIn(form, 'hukou'),
      birthDate: readDate(form, 'birthDate'),
      ground: textIn(form, 'ground'),
      district: textIn(form, 'district'),
    };
    const refusals = [
      ...(['CN', 'other'].includes(values.nationality) ? [] : [refuse('required', { field: 'nationality' })]),
      ...(values.hukou === NO_HUKOU || PROVINCES.has(values.hukou)
        ? []
        : [refuse('required', { field: 'hukou' })]),
      ...checkBirthDate(values.birthDate, new Date(), 'birthDate'),
    ].map((refusal) => explain(refusal, getLocale()));
    if (refusals.length > 0) return notTaken(refusals, { values });

    const sent = await submit(event, GuidanceDocument, {
      input: {
        // Which other nationality it is makes no difference, so it is not asked.
        nationality: values.nationality === 'CN' ? 'CN' : OTHER_NATIONALITY,
        hukouInBeijing: values.hukou === BEIJING,
        hukouRegion: values.hukou === NO_HUKOU ? null : values.hukou,
        birthDate: values.birthDate,
        ground: toGround(values.ground),
      },
    });
    if (!sent.ok) return notSent(sent, { values });
    const { guidance } = sent.data;
    const checklist = guidance.service && checklistPath(guidance.service, guidance.ground, values.district);
    // A plain answer has an address of its own to keep, print or send; it contains nothing about the child.
    if (checklist && !guidance.consultDistrict) redirect(303, checklist);
    return { values, guidance, checklist };
  },
};

function toGround(value: string): TreatedAsLocalGround | null {
  return GROUNDS_TO_ASK.find((ground) => ground === value) ?? null;
}
