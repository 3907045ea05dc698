import { error, type ServerLoadEvent } from '@sveltejs/kit';
import { maskName } from '@enrolment/rulebook/masking.ts';
import { newsOf } from '#lib/office/people/words.ts';
import { officeName, placeName, placesToChoose } from '#lib/office/places.ts';
import { sectionsOf } from '#lib/office/sections.ts';
import { frameRead } from './offices.ts';
import type { Office } from './place.ts';

/** What stands around every page of an office or a school: where one is, who one is, and what there is. */
export function frameOf(
  { locals }: ServerLoadEvent,
  office: Office,
  waiting: Parameters<typeof sectionsOf>[1] = {},
) {
  const frame = frameRead(locals);
  const name = placeName(office.place, frame);
  // A district that does not exist.
  if (name === null) error(404, 'Not found');
  return {
    name: officeName(office.place, name),
    place: { key: office.place.key, name },
    choices: placesToChoose(office.places, frame),
    sections: sectionsOf(office, waiting),
    person: maskName(frame.viewer?.name ?? ''),
    news: frame.myRoles.filter(({ told }) => !told).map(newsOf),
  };
}
