// Work on many records that nobody waits for at a page: a decision about 5,000, a file of 50,000 lines, a list of 50,000.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { cpuOf, memoryOf } from './load.js';

const BULK = 5_000;
const LINES = 50_000;

/** Does it all as an officer, and returns a line about each piece of work. */
export async function workOnMany({ city, documents, officer, colleague, district, year }) {
  const { api } = city;
  const call = async (name, variables, token = officer) => {
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ documentId: documents[name], variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data;
  };
  const finished = async (id) => {
    for (;;) {
      const [row] = await city.ask(
        `select state, finished_at is not null as over from job where id = '${id}'`,
      );
      if (row.over) return row.state;
      await sleep(200);
    }
  };
  const idOf = (answer) => {
    if (answer.__typename !== 'Job') throw new Error(JSON.stringify(answer));
    return answer.id;
  };
  const lines = [];
  /** What a piece of work takes, and the most memory that the process held meanwhile, beyond what it held before. */
  const timed = async (what, work) => {
    const begun = { at: performance.now(), cpu: cpuOf(api.pid), memory: memoryOf(api.pid) };
    let most = begun.memory;
    const look = setInterval(() => (most = Math.max(most, memoryOf(api.pid))), 100);
    const result = await work();
    clearInterval(look);
    const [seconds, cpu] = [(performance.now() - begun.at) / 1000, (cpuOf(api.pid) - begun.cpu) / 1000];
    lines.push(
      `${what}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, at most ${(most - begun.memory).toFixed(0)} MiB more.`,
    );
    return result;
  };

  const chosen = await city.ask(`
    select r.number, exists (select from review_item i where i.record_id = r.id and i.kind = 'RESIDENCE' and i.status = 'PENDING')
      and r.stage = 'IDENTITY_VERIFIED' as open
    from collection_record r where r.season = ${year} and r.district_code = '${district}' and r.withdrawn_at is null
    order by open desc, r.number limit ${BULK}`);
  const numbers = chosen.map(({ number }) => number);
  const open = chosen.filter((one) => one.open).length;
  const decision = { kind: 'DECIDE_REVIEW_ITEM', numbers, item: 'RESIDENCE', status: 'PASSED' };
  const dryRun = await timed(
    `dry run of a decision about ${numbers.length} records, ${open} of which it can be about`,
    async () => {
      const id = idOf((await call('TryBulk', decision)).tryBulk);
      await finished(id);
      return id;
    },
  );
  await timed(`the decision about these ${open}`, async () =>
    finished(idOf((await call('StartBulk', { dryRun })).startBulk)),
  );

  const known = await city.ask(
    `select number from collection_record where season = ${year} and district_code = '${district}' and withdrawn_at is null order by number limit ${LINES}`,
  );
  const made = Array.from({ length: LINES - known.length }, (_, n) =>
    makeCollectionNumber(year, district, 9_000_000 + n),
  );
  const file = [
    '信息采集编号,录取结果',
    ...known.map(({ number }) => `${number},录取`),
    ...made.map((number) => `${number},录取`),
  ];
  const content = Buffer.from(file.join('\r\n')).toString('base64');
  const job = await timed(`a file of ${LINES} lines, read and laid`, async () =>
    idOf((await call('TryFile', { kind: 'APPROVE_ADMISSIONS', district, content })).tryFile),
  );
  await timed(`its dry run, with ${known.length} records that exist`, () => finished(job));
  const admitted = await city.ask(
    `select count(*)::int as n from job_row where job_id = '${job}' and outcome = 'DONE'`,
  );
  await timed(`its ${admitted[0].n} good lines carried out`, async () =>
    finished(idOf((await call('StartBulk', { dryRun: job, onlyGood: true })).startBulk)),
  );

  await timed(`a list of up to ${LINES} records, page by page`, async () => {
    let rows = 0;
    for (let after = null, more = true; more && rows < LINES;) {
      const { collectionRecords } = await call('RecordListFile', { filter: { district }, after });
      rows += collectionRecords.edges.length;
      ({ hasNextPage: more, endCursor: after } = collectionRecords.pageInfo);
    }
    lines.push(`(${rows} records)`);
  });

  const { proposeListExport: proposed } = await call('ProposeListExport', {
    filter: { district, season: year },
    purpose: '核对学籍信息',
  });
  if (proposed.__typename !== 'Job') {
    lines.push(`A list in full was refused: ${JSON.stringify(proposed)}`);
    return lines;
  }
  await timed(`a list in full of ${proposed.total} records, agreed to and written`, async () => {
    const { checkCode } = proposed;
    await finished(idOf((await call('ConfirmBulk', { job: proposed.id, checkCode }, colleague)).confirmBulk));
  });
  await timed('the same, read page by page', async () => {
    for (let after = null, more = true; more;) {
      const { listExportRows } = await call('ListExportRows', { job: proposed.id, first: 100, after });
      ({ hasNextPage: more, endCursor: after } = listExportRows.pageInfo);
    }
  });
  return lines;
}
