import { MANY_LOOKS } from '@enrolment/rulebook/unusual.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  AuditWatchDocument,
  OfficeRecordDocument,
  RevealDocumentsDocument,
} from '@enrolment/schema/client';
import type { AuditAction } from '../../src/platform/audit/actions.js';
import { audit } from '../../src/platform/audit/audit.js';
import { walkChains } from '../../src/platform/audit/walk.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';

let api: TestApi;
let admin: Person;
/** With a token of now. */
const theAdmin = () => staff(api, 'DISTRICT_ADMIN', { district: '01' });
beforeAll(async () => {
  api = await startApi({ worker: false });
  admin = await theAdmin();
});
afterAll(() => api.stop());

const watch = async (person = admin, district: string | null = null) =>
  (await person.request(AuditWatchDocument, { district })).data;
const verify = () => api.services.auditVerifications.verify(api.orm.em.fork(), api.clock.now());

const entry = (actor: string, action: AuditAction, at: Date, district = '01', total?: number) => ({
  at,
  actor,
  actorRole: 'DISTRICT_OFFICER' as const,
  action,
  recordNumber: null,
  district,
  season: 2026,
  ...(total === undefined ? {} : { detail: { kind: 'EXPORT_LIST', total } }),
});
type Broken = Awaited<ReturnType<typeof walkChains>>[number];

/** Looks at whole numbers, as the trail has them. */
async function looks(
  actor: string,
  count: number,
  at: Date,
  district = '01',
  action: AuditAction = 'DOCUMENT_REVEALED',
): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await audit(api.orm.em.fork(), entry(actor, action, at, district));
  }
}
/** An hour of today by Beijing's clocks. */
const today = (hour: number) => {
  const day = new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return new Date(`${day}T${String(hour).padStart(2, '0')}:30:00+08:00`);
};

test('the trail is verified as a whole, and by its ends and newest seal at each question', async () => {
  await register(api, await api.person('mother'));
  // One session writes one chain: this one has several entries.
  await api.orm.em.fork().transactional(async (tx) => {
    for (let n = 0; n < 5; n += 1) await audit(tx, entry('reader', 'RECORD_READ', api.clock.now()));
  });
  for (const stride of [1, 2, 5]) expect(await walkChains(api.orm.em.fork(), stride)).toEqual([]);
  expect((await watch()).auditChain).toEqual({
    lastSealAt: null,
    verifiedAt: null,
    verifiedEntries: null,
    late: false,
    broken: [],
  });
  await api.services.auditSeals.seal(api.orm.em.fork(), api.clock.now());
  const { entries } = await verify();
  const now = api.clock.now().toISOString();
  expect((await watch()).auditChain).toEqual({
    lastSealAt: now,
    verifiedAt: now,
    verifiedEntries: entries,
    late: false,
    broken: [],
  });
  const stood = api.clock.now();
  api.clock.advance(36 * 3600 + 1);
  expect((await watch(await theAdmin())).auditChain.late).toBe(true);
  api.clock.set(stood);

  // The owner of the table changes an entry: found by the next whole walk, and told from then on.
  const [changed] = await api.sql<{ place: string }>(
    `update audit_entry set actor = 'SYSTEM' where id = (select id from audit_entry where actor = 'reader' order by id offset 3 limit 1) returning chain || ':' || position as place`,
  );
  for (const stride of [1, 2, 5]) {
    const [{ chain, position }] = (await walkChains(api.orm.em.fork(), stride)) as [Broken];
    expect(`${chain}:${position}`).toBe(changed!.place);
  }
  await verify();
  const told = (await watch()).auditChain;
  expect(told.broken).toEqual([{ kind: 'ENTRY', place: changed!.place, foundAt: now }]);

  // She writes that all was well, and cannot sign it.
  await api.sql(`insert into audit_verification (at, entries, faults, signature)
    select at, entries, '[]', sha256(signature) from audit_verification`);
  expect((await watch()).auditChain.verifiedAt).toBeNull();
  api.clock.advance(36 * 3600 + 1);
  expect((await watch(await theAdmin())).auditChain.late).toBe(true);
  api.clock.set(stood);
  await api.sql('delete from audit_verification');

  // A tail that is cut off, and a seal that is forged, need no walk.
  const [cut] = await api.sql<{ chain: number; place: string }>(
    `delete from audit_entry e using audit_chain c where c.chain = e.chain and e.position = c.length
       and e.chain = (select min(chain) from audit_chain where length > 0) returning e.chain, e.chain || ':' || e.position as place`,
  );
  await api.sql('update audit_seal set signature = sha256(signature)');
  const { broken } = (await watch()).auditChain;
  expect(broken).toContainEqual(expect.objectContaining({ kind: 'ENTRY', place: cut!.place }));
  expect(broken).toContainEqual(expect.objectContaining({ kind: 'SEAL' }));
});

test('many looks at whole numbers, and those at night, are listed for the administrators of the place', async () => {
  await looks('busy', MANY_LOOKS - 1, today(9));
  await looks('late', 1, today(21));
  expect((await watch()).unusualLooks).toEqual([]);
  await looks('busy', 1, today(16));
  await looks('late', 1, today(22));
  await looks('reviewer', 2, today(23), '01', 'ITEM_REVEALED');
  // Two lists of some records: each record of them counts.
  for (const total of [MANY_LOOKS - 5, 5])
    await audit(api.orm.em.fork(), entry('exporter', 'EXPORT_DOWNLOADED', today(15), '01', total));
  await audit(api.orm.em.fork(), entry('short list', 'EXPORT_DOWNLOADED', today(23), '01', 3));
  await looks('elsewhere', 1, today(23), '02');
  const found = (await watch()).unusualLooks.map((one) => [one.kind, one.actorId, one.looks]);
  expect(found.slice(0, 2).toSorted()).toEqual([
    ['MANY_WHOLE_NUMBERS', 'busy', MANY_LOOKS],
    ['MANY_WHOLE_NUMBERS', 'exporter', MANY_LOOKS],
  ]);
  expect(found.slice(2)).toEqual([
    ['WHOLE_NUMBERS_AT_NIGHT', 'short list', 3],
    ['WHOLE_NUMBERS_AT_NIGHT', 'reviewer', 2],
    ['WHOLE_NUMBERS_AT_NIGHT', 'late', 1],
  ]);
  const city = await staff(api, 'MUNICIPAL_ADMIN');
  expect((await watch(city)).unusualLooks.map(({ actorId }) => actorId)).toContain('elsewhere');
  expect((await watch(city, '02')).unusualLooks.map(({ actorId }) => actorId)).toEqual(['elsewhere']);
  const refused = await admin.request(AuditWatchDocument, { district: '02' });
  expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
});

test('officers, schools and families are not asked', async () => {
  const others = [
    await staff(api, 'DISTRICT_OFFICER', { district: '01' }),
    await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
    await api.person('mother'),
  ];
  for (const person of others) {
    const { errors } = await person.request(AuditWatchDocument, {});
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  }
});

test('an officer whom a family names as a guardian is told of when she looks at it, and the family reads no mark', async () => {
  const mother = await api.person('mother');
  const { number, input } = await register(api, mother);
  const { documentType: type, documentNumber } = input.guardian;
  const office = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] } as const;
  const related = await api.person('related', { ...office, document: { type, number: documentNumber } });
  const stranger = await api.person('stranger', office);
  const look = (person: Person) => person.request(OfficeRecordDocument, { number });
  await look(stranger);
  const ofFamily = async () =>
    (await watch(await theAdmin())).unusualLooks.filter(({ kind }) => kind === 'OWN_FAMILY');
  expect(await ofFamily()).toEqual([]);

  await look(related);
  const shown = await related.request(RevealDocumentsDocument, { number, purpose: '核对证件' });
  expect(shown.errors).toBeUndefined();
  expect(await ofFamily()).toMatchObject([{ actorId: 'related', looks: 2 }]);
  const trail = async (person: Person) =>
    (await person.request(AuditTrailDocument, { number })).data.auditTrail.edges.map(({ node }) => node);
  expect((await trail(await theAdmin())).slice(0, 3)).toMatchObject([
    { action: 'DOCUMENTS_REVEALED', detail: '本人是这个孩子的监护人；核对证件' },
    { action: 'RECORD_READ', actorId: 'related', detail: '本人是这个孩子的监护人' },
    { action: 'RECORD_READ', actorId: 'stranger', detail: null },
  ]);
  expect(JSON.stringify(await trail(mother))).not.toContain('本人是');
});
