import { businessDay, dayAfter } from '@enrolment/rulebook/calendar.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  PreregisterDocument,
  PreregistrationsDocument,
  UndoPreregistrationDocument,
  type PreregistrationsQueryVariables,
} from '@enrolment/schema/client';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { approved, staff, take } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let registrar: Person;
let neighbour: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  api.clock.set(new Date(`${today}T02:00:00Z`));
  mother = await api.person('mother');
  registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  neighbour = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0102' });
});
afterAll(() => api.stop());

async function preregistered(person = registrar, school = '0101'): Promise<string> {
  const { number } = await approved(api, mother);
  await person.request(PreregisterDocument, { numbers: [number], school });
  api.clock.advance(1);
  return number;
}
const undo = (number: string) =>
  registrar.request(UndoPreregistrationDocument, { number, school: '0101', reason: '登错了人' });
const list = async (asked: Partial<PreregistrationsQueryVariables> = {}) =>
  (await registrar.request(PreregistrationsDocument, { school: '0101', ...asked })).data.preregistrations;

test('a school lists what it has preregistered, newest first, masked, with what was undone and why', async () => {
  const numbers = [await preregistered(), await preregistered(), await preregistered()];
  await preregistered(neighbour, '0102');
  await undo(numbers[1]!);
  const { nodes, standing, undone } = await list();
  expect(nodes.map(({ number }) => number)).toEqual(numbers.toReversed());
  expect([standing, undone]).toEqual([2, 1]);
  expect(nodes[1]).toMatchObject({
    reason: '登错了人',
    undoable: false,
    childName: expect.stringMatching(/\*/),
  });
  expect(nodes[0]).toMatchObject({
    undoneAt: null,
    undoable: true,
    documentNumber: expect.stringMatching(/^1199\*+\d{3}[\dX]$/),
  });
  expect(JSON.stringify(nodes)).not.toMatch(/\d{17}[\dX]/);
});

test('whoever was undone and is preregistered elsewhere, or is not approved any more, has no name left', async () => {
  const [elsewhere, back] = [await preregistered(), await preregistered()];
  await undo(elsewhere);
  await undo(back);
  const before = await list({ first: 2 });
  expect(before.nodes.every(({ childName }) => childName !== null)).toBe(true);
  await neighbour.request(PreregisterDocument, { numbers: [elsewhere], school: '0102' });
  await take(api, back, 'RECHECK_IDENTITY');
  const { nodes } = await list({ first: 2 });
  expect(nodes).toMatchObject([
    { number: back, childName: null, birthDate: null, documentNumber: null, reason: null },
    { number: elsewhere, childName: null, birthDate: null, documentNumber: null, reason: null },
  ]);
});

test('goes on page by page; a cursor of something else is none, and a day has its own list', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ first: 2, after });
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : null;
  } while (after);
  const whole = await list();
  expect(seen).toEqual(whole.nodes.map(({ id }) => id));
  const today = businessDay(api.clock.now());
  expect((await list({ day: today })).nodes).toHaveLength(seen.length);
  expect(await list({ day: dayAfter(today, 1) })).toMatchObject({ nodes: [], standing: 0, undone: 0 });
  for (const asked of [{ after: 'x' }, { day: '2026-02-30' }, { first: 101 }]) {
    const { errors } = await registrar.request(PreregistrationsDocument, { school: '0101', ...asked });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('is a look that each family on it reads, and nobody else’s list', async () => {
  const number = await preregistered();
  const looks = async () =>
    (await mother.request(AuditTrailDocument, { number })).data.auditTrail.edges.filter(
      ({ node }) => node.action === 'RECORDS_LISTED',
    ).length;
  expect(await looks()).toBe(0);
  await list();
  expect(await looks()).toBe(1);
  for (const person of [mother, neighbour, await staff(api, 'DISTRICT_OFFICER', { district: '01' })]) {
    const { errors } = await person.request(PreregistrationsDocument, { school: '0101' });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  }
});

test('costs as many statements for many as for one', async () => {
  const sent = new SentStatements();
  const counts = [];
  for (const first of [1, 8]) counts.push((await sent.of(() => list({ first }))).length);
  sent.stop();
  expect(counts[0]).toBe(counts[1]);
});
