import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  AppealDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  DecisionNoticeDocument,
  GrantAuthorizationDocument,
  RejectRecordsDocument,
  RevokeAuthorizationDocument,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { layWindow } from '../support/calendar.js';
import { reviewable, staff, withdraw } from '../support/reviewable.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';

const DAY = 86_400_000;

let api: TestApi;
let mother: Person;
let officer: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
/** A token does not live as long as the clock is moved. */
beforeEach(async () => {
  mother = await api.person('mother');
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
});
afterAll(() => api.stop());

const reject = (number: string, reason: string) =>
  officer.request(RejectRecordsDocument, { numbers: [number], reason });

/** A record of which one item has passed and one has failed, and that was rejected. */
async function rejected(): Promise<string> {
  const { number } = await reviewable(api, mother);
  const numbers = [number];
  await officer.request(DecideReviewItemDocument, { numbers, kind: 'RESIDENCE', status: 'PASSED' });
  const failed = { kind: 'EMPLOYMENT', status: 'FAILED', reason: '单位查不到' } as const;
  await officer.request(DecideReviewItemDocument, { numbers, ...failed });
  await reject(number, '就业材料不符');
  return number;
}

const urlOf = async (number: string, person = mother) =>
  (await person.request(DecisionNoticeDocument, { number })).data.collectionRecord?.rejection
    ?.decisionNoticeUrl;
const follow = (url: string | null | undefined) =>
  api.app.inject({ method: 'GET', url: url!.replace('http://localhost:4000', '') });

async function read(number: string, person = mother): Promise<string> {
  const answer = await follow(await urlOf(number, person));
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), {
    mergePages: true,
  });
  return text.replace(/\s/g, '');
}

const printsOf = (number: string) =>
  api.sql(
    `select actor, actor_role from audit_entry where action = 'DECISION_NOTICE_PRINTED' and record_number = $1`,
    [number],
  );

describe('a decision notice', () => {
  test('says what was decided about which child, and each print is on the trail', async () => {
    const number = await rejected();
    const text = await read(number);
    for (const words of [
      number,
      '测试甲',
      '审核未通过',
      '就业材料不符',
      '通过',
      '未通过。单位查不到',
      '三（二）3',
      '申请复核一次',
      '复核期限',
      '东城区教育委员会',
    ]) {
      expect(text).toContain(words);
    }
    // Whoever decided is an office, and document numbers are masked.
    expect(text).not.toContain(officer.subject);
    expect(text).not.toMatch(/\d{17}[\dX]/);
    expect(await printsOf(number)).toEqual([{ actor: 'GUARDIAN', actor_role: 'GUARDIAN' }]);
  });

  test('downloads as a file that is named by its number alone', async () => {
    const number = await rejected();
    const { headers } = await follow(`${await urlOf(number)}?download=1`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="decision-notice-${number}.pdf"; filename*=UTF-8''${encodeURIComponent(`审核决定告知书 ${number}.pdf`)}`,
    );
  });

  test('tells the newest decision: the second look, and what is decided after it', async () => {
    const number = await rejected();
    await mother.request(AppealDocument, { number, statement: '请再看就业一项' });
    expect(await read(number)).toContain('正在复核您的申请');
    await officer.request(DecideAppealDocument, { number, accepted: true, reason: '材料已经补正' });
    const reopened = await read(number);
    for (const words of ['同意复核申请，重新审核', '材料已经补正', '待审核'])
      expect(reopened).toContain(words);
    await reject(number, '补正的材料是假的');
    const again = await read(number);
    for (const words of ['理由补正的材料是假的', '行政复议']) expect(again).toContain(words);
    expect(again).not.toContain('复核期限');

    const other = await rejected();
    await mother.request(AppealDocument, { number: other, statement: '请再看' });
    await officer.request(DecideAppealDocument, { number: other, accepted: false, reason: '还是不符' });
    const upheld = await read(other);
    for (const words of ['复核后维持原结果', '理由还是不符', '原理由就业材料不符', '行政复议']) {
      expect(upheld).toContain(words);
    }
  });

  test('does not exist before the calendar shows verdicts, not for the office either', async () => {
    const url = await urlOf(await rejected());
    const opensAt = new Date(api.clock.now().getTime() + DAY);
    const closesAt = new Date(opensAt.getTime() + 30 * DAY);
    await layWindow(api, { kind: 'REVIEW', opensAt, closesAt });
    const number = await rejected();
    expect(await urlOf(number)).toBeUndefined();
    expect(await urlOf(number, officer)).toBeNull();
    // A link from before the district moved its review.
    expect((await follow(url)).statusCode).toBe(404);
    await layWindow(api, { kind: 'REVIEW', opensAt: api.clock.now(), closesAt });
    expect(await read(number)).toContain('审核未通过');
  });

  test('is for the family and the persons of the district’s office alone', async () => {
    const number = await rejected();
    expect(await read(number, officer)).toContain('审核未通过');
    expect(await printsOf(number)).toEqual([{ actor: officer.subject, actor_role: 'DISTRICT_OFFICER' }]);
    expect(await urlOf(number, await staff(api, 'MUNICIPAL_ADMIN'))).toBeNull();
    const others = [
      await api.person('somebody else'),
      await staff(api, 'DISTRICT_OFFICER', { district: '02' }),
      await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    ];
    for (const person of others) expect(await urlOf(number, person)).toBeUndefined();
  });

  test('is open to the authorised guardian as long as the grant lasts', async () => {
    const number = await rejected();
    const father = await signIn(api, await nameSecondGuardian(api, number));
    await mother.request(GrantAuthorizationDocument, { number });
    expect(await read(number, father)).toContain('审核未通过');
    expect(await printsOf(number)).toEqual([{ actor: 'SECOND_GUARDIAN', actor_role: 'GUARDIAN' }]);
    const url = await urlOf(number, father);
    await mother.request(RevokeAuthorizationDocument, { number });
    expect((await follow(url)).statusCode).toBe(404);
  });

  test('is gone with the record, and its link after five minutes', async () => {
    const number = await rejected();
    const url = await urlOf(number);
    api.clock.advance(299);
    expect((await follow(url)).statusCode).toBe(200);
    api.clock.advance(1);
    expect((await follow(url)).statusCode).toBe(410);
    const late = await urlOf(number);
    await withdraw(api, mother, number);
    expect((await follow(late)).statusCode).toBe(404);
  });

  test('needs a link of its own: that of a form, or a forged one, opens none', async () => {
    const url = (await urlOf(await rejected()))!;
    for (const other of [url.replace('/notices/', '/forms/'), `${url}A`, '/notices/x']) {
      expect((await follow(other)).statusCode).toBe(403);
    }
  });
});
