import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  OfficeDashboardDocument,
  type OfficeDashboardQuery,
  type OfficeDashboardQueryVariables,
} from '@enrolment/schema/client';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { asRole } from '../../src/database/orm.js';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';
import { until } from '../support/until.js';

let api: TestApi;
let mother: Person;
let officer: Person;
let sent: SentStatements;
beforeAll(async () => {
  api = await startApi({ worker: false });
  // Nothing is kept while a process does not hear of changes of reference data.
  await api.reference.listen(asRole(api.database.servingUrl, 'enrolment_app'));
  mother = await api.person('mother');
  officer = await anOfficer('officer');
  // So that names of districts and schools need no statement.
  await look(officer);
});
afterAll(() => api.stop());
beforeEach(() => {
  sent = new SentStatements();
});
afterEach(() => sent.stop());

const anOfficer = (name: string, district = '01') =>
  api.person(name, { roles: [{ role: 'DISTRICT_OFFICER', district }] });

type Board = OfficeDashboardQuery['dashboard'];
type Variables = OfficeDashboardQueryVariables;
const HERE: Variables = { district: '01' };

/** As the site's pages look: they name their document. */
async function look(person: Person, variables = HERE, headers: Record<string, string> = {}): Promise<Board> {
  const { data, errors } = await person.request(OfficeDashboardDocument, variables, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.dashboard;
}
/** As a client of its own looks: it sends the text of the document. */
async function ask({ token }: Person, variables = HERE): Promise<Board> {
  const text = OfficeDashboardDocument.toString();
  const { data } = await api.raw(text, variables, { authorization: `Bearer ${token}` });
  return (data as OfficeDashboardQuery).dashboard;
}
/** Somebody registers, and the clock stands where it stood. */
async function comes(district = '01'): Promise<void> {
  const before = api.clock.now();
  await register(api, mother, { district });
  api.clock.set(before);
}
const addUp = () => mergeTallies(api.orm.em.fork());
/** How often a piece of work had figures computed. */
const computed = async (work: () => Promise<unknown>) =>
  (await sent.of(work)).filter((text) => text.includes('from "tally" as "t"')).length;

test('a hundred pages of a place that look again at once cost one computation', async () => {
  await comes();
  await addUp();
  const people = await Promise.all(Array.from({ length: 10 }, (_, n) => anOfficer(`officer-${n}`)));
  const boards: Board[] = [];
  const burst = () =>
    Promise.all(
      Array.from({ length: 100 }, async (_, n) => boards.push(await look(people[n % people.length]!))),
    );
  expect(await computed(burst)).toBe(1);
  expect(new Set(boards.map((board) => JSON.stringify(board))).size).toBe(1);
  expect(boards[0]!.total).toBe((await ask(officer)).total);
});

test('no page gets figures older than it was told of, and a client of its own none that are old at all', async () => {
  const { total } = await look(officer);
  await comes();
  expect((await ask(officer)).total).toBe(total + 1);
  await comes();
  // Nobody was told yet. The page may get what was computed since the last time that somebody was told.
  expect([total, total + 1]).toContain((await look(officer)).total);
  expect((await ask(officer)).total).toBe(total + 2);
  await addUp();
  expect((await look(officer)).total).toBe(total + 2);
  expect((await ask(officer)).total).toBe(total + 2);
});

test('in a rush a place is computed once each time that its changes are added up', async () => {
  await addUp();
  await look(officer);
  const rush = async () => {
    for (let n = 0; n < 5; n += 1) {
      await comes();
      await look(officer);
    }
  };
  expect(await computed(rush)).toBe(0);
  await addUp();
  expect(await computed(() => look(officer))).toBe(1);
});

test('another district’s changes leave an answer as it is; the city’s answer goes with every one', async () => {
  const city = await staff(api, 'MUNICIPAL_ADMIN');
  await Promise.all([look(officer), look(city, {})]);
  await comes('02');
  await addUp();
  expect(await computed(() => look(officer))).toBe(0);
  expect(await computed(() => look(city, {}))).toBeGreaterThan(0);
});

test('an answer is kept for those alone who may read the records, and each is asked anew whether she may', async () => {
  const whole = await look(officer);
  expect(whole.smallNumbersHidden).toBe(false);
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const system = await aSystem(api, administrator);
  for (const person of [registrar, system]) {
    const hers = await look(person);
    expect(hers.smallNumbersHidden).toBe(true);
    expect(hers.oldestWaiting).toBeNull();
    expect(await computed(() => look(person))).toBeGreaterThan(0);
  }
  const codeOf = async (person: Person) =>
    (await person.request(OfficeDashboardDocument, HERE)).errors?.[0]?.extensions.code;
  expect(await codeOf(await anOfficer('other', '02'))).toBe('FORBIDDEN');
  expect(await codeOf(mother)).toBe('FORBIDDEN');
  expect(await codeOf(api.nobody)).toBe('UNAUTHENTICATED');
  // Whoever gets a first role changes reference data, and what was kept is computed once more.
  await until('a kept answer', async () => (await computed(() => look(administrator))) === 0);
  expect((await look(administrator)).smallNumbersHidden).toBe(false);
});

test('an answer is one of its language, its numbers and its names', async () => {
  const chinese = await look(officer);
  const english = await look(officer, HERE, { 'accept-language': 'en' });
  expect(english.district!.name).not.toBe(chinese.district!.name);
  expect((await look(officer)).district!.name).toBe(chinese.district!.name);
  expect(await computed(() => look(officer, { ...HERE, days: 3 }))).toBe(1);
  await api.sql(`update district set name = '改了名的区' where code = '01'`);
  await api.reference.settle();
  expect((await look(officer)).district!.name).toBe('改了名的区');
});

test('what time alone changes is at most five seconds old', async () => {
  await look(officer);
  const before = api.clock.now();
  try {
    api.clock.advance(5);
    expect(await computed(() => look(officer))).toBe(0);
    expect((await look(officer)).asOf).toBe(before.toISOString());
    api.clock.advance(1);
    expect(await computed(() => look(officer))).toBe(1);
    expect((await look(officer)).asOf).toBe(api.clock.now().toISOString());
  } finally {
    api.clock.set(before);
  }
});

test('a refused or broken answer is not kept', async () => {
  const wrong = () => officer.request(OfficeDashboardDocument, { ...HERE, days: -1 });
  expect((await wrong()).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await computed(wrong)).toBe(1);
});
