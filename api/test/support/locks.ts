import type { TestApi } from './api.js';
import { until } from './until.js';

/** Waits until `count` statements of the service wait for a lock, the first of them for more than `seconds`. */
export async function untilWaiting(api: TestApi, count: number, seconds = 0): Promise<void> {
  await until(`${count} statements that wait for a lock`, async () => {
    const [found] = await api.sql<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and usename = 'enrolment_service' and wait_event_type = 'Lock'
       having max(clock_timestamp() - query_start) > make_interval(secs => $1)`,
      [seconds],
    );
    return found !== undefined && found.n >= count;
  });
}
