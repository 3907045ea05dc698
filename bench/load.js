import { readFileSync } from 'node:fs';
import { Client } from 'undici';

/** The number of kernel ticks in a second. */
const TICKS = 100;

/** Returns the user and system time of a process so far, in milliseconds. */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((utime + stime) * 1000) / TICKS;
}

/** Returns the resident memory of a process, in MiB. */
export const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/**
 * Sends requests over the given number of connections, which stay open. Each connection sends one request after the
 * other, until the time is over or there is nothing left to ask. `next` returns the next request or null; `good` says
 * whether an answer counts.
 */
export async function load({ url, pid, next, good, connections, ms }) {
  const clients = Array.from({ length: connections }, () => new Client(url, { pipelining: 1 }));
  const times = [];
  const bad = new Map();
  const cpu = cpuOf(pid);
  const started = performance.now();
  const asker = async (client) => {
    while (performance.now() - started < ms) {
      const request = next();
      if (!request) return;
      const asked = performance.now();
      const text = await client.request(request).then(
        ({ statusCode, body }) =>
          body.text().then((answer) => (statusCode < 300 ? answer : `${statusCode} ${answer}`)),
        (error) => `failed: ${error.code ?? error.message}`,
      );
      times.push(performance.now() - asked);
      if (!good(text)) {
        const kind = /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 400);
        bad.set(kind, (bad.get(kind) ?? 0) + 1);
      }
    }
  };
  await Promise.all(clients.map(asker));
  const seconds = (performance.now() - started) / 1000;
  const used = cpuOf(pid) - cpu;
  await Promise.all(clients.map((client) => client.destroy()));
  times.sort((a, b) => a - b);
  return {
    rate: times.length / seconds,
    cpu: used / times.length,
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
    count: times.length,
    bad,
  };
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
