import {
  CODE_ATTEMPTS,
  CODES_PER_ACCOUNT,
  CODES_PER_DAY,
  CODES_PER_PHONE,
  TRIES_PER_PHONE,
} from '@enrolment/rulebook/sms-code.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { prepared, type Places } from '../database/prepared.js';
import { tables, type Tables } from '../database/tables.js';
import type { CodePurpose, QuotaScope } from './sms-code.entity.js';

/** Which codes: of whom, on which phone, for what. */
export interface AskedCodes {
  readonly phoneIndex: Buffer;
  readonly askerIndex: Buffer;
  /** The same asker, as a record says by whom it was registered. */
  readonly subject: string;
  /** The identity provider knows the asker by this phone. */
  readonly known: boolean;
  readonly purpose: CodePurpose;
  readonly record: string | null;
  readonly now: Date;
  /** Tries and voids before this moment are forgiven. */
  readonly lockoutStart: Date;
}

/** A code with the try that was just counted on it. */
export interface CountedCode {
  readonly id: string;
  readonly codeHash: Buffer;
  readonly attempts: number;
}

const liveCodes = ({ phoneIndex, askerIndex, purpose, record, now }: Places<AskedCodes>) =>
  expressionBuilder<Tables, never>()
    .selectFrom('sms_code')
    .select('id')
    .where('phoneIndex', '=', phoneIndex)
    .where('askerIndex', '=', askerIndex)
    .where('purpose', '=', purpose)
    .where('record', 'is not distinct from', sql<string | null>`${record}::uuid`)
    .where('consumedAt', 'is', null)
    .where('expiresAt', '>', now);

type Asker = Pick<AskedCodes, 'phoneIndex' | 'subject' | 'known'>;

/**
 * A condition: the phone is this person's, as the identity provider or a registration with a code sent to it shows.
 * The limit for all askers together does not bind such a person, since strangers could use it up.
 */
const holdsPhone = ({ phoneIndex, subject, known }: Asker | Places<Asker>) => {
  const eb = expressionBuilder<Tables, never>();
  const registered = eb
    .selectFrom('guardian as g')
    .innerJoin('collection_record as r', 'r.id', 'g.record')
    .where('g.phoneIndex', '=', phoneIndex)
    .where('g.role', '=', 'FIRST')
    .where('r.registeredBy', '=', subject)
    .select('r.id');
  return eb.or([sql<boolean>`${known}::boolean`, eb.exists(registered)]);
};

/**
 * Counts a try on every live code that this person asked for, before anything is compared, and on the phone, whoever
 * tries: locked in one order, so that two tries never wait for each other. Whoever has no live code counts for nothing.
 */
export const countTry = prepared((db, asked: Places<AskedCodes>) =>
  db
    .with('live', () => liveCodes(asked).where('attempts', '<', CODE_ATTEMPTS).orderBy('id').forUpdate())
    .with('counted', (cte) =>
      cte
        .insertInto('sms_tries')
        .columns(['phoneIndex', 'purpose', 'since', 'tries'])
        .expression((eb) =>
          eb
            .selectFrom('live')
            .select([
              sql<Buffer>`${asked.phoneIndex}::bytea`.as('phoneIndex'),
              sql<CodePurpose>`${asked.purpose}::text`.as('purpose'),
              sql<Date>`${asked.now}::timestamptz`.as('since'),
              sql<number>`1`.as('tries'),
            ])
            .limit(1),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['phoneIndex', 'purpose'])
            .doUpdateSet((eb) => {
              const over = eb('sms_tries.since', '<=', asked.lockoutStart);
              const [since, next] = [eb.ref('sms_tries.since'), eb('sms_tries.tries', '+', 1)];
              return {
                since: eb.case().when(over).then(eb.ref('excluded.since')).else(since).end(),
                tries: eb.case().when(over).then(eb.ref('excluded.tries')).else(next).end(),
              };
            })
            .where((eb) =>
              eb.or([
                eb('sms_tries.since', '<=', asked.lockoutStart),
                eb('sms_tries.tries', '<', TRIES_PER_PHONE),
                holdsPhone(asked),
              ]),
            ),
        )
        .returning('purpose'),
    )
    .updateTable('sms_code')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), triedAt: asked.now }))
    .where('id', 'in', (eb) => eb.selectFrom('live').select('live.id'))
    .where((eb) => eb.exists(eb.selectFrom('counted').select('counted.purpose')))
    .returning(['id', 'codeHash', 'attempts']),
);

/** A condition: a live code of this person's was tried too often, or all codes of a phone that is not known as theirs. */
export const isVoid = (asked: Places<AskedCodes>) =>
  expressionBuilder<Tables, never>().exists(
    liveCodes(asked).where((code) =>
      code.or([
        code('attempts', '>=', CODE_ATTEMPTS),
        code.and([
          code.exists(
            code
              .selectFrom('sms_tries')
              .select('sms_tries.tries')
              .where('sms_tries.phoneIndex', '=', asked.phoneIndex)
              .where('sms_tries.purpose', '=', asked.purpose)
              .where('sms_tries.since', '>', asked.lockoutStart)
              .where('sms_tries.tries', '>=', TRIES_PER_PHONE),
          ),
          code.not(holdsPhone(asked)),
        ]),
      ]),
    ),
  );

export const findVoid = prepared((db, asked: Places<AskedCodes>) =>
  db.selectNoFrom(isVoid(asked).as('codeVoid')),
);

interface GivenBack {
  readonly phoneIndex: Buffer;
  readonly purpose: CodePurpose;
  readonly now: Date;
  readonly counted: readonly string[];
  /** The code that an act used up; it is good for nothing more. */
  readonly used: string | null;
}

/** A right code is no guess: its try and those on its siblings are taken back. */
export const giveBack = prepared((db, { phoneIndex, purpose, now, counted, used }: Places<GivenBack>) =>
  db
    .with('tried', (cte) =>
      cte
        .updateTable('sms_tries')
        .set((eb) => ({ tries: eb('tries', '-', 1) }))
        .where('phoneIndex', '=', phoneIndex)
        .where('purpose', '=', purpose)
        .where('tries', '>', 0),
    )
    .updateTable('sms_code')
    .set((eb) => ({
      attempts: eb('attempts', '-', 1),
      consumedAt: eb
        .case()
        .when('id', '=', sql<string>`${used}::uuid`)
        .then(sql<Date | null>`${now}::timestamptz`)
        .else(eb.ref('consumedAt'))
        .end(),
    }))
    .where('id', '=', sql<string>`any(${counted}::uuid[])`)
    .where('attempts', '>', 0),
);

export const useUp = (tx: EntityManager, { id }: CountedCode, now: Date) =>
  tables(tx).updateTable('sms_code').set({ consumedAt: now }).where('id', '=', id).execute();

export type Place = { readonly scope: QuotaScope; readonly keyIndex: Buffer };

interface Sending extends Asker {
  readonly now: Date;
  readonly day: string;
  readonly cooldownStart: Date;
}

/**
 * Takes a place in the day of an account, of an account on a phone, and of a phone, whoever asks, in one order for
 * everybody; a phone that is known as the asker's always has one for them. The condition of 六(二)3 stands in the upsert
 * itself, so of any number of parallel requests as many go through as there are places. Returns how many were
 * taken; if one is missing, the transaction must be rolled back.
 */
export async function takePlaces(
  tx: EntityManager,
  places: readonly Place[],
  { now, day, cooldownStart, ...asker }: Sending,
): Promise<number> {
  const taken = await tables(tx)
    .insertInto('sms_quota')
    .values(places.map((place) => ({ ...place, lastSentAt: now, day, sentOnDay: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'keyIndex'])
        .doUpdateSet((eb) => ({
          lastSentAt: eb.ref('excluded.lastSentAt'),
          day: eb.ref('excluded.day'),
          sentOnDay: eb
            .case()
            .when('sms_quota.day', '=', eb.ref('excluded.day'))
            .then(eb('sms_quota.sentOnDay', '+', 1))
            .else(eb.ref('excluded.sentOnDay'))
            .end(),
        }))
        .where((eb) => {
          const isScope = (scope: QuotaScope) => eb('sms_quota.scope', '=', scope);
          const below = (most: number) => eb('sms_quota.sentOnDay', '<', most);
          return eb.or([
            eb('sms_quota.day', '<>', eb.ref('excluded.day')),
            eb.and([isScope('ACCOUNT'), below(CODES_PER_ACCOUNT)]),
            eb.and([isScope('ASKER'), below(CODES_PER_DAY)]),
            eb.and([isScope('PHONE'), eb.or([below(CODES_PER_PHONE), holdsPhone(asker)])]),
          ]);
        })
        // Only the asker has to wait: a stranger's request makes nobody else wait.
        .where((eb) =>
          eb.or([eb('sms_quota.scope', '<>', 'ASKER'), eb('sms_quota.lastSentAt', '<=', cooldownStart)]),
        ),
    )
    .returning('scope')
    .execute();
  return taken.length;
}

/** What was sent: for an account, to a phone. */
export const readQuota = (em: EntityManager, { scope, keyIndex }: { scope: QuotaScope; keyIndex: Buffer }) =>
  tables(em)
    .selectFrom('sms_quota')
    .select(['lastSentAt', 'day', 'sentOnDay'])
    .where('scope', '=', scope)
    .where('keyIndex', '=', keyIndex)
    .executeTakeFirst();

/** When the last allowed wrong try was made, if that was within the lockout. */
export async function findVoidedAt(
  em: EntityManager,
  { phoneIndex, askerIndex, purpose, lockoutStart }: Omit<AskedCodes, 'record' | 'subject' | 'known'>,
): Promise<Date | null> {
  const [code] = await tables(em)
    .selectFrom('sms_code')
    .select('triedAt')
    .where('phoneIndex', '=', phoneIndex)
    .where('askerIndex', '=', askerIndex)
    .where('purpose', '=', purpose)
    .where('attempts', '>=', CODE_ATTEMPTS)
    .where('triedAt', '>', lockoutStart)
    .orderBy('triedAt', 'desc')
    .limit(1)
    .execute();
  return code?.triedAt ?? null;
}
