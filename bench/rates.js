// `npm run bench` measures the service's rates beside its peers', on one database, in interleaved rounds.
import { parseArgs } from 'node:util';
import { buildCity, KEYS } from './city.js';
import { load, median, memoryOf } from './load.js';
import { MEASURES } from './measures.js';
import { readDocuments, startApi, startPeer, startSite, stopAll } from './servers.js';

const { values: given } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string' },
    'api-args': { type: 'string', default: '' },
    // Without the peers.
    alone: { type: 'boolean', default: false },
  },
});
const [records, rounds, connections] = [given.records, given.rounds, given.connections].map(Number);
const ms = Number(given.seconds) * 1000;
const say = (line) => console.error(`bench: ${line}`);

/** Counts the statements since the last look and the time they took; `begin` and `commit` are left out. */
const STATEMENTS = `select coalesce(sum(calls), 0) as calls, coalesce(sum(total_exec_time), 0) as ms from pg_stat_statements
  where query !~* '^(begin|commit|rollback|start|set|listen|select pg_stat)'`;

const figures = new Map();
function keep(measure, target, result) {
  const key = `${measure}\n${target}`;
  if (!figures.has(key)) figures.set(key, []);
  figures.get(key).push(result);
}

const of = (measure, target, what) => {
  const results = figures.get(`${measure}\n${target}`);
  return results ? median(results.map((result) => result[what])) : null;
};

const city = await buildCity({ records, say });
let failed = false;
try {
  const own = { DATABASE_URL: city.owners, DATA_KEYS: KEYS };
  const api = await startApi(city, given['api-args']);
  const targets = {
    service: api,
    postgraphile: given.alone ? null : await startPeer('bench/peers/postgraphile.js', own),
    mercurius: given.alone ? null : await startPeer('bench/peers/mercurius.js', own),
    site: await startSite(city, api),
  };
  const documents = readDocuments();
  const chosen = MEASURES.filter(({ name }) => !given.only || new RegExp(given.only).test(name));
  for (let round = 0; round <= rounds; round += 1) {
    // The first round is the warm-up.
    say(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
    for (const measure of chosen) {
      for (const [target, asks] of Object.entries(measure.targets)) {
        if (!targets[target]) continue;
        const limit = measure.limit?.(ms) ?? Infinity;
        const { next, good } = await asks({ city, documents, count: limit, api });
        await city.ask('select pg_stat_statements_reset()');
        const result = await load({
          ...targets[target],
          next,
          good,
          connections: measure.connections ?? connections,
          ms: measure.ms ?? ms,
        });
        const [database] = await city.ask(STATEMENTS);
        result.statements = Number(database.calls) / result.count;
        result.database = Number(database.ms) / result.count;
        if (round > 0 && result.count > 0) keep(measure.name, target, result);
        if (result.bad.size > 0 && !measure.crowd) {
          failed = true;
          say(`${measure.name}, ${target}: ${JSON.stringify([...result.bad])}`);
        }
      }
    }
  }
  print(chosen, targets);
} finally {
  await stopAll();
  await city.end();
}
process.exit(failed ? 1 : 0);

function print(chosen, targets) {
  const cell = (value, digits = 0) => (value === null || Number.isNaN(value) ? '–' : value.toFixed(digits));
  const lines = [
    `${records} records, ${connections} connections, medians of ${rounds} rounds of ${ms / 1000} s, Node ${process.versions.node}.`,
    '',
    '| operation | target | req/s | CPU ms/req | SQL/req | database ms/req | p50 ms | p99 ms | bad |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { name, targets: asked } of chosen) {
    for (const target of Object.keys(asked)) {
      const results = figures.get(`${name}\n${target}`);
      if (!results) continue;
      const bad = results.reduce(
        (sum, result) => sum + [...result.bad.values()].reduce((a, b) => a + b, 0),
        0,
      );
      const all = results.reduce((sum, { count }) => sum + count, 0);
      const figure = (what, digits) => cell(of(name, target, what), digits);
      lines.push(
        `| ${name} | ${target} | ${figure('rate')} | ${figure('cpu', 2)} | ${figure('statements', 1)} | ${figure('database', 2)} | ${figure('p50', 1)} | ${figure('p99', 1)} | ${bad === 0 ? 0 : `${((100 * bad) / all).toFixed(1)} %`} |`,
      );
    }
  }
  lines.push('', '| goal | wanted | reached | |', '| --- | ---: | ---: | --- |');
  for (const { name, goals = [] } of chosen) {
    for (const { what, wanted, atMost = false, reached } of goals) {
      const got = reached((target, figure) => of(name, target, figure));
      if (got === null || Number.isNaN(got)) continue;
      const holds = atMost ? got <= wanted : got >= wanted;
      lines.push(
        `| ${what} | ${atMost ? '≤' : '≥'} ${wanted} | ${cell(got, 2)} | ${holds ? 'held' : '**missed**'} |`,
      );
    }
  }
  const memory = Object.entries(targets)
    .filter(([, target]) => target)
    .map(([name, { pid }]) => `${name} ${memoryOf(pid).toFixed(0)} MiB`);
  lines.push('', `Memory after all this: ${memory.join(', ')}.`);
  console.log(lines.join('\n'));
}
