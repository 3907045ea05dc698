import { readSettings } from '@enrolment/settings/read.js';
import { openDatabase } from '../../database/orm.js';
import { KeyRing } from '../keys.js';
import { AuditEntry } from './audit.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import { AuditSeals } from './seals.js';
import { walkChains } from './walk.js';

interface Verdict {
  readonly entries: number;
  readonly broken: readonly { chain: number; position: string }[];
  /** Numbers of seals. */
  readonly brokenSeals: readonly string[];
  readonly missingAnchors: readonly string[];
}

/**
 * Walks the whole audit trail and its seals; the places where it does not hold, none when it does. `anchors` are seals as
 * they were written down elsewhere, `number:signature`: each has to be there still.
 */
export async function verifyAudit(
  databaseUrl: string,
  keys: KeyRing,
  anchors: readonly string[] = [],
): Promise<Verdict> {
  const orm = await openDatabase(databaseUrl, 'enrolment_app', { patient: true });
  try {
    const em = orm.em.fork();
    const seals = await em.find(AuditSeal, {});
    const standing = new Set(seals.map(({ id, signature }) => `${id}:${signature.toString('hex')}`));
    return {
      entries: await em.count(AuditEntry),
      broken: await walkChains(em),
      brokenSeals: await new AuditSeals(keys).broken(em),
      missingAnchors: anchors.filter((anchor) => !standing.has(anchor)),
    };
  } finally {
    await orm.close();
  }
}

/** `npm run audit:verify -- [number:signature …]` */
async function main(): Promise<void> {
  const settings = readSettings(['DATABASE_URL', 'DATA_KEYS'], process.env);
  const keys = new KeyRing(settings.DATA_KEYS);
  const verdict = await verifyAudit(settings.DATABASE_URL, keys, process.argv.slice(2));
  const faults = [
    ...verdict.broken.map(({ chain, position }) => `chain ${chain} does not hold at entry ${position}`),
    ...verdict.brokenSeals.map((id) => `seal ${id} does not hold`),
    ...verdict.missingAnchors.map(
      (anchor) => `seal ${anchor.split(':')[0]} is not the one that was written down`,
    ),
  ];
  for (const fault of faults) console.error(`audit: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`audit: ${verdict.entries} entries, every chain and every seal holds`);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    console.error(`audit: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
