import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DashboardDocument,
  DecideIdentityCheckDocument,
  GiveRoleDocument,
  JointReviewDocument,
  MyReviewItemsDocument,
  MyRolesDocument,
  OwnSubdistrictsDocument,
  RecordDetailsDocument,
  SaveDetailsDocument,
  SetJointReviewDocument,
  SetSubdistrictsDocument,
  SubdistrictsDocument,
  SubmitDetailsDocument,
  DecideReviewItemDocument,
  type OwnListInput,
  type OwnSubdistrictInput,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { numbersOf } from '../support/record-list.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
let officer: Person;
let other: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  other = await staff(api, 'DISTRICT_ADMIN', { district: '05' });
});
afterAll(() => api.stop());

const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];
const TWO: readonly OwnSubdistrictInput[] = [
  { name: '甲门街道', nameEn: 'Jiamen Subdistrict', code: '110101901' },
  { name: '乙庄镇' },
];

const read = async (person = admin, district: string | null = '01') =>
  (await person.request(OwnSubdistrictsDocument, { district })).data.ownData?.subdistricts ?? null;
interface More extends Partial<OwnListInput> {
  person?: Person;
  complete?: boolean | null;
}
const set = async (
  entries: readonly OwnSubdistrictInput[],
  { person = admin, complete = null, ...list }: More = {},
) => {
  const revision = list.revision ?? (await read())!.revision;
  const answer = await person.request(SetSubdistrictsDocument, {
    list: { district: '01', ...list, revision },
    entries: [...entries],
    complete,
  });
  await api.reference.settle();
  return answer;
};
const rulesOf = async (...given: Parameters<typeof set>) => {
  const { setSubdistricts: done } = (await set(...given)).data;
  return done.__typename === 'Refused' ? done.refusals.map(({ rule, field }) => [rule, field]) : [];
};
const offered = async (language = 'zh-CN', district = '01') =>
  (await mother.request(SubdistrictsDocument, { district }, { 'accept-language': language })).data.district!;

async function submit(subdistrict: string, district = '01') {
  const { number } = await register(api, mother, { district, child: { residenceDistrict: district } });
  const input = await aDetailsInput(api, { version: 1 });
  const details = { ...input, residence: { ...input.residence, subdistrict } };
  const { submitDetails: done } = (await mother.request(SubmitDetailsDocument, { number, input: details }))
    .data;
  return {
    number,
    rules: done.__typename === 'Refused' ? done.refusals.map((one) => [one.rule, one.field]) : [],
  };
}
const listed = (subdistrict: string, more: object = {}) => numbersOf(officer, { subdistrict, ...more });

/** Every test begins with the list of two, and without a record that names another. */
beforeEach(async () => {
  await api.sql(`update collection_record set residence_subdistrict = null`);
  await api.sql(`delete from staff_grant where role = 'SUBDISTRICT_OFFICER'`);
  expect(await rulesOf(TWO, { complete: false })).toEqual([]);
});

describe('the subdistricts of a district', () => {
  test('are tried first, then set in a version, and families choose from them at once', async () => {
    await register(api, mother, { child: { residenceDistrict: '01' } });
    const { revision } = (await read())!;
    const three = [...TWO, { name: ' 丙　街道 ', formerNames: ['丙乡'], closedFrom: '2999-01-01' }];
    const trial = (await set(three, { dryRun: true })).data.setSubdistricts;
    if (trial.__typename !== 'OwnDataChange') throw new Error(JSON.stringify(trial));
    expect(trial).toMatchObject({ applied: false, revision });
    expect(trial.changes.map(({ label, after }) => [label, after])).toEqual([
      ['清单', '甲门街道、乙庄镇、丙街道'],
      ['丙街道 · 曾用名', '丙乡'],
      ['丙街道 · 停用日期', '2999 年 1 月 1 日'],
    ]);
    expect(trial.touched.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(0);
    expect((await read())!.entries).toHaveLength(2);
    expect((await set(three, { complete: true })).data.setSubdistricts).toMatchObject({ applied: true });
    expect(await read()).toMatchObject({
      complete: true,
      revision: revision + 1,
      entries: [
        {
          name: '甲门街道',
          nameEn: 'Jiamen Subdistrict',
          code: '110101901',
          formerNames: [],
          closedFrom: null,
        },
        { name: '乙庄镇', nameEn: null, code: null },
        { name: '丙街道', formerNames: ['丙乡'], closedFrom: '2999-01-01' },
      ],
    });
    expect(await offered('en')).toEqual({
      subdistricts: [
        { name: '甲门街道', label: 'Jiamen Subdistrict' },
        { name: '乙庄镇', label: '乙庄镇' },
        { name: '丙街道', label: '丙街道' },
      ],
      subdistrictsComplete: true,
    });
    const [entry] = await api.sql<{ facts: { kind: string; changes: string[] } }>(
      `select facts from audit_entry where action = 'OWN_DATA_SET' order by id desc limit 1`,
    );
    expect(entry!.facts.kind).toBe('SUBDISTRICTS');
    expect(entry!.facts.changes).toContain('complete: no → yes');
    // The same again is no version.
    expect((await set(three, { complete: true })).data.setSubdistricts).toMatchObject({
      applied: true,
      revision: revision + 1,
    });
  });

  test('that cannot be told apart, or read, are refused at their place', async () => {
    expect(await rulesOf([...TWO, { name: '甲门地区' }])).toEqual([['entryTwice', '2.name']]);
    expect(await rulesOf([...TWO, { name: '长'.repeat(50) }])).toEqual([['textTooLong', '2.name']]);
    expect(await rulesOf([...TWO, { name: '丁街道', code: '123' }])).toEqual([['subdistrictCode', '2.code']]);
    expect(await rulesOf([...TWO, { name: '丁街道', formerNames: ['乙庄镇'] }])).toEqual([
      ['entryTwice', '2.formerNames'],
    ]);
    expect(await rulesOf([], { complete: true })).toEqual([['subdistrictsNone', null]]);
  });

  test('are changed by one of fifty administrators at once', async () => {
    const { revision } = (await read())!;
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => set([...TWO, { name: `第${n}街道` }], { revision })),
    );
    const results = all.map(({ data }) => data.setSubdistricts);
    expect(results.filter(({ __typename }) => __typename === 'OwnDataChange')).toHaveLength(1);
    expect(
      results.flatMap((one) => (one.__typename === 'Refused' ? one.refusals.map(({ rule }) => rule) : [])),
    ).toEqual(Array(49).fill('editedMeanwhile'));
    expect(await read()).toMatchObject({ revision: revision + 1 });
  });

  test('are read by their administrators and the city, and set by the former alone', async () => {
    expect(await read(city)).toMatchObject({ entries: [{ name: '甲门街道' }, { name: '乙庄镇' }] });
    expect(await read(other)).toBeNull();
    for (const person of [city, officer, other, mother])
      expect((await set(TWO, { person, revision: 0 })).errors).toMatchObject(FORBIDDEN);
    expect((await set(TWO, { person: city, district: null, revision: 0 })).errors).toMatchObject(FORBIDDEN);
    expect((await set(TWO, { district: '99', revision: 0 })).errors).toMatchObject(FORBIDDEN);
  });
});

describe('a family of the district', () => {
  test('writes what it likes, as long as the list is not complete', async () => {
    expect((await submit('某某新村')).rules).toEqual([]);
  });

  test('chooses from a complete list, in whatever way it writes that, and not what is closed', async () => {
    await set([...TWO, { name: '丙街道', closedFrom: '2020-01-01' }], { complete: true });
    expect((await offered()).subdistricts.map(({ name }) => name)).toEqual(['甲门街道', '乙庄镇']);
    for (const wrong of ['某某新村', '丙街道'])
      expect((await submit(wrong)).rules).toEqual([['valueUnknown', 'residence.subdistrict']]);
    for (const right of ['甲门街道', '甲门', '　甲门 街道', '乙庄'])
      expect((await submit(right)).rules).toEqual([]);
    // Elsewhere the list is another one.
    expect((await submit('某某新村', '05')).rules).toEqual([]);
  });

  test('keeps a draft whatever it says, and is told before it submits', async () => {
    await set(TWO, { complete: true });
    const { number } = await register(api, mother, { child: { residenceDistrict: '01' } });
    const input = await aDetailsInput(api, { version: 1 });
    const details = { ...input, residence: { ...input.residence, subdistrict: '某某新村' } };
    const saved = await mother.request(SaveDetailsDocument, { number, input: details });
    expect(saved.data.saveDetails.__typename).toBe('CollectionRecord');
    const { detailsEditing } = (await mother.request(RecordDetailsDocument, { number })).data
      .collectionRecord!;
    expect(detailsEditing!.missing.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_FORMAT', 'residence.subdistrict'],
    ]);
  });

  test('corrects something else although its subdistrict is closed since', async () => {
    const { number } = await submit('乙庄镇');
    const verified = { numbers: [number], status: 'PASSED' as const, reason: '窗口已核对原件' };
    await officer.request(DecideIdentityCheckDocument, verified);
    const returned = {
      numbers: [number],
      kind: 'EMPLOYMENT' as const,
      status: 'RETURNED' as const,
      reason: '看不清',
    };
    expect((await officer.request(DecideReviewItemDocument, returned)).data.decideReviewItem.done).toEqual([
      number,
    ]);
    await set([TWO[0]!, { ...TWO[1]!, closedFrom: '2020-01-01' }], { complete: true });
    const { collectionRecord: shown } = (await mother.request(RecordDetailsDocument, { number })).data;
    expect(shown!.detailsEditing!.missing).toEqual([]);
    expect(shown!.details!.residence!.subdistrict).toBe('乙庄镇');
  });
});

describe('a renamed subdistrict stays the same place', () => {
  const renamed = [TWO[0]!, { name: '新乙街道', formerNames: ['乙庄镇'] }];

  test('for the filters of records, by each of its names, and as it was written on the record', async () => {
    const { number: before } = await submit('乙庄');
    expect(await listed('乙庄镇')).toEqual([before]);
    await set(renamed);
    const { number: after } = await submit('新乙');
    for (const name of ['新乙街道', '乙庄镇', '新乙', '乙庄'])
      expect((await listed(name)).sort()).toEqual([before, after].sort());
    const { details } = (await mother.request(RecordDetailsDocument, { number: before })).data
      .collectionRecord!;
    expect(details!.residence!.subdistrict).toBe('乙庄');
  });

  test('for the counts of the dashboard, which add up what is written in several ways', async () => {
    const stood = await standing();
    await submit('乙庄镇');
    await api.sql(
      `update collection_record set residence_subdistrict = '乙庄' where residence_subdistrict = '乙庄镇'`,
    );
    await submit('乙庄镇');
    await set(renamed);
    await submit('新乙街道');
    const now = await standing();
    expect((now.get('新乙街道') ?? 0) - (stood.get('新乙街道') ?? 0)).toBe(3);
    expect(now.has('乙庄镇')).toBe(false);
    expect(now.has('乙庄')).toBe(false);
  });
  const standing = async () => {
    const { bySubdistrict } = (await admin.request(DashboardDocument, { district: '01' })).data.dashboard!;
    return new Map(
      bySubdistrict.filter(({ district }) => district === '01').map((one) => [one.subdistrict, one.count]),
    );
  };

  test('for its officer, whose role was given under the old name', async () => {
    await share();
    const street = await api.person('street-renamed', {
      roles: [{ role: 'SUBDISTRICT_OFFICER', district: '01', subdistricts: ['乙庄镇'] }],
    });
    const { number } = await submit('乙庄镇');
    const verified = { numbers: [number], status: 'PASSED' as const, reason: '窗口已核对原件' };
    await officer.request(DecideIdentityCheckDocument, verified);
    const waiting = async () =>
      (await street.request(MyReviewItemsDocument, { first: 100 })).data.myReviewItems.nodes.map(
        (one) => one.number,
      );
    expect(await waiting()).toEqual([number]);
    await set(renamed);
    expect(await waiting()).toEqual([number]);
    const { number: next } = await submit('新乙街道');
    await officer.request(DecideIdentityCheckDocument, { ...verified, numbers: [next] });
    expect((await waiting()).sort()).toEqual([number, next].sort());
    for (const one of [number, next]) {
      const passed = { numbers: [one], kind: 'RESIDENCE' as const, status: 'PASSED' as const };
      expect((await street.request(DecideReviewItemDocument, passed)).data.decideReviewItem.done).toEqual([
        one,
      ]);
    }
    expect((await street.request(MyRolesDocument, {})).data.myRoles).toMatchObject([
      { subdistricts: ['乙庄镇'] },
    ]);
  });

  test('and its name leaves the list only when nobody has it', async () => {
    const without = [TWO[0]!, { name: '新乙街道' }];
    const street = await api.person('street-kept', {
      roles: [{ role: 'SUBDISTRICT_OFFICER', district: '01', subdistricts: ['乙庄镇'] }],
    });
    expect(await rulesOf(without)).toEqual([['subdistrictNamed', null]]);
    await api.sql('delete from staff_grant where subject = $1', [street.subject]);
    const { number } = await submit('乙庄');
    const refused = (await set(without)).data.setSubdistricts;
    expect(refused).toMatchObject({
      refusals: [{ message: '有 1 条登记或者角色写的是“乙庄镇”，在新名单里它不再指同一个街道（乡镇）。' }],
    });
    await api.sql('update collection_record set residence_subdistrict = null where number = $1', [number]);
    expect(await rulesOf(without)).toEqual([]);
  });

  const NAMED = [['subdistrictNamed', null]];
  const valuesOf = async (entries: readonly OwnSubdistrictInput[]) => {
    const { setSubdistricts: done } = (await set(entries)).data;
    return done.__typename === 'Refused'
      ? done.refusals.map(({ message }) => /“(.*?)”/u.exec(message)![1])
      : [];
  };

  test('and its former name goes to no other while a record or a role has it', async () => {
    await set(renamed);
    const instead = [TWO[0]!, { name: '丁街道', formerNames: ['乙庄镇'] }];
    const moved = [{ ...TWO[0]!, formerNames: ['乙庄镇'] }, { name: '新乙街道' }];
    const { number } = await submit('乙庄镇');
    await api.sql(`update collection_record set residence_subdistrict = '乙庄镇' where number = $1`, [
      number,
    ]);
    expect(await valuesOf(instead)).toEqual(['乙庄镇']);
    expect(await valuesOf(moved)).toEqual(['乙庄镇']);
    expect(await listed('新乙街道')).toEqual([number]);
    await api.sql('update collection_record set residence_subdistrict = null where number = $1', [number]);
    const { subject } = await api.person('street-former', {
      roles: [{ role: 'SUBDISTRICT_OFFICER', district: '01', subdistricts: ['乙庄镇'] }],
    });
    expect(await rulesOf(instead)).toEqual(NAMED);
    expect(await rulesOf(moved)).toEqual(NAMED);
    await api.sql('delete from staff_grant where subject = $1', [subject]);
    expect(await rulesOf(moved)).toEqual([]);
  });

  test('and a record from before the list keeps it there under its short name', async () => {
    const { number } = await submit('乙庄镇');
    await api.sql(`update collection_record set residence_subdistrict = '乙庄' where number = $1`, [number]);
    expect(await listed('乙庄镇')).toEqual([number]);
    expect(await valuesOf([TWO[0]!])).toEqual(['乙庄']);
    const twins = [...TWO, { name: '乙庄乡' }];
    expect(await valuesOf(twins)).toEqual(['乙庄']);
    // With the short name among its own, nobody can take one for the other.
    const apart = [TWO[0]!, { ...TWO[1]!, formerNames: ['乙庄'] }, { name: '乙庄乡' }];
    expect(await rulesOf(apart)).toEqual([]);
    expect(await listed('乙庄镇')).toEqual([number]);
    expect(await listed('乙庄乡')).toEqual([]);
    await api.sql('update collection_record set residence_subdistrict = null where number = $1', [number]);
    expect(await rulesOf(twins)).toEqual([]);
  });

  test('and so does a role, in whatever way it is bound', async () => {
    const { subject } = await api.person('street-short', {
      roles: [{ role: 'SUBDISTRICT_OFFICER', district: '01', subdistricts: ['乙 庄'] }],
    });
    expect(await valuesOf([TWO[0]!])).toEqual(['乙 庄']);
    expect(await valuesOf([...TWO, { name: '乙庄乡' }])).toEqual(['乙 庄']);
    await api.sql('delete from staff_grant where subject = $1', [subject]);
    expect(await rulesOf([TWO[0]!])).toEqual([]);
  });
});

test('of one name in two districts each has its own records, officers and names', async () => {
  const revision = (await read(other, '05'))!.revision;
  const kept = (await read(other, '05'))!.entries;
  const there = [...kept, { name: '甲门街道', formerNames: ['旧甲门街道'] }];
  expect(await rulesOf(there, { person: other, district: '05', revision })).toEqual([]);
  const { number: here } = await submit('甲门街道');
  const { number: far } = await submit('旧甲门街道', '05');
  expect(await numbersOf(city, { subdistrict: '甲门街道' })).toEqual([here, far].sort());
  // In 01 the former name means nothing, so only its own spelling would be found there.
  expect(await numbersOf(city, { subdistrict: '旧甲门街道' })).toEqual([far]);
  expect(await listed('甲门街道')).toEqual([here]);
});

describe('a role of a subdistrict officer', () => {
  const give = async (subdistricts: string[], account = 'street-new') => {
    const endsAt = new Date(api.clock.now().getTime() + 30 * 86_400_000).toISOString();
    const input = {
      account,
      name: '街道甲',
      role: 'SUBDISTRICT_OFFICER',
      district: '01',
      subdistricts,
      endsAt,
    } as const;
    const { giveRole } = (await admin.request(GiveRoleDocument, { input })).data;
    return giveRole.__typename === 'Refused'
      ? giveRole.refusals.map(({ rule, field }) => [rule, field])
      : giveRole.subdistricts;
  };

  test('is bound to the names of the list, and where that is complete to no other', async () => {
    expect(await give(['甲门', '乙庄', '甲门街道'])).toEqual(['甲门街道', '乙庄镇']);
    expect(await give(['某某新村'], 'street-free')).toEqual(['某某新村']);
    await set(TWO, { complete: true });
    expect(await give(['某某新村', '甲门'], 'street-bound')).toEqual([['valueUnknown', 'subdistricts']]);
  });
});

const share = async () => {
  const { revision } = (await admin.request(JointReviewDocument, { district: '01' })).data.jointReview!;
  const deciders = [{ kind: 'RESIDENCE', decider: 'SUBDISTRICT' }] as const;
  await admin.request(SetJointReviewDocument, { district: '01', deciders: [...deciders], revision });
};
