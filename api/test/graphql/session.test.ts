import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { EndSessionDocument, ViewerDocument } from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

const aToken = (subject: string) => api.person(subject, { jti: randomBytes(16).toString('base64url') });
const aSession = () =>
  `${Math.floor(api.clock.now().getTime() / 1000)}.${randomBytes(16).toString('base64url')}`;
const by = (session: string) => ({ 'x-session-id': session });
const statusOf = async (person: Person, headers: Record<string, string> = {}) =>
  (await person.request(ViewerDocument, {}, headers)).status;
const signOut = (person: Person, headers: Record<string, string> = {}, everywhere = false) =>
  person.request(EndSessionDocument, { everywhere }, headers);

test('a token is refused after its sign-out, and another one of the same person is not', async () => {
  const [phone, desk] = [await aToken('one-token'), await aToken('one-token')];
  const { data } = await signOut(phone);
  expect(data.endSession).toBe(api.clock.now().toISOString());
  expect(await statusOf(phone)).toBe(401);
  expect(await statusOf(desk)).toBe(200);
});

test('a session of the site is refused with every token that it has been given since', async () => {
  const session = aSession();
  const [first, refreshed] = [await aToken('refreshed'), await aToken('refreshed')];
  await signOut(refreshed, by(session));
  expect(await statusOf(first, by(session))).toBe(401);
  expect(await statusOf(await aToken('refreshed'), by(session))).toBe(401);
  expect(await statusOf(await aToken('refreshed'), by(aSession()))).toBe(200);
});

test('signed out everywhere: all that was signed in before is refused, what is signed in afterwards is not', async () => {
  const before = aSession();
  const [here, there] = [await aToken('everywhere'), await aToken('everywhere')];
  const stranger = await aToken('somebody-else');
  api.clock.advance(60);
  await signOut(here, by(aSession()), true);
  expect(await statusOf(there)).toBe(401);
  // Within the same second.
  expect(await statusOf(await aToken('everywhere'), by(aSession()))).toBe(200);
  api.clock.advance(60);
  // A token that was refreshed afterwards belongs to the sign-in before.
  expect(await statusOf(await aToken('everywhere'), by(before))).toBe(401);
  expect(await statusOf(await aToken('everywhere'), by(aSession()))).toBe(200);
  expect(await statusOf(stranger)).toBe(200);
});

test('another process refuses it once it has looked, and one that starts afterwards does at once', async () => {
  const other = await api.anotherProcess();
  const mother = await aToken('processes');
  const there = async () => (await other.request(ViewerDocument, {}, mother)).status;
  expect(await there()).toBe(200);
  await signOut(mother);
  await other.readSessions();
  expect(await there()).toBe(401);
  await other.stop();
});

test('what has run out by itself is forgotten', async () => {
  const mother = await aToken('forgotten');
  const session = aSession();
  await signOut(mother, by(session));
  api.clock.advance(2 * 86_400);
  await api.services.sessions.read(api.orm.em.fork(), api.clock.now());
  expect(await statusOf(await aToken('forgotten'), by(session))).toBe(200);
});

test('without a sign-in there is nothing to end; a header that is no session’s is none', async () => {
  expect((await signOut(api.nobody)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const mother = await aToken('odd-header');
  for (const odd of ['', 'x', '1.2', `${aSession()}0`, '\u00e4']) {
    expect(await statusOf(mother, by(odd))).toBe(200);
  }
});
