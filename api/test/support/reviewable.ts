import { randomUUID } from 'node:crypto';
import { run } from '../../src/platform/sql.js';
import { moveStage } from '../../src/record/move-stage.js';
import { lockRecord } from '../../src/record/record.service.js';
import { register, type Person, type TestApi } from './api.js';

type Overrides = Parameters<typeof register>[2];

/** A record that was submitted and whose identity is verified: for tests that are about what comes after. */
export async function reviewable(
  api: TestApi,
  person: Person,
  overrides: Overrides = {},
): Promise<{ number: string; phone: string }> {
  const { number, input } = await register(api, person, overrides);
  const at = api.clock.now();
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await lockRecord(tx, number))!;
    const move = { recordId: record.id, at } as const;
    await moveStage(tx, { ...move, from: 'REGISTERED', action: 'SUBMIT_DETAILS', actor: 'GUARDIAN' });
    await api.services.reviews.layItems(tx, record);
    await run(
      tx,
      `insert into identity_check (record_id, request_id, fingerprint, status, requested_at, checked_at)
       values ($1, $2, '\\x00', 'PASSED', $3, $3)`,
      [record.id, randomUUID(), at],
    );
    await moveStage(tx, { ...move, from: 'SUBMITTED', action: 'VERIFY_IDENTITY', actor: 'SYSTEM' });
  });
  return { number, phone: input.guardian.phone };
}

/** Somebody of the office, as the provider says. */
export const staff = (api: TestApi, role: string, where: object = {}): Promise<Person> =>
  api.person(`${role} ${JSON.stringify(where)}`, { roles: [{ role, ...where }] });
