import { businessDay } from '@enrolment/rulebook/calendar.ts';
import { OfficeClockDocument, PreregistrationsDocument, SchoolPlanDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireSchool } from '#lib/server/office.ts';
import { numberIn, undo } from '#lib/school/undo.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { place, season } = requireSchool(event);
  const { searchParams } = event.url;
  const whole = searchParams.get('when') === 'season';
  const after = searchParams.get('after');
  const { now } = await request(event, OfficeClockDocument, {});
  const { preregistrations } = await request(event, PreregistrationsDocument, {
    school: place.school,
    season,
    day: whole ? null : businessDay(new Date(now)),
    after,
  });
  const { schoolPlan } = await request(event, SchoolPlanDocument, { school: place.school, season });
  const { nodes, pageInfo, standing, undone } = preregistrations;
  return {
    whole,
    plan: schoolPlan,
    nodes,
    counts: { standing, undone },
    undone: numberIn(searchParams.get('undone')),
    later: after !== null,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};

export const actions: Actions = { undo: (event) => undo(event, '/school/list') };
