import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { EndSessionDocument } from '@enrolment/schema/client';
import { FIGURES_LISTENER, FiguresFeed } from '../../src/dashboard/live/figures-feed.js';
import { FiguresStreams } from '../../src/dashboard/live/figures-streams.js';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { asRole } from '../../src/database/orm.js';
import { unavailable } from '../../src/platform/errors.js';
import type { Viewer } from '../../src/platform/identity.js';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';
import { until } from '../support/until.js';

let api: TestApi;
let address: string;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  await api.reference.listen(asRole(api.database.servingUrl, 'enrolment_app'));
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

interface Open {
  readonly status: number;
  heard: number;
  ended: boolean;
  close(): void;
}
const opened: Open[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.close()));

const anOfficer = (name: string, district = '01') =>
  api.person(name, { roles: [{ role: 'DISTRICT_OFFICER', district }] });

/** A page that follows figures: how often it heard that they have changed. */
async function open({ token }: Person, query = 'district=01', session?: string): Promise<Open> {
  const leave = new AbortController();
  const response = await fetch(`${address}/live/dashboard?${query}`, {
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(session ? { 'x-session-id': session } : {}),
    },
    signal: leave.signal,
  });
  const page: Open = { status: response.status, heard: 0, ended: false, close: () => leave.abort() };
  opened.push(page);
  const read = async () => {
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream()))
      page.heard += piece.split('data: changed\n\n').length - 1;
  };
  void read().then(
    () => (page.ended = true),
    () => (page.ended = true),
  );
  return page;
}
const heard = (pages: readonly Open[], times: number) =>
  until(`${pages.length} pages that have heard ${times}`, () => pages.every((page) => page.heard >= times));
/** Somebody registers, and what has changed is added up. */
async function change(district = '01'): Promise<void> {
  await register(api, mother, { district });
  await mergeTallies(api.orm.em.fork());
}
/** The first page has the process listen, which tells it to look again. */
async function first(person: Person, query?: string): Promise<Open> {
  const page = await open(person, query);
  await heard([page], 1);
  page.heard = 0;
  return page;
}

test('200 open pages of one process hear of one change, and no statement more is sent for them than for one', async () => {
  const sent = new SentStatements();
  /** What telling takes, besides the listener's question whether it still hears. */
  const statements = async (pages: readonly Open[]) => {
    for (const page of pages) page.heard = 0;
    await register(api, mother);
    const texts = await sent.of(async () => {
      await mergeTallies(api.orm.em.fork());
      await heard(pages, 1);
    });
    return texts.filter((text) => text !== 'select 1').length;
  };
  try {
    const officers: Person[] = [];
    for (let n = 0; n < 20; n += 1) officers.push(await anOfficer(`officer-${n}`));
    const pages = [await first(officers[0]!)];
    const forOne = await statements(pages);
    const forOpening = await sent.of(async () => {
      for (let n = 1; n < 200; n += 1) pages.push(await open(officers[Math.floor(n / 10)]!));
    });
    expect(forOpening.filter((text) => text !== 'select 1')).toEqual([]);
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    expect(await statements(pages)).toBe(forOne);
    expect(pages.every((page) => page.heard === 1)).toBe(true);
    const listening = await api.sql('select from pg_stat_activity where application_name = $1', [
      FIGURES_LISTENER,
    ]);
    expect(listening).toHaveLength(1);
  } finally {
    sent.stop();
  }
});

test('a page hears of its own place, the city’s of every district; a school’s of its district', async () => {
  const here = await first(await anOfficer('officer'));
  const school = await open(
    await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    'school=0101',
  );
  const there = await open(await anOfficer('other', '02'), 'district=02');
  const city = await open(await staff(api, 'MUNICIPAL_ADMIN'), '');
  await change('02');
  await heard([there, city], 1);
  expect([here.heard, school.heard]).toEqual([0, 0]);
  await change('01');
  await heard([here, school], 1);
  await heard([city], 2);
  expect(there.heard).toBe(1);
});

test('whoever signs out hears nothing more, and neither does whose token is over', async () => {
  const session = `${Math.floor(api.clock.now().getTime() / 1000)}.${'a'.repeat(22)}`;
  const leaving = await anOfficer('leaving');
  const [own, others] = [await open(leaving, 'district=01', session), await open(await anOfficer('staying'))];
  await leaving.request(EndSessionDocument, { everywhere: false }, { 'x-session-id': session });
  await until('an end', () => own.ended);
  expect(others.ended).toBe(false);
  expect((await open(leaving, 'district=01', session)).status).toBe(401);
  const before = api.clock.now();
  api.clock.advance(24 * 3_600);
  await until('another end', () => others.ended);
  api.clock.set(before);
});

test('is refused to families, systems, other districts and other schools, and to nobody signed in', async () => {
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
  const administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const status = async (person: Person, query?: string) => (await open(person, query)).status;
  expect(await status(api.nobody)).toBe(401);
  expect(await status({ ...mother, token: 'a.b.c' })).toBe(401);
  expect(await status(mother)).toBe(403);
  expect(await status(await aSystem(api, administrator))).toBe(403);
  expect(await status(administrator, 'district=02')).toBe(403);
  expect(await status(administrator, '')).toBe(403);
  expect(await status(administrator, 'district=99')).toBe(403);
  expect(await status(registrar, 'school=0102')).toBe(403);
});

test('it ends when the role ends with which somebody came, and nobody else’s does', async () => {
  const leaving = await first(await anOfficer('leaving'));
  const staying = await open(await anOfficer('staying'));
  await api.grant('leaving', []);
  await until('an end', () => leaving.ended);
  expect([leaving.ended, staying.ended]).toEqual([true, false]);
});

test('one person has 20 of them at most, and a place again when she leaves one', async () => {
  const officer = await anOfficer('eager');
  const pages: Open[] = [];
  for (let n = 0; n < 20; n += 1) pages.push(await open(officer));
  expect((await open(officer)).status).toBe(429);
  expect((await open(await anOfficer('patient'))).status).toBe(200);
  pages[0]!.close();
  await until('a place', async () => (await open(officer)).status === 200);
});

test('a lost connection to the database is made anew, and everybody looks again', async () => {
  const page = await first(await anOfficer('officer'));
  await api.sql('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    FIGURES_LISTENER,
  ]);
  await heard([page], 1);
  await change();
  await heard([page], 2);
});

test('in a rush a place is told at once, and then no oftener than once in its pause', async () => {
  const url = asRole(api.database.servingUrl, 'enrolment_app');
  const told = { patient: 0, eager: 0 };
  const [patient, eager] = [new FiguresFeed(url, 1_000_000), new FiguresFeed(url, 0)];
  patient.follow('01', () => (told.patient += 1));
  eager.follow('01', () => (told.eager += 1));
  try {
    await until('both listening', () => told.patient === 1 && told.eager === 1);
    for (let n = 2; n < 5; n += 1) {
      await change();
      await until('a change', () => told.eager === n);
    }
    await patient.settle();
    expect(told.patient).toBe(1);
  } finally {
    await Promise.all([patient.stop(), eager.stop()]);
  }
});

test('without anybody who follows no connection listens', async () => {
  await first(await anOfficer('officer'));
  opened.splice(0).forEach((one) => one.close());
  await until('no listener', async () => {
    const listening = await api.sql('select from pg_stat_activity where application_name = $1', [
      FIGURES_LISTENER,
    ]);
    return listening.length === 0;
  });
});

test('at the end nobody is let in any more, and a receiver that reads no more is given up', async () => {
  const feed = new FiguresFeed(asRole(api.database.servingUrl, 'enrolment_app'));
  const streams = new FiguresStreams({
    feed,
    clock: api.clock,
    sessions: api.services.sessions,
    withoutRoles: async () => new Set<Viewer>(),
  });
  const now = Math.floor(api.clock.now().getTime() / 1000);
  const token = { id: null, issuedAt: now, expiresAt: now + 600 };
  const viewer: Viewer = { subject: 'officer', name: '', phone: null, document: null, roles: [], token };
  try {
    const unread = streams.open(viewer, null, '01');
    streams.stop();
    expect(() => streams.open(viewer, null, '01')).toThrow(
      expect.objectContaining({ message: unavailable().message }),
    );
    await until('an end', () => unread.destroyed);
    expect(streams.size).toBe(0);
  } finally {
    await feed.stop();
  }
});

test('the end of the process ends what is open', async () => {
  const pages = [
    await first(await anOfficer('officer')),
    await open(await staff(api, 'MUNICIPAL_ADMIN'), ''),
  ];
  expect(pages.map(({ status, ended }) => [status, ended])).toEqual([
    [200, false],
    [200, false],
  ]);
  const closed = api.app.close();
  await until('both ended', () => pages.every((page) => page.ended));
  // fetch may keep a connection that Node does not take for idle.
  api.app.server.closeAllConnections();
  await closed;
});
