import { businessDay } from '@enrolment/rulebook/calendar.ts';
import {
  MissingOriginalsAtDocument,
  OfficeClockDocument,
  PreregistrationsDocument,
  SchoolPlanDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireSchool } from '#lib/server/office.ts';
import { takeBackMissing } from '#lib/school/missing-actions.ts';
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
    // As many as a page can have: it is printed.
    first: 100,
    after,
  });
  const { missingOriginalsAt } = await request(event, MissingOriginalsAtDocument, {
    school: place.school,
    season,
    first: 100,
  });
  const { schoolPlan } = await request(event, SchoolPlanDocument, { school: place.school, season });
  const { nodes, pageInfo, standing, undone } = preregistrations;
  return {
    now,
    whole,
    plan: schoolPlan,
    missing: missingOriginalsAt,
    nodes,
    counts: { standing, undone },
    undone: numberIn(searchParams.get('undone')),
    taken: numberIn(searchParams.get('taken')),
    later: after !== null,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};

export const actions: Actions = {
  undo: (event) => undo(event, '/school/list'),
  takeBack: (event) => takeBackMissing(event, '/school/list'),
};
