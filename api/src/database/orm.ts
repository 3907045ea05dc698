import { createHash } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { Admission } from '../admission/admission.entity.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { Captcha } from '../captcha/captcha.entity.js';
import { Child } from '../child/child.entity.js';
import { DetailRequirement, Details } from '../details/details.entity.js';
import { District, DistrictQuestion, Phase, Policy } from '../district/district.entity.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { IdentityCheck } from '../identity-check/identity-check.entity.js';
import { Message } from '../message/message.entity.js';
import { NoticeText } from '../notice/notice.entity.js';
import { AuditChain, AuditEntry } from '../platform/audit/audit.entity.js';
import { ClockOffset } from '../platform/clock.entity.js';
import { CollectionRecord, RecordEvent } from '../record/record.entity.js';
import { Rejection, ReviewItem, ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { School } from '../school/school.entity.js';
import { Season, Site } from '../season/season.entity.js';
import { AddressQuota, SmsCode, SmsQuota } from '../sms-code/sms-code.entity.js';
import { migrations } from './migrations.js';

/** The three roles of the database: who owns it, who serves, who runs the queue. None of them can sign in. */
export type DatabaseRole = 'enrolment_owner' | 'enrolment_app' | 'enrolment_jobs';

/** The same address, acting as one of the service's roles from the first statement on. */
export function asRole(databaseUrl: string, role: DatabaseRole): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c role=${role}`);
  return url.toString();
}

const preparedNames = new Map<string, string>();

/** Begins a transaction, or takes it back. */
const BEGIN_OR_ROLLBACK = /^(begin|start transaction|rollback$)/;

/**
 * Names every parametrised statement, so that PostgreSQL plans each of them once per connection. And gives connections
 * that PostgreSQL has cut back to the pool: the query builder below the ORM keeps one for good when its `begin` or its
 * `rollback` fails, and ten of them would be the end of this process.
 */
class PooledClient extends pg.Client {
  // @ts-expect-error pg's overloads cannot be restated; every call is passed on as it is but for the name.
  override query(text: unknown, values?: unknown, callback?: unknown): unknown {
    const pass = super.query.bind(this) as (...args: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values)) return pass(text, values, callback);
    if (values.length === 0 && BEGIN_OR_ROLLBACK.test(text)) return this.leaveWhenBroken(pass(text));
    if (values.length === 0) return pass(text, callback);
    let name = preparedNames.get(text);
    if (!name) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
      preparedNames.set(text, name);
    }
    return pass({ name, text, values }, callback);
  }

  /** Nothing lives on a connection that is ended here: what comes after a `begin` fails, and nothing is left to take back. */
  private leaveWhenBroken(answer: unknown): Promise<unknown> {
    return (answer as Promise<unknown>).catch(() => {
      this.end().catch(() => {});
      return { command: '', rowCount: 0, rows: [] };
    });
  }
}

export const STATEMENT_TIMEOUT_MS = 5_000;

export async function openDatabase(
  databaseUrl: string,
  role: DatabaseRole,
  { poolSize = 10 }: { poolSize?: number } = {},
): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      entities: [
        AddressQuota,
        Admission,
        AuditChain,
        AuditEntry,
        Authorization,
        Captcha,
        Child,
        ClockOffset,
        CollectionRecord,
        DetailRequirement,
        Details,
        District,
        DistrictQuestion,
        Guardian,
        IdentityCheck,
        Message,
        NoticeText,
        Phase,
        Policy,
        RecordEvent,
        Rejection,
        ReviewItem,
        ReviewPaper,
        ReviewRequirement,
        School,
        Season,
        Site,
        SmsCode,
        SmsQuota,
      ],
      forceUtcTimezone: true,
      pool: { min: 0, max: poolSize },
      driverOptions: {
        Client: PooledClient,
        options: `-c role=${role}`,
        connectionTimeoutMillis: 2_000,
        statement_timeout: role === 'enrolment_owner' ? 0 : STATEMENT_TIMEOUT_MS,
      },
      extensions: [Migrator],
      migrations: { migrationsList: migrations(), snapshot: false, tableName: 'migration' },
      schemaGenerator: { ignoreSchema: ['graphile_worker', 'outbox'] },
    }),
  );
}
