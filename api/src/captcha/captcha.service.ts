import type { EntityManager } from '@mikro-orm/postgresql';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../context.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';

const MINUTES = 10;
/** About a third of a second of work here, several times that on a cheap phone. */
const COST = 5_000;
const MAX_COUNTER = 500;

/** The robot check: a proof of work, handed to one person and used once. No pictures to read. */
export class CaptchaService {
  private readonly secret: string;

  constructor(private readonly keys: KeyRing) {
    this.secret = keys.derive('captcha').toString('base64');
  }

  async create(em: EntityManager, { viewer, now }: Actor): Promise<{ id: string; challenge: string }> {
    const id = uuid();
    const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      counter: randomInt(MAX_COUNTER / 2, MAX_COUNTER),
      deriveKey,
      hmacSignatureSecret: this.secret,
      hmacKeySignatureSecret: this.secret,
      data: { id },
    });
    await run(em, 'insert into captcha (id, challenge, subject_index, expires_at) values ($1, $2, $3, $4)', [
      id,
      challenge,
      this.subjectIndex(viewer.subject),
      expiresAt,
    ]);
    return { id, challenge: JSON.stringify(challenge) };
  }

  /** Burns the check whatever the answer: the same one is never looked at twice. */
  async use(
    em: EntityManager,
    { viewer, now }: Actor,
    given: { id: string; answer: string },
    field: string,
  ): Promise<Refusal[]> {
    const failed = [refuse('captchaFailed', { field })];
    const solution = readSolution(given.answer);
    if (!UUID.test(given.id) || !solution) return failed;
    const [issued] = await run<{ challenge: Challenge }>(
      em,
      `update captcha set used_at = $3 where id = $1 and subject_index = $2 and used_at is null and expires_at > $3
       returning challenge`,
      [given.id, this.subjectIndex(viewer.subject), now],
    );
    if (!issued) return failed;
    const { verified } = await verifySolution({
      challenge: issued.challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: this.secret,
      hmacKeySignatureSecret: this.secret,
    }).catch(() => ({ verified: false }));
    return verified ? [] : failed;
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
