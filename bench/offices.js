// `npm run bench:offices` seeds a city of each size and measures what the offices ask of it: dashboards, lists, search, the
// change feed, a system's token, and 500 pages that look again at once (docs/performance.md).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '../api/dist/database/orm.js';
import { KeyRing } from '../api/dist/platform/keys.js';
import { USUAL_TROUBLE } from '../api/dist/seed/records.js';
import { seedCity } from '../api/dist/seed/seed.js';
import { appoint, ask, KEYS, migrate, startCounting, startGateway, startIssuer } from './city.js';
import { lookAgain } from './burst.js';
import { cpuOf, load } from './load.js';
import { readDocuments, startApi, stopAll } from './servers.js';
import { workOnMany } from './work.js';

const { values: given } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '1' },
    connections: { type: 'string', default: '4' },
    pages: { type: 'string', default: '500' },
    // Work on thousands of records besides.
    work: { type: 'boolean', default: false },
    only: { type: 'string' },
    'api-args': { type: 'string', default: '' },
  },
});
const sizes = given.records.split(',').map(Number);
const ms = Number(given.seconds) * 1000;
const say = (line) => console.error(`bench: ${line}`);

/** CPU of a PostgreSQL server with all its processes, those that have ended among them, in milliseconds. */
function cpuOfServer(postmaster) {
  const TICK_MS = 10;
  const fields = (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  };
  const sum = (numbers) => numbers.reduce((all, n) => all + Number(n), 0) * TICK_MS;
  let used = sum(fields(postmaster).slice(11, 15));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const its = fields(pid);
      if (Number(its[1]) === postmaster) used += sum(its.slice(11, 15));
    } catch {
      // It has ended meanwhile.
    }
  }
  return used;
}

async function buildOffices(records) {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-bench-'));
  const server = await startCounting(join(folder, 'postgres'));
  const postmaster = Number(
    readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const close = [
    async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  ];
  const end = async () => {
    for (const step of close.toReversed()) await step().catch((error) => console.error(error.message));
  };
  try {
    const owners = server.url('bench');
    const serving = await migrate(server, owners);
    const [issuer, gateway] = [await startIssuer(), await startGateway()];
    close.push(issuer.close, gateway.close);
    say(`${records} records`);
    const before = { node: process.cpuUsage(), database: cpuOfServer(postmaster), at: performance.now() };
    await seedCity({
      databaseUrl: owners,
      dataKeys: KEYS,
      seed: 1,
      records,
      until: new Date(),
      focus: [],
      trouble: USUAL_TROUBLE,
      threads: availableParallelism() + 1,
    });
    const seconds = (performance.now() - before.at) / 1000;
    // What a connection's process took counts in full once it has ended.
    await sleep(1_000);
    const { user, system } = process.cpuUsage(before.node);
    const seed = {
      seconds,
      node: (user + system) / 1000 / records,
      database: (cpuOfServer(postmaster) - before.database) / records,
    };
    await ask(owners, 'vacuum analyze');
    return { owners, serving, issuer, gateway, end, seed, ask: (text) => ask(owners, text) };
  } catch (error) {
    await end();
    throw error;
  }
}

const graphql = (body, token, more = {}) => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more },
  body: JSON.stringify(body),
});
const good = (text) => text.startsWith('{"data"') && !text.includes('"errors"');

/** What is asked, by name: a document of the site, who asks, and with which variables (the n-th time). */
async function measuresOf(city, documents) {
  const [{ year, district }] = await city.ask(`
    select max(season)::int as year, (select district_code from collection_record group by 1 order by count(*) desc limit 1) as district
    from collection_record`);
  const one = async (text) => Object.values((await city.ask(text))[0])[0];
  const here = `season = ${year} and district_code = '${district}' and withdrawn_at is null`;
  const [number, school, subdistrict, day] = [
    await one(`select number from collection_record where ${here} order by md5(number) limit 1`),
    await one(
      `select school_code from admission a join collection_record r on r.id = a.record_id where r.season = ${year - 1} and r.district_code = '${district}' group by 1 order by count(*) desc limit 1`,
    ),
    await one(
      `select residence_subdistrict from collection_record where ${here} and residence_subdistrict is not null group by 1 order by count(*) desc limit 1`,
    ),
    await one(
      `select (registered_at at time zone 'Asia/Shanghai')::date::text from collection_record where ${here} group by 1 order by count(*) desc limit 1`,
    ),
  ];
  const person = await personOf(city, number);
  const officer = await appoint(city, 'officer', 'DISTRICT_OFFICER', district);
  const colleague = await appoint(city, 'colleague', 'DISTRICT_OFFICER', district);
  const registrar = await appoint(city, 'admin', 'DISTRICT_ADMIN', district);
  const municipal = await appoint(city, 'municipal', 'MUNICIPAL_ADMIN');
  const documentOf = (name, variables, token) => (n) =>
    graphql({ documentId: documents[name], variables: variables(n) }, token);
  const month = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const lists = (who, token, base) =>
    Object.entries({
      'no filter': {},
      'no filter, counted': { total: true },
      service: { filter: { service: 'NON_LOCAL_HUKOU' } },
      ground: { filter: { ground: 'WORK_RESIDENCE_PERMIT' } },
      'stage REGISTERED': { filter: { stages: ['REGISTERED'] } },
      'stages that wait': { filter: { stages: ['SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED'] } },
      PREREGISTERED: { filter: { stages: ['PREREGISTERED'] } },
      ADMITTED: { filter: { stages: ['ADMITTED'] } },
      'ADMITTED, last season': { filter: { stages: ['ADMITTED'], season: year - 1 } },
      'pending residence': { filter: { reviewItem: { kind: 'RESIDENCE', status: 'PENDING' } } },
      'pending residence, last season': {
        filter: { reviewItem: { kind: 'RESIDENCE', status: 'PENDING' }, season: year - 1 },
      },
      overdue: { filter: { overdue: true } },
      'needs a decision': { filter: { needsDecision: true } },
      'in nobody’s hand': { filter: { assignee: 'NOBODY' } },
      'hukou province': { filter: { hukouProvince: '410000' } },
      subdistrict: { filter: { subdistrict } },
      'a school, last season': { filter: { school, season: year - 1 } },
      'a day': { filter: { registeredFrom: day, registeredTo: day } },
      'changed within 30 days': { filter: { updatedSince: month } },
      'changed within 30 days, last season': { filter: { updatedSince: month, season: year - 1 } },
      'all filters': {
        filter: {
          service: 'NON_LOCAL_HUKOU',
          stages: ['SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'APPROVED'],
          reviewItem: { kind: 'RESIDENCE', status: 'PENDING' },
          overdue: false,
          needsDecision: true,
          assignee: 'ME_OR_NOBODY',
          hukouProvince: '130000',
          subdistrict,
          registeredFrom: `${year}-01-01`,
          registeredTo: `${year}-12-31`,
          updatedSince: `${year}-01-01T00:00:00+08:00`,
        },
      },
      'search: number': { filter: { search: number } },
      'search: document': { filter: { search: person.document } },
      'search: phone': { filter: { search: person.phone } },
      'search: name': { filter: { search: person.name.slice(0, 2) } },
    }).map(([name, { filter = {}, total = false }]) => [
      `list, ${who}: ${name}`,
      documentOf('RecordList', () => ({ filter: { ...base, ...filter }, first: 50, total }), token),
    ]);
  const created = await system(city, documents, registrar, district);
  // A token may ask 600 times a minute.
  const systems = [];
  for (let n = 0; n < 4; n += 1) systems.push(await system(city, documents, registrar, district));
  const several = await city.ask(
    `select number from collection_record where ${here} and submitted_at is not null order by md5(number) limit 500`,
  );
  const queue = {
    filter: { district, season: year, needsDecision: true, assignee: 'ME_OR_NOBODY' },
    orderBy: 'STAGE_SINCE_ASC',
  };
  const deep = await cursorAfter(city, documents, officer, queue);
  const changes = (since) => documentOf('RecordChanges', () => ({ since, first: 50 }), created);
  return {
    district,
    year,
    officer,
    colleague,
    all: [
      [
        'record, as an officer opens it',
        documentOf('OfficeRecord', (n) => several[n % several.length], officer),
      ],
      [
        'queue, first page, counted',
        documentOf('RecordList', () => ({ ...queue, first: 50, total: true }), officer),
      ],
      [
        'queue, a page far down',
        documentOf('RecordList', () => ({ ...queue, first: 50, after: deep, total: false }), officer),
      ],
      // Another number of days each time, so that no answer is given twice.
      ['dashboard, district', documentOf('OfficeDashboard', (n) => ({ district, days: n % 3000 }), officer)],
      ['dashboard, city', documentOf('OfficeDashboard', (n) => ({ days: n % 3000 }), municipal)],
      ['dashboard, district, as it was', documentOf('OfficeDashboard', () => ({ district }), officer)],
      ['dashboard, city, as it was', documentOf('OfficeDashboard', () => ({}), municipal)],
      ...lists('district', officer, { district }),
      ...lists('city', municipal, {}),
      ['change feed, from the start', changes(null)],
      ['token check', (n) => graphql({ query: '{ now }' }, systems[n % systems.length])],
    ],
  };
}

const DEEP = 2_000;

/** Where a page begins that comes after `DEEP` records, or after the last whole page but one. */
async function cursorAfter({ api }, documents, token, asked) {
  let [cursor, rows] = [null, 0];
  while (rows < DEEP) {
    const { path, ...request } = graphql(
      { documentId: documents.RecordList, variables: { ...asked, first: 100, after: cursor, total: false } },
      token,
    );
    const { data, errors } = await (await fetch(api.url + path, request)).json();
    if (!data) throw new Error(JSON.stringify(errors));
    const { hasNextPage, endCursor } = data.collectionRecords.pageInfo;
    if (!hasNextPage) break;
    [cursor, rows] = [endCursor, rows + 100];
  }
  return cursor;
}

async function personOf({ owners }, number) {
  const orm = await openDatabase(owners, 'enrolment_owner', { poolSize: 1 });
  try {
    const { CollectionRecord } = await import('../api/dist/record/record.entity.js');
    const { peopleOf } = await import('../api/dist/record/people.js');
    const em = orm.em.fork();
    const record = await em.findOneOrFail(CollectionRecord, { number });
    const { child, first } = await peopleOf(em, record.id, record.keyFrom(new KeyRing(KEYS)));
    return { name: child.name, document: child.documentNumber, phone: first.phone };
  } finally {
    await orm.close();
  }
}

async function system({ api }, documents, token, district) {
  const input = {
    name: 'bench',
    district,
    scopes: ['DASHBOARDS', 'LISTS'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const { path, ...asked } = graphql({ documentId: documents.CreateApiToken, variables: { input } }, token);
  const { data, errors } = await (await fetch(api.url + path, asked)).json();
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createApiToken.secret;
}

const STATEMENTS = `select sum(calls)::int as calls, sum(total_exec_time) as ms, sum(rows)::int as rows,
  sum(shared_blks_hit + shared_blks_read)::int as blocks from pg_stat_statements
  where query !~* '^(begin|commit|rollback|start|set|listen|select pg_stat)'`;

/** What an operation takes. The first time is not counted: plans and documents are made then. */
async function measure(city, request) {
  let n = 0;
  const next = () => request(n++);
  const asked = { url: city.api.url, pid: city.api.pid, next, good };
  const warm = await load({ ...asked, connections: 1, ms: ms / 4 });
  await city.ask('select pg_stat_statements_reset()');
  const result = await load({ ...asked, connections: Number(given.connections), ms });
  const [{ calls, ms: database, rows, blocks }] = await city.ask(STATEMENTS);
  const bad = [...warm.bad, ...result.bad];
  if (bad.length > 0) throw new Error(JSON.stringify(bad));
  const { count } = result;
  return {
    rate: result.rate,
    cpu: result.cpu,
    statements: calls / count,
    database: database / count,
    rows: rows / count,
    blocks: blocks / count,
  };
}

async function liveScan(city) {
  const begun = performance.now();
  await city.ask('select count(*) from tallies_counted()');
  return performance.now() - begun;
}

const cell = (value, digits = 1) =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

const documents = readDocuments();
const found = new Map();
const about = [];
try {
  for (const records of sizes) {
    const city = await buildOffices(records);
    try {
      const { seed } = city;
      about.push(
        `${records} records: seeded in ${seed.seconds.toFixed(0)} s, ${seed.node.toFixed(2)} ms of CPU a record in Node and ${seed.database.toFixed(2)} ms in PostgreSQL.`,
      );
      console.log(about.at(-1));
      city.api = await startApi(city, given['api-args']);
      const { all, district, year, officer, colleague } = await measuresOf(city, documents);
      for (const [name, request] of all) {
        if (given.only && !new RegExp(given.only).test(name)) continue;
        const result = await measure(city, request).catch((error) => {
          throw new Error(`${name}: ${error.message}`);
        });
        if (!found.has(name)) found.set(name, new Map());
        found.get(name).set(records, result);
      }
      about.push(`A full count of ${records} records: ${(await liveScan(city)).toFixed(0)} ms.`);
      console.log(about.at(-1));
      if (Number(given.pages) > 0) {
        const line = await lookAgain({ city, documents, district, pages: Number(given.pages), cpuOf });
        about.push(line);
        console.log(line);
      }
      if (given.work) {
        for (const line of await workOnMany({ city, documents, officer, colleague, district, year })) {
          about.push(line);
          console.log(line);
        }
      }
    } finally {
      await stopAll();
      await city.end();
    }
  }
} finally {
  print();
}
// Streams may still be open.
process.exit(0);

function print() {
  const head = sizes.map((n) => `SQL ms at ${n} | blocks | CPU ms | req/s`).join(' | ');
  const lines = [
    `| operation | statements | rows | ${head} |`,
    `| --- | ---: | ---: | ${sizes.map(() => '---: | ---: | ---: | ---:').join(' | ')} |`,
  ];
  for (const [name, results] of found) {
    const last = results.get(sizes.at(-1)) ?? [...results.values()].at(-1);
    const figures = sizes.map((n) => {
      const { database, blocks, cpu, rate } = results.get(n) ?? {};
      return `${cell(database)} | ${cell(blocks, 0)} | ${cell(cpu)} | ${cell(rate, 0)}`;
    });
    lines.push(`| ${name} | ${cell(last.statements)} | ${cell(last.rows, 0)} | ${figures.join(' | ')} |`);
  }
  console.log(lines.join('\n'));
}
