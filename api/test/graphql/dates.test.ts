import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RecordDatesDocument, RejectRecordsDocument } from '@enrolment/schema/client';
import { layWindow } from '../support/calendar.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(api.clock.now().getTime() + days * DAY);
const setPhase = (kind: 'DETAILS' | 'REVIEW', opens: number, closes: number) =>
  layWindow(api, { kind, opensAt: inDays(opens), closesAt: inDays(closes) });
async function dates(person: Person, number: string) {
  const { data } = await person.request(RecordDatesDocument, { number });
  return data.collectionRecord!.dates;
}

test('a family’s dates follow its district’s calendar from the next request on', async () => {
  const { number } = await register(api, mother);
  await setPhase('DETAILS', -1, 5);
  const due = async () => (await dates(mother, number)).find(({ kind }) => kind === 'DETAILS_DUE');
  expect(await due()).toMatchObject({ dueAt: inDays(5).toISOString(), wholeDays: false });
  await setPhase('DETAILS', -1, 9);
  expect(await due()).toMatchObject({ dueAt: inDays(9).toISOString() });
  await setPhase('DETAILS', -9, -1);
  expect(await due()).toBeUndefined();
});

test('no date gives away a verdict that the calendar does not show yet', async () => {
  const { number } = await reviewable(api, mother);
  await setPhase('REVIEW', 2, 30);
  const before = await dates(mother, number);
  await officer.request(RejectRecordsDocument, { numbers: [number], reason: '材料不符' });
  expect(await dates(mother, number)).toEqual(before);
  await setPhase('REVIEW', -1, 30);
  const shown = await dates(mother, number);
  expect(shown.map(({ kind }) => kind)).toEqual(['APPEAL_DUE']);
});

test('somebody else’s dates are not there', async () => {
  const { number } = await register(api, mother);
  const { data } = await (await api.person('stranger')).request(RecordDatesDocument, { number });
  expect(data.collectionRecord).toBeNull();
});
