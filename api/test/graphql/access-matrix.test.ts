import {
  actionOf,
  isOfSystem,
  mayAsFamily,
  mayAsk,
  maySystemAsk,
  officeFor,
  PERSONAL_OPERATIONS,
  PUBLIC_OPERATIONS,
  type Action,
  type OfficeGrant,
} from '@enrolment/rulebook/access.js';
import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import {
  TOKEN_SCOPES,
  type Role,
  type TokenScope,
  type ViewerRelation,
} from '@enrolment/rulebook/vocabulary.js';
import {
  CreateReturnTextDocument,
  CreateWebhookDocument,
  GrantAuthorizationDocument,
  JointReviewDocument,
  PreregisterDocument,
  SetJointReviewDocument,
  SimulatePolicyDocument,
  SubmitDetailsDocument,
  TryBulkDocument,
  WriteMessageDocument,
} from '@enrolment/schema/client';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import { createSchema } from '../../src/schema.js';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { Asking, type Subjects } from '../support/asking.js';
import { anInputAtDesk, deskHeaders, registerAtDesk } from '../support/at-desk.js';
import { aDetailsInput } from '../support/details.js';
import { aSecondGuardian, nameSecondGuardian, signIn } from '../support/second-guardian.js';
import { staff, take } from '../support/reviewable.js';

/** Somebody, with what she holds and how she belongs to the record. */
interface Somebody {
  readonly name: string;
  readonly person: Person;
  readonly grants: readonly OfficeGrant[];
  readonly relation: ViewerRelation | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The record that she asks about; without it, the one that everybody asks about. */
  readonly about?: string;
}

let api: TestApi;
let schema: GraphQLSchema;
let people: Somebody[];
let number: string;
/** By what an operation’s name says that it is about. */
let ids: Readonly<Record<string, string>>;
let secrets: readonly string[];
/** Of a child who is approved, and of one whom a school has preregistered: what schools read. */
let forSchools: { readonly approved: string; readonly preregistered: string };
/** Of documents and phones. */
let numbers: readonly string[];

const HERE = { district: '01' };
const ELSEWHERE = { district: '02' };
const STREET = '示例街道';
const SUPPORT = { specialEducation: 'ORDINARY_CLASS', supportNeeded: '座位靠前，课上使用听力辅具' } as const;
const SAID = '孩子的名字里有一个字写错了';
const DISTRICT_SCOPES = TOKEN_SCOPES.filter((scope) => scope !== 'IMPORTS');
const CITY_SCOPES = TOKEN_SCOPES.filter((scope) => scope !== 'DECISIONS');
const ABSENT = makeCollectionNumber(2026, '01', 9_999_999);

beforeAll(async () => {
  api = await startApi({ worker: false });
  schema = await createSchema();
  const mother = await api.person('mother');
  const admin = await staff(api, 'DISTRICT_ADMIN', HERE);
  const revision = (await admin.request(JointReviewDocument, HERE)).data.jointReview!.revision;
  await admin.request(SetJointReviewDocument, {
    ...HERE,
    deciders: [
      { kind: 'RESIDENCE', decider: 'SUBDISTRICT' },
      { kind: 'EMPLOYMENT', decider: 'HUMAN_RESOURCES' },
    ],
    revision,
  });
  const { number: made, input } = await register(api, mother);
  number = made;
  const details = await aDetailsInput(api, { version: 1 });
  const father = aSecondGuardian();
  const given = { ...details, support: SUPPORT };
  expect((await mother.request(SubmitDetailsDocument, { number, input: given })).errors).toBeUndefined();
  await nameSecondGuardian(api, number, father);
  expect((await mother.request(GrantAuthorizationDocument, { number })).errors).toBeUndefined();
  await mother.request(WriteMessageDocument, { number, text: SAID });
  numbers = [
    input.child.documentNumber,
    input.guardian.documentNumber,
    input.guardian.phone,
    father.documentNumber,
    father.phone,
  ];
  secrets = [
    ...numbers,
    input.child.name,
    father.name,
    details.residence!.address!,
    details.household!.address!,
    details.employments![0]!.employerName!,
    SUPPORT.supportNeeded,
    SAID,
  ];
  ids = await idsOfDistrict(admin);
  forSchools = { approved: await anApproved(mother), preregistered: await anApproved(mother) };
  const registrar = await staff(api, 'SCHOOL_REGISTRAR', { ...HERE, school: '0101' });
  const atSchool = { numbers: [forSchools.preregistered], school: '0101' };
  expect((await registrar.request(PreregisterDocument, atSchool)).data.preregister.refused).toEqual([]);
  people = [
    { name: 'nobody', person: api.nobody, grants: [], relation: null },
    { name: 'the mother', person: mother, grants: [], relation: 'REGISTRANT' },
    { name: 'the father', person: await signIn(api, father), grants: [], relation: 'AUTHORIZED' },
    { name: 'another mother', person: await api.person('other'), grants: [], relation: null },
    ...(await Promise.all([
      office('DISTRICT_OFFICER', HERE),
      office('DISTRICT_OFFICER', ELSEWHERE),
      office('DISTRICT_ADMIN', HERE),
      office('DISTRICT_ADMIN', ELSEWHERE),
      office('SCHOOL_REGISTRAR', { ...HERE, school: '0101' }),
      office('SCHOOL_REGISTRAR', { ...HERE, school: '0102' }),
      office('SCHOOL_REGISTRAR', { ...ELSEWHERE, school: '0201' }),
      office('SUBDISTRICT_OFFICER', { ...HERE, subdistricts: [STREET] }),
      office('SUBDISTRICT_OFFICER', { ...HERE, subdistricts: ['另一街道'] }),
      office('SUBDISTRICT_OFFICER', { ...ELSEWHERE, subdistricts: [STREET] }),
      office('DEPARTMENT_REVIEWER', { ...HERE, department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] }),
      office('DEPARTMENT_REVIEWER', { ...HERE, department: 'PUBLIC_SECURITY', items: ['RESIDENCE'] }),
      office('DEPARTMENT_REVIEWER', { ...ELSEWHERE, department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] }),
      office('MUNICIPAL_ADMIN', {}),
      ended('DISTRICT_OFFICER', HERE),
      ended('DISTRICT_ADMIN', HERE),
      ended('SCHOOL_REGISTRAR', { ...HERE, school: '0101' }),
      ended('SUBDISTRICT_OFFICER', { ...HERE, subdistricts: [STREET] }),
      ended('DEPARTMENT_REVIEWER', { ...HERE, department: 'HUMAN_RESOURCES', items: ['EMPLOYMENT'] }),
      ended('MUNICIPAL_ADMIN', {}),
      ...(await atDesk()),
      system('DISTRICT_SYSTEM', admin, HERE, DISTRICT_SCOPES),
      ...DISTRICT_SCOPES.map((scope) => system('DISTRICT_SYSTEM', admin, HERE, [scope])),
      system('DISTRICT_SYSTEM', await staff(api, 'DISTRICT_ADMIN', ELSEWHERE), ELSEWHERE, DISTRICT_SCOPES),
      system('MUNICIPAL_SYSTEM', await staff(api, 'MUNICIPAL_ADMIN'), {}, CITY_SCOPES),
    ])),
  ];
});
afterAll(() => api.stop());

type Place = Partial<Omit<OfficeGrant, 'role'>>;
const grantOf = (role: Role, place: Place): OfficeGrant => ({ district: null, school: null, ...place, role });

async function office(role: Role, place: Place): Promise<Somebody> {
  const person = await staff(api, role, place);
  return { name: `${role} ${JSON.stringify(place)}`, person, grants: [grantOf(role, place)], relation: null };
}

/** Somebody whose role ended a moment ago. */
async function ended(role: Role, place: Place): Promise<Somebody> {
  const subject = `ended ${role}`;
  const person = await api.person(subject, { roles: [{ role, ...(place as object) }] });
  await api.sql('update staff_grant set ends_at = $1 where subject = $2', [api.clock.now(), subject]);
  await api.reference.settle();
  return { name: subject, person, grants: [], relation: null };
}

/** An officer in a family’s place at the desk: as its family for its record, and as a stranger for every other. */
async function atDesk(): Promise<Somebody[]> {
  const person = await staff(api, 'DISTRICT_OFFICER', HERE);
  const { child } = await anInputAtDesk(api, person);
  const { number: about } = await registerAtDesk(api, person, { child: { ...child, name: '测窗口' } });
  const place = { person, grants: [], headers: deskHeaders(about) };
  return [
    { ...place, name: 'the desk', relation: 'REGISTRANT', about },
    { ...place, name: 'the desk, of another record', relation: null },
  ];
}

async function system(
  role: Role,
  administrator: Person,
  place: Place,
  scopes: readonly TokenScope[],
): Promise<Somebody> {
  const { district = null } = place;
  const person = await aSystem(api, administrator, { district, scopes: [...scopes] });
  return {
    name: `${role} ${district} ${scopes}`,
    person,
    grants: [grantOf(role, { ...place, scopes })],
    relation: null,
  };
}

/** What district 01 has, which no other district may know of. */
async function idsOfDistrict(admin: Person): Promise<Record<string, string>> {
  const officer = await staff(api, 'DISTRICT_OFFICER', HERE);
  const token = await aSystem(api, admin);
  const webhook = await admin.request(CreateWebhookDocument, {
    input: { ...HERE, name: '大屏', url: 'https://receiver.example/hook' },
  });
  const text = await admin.request(CreateReturnTextDocument, {
    ...HERE,
    kind: 'RESIDENCE',
    input: { name: '地址不全', reason: '租房合同上没有门牌号。' },
  });
  const simulation = await admin.request(SimulatePolicyDocument, {
    input: { ...HERE, bornFrom: '2018-01-01' },
  });
  const job = await admin.request(TryBulkDocument, {
    kind: 'REJECT_RECORDS',
    numbers: [number],
    reason: '材料不符',
  });
  const [grant] = await api.sql<{ id: string }>('select id from staff_grant where subject = $1', [
    officer.subject,
  ]);
  return {
    ApiToken: token.created.id,
    Webhook: (webhook.data.createWebhook as { webhook: { id: string } }).webhook.id,
    ReturnText: (text.data.createReturnText as { id: string }).id,
    imulat: (simulation.data.simulatePolicy as { id: string }).id,
    ob: (job.data.tryBulk as { id: string }).id,
    Bulk: (job.data.tryBulk as { id: string }).id,
    Role: grant!.id,
    staffGrant: grant!.id,
  };
}

const subjects = (about: string, idFor: Subjects['idFor']): Subjects => ({
  number: about,
  district: '01',
  school: '0101',
  season: api.clock.now().getUTCFullYear(),
  subdistrict: STREET,
  idFor,
  now: api.clock.now(),
});

const NO_ID = randomUUID();
const idFor = (operation: string): string =>
  Object.entries(ids).find(([part]) => operation.toLowerCase().includes(part.toLowerCase()))?.[1] ?? NO_ID;

const askingOf = ({ about = number }: Somebody) => new Asking(schema, subjects(about, idFor));

async function answerOf({ person: { token }, headers = {} }: Somebody, query: string): Promise<string> {
  const { body } = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: token ? { authorization: `Bearer ${token}`, ...headers } : {},
    payload: { query },
  });
  return body;
}

interface Told {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { extensions: { code: string } }[] | undefined;
}

/** A code, or what stands where the answer should be. */
function outcomeOf(body: string, operation: string): string {
  const { errors, data } = JSON.parse(body) as Told;
  if (errors) return errors[0]!.extensions.code;
  const value = data?.[operation];
  if (value === null) return 'null';
  return (value as { __typename?: string }).__typename === 'Refused' ? 'Refused' : 'answered';
}

/** What an answer says, without the names by which it was asked for and without what is of the moment. */
function saying(body: string, about: string): string {
  const { data, errors } = JSON.parse(body) as Told;
  return JSON.stringify({ data, errors })
    .replaceAll(about, 'NUMBER')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
}

/** Whether the operation answers somebody anywhere at all. */
function mayEverAsk({ person, grants }: Somebody, operation: string): boolean {
  if (PUBLIC_OPERATIONS.some((name) => name === operation)) return true;
  if (!person.token) return false;
  if (isOfSystem(grants)) return maySystemAsk(operation, grants);
  if (PERSONAL_OPERATIONS.some((name) => name === operation)) return true;
  return mayAsk(actionOf(operation)!, grants);
}

/** Whether the access table lets somebody do it where the record, the school and the district are. */
function mayHere({ grants, relation }: Somebody, operation: string): boolean {
  const action = actionOf(operation);
  if (!action) return true;
  if (relation && mayAsFamily(action, relation)) return true;
  return officeFor(action, grants, { ...HERE, school: '0101' }) !== null;
}

/** What answers alike wherever somebody is of: it is of the city, or cut to what is theirs. */
const OF_NO_PLACE = [
  'auditChain',
  'collectionRecords',
  'commonReturnTexts',
  'holidayCalendar',
  'jobs',
  'myRecords',
  'myReviewItems',
  'noticeVersions',
  'recordChanges',
  'savedViews',
  'simulations',
];

/** Every operation asked for by everybody who may not have it, there and for what does not exist. */
async function refusals(kind: 'query' | 'mutation'): Promise<string[]> {
  const type = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const gone = subjects(ABSENT, () => NO_ID);
  const found: string[] = [];
  for (const operation of Object.keys(type.getFields())) {
    const askedOfNothing = new Asking(schema, gone)[kind](operation);
    const tell = async (one: Somebody) => {
      const ever = mayEverAsk(one, operation);
      if (ever && mayHere(one, operation)) return;
      const about = one.about ?? number;
      const body = await answerOf(one, askingOf(one)[kind](operation));
      const outcome = outcomeOf(body, operation);
      const says = (what: string) => found.push(`${operation}, ${one.name}: ${what}`);
      if (!ever && outcome !== (one.person.token ? 'FORBIDDEN' : 'UNAUTHENTICATED')) says(outcome);
      if (secrets.some((secret) => body.includes(secret))) says('tells a secret');
      if (!ever) return;
      if (outcome === 'answered' && !OF_NO_PLACE.includes(operation) && !/"refused":\[\{/.test(body))
        says('answered');
      const nothing = await answerOf(one, askedOfNothing);
      if (saying(body, about) !== saying(nothing, ABSENT)) says('tells that it exists');
    };
    await Promise.all(people.map(tell));
  }
  return found;
}

/** What every table holds, but for the trail of looks and what counts them. */
async function contents(): Promise<Record<string, string>> {
  const tables = await api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in (${UNCOUNTED.map((name) => `'${name}'`).join(', ')})`,
  );
  const held = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await api.sql<{ hash: string }>(
        `select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as hash from "${name}" t`,
      );
      return [name, row!.hash] as const;
    }),
  );
  return Object.fromEntries(held);
}
const UNCOUNTED = ['audit_entry'];

test('whoever may not ask is refused, and what is not theirs is as if it were absent', async () => {
  expect(await refusals('query')).toEqual([]);
});

test('the same of mutations, and none of them changes anything', async () => {
  const before = await contents();
  expect(await refusals('mutation')).toEqual([]);
  expect(await contents()).toEqual(before);
});

test('whoever may ask is answered', async () => {
  const found: string[] = [];
  for (const operation of Object.keys(schema.getQueryType()!.getFields())) {
    const tell = async (one: Somebody) => {
      if (!mayEverAsk(one, operation) || !mayHere(one, operation)) return;
      const outcome = outcomeOf(await answerOf(one, askingOf(one).query(operation)), operation);
      if (outcome !== 'answered') found.push(`${operation}, ${one.name}: ${outcome}`);
    };
    await Promise.all(people.map(tell));
  }
  const registrar = (school: string) => `SCHOOL_REGISTRAR {"district":"01","school":"${school}"}`;
  const systems = people.filter(({ grants, name }) => isOfSystem(grants) && name.includes('WEBHOOKS'));
  const theirs = systems.filter(({ grants }) => grants[0]!.district !== '02').map(({ name }) => name);
  expect(found.toSorted()).toEqual(
    [
      'viewer, nobody: null',
      // There is none, and the child is not approved.
      'publication, DISTRICT_ADMIN {"district":"01"}: null',
      `collectionRecord, ${registrar('0101')}: null`,
      // Rows are for whoever has asked for the export.
      ...['DISTRICT_ADMIN', 'DISTRICT_OFFICER'].map(
        (role) => `listExportRows, ${role} {"district":"01"}: FORBIDDEN`,
      ),
      // In a family’s place she has no roles, and a copy of all that is held is for the family’s own account.
      'myRoles, the desk: FORBIDDEN',
      'myRoles, the desk, of another record: FORBIDDEN',
      'recordExport, the desk: FORBIDDEN',
      // A school’s own figures are for whoever may read its records, small as they are.
      `dashboard, ${registrar('0102')}: FORBIDDEN`,
      'dashboard, DISTRICT_SYSTEM 01 DASHBOARDS: FORBIDDEN',
      // A system sees the webhooks alone that it has registered itself.
      ...theirs.flatMap((name) => [`webhook, ${name}: null`, `webhookDeliveries, ${name}: FORBIDDEN`]),
    ].toSorted(),
  );
});

test('every field of a record is read by those who read the record; nobody reads a whole number', async () => {
  const record = schema.getType('CollectionRecord') as GraphQLObjectType;
  const found: string[] = [];
  for (const field of Object.keys(record.getFields())) {
    const tell = async (one: Somebody) => {
      const body = await answerOf(one, askingOf(one).fieldOfRecord(field));
      const outcome = outcomeOf(body, 'collectionRecord');
      const says = (what: string) => found.push(`${field}, ${one.name}: ${what}`);
      const may =
        mayEverAsk(one, 'collectionRecord') && mayHere(one, 'collectionRecord') && !SCHOOL.test(one.name);
      if (may !== (outcome === 'answered')) says(outcome);
      if (numbers.some((secret) => body.includes(secret))) says('a whole number');
      if (!may && secrets.some((secret) => body.includes(secret))) says('a secret');
      if (body.includes(SUPPORT.supportNeeded) && !reads('READ_SPECIAL_NEEDS', one)) says('special needs');
      if (body.includes(SAID) && !reads('CORRESPOND', one)) says('messages');
    };
    await Promise.all(people.map(tell));
  }
  expect(found).toEqual([]);
});

/** A child of district 01 with all that a family says, whose review is over. */
async function anApproved(mother: Person): Promise<string> {
  const { number: made } = await register(api, mother);
  const input = { ...(await aDetailsInput(api, { version: 1 })), support: SUPPORT };
  expect((await mother.request(SubmitDetailsDocument, { number: made, input })).errors).toBeUndefined();
  await take(api, made, 'VERIFY_IDENTITY', 'APPROVE');
  return made;
}

test('every field of an approved child is read by the schools of the district, then by its own alone', async () => {
  const record = schema.getType('CollectionRecord') as GraphQLObjectType;
  const registrars = people.filter(({ name }) => SCHOOL.test(name) || name === 'ended SCHOOL_REGISTRAR');
  const found: string[] = [];
  const readers = {
    [forSchools.approved]: ['0101', '0102'],
    [forSchools.preregistered]: ['0101'],
  };
  for (const field of Object.keys(record.getFields())) {
    for (const [about, schools] of Object.entries(readers)) {
      const tell = async (one: Somebody) => {
        const body = await answerOf(one, askingOf({ ...one, about }).fieldOfRecord(field));
        const outcome = outcomeOf(body, 'collectionRecord');
        const says = (what: string) => found.push(`${field} of ${about}, ${one.name}: ${what}`);
        const may = one.grants.some(({ school }) => schools.some((code) => code === school));
        if (may !== (outcome === 'answered')) says(outcome);
        if (body.includes(SUPPORT.supportNeeded)) says('special needs');
        if (/"\d{17}[\dX]"|"1\d{10}"/.test(body)) says('a whole number');
      };
      await Promise.all(registrars.map(tell));
    }
  }
  expect(found).toEqual([]);
});

/** A school reads children who are approved; this one is not yet. */
const SCHOOL = /^SCHOOL_REGISTRAR/;

const reads = (action: Action, { grants, relation }: Somebody): boolean =>
  (relation !== null && mayAsFamily(action, relation)) || officeFor(action, grants, HERE) !== null;
