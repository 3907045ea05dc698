import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { tables } from '../database/tables.js';
import type { KeyRing } from '../platform/keys.js';

const MINUTES = 10;
/** This is about a third of a second of work on a server and several times that on a cheap phone. */
const COST = 5_000;
const MAX_COUNTER = 500;

/** The robot check: a proof of work that one person gets and uses once. There are no pictures to read. */
export class CaptchaService {
  /** The newest first. */
  private readonly secrets: readonly string[];

  constructor(private readonly keys: KeyRing) {
    this.secrets = keys.passing('captcha').map((key) => key.export().toString('base64'));
  }

  async create(em: EntityManager, { viewer, now }: Actor): Promise<{ id: string; challenge: string }> {
    const id = uuid();
    const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      counter: randomInt(MAX_COUNTER / 2, MAX_COUNTER),
      deriveKey,
      hmacSignatureSecret: this.secrets[0]!,
      hmacKeySignatureSecret: this.secrets[0]!,
      data: { id },
    });
    await tables(em)
      .insertInto('captcha')
      .values({
        id,
        challenge: JSON.stringify(challenge),
        subjectIndex: this.subjectIndex(viewer.subject),
        expiresAt,
      })
      .execute();
    return { id, challenge: JSON.stringify(challenge) };
  }

  /** Uses the check up, whatever the answer, so that none is judged twice. */
  async use(
    em: EntityManager,
    { viewer, now }: Actor,
    given: { id: string; answer: string },
    field: string,
  ): Promise<Refusal[]> {
    const failed = [refuse('captchaFailed', { field })];
    const solution = readSolution(given.answer);
    if (!UUID.test(given.id) || !solution) return failed;
    const [issued] = await tables(em)
      .updateTable('captcha')
      .set({ usedAt: now })
      .where('id', '=', given.id)
      .where('subjectIndex', '=', this.subjectIndex(viewer.subject))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning('challenge')
      .execute();
    if (!issued) return failed;
    for (const secret of this.secrets) {
      const { verified } = await verifySolution({
        challenge: issued.challenge as Challenge,
        solution,
        deriveKey,
        hmacSignatureSecret: secret,
        hmacKeySignatureSecret: secret,
      }).catch(() => ({ verified: false }));
      if (verified) return [];
    }
    return failed;
  }

  private subjectIndex(subject: string): Buffer {
    return this.keys.blindIndex('captcha', subject);
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The widget's payload: base64 of JSON with challenge and solution; only the solution is believed. */
function readSolution(answer: string): Solution | null {
  if (answer.length > 8_192) return null;
  try {
    const { solution } = JSON.parse(Buffer.from(answer, 'base64').toString()) as { solution?: Solution };
    return solution && Number.isSafeInteger(solution.counter) && typeof solution.derivedKey === 'string'
      ? solution
      : null;
  } catch {
    return null;
  }
}
