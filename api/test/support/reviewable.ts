import { randomUUID } from 'node:crypto';
import type { RegisterChildInput } from '@enrolment/schema/client';
import { ref } from '@mikro-orm/core';
import { atCommit } from '../../src/database/at-commit.js';
import { IdentityCheck } from '../../src/identity-check/identity-check.entity.js';
import { hold } from '../../src/record/hold.js';
import { layItems } from '../../src/review/review.statements.js';
import { register, type Person, type TestApi } from './api.js';

type Overrides = Parameters<typeof register>[2];

/** A record that was submitted and whose identity is verified: for tests that are about what comes after. */
export async function reviewable(
  api: TestApi,
  person: Person,
  overrides: Overrides = {},
): Promise<{ number: string; phone: string; input: RegisterChildInput }> {
  const { number, input } = await register(api, person, overrides);
  const at = api.clock.now();
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await hold(tx, number))!;
    await layItems(tx, record);
    const check = new IdentityCheck();
    check.record = ref(record);
    check.requestId = randomUUID();
    check.fingerprint = Buffer.of(0);
    check.requestedAt = at;
    check.answer('PASSED', at);
    tx.persist(check);
    atCommit(tx, record.take('SUBMIT_DETAILS', { actor: 'GUARDIAN', at }));
    atCommit(tx, record.take('VERIFY_IDENTITY', { actor: 'SYSTEM', at }));
  });
  return { number, phone: input.guardian.phone, input };
}

/** A member of an office, as the provider says. */
export const staff = (api: TestApi, role: string, where: object = {}): Promise<Person> =>
  api.person(`${role} ${JSON.stringify(where)}`, { roles: [{ role, ...where }] });

/** `count` of them, each registered by this person. */
export async function reviewables(api: TestApi, person: Person, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 1) numbers.push((await reviewable(api, person)).number);
  return numbers;
}
