import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  DecideReviewItemDocument,
  DetailsFormDocument,
  NoticeVersionsDocument,
  OwnPapersDocument,
  OwnPoliciesDocument,
  OwnQuestionsDocument,
  OwnReviewItemsDocument,
  PublishNoticeDocument,
  RecordDetailsDocument,
  RecordReviewDocument,
  SaveDetailsDocument,
  SetPapersDocument,
  SetPoliciesDocument,
  SetQuestionsDocument,
  SetReviewItemsDocument,
  SubmissionReceiptDocument,
  SubmitDetailsDocument,
  type NoticeInput,
  type OwnListInput,
  type OwnQuestionInput,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { reviewable, staff, take } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
let officer: Person;
let year: number;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  year = (await api.sql<{ year: number }>('select year from season'))[0]!.year;
});
afterAll(() => api.stop());

const FORBIDDEN = [{ extensions: { code: 'FORBIDDEN' } }];
const MONTHS: OwnQuestionInput = {
  service: 'NON_LOCAL_HUKOU',
  key: 'MONTHS_IN_DISTRICT',
  label: '在本区居住几个月',
  labelEn: 'Months in the district',
  help: '看居住证。',
  helpEn: 'See the residence permit.',
  kind: 'NUMBER',
  required: true,
};

const questions = async (person = admin, district: string | null = '01') =>
  (await person.request(OwnQuestionsDocument, { district })).data.ownData!.questions;
const setQuestions = async (
  entries: readonly OwnQuestionInput[],
  { person = admin, ...list }: Partial<OwnListInput> & { person?: Person } = {},
) => {
  const revision = list.revision ?? (await questions(admin)).revision;
  const answer = await person.request(SetQuestionsDocument, {
    list: { district: '01', ...list, revision },
    entries: [...entries],
  });
  await api.reference.settle();
  return answer;
};
const asked = async (language = 'zh-CN') => {
  const place = { district: '01', service: 'NON_LOCAL_HUKOU' } as const;
  return (await mother.request(DetailsFormDocument, place, { 'accept-language': language })).data.district!
    .questions;
};

describe('questions', () => {
  test('are tried first, for whom they are told, and then asked at once in both languages', async () => {
    await register(api, mother);
    await reviewable(api, mother);
    const { entries } = await questions();
    const trial = await setQuestions([...entries, MONTHS], { dryRun: true });
    expect(trial.data.setQuestions).toMatchObject({
      applied: false,
      touched: [{ service: 'NON_LOCAL_HUKOU', stage: 'REGISTERED', records: 1 }],
      kept: 1,
    });
    expect(await questions()).toMatchObject({ revision: 0, entries });
    const { data } = await setQuestions([...entries, MONTHS]);
    expect(data.setQuestions).toMatchObject({ applied: true, revision: 1 });
    expect((await asked()).at(-1)).toMatchObject({ key: MONTHS.key, label: MONTHS.label, required: true });
    expect((await asked('en')).at(-1)).toMatchObject({ label: MONTHS.labelEn, help: MONTHS.helpEn });
    const { editions } = await questions();
    expect(editions[0]!.changes.map(({ label, after }) => [label.split(' · ').at(-1), after])).toEqual(
      expect.arrayContaining([
        ['回答方式', '数字'],
        ['必答', '是'],
      ]),
    );
    const [entry] = await api.sql<{ action: string; facts: { kind: string; changes: string[] } }>(
      'select action, facts from audit_entry order by id desc limit 1',
    );
    expect(entry).toMatchObject({ action: 'OWN_DATA_SET', facts: { kind: 'QUESTIONS' } });
    expect(entry!.facts.changes).toContain(`NON_LOCAL_HUKOU.MONTHS_IN_DISTRICT.label: — → ${MONTHS.label}`);
  });

  test('ask nothing that the ministry forbids, in either language, and are refused at their place', async () => {
    const { entries } = await questions();
    const wrong = {
      ...MONTHS,
      key: 'PAY',
      label: '家庭月收入',
      labelEn: 'Monthly income',
      help: null,
      helpEn: null,
    };
    const { data } = await setQuestions([...entries, wrong]);
    expect(data.setQuestions).toMatchObject({
      refusals: [
        { rule: 'forbiddenToAsk', field: `${entries.length}.label`, message: '入学时不得要求提供“收入”。' },
        { rule: 'forbiddenToAsk', field: `${entries.length}.labelEn` },
      ],
    });
  });

  test('keep their kind while the season is open, also when they are asked again', async () => {
    const { entries } = await questions();
    const other = entries.map((one) => (one.key === MONTHS.key ? { ...one, kind: 'TEXT' as const } : one));
    const refused = { refusals: [{ rule: 'questionKindStays' }] };
    expect((await setQuestions(other)).data.setQuestions).toMatchObject(refused);
    await setQuestions(entries.filter(({ key }) => key !== MONTHS.key));
    expect((await setQuestions(other)).data.setQuestions).toMatchObject(refused);
    await setQuestions(entries);
    expect((await asked()).at(-1)).toMatchObject({ key: MONTHS.key });
  });

  test('that are taken back stay readable where they were answered, and break no draft', async () => {
    const { entries } = await questions();
    const { number } = await register(api, mother);
    const answers = [{ key: MONTHS.key, value: '14' }];
    await mother.request(SaveDetailsDocument, { number, input: { version: 1, answers } });
    const sent = await register(api, mother);
    const input = await aDetailsInput(api, { version: 1, answers });
    const { data } = await mother.request(SubmitDetailsDocument, { number: sent.number, input });
    expect(data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });

    await setQuestions(entries.filter(({ key }) => key !== MONTHS.key));
    expect((await asked()).map(({ key }) => key)).not.toContain(MONTHS.key);
    const receipt = await mother.request(SubmissionReceiptDocument, { number: sent.number });
    const { sections } = receipt.data.collectionRecord!.submissionReceipt!;
    expect(sections.find(({ kind }) => kind === 'QUESTIONS')!.lines).toMatchObject([
      { label: MONTHS.label, value: '14' },
    ]);
    // The draft is continued without it, and a client that still sends it is not refused.
    const draft = (await mother.request(RecordDetailsDocument, { number })).data.collectionRecord!;
    expect(draft.detailsDraft!.answers).toEqual([]);
    const again = await mother.request(SaveDetailsDocument, { number, input: { version: 2, answers } });
    expect(again.data.saveDetails).toMatchObject({ __typename: 'CollectionRecord' });
    await setQuestions(entries);
  });

  test('that are new and required, or taken back, stand in the way of no correction', async () => {
    const { entries } = await questions();
    const { number } = await register(api, mother);
    const answers = [{ key: MONTHS.key, value: '14' }];
    const input = await aDetailsInput(api, { version: 1, answers });
    await mother.request(SubmitDetailsDocument, { number, input });
    await api.sql(
      `update identity_check set status = 'PASSED', checked_at = requested_at where record_id = (select id from collection_record where number = $1)`,
      [number],
    );
    await take(api, number, 'VERIFY_IDENTITY');
    const returned = await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason: '门牌号不一致。',
      remedy: '请改正。',
    });
    expect(returned.errors).toBeUndefined();
    const since = { ...MONTHS, key: 'SINCE', label: '何时迁入', labelEn: 'Moved in', kind: 'DATE' as const };
    const next = [...entries.filter(({ key }) => key !== MONTHS.key), since];
    const trial = await setQuestions(next, { dryRun: true });
    // Another part could have been returned, and the questions with it.
    expect(trial.data.setQuestions).toMatchObject({
      touched: expect.arrayContaining([{ service: 'NON_LOCAL_HUKOU', stage: 'RETURNED', records: 1 }]),
    });
    await setQuestions(next);
    const { version } = (await mother.request(RecordDetailsDocument, { number })).data.collectionRecord!;
    const residence = { ...input.residence!, address: '示例路 10 号' };
    const { data } = await mother.request(SubmitDetailsDocument, {
      number,
      input: { ...input, residence, answers: [], version },
    });
    expect(data.submitDetails).toMatchObject({ __typename: 'CollectionRecord' });
    const receipt = await mother.request(SubmissionReceiptDocument, { number });
    const { sections } = receipt.data.collectionRecord!.submissionReceipt!;
    expect(sections.find(({ kind }) => kind === 'QUESTIONS')!.lines).toMatchObject([{ value: '14' }]);
    await setQuestions(entries);
  });

  test('are changed by one of 50 at once; the others are told whose change it was', async () => {
    const { entries, revision } = await questions();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        admin.request(SetQuestionsDocument, {
          list: { district: '01', revision },
          entries: [
            ...entries.slice(0, -1),
            { ...entries.at(-1)!, help: `看第 ${n} 页。`, helpEn: `Page ${n}.` },
          ],
        }),
      ),
    );
    const sets = results.map(({ data }) => data.setQuestions);
    expect(sets.filter(({ __typename }) => __typename === 'OwnDataChange')).toHaveLength(1);
    for (const result of sets.filter(({ __typename }) => __typename === 'Refused'))
      expect(result).toMatchObject({ refusals: [{ rule: 'editedMeanwhile', code: 'STALE_VERSION' }] });
    expect((await questions()).revision).toBe(revision + 1);
  });
});

describe('review items', () => {
  const own = async (person: Person, district: string | null) =>
    (await person.request(OwnReviewItemsDocument, { district })).data.ownData!.reviewItems;
  const item = (kind: 'RESIDENCE' | 'IDENTITY_AND_HUKOU', label: string) => ({
    service: 'NON_LOCAL_HUKOU' as const,
    kind,
    label,
    labelEn: label === '居住' ? 'Home' : 'Item',
  });

  test('of a district take the place of the city’s, and what was laid for a submitted record stays', async () => {
    const { number } = await reviewable(api, mother);
    const kinds = async (of: string) =>
      (await mother.request(RecordReviewDocument, { number: of })).data
        .collectionRecord!.reviewItems.map(({ kind }) => kind)
        .filter((kind) => kind !== 'IDENTITY_AND_HUKOU');
    const before = await kinds(number);
    expect(before.length).toBeGreaterThan(1);
    const set = (entries: ReturnType<typeof item>[], revision: number) =>
      admin.request(SetReviewItemsDocument, { list: { district: '01', revision }, entries });
    const alone = await set([item('IDENTITY_AND_HUKOU', '身份')], 0);
    expect(alone.data.setReviewItems).toMatchObject({ refusals: [{ rule: 'itemsIdentityAlone' }] });
    const done = await set([item('RESIDENCE', '居住')], 0);
    expect(done.data.setReviewItems).toMatchObject({ applied: true, revision: 1 });
    expect(await kinds(number)).toEqual(before);
    expect(await kinds((await reviewable(api, mother)).number)).toEqual(['RESIDENCE']);
    const decided = await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: before.find((kind) => kind !== 'RESIDENCE')!,
      status: 'PASSED',
    });
    expect(decided.data.decideReviewItem.refused).toEqual([]);
    await set([], 1);
    expect(await kinds((await reviewable(api, mother)).number)).toEqual(before);
  });

  test('of the city are the city’s to change, and concern districts without items of their own', async () => {
    const { entries, revision } = await own(city, null);
    const renamed = entries.map((one) =>
      one.service === 'NON_LOCAL_HUKOU' && one.kind === 'RESIDENCE' ? { ...one, label: '实际居住' } : one,
    );
    const list = { revision, dryRun: true };
    const { data } = await city.request(SetReviewItemsDocument, { list, entries: renamed });
    expect(data.setReviewItems).toMatchObject({ applied: false, changes: [{ after: '实际居住' }] });
    if (data.setReviewItems.__typename !== 'OwnDataChange') throw new Error('refused');
    expect(data.setReviewItems.touched.length).toBeGreaterThan(0);
    expect((await admin.request(SetReviewItemsDocument, { list, entries: renamed })).errors).toMatchObject(
      FORBIDDEN,
    );
  });

  test('of an open season leave no service with nothing to review, of a planned one they can', async () => {
    const { entries, revision } = await own(city, null);
    const without = entries.filter(({ service }) => service !== 'LOCAL_HUKOU');
    for (const dryRun of [true, false]) {
      const { data } = await city.request(SetReviewItemsDocument, {
        list: { revision, dryRun },
        entries: without,
      });
      expect(data.setReviewItems).toMatchObject({ refusals: [{ rule: 'seasonUnreviewed' }] });
    }
    expect(await own(city, null)).toMatchObject({ revision, entries });
    await api.sql(
      `insert into season (year, born_from, born_to, state) values (2091, '2084-09-01', '2085-08-31', 'PLANNED')`,
    );
    const planned = { revision: 0, season: 2091 };
    expect(
      (await city.request(SetReviewItemsDocument, { list: planned, entries: without })).data.setReviewItems,
    ).toMatchObject({ applied: true });
  });

  test('of the city and of a district are not taken away at once, where each relies on the other', async () => {
    await api.sql(
      `insert into review_requirement (season, service, district_code, kind, label, label_en, position)
       select $1, 'LOCAL_HUKOU', d.code, 'RESIDENCE', '居住', 'Home', 99 from district d
       where not exists (select from review_requirement r where r.season = $1 and r.service = 'LOCAL_HUKOU' and r.district_code = d.code)`,
      [year],
    );
    const common = await own(city, null);
    const ours = await own(admin, '01');
    const kept = <Entry extends { readonly service: string }>(all: readonly Entry[]) =>
      all.filter(({ service }) => service !== 'LOCAL_HUKOU');
    const answers = await Promise.all([
      city.request(SetReviewItemsDocument, {
        list: { revision: common.revision },
        entries: kept(common.entries),
      }),
      admin.request(SetReviewItemsDocument, {
        list: { district: '01', revision: ours.revision },
        entries: kept(ours.entries),
      }),
    ]);
    const results = answers.map(({ data }) => data.setReviewItems);
    expect(results.filter(({ __typename }) => __typename === 'OwnDataChange')).toHaveLength(1);
    expect(results.find(({ __typename }) => __typename === 'Refused')).toMatchObject({
      refusals: [{ rule: 'seasonUnreviewed' }],
    });
  });
});

test('papers and policies are what families read next, in their order, with every version', async () => {
  const paper = {
    kind: 'RESIDENCE' as const,
    service: 'NON_LOCAL_HUKOU' as const,
    label: '房屋租赁备案',
    labelEn: 'Registered lease',
  };
  const list = { district: '01', revision: 0 };
  const papers = await admin.request(SetPapersDocument, { list, entries: [paper] });
  expect(papers.data.setPapers).toMatchObject({ applied: true, changes: [{ label: expect.any(String) }] });
  const forbidden = await admin.request(SetPapersDocument, {
    list: { ...list, revision: 1 },
    entries: [{ ...paper, label: '收入证明' }],
  });
  expect(forbidden.data.setPapers).toMatchObject({
    refusals: [{ rule: 'forbiddenToAsk', field: '0.label' }],
  });
  const read = await admin.request(OwnPapersDocument, { district: '01' });
  expect(read.data.ownData!.papers).toMatchObject({ revision: 1, entries: [{ ...paper, ground: null }] });

  const before = (await admin.request(OwnPoliciesDocument, { district: '01' })).data.ownData!.policies;
  const body = '第一条。\n第二条。';
  const policies = [{ title: '东城区补充通知', body, url: 'https://example.edu.cn/1' }, ...before.entries];
  const done = await admin.request(SetPoliciesDocument, {
    list: { ...list, revision: before.revision },
    entries: policies,
  });
  expect(done.data.setPolicies).toMatchObject({ applied: true, touched: [], kept: 0 });
  const after = (await admin.request(OwnPoliciesDocument, { district: '01' })).data.ownData!.policies;
  expect(after.entries.map(({ title }) => title)).toEqual(policies.map(({ title }) => title));
  expect(after.editions[0]!.changes).toContainEqual({
    field: '东城区补充通知.body',
    label: '东城区补充通知 · 正文',
    before: null,
    after: body,
  });
});

test('a policy whose title has a colon is told in the trail as any other', async () => {
  const { entries, revision } = (await admin.request(OwnPoliciesDocument, { district: '01' })).data.ownData!
    .policies;
  const titled = { title: 'Notice: 2027 → 2028', body: '第一条。' };
  await admin.request(SetPoliciesDocument, {
    list: { district: '01', revision },
    entries: [...entries, titled],
  });
  const trail = await admin.request(AuditTrailDocument, { filter: { actor: admin.subject }, first: 1 });
  expect(trail.errors).toBeUndefined();
  expect(trail.data.auditTrail.edges[0]!.node.detail).toContain('Notice：2027 → 2028 · 正文: — → 第一条。');
});

describe('who may', () => {
  test('a district alone sets its own, the city the city’s; others find and change none', async () => {
    const other = await staff(api, 'DISTRICT_ADMIN', { district: '02' });
    for (const person of [other, city])
      expect((await setQuestions([], { person })).errors).toMatchObject(FORBIDDEN);
    const absent = await setQuestions([], { person: other, district: '99' });
    expect((await setQuestions([], { person: other })).errors).toEqual(absent.errors);
    expect((await setQuestions([], { person: city, district: null })).errors).toMatchObject(FORBIDDEN);
    expect((await other.request(OwnQuestionsDocument, { district: '01' })).data.ownData).toBeNull();
    expect((await other.request(OwnQuestionsDocument, { district: '99' })).data.ownData).toBeNull();
    expect((await city.request(OwnQuestionsDocument, { district: '01' })).data.ownData).not.toBeNull();
    expect((await admin.request(OwnPoliciesDocument, {})).data.ownData).not.toBeNull();
    for (const person of [officer, mother])
      expect((await person.request(OwnQuestionsDocument, { district: '01' })).errors).toMatchObject(
        FORBIDDEN,
      );
  });

  test('a planned season is changed, one that is over is read', async () => {
    await api.sql(
      `insert into season (year, born_from, born_to, state) values (2090, '2083-09-01', '2084-08-31', 'PLANNED'), (2010, '2003-09-01', '2004-08-31', 'CLOSED')`,
    );
    const list = { revision: 0, district: '01' };
    const planned = await setQuestions([MONTHS], { ...list, season: 2090 });
    expect(planned.data.setQuestions).toMatchObject({ applied: true });
    const otherKind = await setQuestions([{ ...MONTHS, kind: 'TEXT' }], {
      ...list,
      revision: 1,
      season: 2090,
    });
    expect(otherKind.data.setQuestions).toMatchObject({ applied: true, revision: 2 });
    const over = await setQuestions([MONTHS], { ...list, season: 2010 });
    expect(over.data.setQuestions).toMatchObject({ refusals: [{ rule: 'seasonState' }] });
    const { data } = await admin.request(OwnQuestionsDocument, { district: '01', season: 2010 });
    expect(data.ownData).toMatchObject({ season: { state: 'CLOSED' }, questions: { entries: [] } });
    expect((await asked()).map(({ key }) => key)).toContain(MONTHS.key);
    expect(year).toBeGreaterThan(2010);
  });
});

describe('a notice', () => {
  const NOTICE: NoticeInput = {
    kind: 'PRIVACY',
    version: '2090-1',
    title: '个人信息保护政策',
    titleEn: 'Privacy policy',
    body: '第一条。',
    bodyEn: 'First.',
  };
  const publish = (input: Partial<NoticeInput> = {}, person = city) =>
    person.request(PublishNoticeDocument, { input: { ...NOTICE, ...input } });
  const versions = async () =>
    (await city.request(NoticeVersionsDocument, { kind: 'PRIVACY' })).data.noticeVersions;

  test('is published as a new version; those before it stay, and none is published twice', async () => {
    const before = await versions();
    expect((await publish({ dryRun: true })).data.publishNotice).toMatchObject({ inForce: true });
    expect(await versions()).toEqual(before);
    const later = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
    expect((await publish({ publishedAt: later })).data.publishNotice).toMatchObject({ inForce: false });
    const after = await versions();
    expect(after).toEqual(
      [{ __typename: 'NoticeVersion', ...NOTICE, publishedAt: later, inForce: false }, ...before].map((one) =>
        expect.objectContaining({ version: one.version, inForce: one.inForce }),
      ),
    );
    expect((await publish()).data.publishNotice).toMatchObject({
      refusals: [{ rule: 'noticeVersionTaken', field: 'version' }],
    });
    const past = new Date(api.clock.now().getTime() - 1_000).toISOString();
    expect((await publish({ version: '2090-0', publishedAt: past })).data.publishNotice).toMatchObject({
      refusals: [{ rule: 'noticePast', field: 'publishedAt' }],
    });
  });

  test('one of 50 at once under one version is published', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => publish({ version: '2090-2', body: `第 ${n} 条。` })),
    );
    const results = answers.map(({ data }) => data.publishNotice);
    expect(results.filter(({ __typename }) => __typename === 'NoticeVersion')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename === 'Refused'))
      expect(result).toMatchObject({ refusals: [{ rule: 'noticeVersionTaken' }] });
    expect((await versions()).filter(({ version }) => version === '2090-2')).toHaveLength(1);
  });

  test('is the city’s alone to publish; districts read its versions', async () => {
    expect((await publish({ version: '2090-3' }, admin)).errors).toMatchObject(FORBIDDEN);
    const read = await admin.request(NoticeVersionsDocument, { kind: 'PRIVACY' });
    expect(read.data.noticeVersions.length).toBeGreaterThan(0);
    for (const person of [officer, mother])
      expect((await person.request(NoticeVersionsDocument, { kind: 'PRIVACY' })).errors).toMatchObject(
        FORBIDDEN,
      );
  });
});
