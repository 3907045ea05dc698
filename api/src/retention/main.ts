import { readSettings } from '@enrolment/settings/read.js';
import { openDatabase } from '../database/orm.js';
import { RetentionService } from './retention.service.js';

/** `node dist/retention/main.js [--apply]`: what is due, or the job's run by hand. */
async function main(): Promise<void> {
  const { DATABASE_URL: databaseUrl } = readSettings(['DATABASE_URL'], process.env);
  const apply = process.argv.includes('--apply');
  const orm = await openDatabase(databaseUrl, 'enrolment_app');
  try {
    const service = new RetentionService();
    const now = new Date();
    const em = orm.em.fork();
    const found = apply ? await service.erase(em, now) : await service.findDue(em, now);
    const due = found.filter(({ count }) => count > 0);
    for (const { season, kind, days, count } of due)
      console.log(`${season} ${kind} after ${days} days: ${count}`);
    if (due.length === 0) console.log('retention: nothing is due');
    else if (!apply) console.log('retention: add --apply to erase it');
  } finally {
    await orm.close();
  }
}

main().catch((error: unknown) => {
  console.error(`retention: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
