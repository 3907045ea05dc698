import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateReturnTextDocument,
  DecideReviewItemDocument,
  DistrictReturnTextsDocument,
  RecordReviewDocument,
  ReturnTextChoicesDocument,
  ReturnTextDocument,
  ReturnTextsDocument,
  SwitchReturnTextDocument,
  UpdateReturnTextDocument,
  type ReturnTextInput,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
let officer: Person;
let number: string;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  ({ number } = await reviewable(api, mother));
});
afterAll(() => api.stop());

const TEXT: ReturnTextInput = {
  name: '缺产权页',
  nameEn: null,
  reason: '房产证没有产权页。',
  reasonEn: null,
  remedy: '请补充产权页，再重新提交。',
  remedyEn: null,
};
const create = async (input: Partial<ReturnTextInput> = {}, person = admin, district: string | null = '01') =>
  person.request(CreateReturnTextDocument, { district, kind: 'RESIDENCE', input: { ...TEXT, ...input } });
const made = async (...given: Parameters<typeof create>) => {
  const text = (await create(...given)).data.createReturnText;
  if (text.__typename !== 'ReturnText') throw new Error(JSON.stringify(text));
  return text;
};
const update = async (id: string, revision: number, input: Partial<ReturnTextInput>, person = admin) =>
  person.request(UpdateReturnTextDocument, { id, revision, input: { ...TEXT, ...input } });
const choices = async (person = officer) =>
  (
    await person.request(ReturnTextChoicesDocument, { number })
  ).data.collectionRecord!.returnTextChoices.filter(({ kind }) => kind === 'RESIDENCE');
const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];

describe('a text of a district', () => {
  test('can be chosen at once by its officers, before the common ones, and by nobody else', async () => {
    const common = await choices();
    expect(common.map(({ key }) => key)).toContain('LEASE_OVER');
    const { id } = await made();
    await api.reference.settle();
    expect(await choices()).toEqual([
      { key: id, kind: 'RESIDENCE', name: TEXT.name, reason: TEXT.reason, remedy: TEXT.remedy },
      ...common,
    ]);
    expect(await choices(mother)).toEqual([]);
    const ofDistrict = async (person: Person) =>
      person.request(DistrictReturnTextsDocument, { district: '01' });
    const { returnTextChoices } = (await ofDistrict(officer)).data;
    expect(returnTextChoices.filter(({ kind }) => kind === 'RESIDENCE')).toEqual(await choices());
    const other = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    for (const person of [other, city, mother])
      expect((await ofDistrict(person)).errors).toMatchObject(FORBIDDEN);
    expect(await choices(city)).toEqual([]);
  });

  test('says what is missing in English', async () => {
    expect(await made({ name: '一' })).toMatchObject({ missing: ['nameEn', 'reasonEn', 'remedyEn'] });
    expect(await made({ name: '二', nameEn: 'Two', reasonEn: 'Reason.', remedy: null })).toMatchObject({
      missing: [],
    });
  });

  test('is refused without its Chinese, too long, or called as another one', async () => {
    const refused = async (input: Partial<ReturnTextInput>) => (await create(input)).data.createReturnText;
    expect(await refused({ name: ' ', reason: '' })).toMatchObject({
      refusals: [
        { rule: 'required', field: 'name' },
        { rule: 'required', field: 'reason' },
      ],
    });
    expect(await refused({ name: '三', remedyEn: 'x'.repeat(501) })).toMatchObject({
      refusals: [{ rule: 'reasonTooLong', field: 'remedyEn' }],
    });
    expect(await refused({ name: '一' })).toMatchObject({
      refusals: [{ rule: 'returnTextName', field: 'name', message: '这一审核项已经有叫“一”的模板。' }],
    });
  });

  test('is changed as a new version, which stands in the trail with what it was before', async () => {
    const { id, revision } = await made({ name: '四' });
    expect(revision).toBe(1);
    const { data } = await update(id, 1, { name: '四', reason: '房产证缺页。' });
    expect(data.updateReturnText).toMatchObject({ revision: 2, reason: '房产证缺页。' });
    const { returnText } = (await admin.request(ReturnTextDocument, { id })).data;
    expect(returnText!.editions).toMatchObject([
      {
        number: 2,
        changes: [{ field: 'reason', label: '理由', before: TEXT.reason, after: '房产证缺页。' }],
      },
      { number: 1 },
    ]);
    const [entry] = await api.sql<{ action: string; facts: { changes: string[]; item: string } }>(
      'select action, facts from audit_entry order by id desc limit 1',
    );
    expect(entry).toMatchObject({
      action: 'RETURN_TEXT_CHANGED',
      facts: { item: 'RESIDENCE', changes: [`reason: ${TEXT.reason} → 房产证缺页。`] },
    });
  });

  test('is changed by one of 50 at once; the others are told whose change it was', async () => {
    const { id } = await made({ name: '五' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => update(id, 1, { name: '五', reason: `第 ${n} 种理由。` })),
    );
    const results = answers.map(({ data }) => data.updateReturnText);
    expect(results.filter(({ __typename }) => __typename === 'ReturnText')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename === 'Refused'))
      expect(result).toMatchObject({ refusals: [{ rule: 'editedMeanwhile', code: 'STALE_VERSION' }] });
  });

  test('that is switched off is offered no more, and its name stays taken', async () => {
    const { id } = await made({ name: '六' });
    const off = { id, revision: 1, active: false };
    const { data } = await admin.request(SwitchReturnTextDocument, off);
    expect(data.switchReturnText).toMatchObject({ active: false, revision: 2 });
    await api.reference.settle();
    expect((await choices()).map(({ key }) => key)).not.toContain(id);
    expect((await admin.request(SwitchReturnTextDocument, off)).data.switchReturnText).toMatchObject({
      refusals: [{ rule: 'editedMeanwhile' }],
    });
  });

  test('is read in English by a family that reads English, where an officer has used it as it stands', async () => {
    const reasonEn = 'The page of the owners is missing.';
    await made({ name: '七', reason: '缺所有权人页。', reasonEn, remedy: null });
    await api.reference.settle();
    const decision = { numbers: [number], kind: 'RESIDENCE' as const, status: 'RETURNED' as const };
    await officer.request(DecideReviewItemDocument, {
      ...decision,
      reason: '缺所有权人页。',
      remedy: '请补。',
    });
    const read = async (language: string) => {
      const answer = await mother.request(RecordReviewDocument, { number }, { 'accept-language': language });
      return answer.data.collectionRecord!.reviewItems.find(({ kind }) => kind === 'RESIDENCE');
    };
    expect(await read('en')).toMatchObject({ reason: reasonEn, remedy: '请补。' });
    expect(await read('zh-CN')).toMatchObject({ reason: '缺所有权人页。' });
  });
});

describe('the city’s texts', () => {
  test('take the place of the common ones of their item, in every district', async () => {
    const { id } = await made({ name: '全市' }, city, null);
    await api.reference.settle();
    const keys = (await choices()).map(({ key }) => key);
    expect(keys.at(-1)).toBe(id);
    expect(keys).not.toContain('LEASE_OVER');
    await city.request(SwitchReturnTextDocument, { id, revision: 1, active: false });
    await api.reference.settle();
    expect((await choices()).map(({ key }) => key)).toContain('LEASE_OVER');
  });
});

describe('who may', () => {
  test('a district edits its own, the city the city’s; each reads the other’s', async () => {
    const own = await made({ name: '八' });
    const ofCity = await made({ name: '九' }, city, null);
    expect((await update(ofCity.id, 1, {})).errors).toMatchObject(FORBIDDEN);
    expect((await update(own.id, 1, {}, city)).errors).toMatchObject(FORBIDDEN);
    expect((await create({}, city, '01')).errors).toMatchObject(FORBIDDEN);
    expect((await create({}, admin, null)).errors).toMatchObject(FORBIDDEN);
    const { data } = await city.request(ReturnTextsDocument, { district: '01' });
    expect(data.returnTexts.map(({ id }) => id)).toContain(own.id);
    expect((await admin.request(ReturnTextDocument, { id: ofCity.id })).data.returnText).not.toBeNull();
  });

  test('another district finds none and changes none, as if there were none; officers and families ask in vain', async () => {
    const { id } = await made({ name: '十' });
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    expect((await other.request(ReturnTextDocument, { id })).data.returnText).toBeNull();
    const absent = await update('999999', 1, {}, other);
    expect((await update(id, 1, {}, other)).errors).toEqual(absent.errors);
    expect(absent.errors).toMatchObject(FORBIDDEN);
    expect((await other.request(ReturnTextsDocument, { district: '01' })).errors).toMatchObject(FORBIDDEN);
    for (const person of [officer, mother])
      expect((await person.request(ReturnTextsDocument, { district: '01' })).errors).toMatchObject(FORBIDDEN);
  });
});
