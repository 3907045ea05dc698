// Many open dashboards: one record changes, every page hears of it and looks again, as the pages of the office do.
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { appoint } from './city.js';

const PEOPLE = 50;
/** Of ten pages so many follow one district; the others follow the city. */
const OF_TEN = 8;
/** Pages spread what they ask over this time. */
const SPREAD_MS = 2_000;

/** Opens the pages, changes a record three times, and says what it took when all had looked again. */
export async function lookAgain({ city, documents, district, pages, cpuOf }) {
  const { url, pid } = city.api;
  const dispatcher = new Agent({ connections: null, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 0 });
  const people = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const own = n % 10 < OF_TEN;
    const office = own ? ['DISTRICT_OFFICER', district] : ['MUNICIPAL_ADMIN'];
    people.push({ own, token: await appoint(city, `page-${n}`, ...office) });
  }
  let round = { heard: 0, answered: 0, refused: 0, asking: [], last: 0, begun: 0 };
  const again = async ({ own, token }) => {
    const its = round;
    await sleep(Math.random() * SPREAD_MS);
    const { statusCode, body } = await request(`${url}/graphql`, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ documentId: documents.OfficeDashboard, variables: own ? { district } : {} }),
    });
    const text = await body.text();
    const isGood = statusCode === 200 && !text.includes('"errors"');
    its[isGood ? 'answered' : 'refused'] += 1;
    its.last = performance.now() - its.begun;
  };
  const streams = await Promise.all(
    Array.from({ length: pages }, async (_, n) => {
      const person = people[n % PEOPLE];
      const { body } = await request(`${url}/live/dashboard${person.own ? `?district=${district}` : ''}`, {
        dispatcher,
        headers: { authorization: `Bearer ${person.token}`, 'x-forwarded-for': `10.1.${n >> 8}.${n & 255}` },
      });
      body.on('error', () => {});
      body.on('data', (piece) => {
        if (!String(piece).includes('data: changed')) return;
        round.heard += 1;
        round.asking.push(again(person));
      });
      return body;
    }),
  );
  // Who has just come looks once.
  await sleep(8_000);
  await Promise.all(round.asking);
  const quiet = cpuOf(pid);
  await sleep(5_000);
  const idle = (cpuOf(pid) - quiet) / 5;
  const lines = [];
  for (let change = 0; change < 3; change += 1) {
    round = { heard: 0, answered: 0, refused: 0, asking: [], last: 0, begun: performance.now() };
    const cpu = cpuOf(pid);
    await city.ask(
      `insert into tally_change (season, district_code, facet, key, n) select max(year), '${district}', 'PROVINCE', '999999', 1 from season`,
    );
    while (round.heard < pages && performance.now() - round.begun < 20_000) await sleep(100);
    await Promise.all(round.asking);
    const used = cpuOf(pid) - cpu;
    lines.push(
      `${round.heard} heard, ${round.answered} answered, ${round.refused} refused, the last after ${(round.last / 1000).toFixed(1)} s, ${(used / Math.max(1, round.answered)).toFixed(1)} ms of CPU each`,
    );
  }
  for (const body of streams) body.destroy();
  await dispatcher.close().catch(() => {});
  return `${pages} open dashboards: ${idle.toFixed(0)} ms of CPU a second while nothing changes; ${lines.join('; ')}.`;
}
