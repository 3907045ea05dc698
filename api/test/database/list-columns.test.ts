import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DecideReviewItemDocument,
  SaveDetailsDocument,
  SubmitDetailsDocument,
  type DetailsInput,
} from '@enrolment/schema/client';
import { CollectionRecord } from '../../src/record/record.entity.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const row = (number: string) => api.orm.em.fork().findOneOrFail(CollectionRecord, { number });
const at = (subdistrict: string, input: DetailsInput) => ({
  ...input,
  residence: { ...input.residence, subdistrict },
});

test('a record has the subdistrict of what was submitted, and a draft does not change it', async () => {
  const { number } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1 });
  await mother.request(SaveDetailsDocument, { number, input });
  expect((await row(number)).residenceSubdistrict).toBeNull();
  await mother.request(SubmitDetailsDocument, { number, input: at('和平里街道', { ...input, version: 2 }) });
  expect((await row(number)).residenceSubdistrict).toBe('和平里街道');
});

test('what was submitted before has its subdistrict once the queue has seen it', async () => {
  const { number } = await register(api, mother);
  const input = await aDetailsInput(api, { version: 1 });
  await mother.request(SubmitDetailsDocument, { number, input });
  await api.sql('update collection_record set residence_subdistrict = null where number = $1', [number]);
  const index = () => api.services.records.indexSubdistricts(api.orm.em.fork());
  expect(await index()).toBe(1);
  expect((await row(number)).residenceSubdistrict).toBe('示例街道');
  expect(await index()).toBe(0);
});

test('a record is in its stage since the step that led there, and changes with whatever happens to it', async () => {
  const { number } = await register(api, mother);
  const registered = api.clock.now();
  expect(await row(number)).toMatchObject({ stageSince: registered, updatedAt: registered });

  api.clock.advance(60);
  const drafted = api.clock.now();
  const input = await aDetailsInput(api, { version: 1 });
  await mother.request(SaveDetailsDocument, { number, input });
  expect(await row(number)).toMatchObject({ stageSince: drafted, updatedAt: drafted });

  // Another save is a change, and no step.
  api.clock.advance(60);
  await mother.request(SaveDetailsDocument, { number, input: { ...input, version: 2 } });
  expect(await row(number)).toMatchObject({ stageSince: drafted, updatedAt: api.clock.now() });
});

test('a decided item changes the record, and leaves it where it is', async () => {
  const { number } = await reviewable(api, mother);
  const verified = api.clock.now();
  api.clock.advance(60);
  const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  await officer.request(DecideReviewItemDocument, {
    numbers: [number],
    kind: 'RESIDENCE',
    status: 'PASSED',
  });
  expect(await row(number)).toMatchObject({ stageSince: verified, updatedAt: api.clock.now() });
});
