import { EXPECTED_STAGES } from '@enrolment/rulebook/stages.ts';
import {
  ExpectedChildrenDocument,
  MissingOriginalsAtDocument,
  SubdistrictsDocument,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { requireSchool } from '#lib/server/office.ts';
import type { PageServerLoad } from './$types.js';

const LONGEST_SUBDISTRICT = 50;

/** Approved children of the school's district whom no school has preregistered yet. */
export const load: PageServerLoad = async (event) => {
  const { place, season } = requireSchool(event);
  const { searchParams } = event.url;
  const subdistrict = (searchParams.get('subdistrict') ?? '').trim().slice(0, LONGEST_SUBDISTRICT);
  const after = searchParams.get('after');
  const [{ collectionRecords }, { missingOriginalsAt }, { district }] = await Promise.all([
    request(event, ExpectedChildrenDocument, {
      filter: {
        stages: EXPECTED_STAGES,
        ...(place.district === null ? {} : { district: place.district }),
        ...(season === null ? {} : { season }),
        ...(subdistrict === '' ? {} : { subdistrict }),
      },
      after,
    }),
    request(event, MissingOriginalsAtDocument, { school: place.school, season, first: 1 }),
    request(event, SubdistrictsDocument, { district: place.district ?? '' }),
  ]);
  const { edges, pageInfo, totalCount } = collectionRecords;
  return {
    subdistrict,
    subdistricts: district?.subdistricts ?? [],
    count: totalCount,
    missing: missingOriginalsAt.total,
    children: edges.map(({ node }) => node),
    later: after !== null,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};
