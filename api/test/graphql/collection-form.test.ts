import { NO_DETAILS } from '@enrolment/rulebook/details/details.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  CloseAssistanceDocument,
  CollectionFormDocument,
  EndSessionDocument,
  FormVerificationDocument,
  GrantAuthorizationDocument,
  OpenAssistanceDocument,
  RevokeAuthorizationDocument,
} from '@enrolment/schema/client';
import { Assistance, deskOf } from '../../src/assistance/assistance.entity.js';
import { sealDetails, sealSubmitted } from '../../src/details/details.content.js';
import { VerifyCodes } from '../../src/collection-form/verify-code.js';
import { KeyRing } from '../../src/platform/keys.js';
import { hold } from '../../src/record/hold.js';
import { startApi, TEST_KEYS, type Person, type TestApi } from '../support/api.js';
import { whileClosed } from '../support/closed-database.js';
import { untilWaiting } from '../support/locks.js';
import { approved, reviewable, staff, withdraw } from '../support/reviewable.js';
import { nameSecondGuardian, signIn } from '../support/second-guardian.js';

/** Forms at work at once; whoever comes later waits in the line. */
const READING_PLACES = 10;

let api: TestApi;
let mother: Person;
let other: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  other = await api.person('somebody else');
});
afterAll(() => api.stop());

/** A record with submitted details on which every item has passed, in a district that prints. */
async function withDetails(person = mother): Promise<string> {
  const { number } = await approved(api, person);
  const [record] = await api.sql<{ id: string; key_id: string; wrapped_key: Buffer }>(
    'select id, key_id, wrapped_key from collection_record where number = $1',
    [number],
  );
  const { id, key_id: keyId, wrapped_key: wrappedKey } = record!;
  const key = new KeyRing(TEST_KEYS).open({ keyId, wrappedKey }, id);
  const details = {
    ...NO_DETAILS,
    ethnicity: '03',
    noSecondGuardianReason: '单亲家庭',
    firstGuardianRelation: 'MOTHER',
  };
  await api.sql(
    `insert into details (record_id, content_sealed, submitted_sealed, saved_at, saved_by) values ($1, $2, $3, $4, 'FIRST')`,
    [
      id,
      sealDetails(key, { ...details, ethnicity: '01' }),
      sealSubmitted(key, { version: 1, details }),
      api.clock.now(),
    ],
  );
  await openPhases(-1);
  return number;
}

const openPhases = (days: number) =>
  api.sql(
    `update phase set opens_at = $1 where district_code = '01' and kind in ('FORM_PRINTING', 'REVIEW')`,
    [new Date(api.clock.now().getTime() + days * 86_400_000)],
  );

const formOf = async (person: Person, number: string) => {
  const { data } = await person.request(CollectionFormDocument, { number });
  return data.collectionRecord;
};

const follow = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'GET', url: url.replace('http://localhost:4000', ''), headers });

async function linkOf(number: string, person = mother): Promise<string> {
  const url = (await formOf(person, number))!.formUrl;
  expect(url).toMatch(/^http:\/\/localhost:4000\/forms\/[\w-]+$/);
  return url!;
}

const codeOf = (number: string, version: number, printedAt = new Date(1_780_000_000_000)) =>
  new VerifyCodes(new KeyRing(TEST_KEYS)).sign({ number, version, printedAt });

describe('the form’s link', () => {
  test('leads to the PDF of what was submitted, and the print is on the trail', async () => {
    const number = await withDetails();
    const answer = await follow(await linkOf(number));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-disposition']).toMatch(/^inline; /);
    // Sent as it is made: nobody has counted it before.
    expect(answer.headers).not.toHaveProperty('content-length');
    const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload));
    const { text } = await extractText(pdf, { mergePages: true });
    const read = text.replace(/\s/g, '');
    for (const words of ['测试甲', '回族', '单亲家庭', '母亲', '全家户口簿']) expect(read).toContain(words);
    expect(read).not.toContain('*');
    const trail = await api.sql(
      `select actor, actor_role from audit_entry where action = 'FORM_PRINTED' and record_number = $1`,
      [number],
    );
    expect(trail).toEqual([{ actor: 'GUARDIAN', actor_role: 'GUARDIAN' }]);
  });

  test('downloads as a file that is named by its number alone', async () => {
    const number = await withDetails();
    const answer = await follow(`${await linkOf(number)}?download=1`);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="collection-form-${number}.pdf"; filename*=UTF-8''${encodeURIComponent(`学龄人口信息采集表 ${number}.pdf`)}`,
    );
  });

  test('does not exist before the record is approved, nor before the calendar opens the printing', async () => {
    const { number } = await reviewable(api, mother);
    expect(await formOf(mother, number)).toEqual({ formUrl: null, formCharactersByHand: [] });
    const ready = await withDetails();
    await openPhases(1);
    expect(await formOf(mother, ready)).toEqual({ formUrl: null, formCharactersByHand: [] });
  });

  test('holds for five minutes', async () => {
    const url = await linkOf(await withDetails());
    api.clock.advance(299);
    expect((await follow(url)).statusCode).toBe(200);
    api.clock.advance(1);
    const late = await follow(url, { 'accept-language': 'en' });
    expect(late.statusCode).toBe(410);
    expect(late.body).toContain('This link has expired');
    expect((await follow(url)).body).toContain('这个链接已经过期');
  });

  test.each(['its token', 'its session of the site', 'everything of the person'])(
    'is refused as an expired one is once %s is signed out, and other links hold',
    async (what) => {
      const subject = `leaves ${what}`;
      const number = await withDetails(await api.person(subject));
      const sessionOf = (seconds: number, name: string) => ({
        'x-session-id': `${Math.floor(api.clock.now().getTime() / 1000) - seconds}.${name.padEnd(22, 'x')}`,
      });
      const [session, elsewhere] = [sessionOf(60, 'here'), sessionOf(60, 'elsewhere')];
      const [token, refreshed, later] = await Promise.all(
        ['one', 'two', 'three'].map((jti) => api.person(subject, { jti: `${what} ${jti}` })),
      );
      const linkBy = async (person: Person, headers: Record<string, string>) =>
        (await person.request(CollectionFormDocument, { number }, headers)).data.collectionRecord!.formUrl!;
      const [url, other] = [await linkBy(token!, session), await linkBy(later!, elsewhere)];
      expect((await follow(url)).statusCode).toBe(200);
      const everywhere = what === 'everything of the person';
      const by = what === 'its token' ? token! : refreshed!;
      await by.request(EndSessionDocument, { everywhere }, what === 'its token' ? {} : session);
      const late = await follow(url, { 'accept-language': 'en' });
      expect(late.statusCode).toBe(410);
      expect(late.body).toContain('This link has expired');
      expect((await follow(other)).statusCode).toBe(everywhere ? 410 : 200);
    },
  );

  test('while the database is away is a note that says to come again', async () => {
    const url = await linkOf(await withDetails());
    await whileClosed(api, async () => {
      const answer = await follow(url, { 'accept-language': 'en' });
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('2');
      expect(answer.body).toContain('The paper does not open at the moment');
    });
    expect((await follow(url)).statusCode).toBe(200);
  });

  test('asked for by more than there are connections waits its turn', async () => {
    const url = await linkOf(await withDetails());
    const locker = new pg.Client({ connectionString: api.database.url });
    await locker.connect();
    await locker.query('begin');
    await locker.query('lock table collection_record in access exclusive mode');
    const answers = Array.from({ length: READING_PLACES + 8 }, () => follow(url));
    // Once one of them waits for the table, all have come: those with a place, and those who wait for one.
    await untilWaiting(api, 1);
    await locker.query('rollback');
    await locker.end();
    for (const { statusCode } of await Promise.all(answers)) expect(statusCode).toBe(200);
  });

  test('forged, cut short or put together of two is refused, and nothing is printed', async () => {
    const [one, two] = [await linkOf(await withDetails()), await linkOf(await withDetails())];
    const half = Math.floor(one.length * 0.7);
    for (const url of [`${one}A`, one.slice(0, -2), one.slice(0, half) + two.slice(half), '/forms/x']) {
      const answer = await follow(url);
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  test('is nobody else’s to have, and prints nothing once the record is withdrawn', async () => {
    const number = await withDetails();
    expect(await formOf(other, number)).toBeNull();
    expect(
      await formOf(await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }), number),
    ).toMatchObject({
      formUrl: null,
    });
    const url = await linkOf(number);
    await withdraw(api, mother, number);
    expect((await follow(url)).statusCode).toBe(404);
  });

  test('of an authorised guardian is dead as soon as the grant ends', async () => {
    const number = await withDetails();
    const father = await signIn(api, await nameSecondGuardian(api, number));
    await mother.request(GrantAuthorizationDocument, { number });
    const url = await linkOf(number, father);
    expect((await follow(url)).statusCode).toBe(200);
    await mother.request(RevokeAuthorizationDocument, { number });
    expect((await follow(url)).statusCode).toBe(404);
    expect((await follow(await linkOf(number))).statusCode).toBe(200);
  });

  test('made in a family’s place at the desk holds while the officer has her place there, and her session', async () => {
    const officer = () =>
      api.person('wang', { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }], name: '王测敏' });
    const wang = await officer();
    const number = await withDetails();
    await api.orm.em.fork().transactional(async (tx) => {
      const record = (await hold(tx, number))!;
      record.registeredBy = deskOf(record.id);
      const told = { name: '王测敏', phone: null, document: null, roles: [] };
      const token = { id: null, issuedAt: 0, expiresAt: 0 };
      tx.persist(new Assistance(record, { subject: 'wang', ...told, token }, api.clock.now()));
    });
    const desk = { 'x-desk-record': number };
    const { data } = await wang.request(CollectionFormDocument, { number }, desk);
    const statusOf = async () => (await follow(data.collectionRecord!.formUrl!)).statusCode;
    expect(await statusOf()).toBe(200);
    await wang.request(CloseAssistanceDocument, { number });
    expect(await statusOf()).toBe(404);
    await wang.request(OpenAssistanceDocument, { number, paper: '17 号' });
    expect(await statusOf()).toBe(200);
    await api.grant('wang', []);
    expect(await statusOf()).toBe(404);
    await officer();
    expect(await statusOf()).toBe(200);
    api.clock.advance(2);
    await (await officer()).request(EndSessionDocument, { everywhere: true });
    expect(await statusOf()).toBe(410);
  });

  test('of an officer of the district is on the trail with her office', async () => {
    const number = await withDetails();
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    expect((await follow(await linkOf(number, officer))).statusCode).toBe(200);
    const [entry] = await api.sql(
      `select actor_role from audit_entry where action = 'FORM_PRINTED' and record_number = $1`,
      [number],
    );
    expect(entry).toEqual({ actor_role: 'DISTRICT_OFFICER' });
  });
});

describe('the code on a form', () => {
  const verify = async (code: string) =>
    (await api.nobody.request(FormVerificationDocument, { code })).data.formVerification;

  test('is valid while the record says the same, superseded after a change, withdrawn with it', async () => {
    const number = await withDetails();
    const [record] = await api.sql<{ version: number }>(
      'select version from collection_record where number = $1',
      [number],
    );
    const code = codeOf(number, record!.version);
    const known = { number, printedAt: '2026-05-28T20:26:40.000Z' };
    expect(await verify(code)).toEqual({ status: 'VALID', ...known });
    await api.sql('update collection_record set version = version + 1 where number = $1', [number]);
    expect(await verify(code)).toEqual({ status: 'SUPERSEDED', ...known });
    await withdraw(api, mother, number);
    expect(await verify(code)).toEqual({ status: 'WITHDRAWN', ...known });
  });

  test('forged or of no record is unknown', async () => {
    const unknown = { status: 'UNKNOWN', number: null, printedAt: null };
    expect(await verify('A'.repeat(38))).toEqual(unknown);
    expect(await verify('')).toEqual(unknown);
    expect(await verify(codeOf('20260199999990', 1))).toEqual(unknown);
  });
});
