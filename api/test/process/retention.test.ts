import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MyRecordsDocument, RecordDocument } from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { layWindow } from '../support/calendar.js';
import { dumpDatabase } from '../support/database.js';
import { reviewable } from '../support/reviewable.js';

const MAIN = fileURLToPath(new URL('../../dist/retention/main.js', import.meta.url));

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

/** `npm run retention`, as whoever runs the service calls it. */
async function retention(...words: string[]): Promise<{ code: number; lines: string[] }> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH: process.env.PATH, DATABASE_URL: api.database.servingUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, lines: output.trim().split('\n') };
}

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
const live = async () =>
  (await mother.request(MyRecordsDocument)).data.myRecords.map(({ number }) => number).toSorted();
const promised = async (number: string, language = 'zh-CN') =>
  (await mother.request(RecordDocument, { number }, { 'accept-language': language })).data.collectionRecord!
    .retention;
const proofs = () =>
  api.sql(
    `select season, facts ->> 'kind' as kind, (facts ->> 'count')::int as count from audit_entry
     where action = 'RETENTION_ERASED' order by id`,
  );

test('the command says what is due, erases it when asked, and leaves what families were promised and the proof', async () => {
  const { number: drafted, input } = await register(api, mother);
  const { number: submitted } = await reviewable(api, mother);
  const [{ year }] = (await api.sql<{ year: number }>('select year from season')) as [{ year: number }];
  expect(await retention()).toEqual({ code: 0, lines: ['retention: nothing is due'] });

  const closesAt = ago(100);
  await layWindow(api, { kind: 'DETAILS', opensAt: ago(130), closesAt });
  const told = await promised(drafted);
  expect(told).toMatchObject({
    kind: 'UNSUBMITTED',
    erasedAfter: new Date(closesAt.getTime() + 90 * DAY).toISOString(),
  });
  expect(told.text).toContain('到期自动删除');
  expect(await promised(submitted, 'en')).toEqual({
    kind: 'RECORDS',
    erasedAfter: null,
    text: expect.stringContaining('365 days after the season has been archived'),
  });

  const due = `${year} UNSUBMITTED after 90 days: 1`;
  expect(await retention()).toEqual({ code: 0, lines: [due, 'retention: add --apply to erase it'] });
  expect(await live()).toEqual([drafted, submitted].toSorted());
  expect(await proofs()).toEqual([]);
  expect(await retention('--apply')).toEqual({ code: 0, lines: [due] });
  expect(await live()).toEqual([submitted]);
  expect(await retention('--apply')).toEqual({ code: 0, lines: ['retention: nothing is due'] });

  await api.sql(`update season set state = 'ARCHIVED', archived_at = $1`, [ago(364)]);
  expect(await retention('--apply')).toEqual({ code: 0, lines: ['retention: nothing is due'] });
  await api.sql(`update season set archived_at = $1`, [ago(366)]);
  expect(await retention('--apply')).toEqual({ code: 0, lines: [`${year} RECORDS after 365 days: 1`] });
  expect(await live()).toEqual([]);

  // What stays is number, history and proof; nothing of the child or of whoever registered it.
  const dump = await dumpDatabase(api.database.url);
  for (const gone of [input.child.documentNumber, input.guardian.phone, input.child.name]) {
    expect(dump.includes(gone)).toBe(false);
  }
  const stays = await api.sql<{ number: string; kinds: string[] }>(
    `select r.number, array_agg(e.kind order by e.id) as kinds from collection_record r
     join record_event e on e.record_id = r.id where r.wrapped_key is null group by r.number`,
  );
  expect(stays.map(({ number }) => number).toSorted()).toEqual([drafted, submitted].toSorted());
  for (const { kinds } of stays) expect([kinds[0], kinds.at(-1)]).toEqual(['REGISTERED', 'ERASED']);
  expect(await proofs()).toEqual([
    { season: year, kind: 'UNSUBMITTED', count: 1 },
    { season: year, kind: 'RECORDS', count: 1 },
  ]);
});
