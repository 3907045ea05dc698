import { randomUUID } from 'node:crypto';
import type { StageAction } from '@enrolment/rulebook/stages.js';
import { WithdrawRecordDocument, type RegisterChildInput } from '@enrolment/schema/client';
import { ref } from '@mikro-orm/core';
import { atCommit } from '../../src/database/at-commit.js';
import { IdentityCheck } from '../../src/identity-check/identity-check.entity.js';
import { hold } from '../../src/record/hold.js';
import { peopleOf } from '../../src/record/people.js';
import { CollectionRecord } from '../../src/record/record.entity.js';
import { ReviewItem } from '../../src/review/review.entity.js';
import { layItems } from '../../src/review/review.statements.js';
import { plantCode, register, type Person, type TestApi } from './api.js';

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
    await layItems(tx, record, { employments: [] });
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

/** Takes a record further by steps of the stage machine, each with its event. */
export async function take(api: TestApi, number: string, ...steps: readonly StageAction[]): Promise<void> {
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await hold(tx, number))!;
    const by = { actor: 'SYSTEM', at: api.clock.now() } as const;
    for (const step of steps) atCommit(tx, record.take(step, by));
  });
}

/** A record on which every item has passed. */
export async function approved(api: TestApi, person: Person, overrides: Overrides = {}) {
  const made = await reviewable(api, person, overrides);
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await hold(tx, made.number))!;
    const by = { officer: 'officer', at: api.clock.now(), key: record.keyFrom(api.services.keys) };
    for (const item of await tx.find(ReviewItem, { record }))
      item.decide({ status: 'PASSED', reason: null, remedy: null, dueAt: null }, by);
  });
  await take(api, made.number, 'APPROVE');
  return made;
}

/** 撤销信息, with a code to the phone of the registration. */
export async function withdraw(api: TestApi, person: Person, number: string): Promise<void> {
  const em = api.orm.em.fork();
  const record = await em.findOneOrFail(CollectionRecord, { number });
  const { first } = await peopleOf(em, record.id, record.keyFrom(api.services.keys));
  const smsCode = await plantCode(api, first.phone, { purpose: 'WITHDRAWAL', asker: person.subject, number });
  const { data, errors } = await person.request(WithdrawRecordDocument, { number, smsCode });
  if (data?.withdrawRecord.__typename !== 'Withdrawn') throw new Error(JSON.stringify(errors ?? data));
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
