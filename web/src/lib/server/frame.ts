import { error, type RequestEvent } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { OfficeSurroundDocument } from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import { newsOf } from '#lib/office/people/words.ts';
import { officeName, placeName, placesToChoose } from '#lib/office/places.ts';
import { seasonsToChoose } from '#lib/office/seasons.ts';
import { sectionsOf } from '#lib/office/sections.ts';
import type { OfficeHere } from './office.ts';
import { frameRead } from './offices.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { districtOf } from './place.ts';

/** What stands around every page of an office or a school: where one is, who one is, and what there is. */
export async function frameOf(event: RequestEvent, office: OfficeHere) {
  const { here, place, season } = office;
  const { seasons, viewer } = frameRead(event.locals);
  const { districts, district, myRoles, serviceTroubles } = await request(event, OfficeSurroundDocument, {
    district: districtOf(place) ?? '',
    season,
    waiting: place.kind === 'DISTRICT' && office.may('CORRESPOND'),
    watched: districtOf(place),
    watches: office.may('WATCH_SERVICE'),
  });
  const known = { viewer, districts };
  const name = placeName(place, known);
  // A district that does not exist.
  if (name === null) error(404, 'Not found');
  // A subdistrict or a department is a guest in the district's office.
  const reviews = office.may('DECIDE_GIVEN_ITEMS') && !office.may('READ_RECORD');
  return {
    name: reviews ? m.office_review_of({ district: name }) : officeName(place, name),
    place: { key: place.key, name },
    choices: placesToChoose(office.places, known),
    season: season === null ? null : String(season),
    seasons: seasonsToChoose(seasons, season),
    here,
    sections: sectionsOf(office, {
      '/office/messages': district?.familiesWaiting ?? null,
      '/office/health': serviceTroubles ?? null,
    }),
    person: maskName(viewer?.name ?? ''),
    news: myRoles.filter(({ told }) => !told).map(newsOf),
  };
}
