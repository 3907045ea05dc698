import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { DecideReviewItemDocument, RecordReviewDocument } from '@enrolment/schema/client';
import { FREE_TEXTS } from '../../src/platform/free-text.js';
import { createSchema } from '../../src/schema.js';
import { startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';

let api: TestApi;
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await startApi({ worker: false });
  schema = await createSchema();
});
afterAll(() => api.stop());

const isText = (type: GraphQLInputType) => ['String', 'ID'].includes(getNamedType(type).name);

function* operations() {
  for (const [kind, root] of [
    ['query', schema.getQueryType()!],
    ['mutation', schema.getMutationType()!],
  ] as const) {
    for (const field of Object.values(root.getFields())) yield { kind, field };
  }
}

/** Inputs that the rulebook brings into their one way of writing and judges whole, each field by a function of its own. */
const BY_THE_RULEBOOK = [
  'ApiTokenInput',
  'ChildInput',
  'CorrectionInput',
  'CorrectionRequestInput',
  'DetailsInput',
  'DistrictAnswerInput',
  'DistrictDeskInput',
  'EmploymentInput',
  'FirstGuardianInput',
  'GiveRoleInput',
  'GroundEvidenceInput',
  'GuidanceInput',
  'HolidayInput',
  'HouseholdInput',
  'RegisterAtDeskInput',
  'RegisterChildInput',
  'RequestSmsCodeInput',
  'ResidenceInput',
  'ResidencePermitInput',
  'NoticeInput',
  'OwnAnswerInput',
  'OwnPaperInput',
  'OwnPolicyInput',
  'OwnSubdistrictInput',
  'OwnQuestionInput',
  'OwnReviewItemInput',
  'OwnSentenceInput',
  'ReturnTextInput',
  'SecondGuardianDraftInput',
  'SecondGuardianInput',
  'SignedPaperInput',
  'SchoolInput',
  'SimulatePolicyInput',
  'SupportInput',
  'WebhookChangesInput',
  'WebhookInput',
];
/** Files of a city, judged line by line; the robot check's answer, which is verified; filters and a code, which are looked up. */
const BY_THEMSELVES = [
  'AuditFilter',
  'CalendarInput',
  'CaptchaAnswerInput',
  'OwnListInput',
  'RecordFilter',
  'SetupFileInput',
];
/**
 * Words that are looked up or verified and kept nowhere: entry codes, ids, keys, tickets, cursors, codes, what a family brings,
 * and a file of decisions, which is judged line by line.
 */
const LOOKED_UP =
  /^(after|before|brought|called|checkCode|code|colleague|content|correction|deliveries|district|dryRun|id|job|key|publication|removed|school|since|smsCode|ticket|views?|webhook)$/;

test('every text that a client sends is a free text, is the rulebook’s, or is looked up', () => {
  const others: string[] = [];
  const free: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type) && Object.values(type.getFields()).some((field) => isText(field.type))) {
      if (![...BY_THE_RULEBOOK, ...BY_THEMSELVES].includes(type.name)) others.push(type.name);
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { name, type: of } of field.args.filter((arg) => isText(arg.type))) {
        const place = `${field.name}(${name})`;
        if (FREE_TEXTS.has(place)) free.push(place);
        else if (!LOOKED_UP.test(name)) others.push(`${place}: ${getNamedType(of).name}`);
      }
    }
  }
  expect(others).toEqual([]);
  expect(free.sort()).toEqual([...FREE_TEXTS].sort());
  expect(free).toContain('revealDocuments(purpose)');
});

describe('no text breaks anything', () => {
  /** Something that the type takes, so that the text is reached. */
  function valueFor(type: GraphQLInputType, text: string): unknown {
    if (isNonNullType(type)) return valueFor(type.ofType, text);
    if (isListType(type)) return [valueFor(type.ofType, text)];
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).map(({ name, type: of }: GraphQLInputField) => [
        name,
        valueFor(of, text),
      ]);
      return Object.fromEntries(fields);
    }
    if (isEnumType(type)) return type.getValues()[0]!.name;
    switch (type.name) {
      case 'CollectionNumber':
        return '20260199999999';
      case 'Date':
        return '2026-01-01';
      case 'DateTime':
        return '2026-01-01T00:00:00Z';
      case 'Boolean':
        return true;
      case 'Int':
        return 1;
      default:
        return text;
    }
  }

  test.each([
    ['NUL', '\u0000'],
    ['half a character', '\ud800'],
    ['the sign of a lost character', '\ufffd'],
    ['a text without end', '长'.repeat(20_000)],
    ['marks without end', `e${'\u0301'.repeat(20_000)}`],
  ])(
    '%s',
    async (_, text) => {
      const everybody = await api.person('everybody', {
        roles: [
          { role: 'DISTRICT_OFFICER', district: '01' },
          { role: 'DISTRICT_ADMIN', district: '01' },
          { role: 'SCHOOL_REGISTRAR', district: '01', school: '0101' },
          { role: 'MUNICIPAL_ADMIN' },
        ],
      });
      let asked = 0;
      for (const { kind, field } of operations()) {
        if (!field.args.some(takesText)) continue;
        const given = field.args.map(({ name, type }) => [name, valueFor(type, text)]);
        const heads = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
        const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
        const chosen = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
        const answer = await api.raw<unknown, object>(
          `${kind} (${heads}) { ${field.name}(${passed}) ${chosen} }`,
          Object.fromEntries(given),
          { authorization: `Bearer ${everybody.token}` },
        );
        const codes = ((answer.errors ?? []) as { extensions: { code: string } }[]).map(
          ({ extensions }) => extensions.code,
        );
        expect([field.name, answer.status < 500, codes]).toEqual([
          field.name,
          true,
          codes.filter((code) =>
            /^(BAD_REQUEST|BAD_USER_INPUT|FORBIDDEN|UNAUTHENTICATED|NOT_FOUND|RATE_LIMITED)$/.test(code),
          ),
        ]);
        asked += 1;
      }
      expect(asked).toBeGreaterThan(20);
    },
    60_000,
  );

  function takesText({ type }: GraphQLArgument | GraphQLInputField): boolean {
    const named = getNamedType(type);
    return isInputObjectType(named) ? Object.values(named.getFields()).some(takesText) : isText(type);
  }
});

describe('what an officer writes', () => {
  let officer: Person;
  let mother: Person;
  beforeAll(async () => {
    officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    mother = await api.person('mother');
  });
  const sendBack = async (number: string, reason: string) => {
    const answer = await officer.request(DecideReviewItemDocument, {
      numbers: [number],
      kind: 'RESIDENCE',
      status: 'RETURNED',
      reason,
    });
    return answer.data?.decideReviewItem ?? answer.errors;
  };

  test('arrives as the family reads it: one way of writing, line by line', async () => {
    const { number } = await reviewable(api, mother);
    const written = '  请补充\u200b租赁合同第１２页\u2028cafe\u0301\r\n\r\n\r\n\r\n谢谢　 ';
    expect(await sendBack(number, written)).toMatchObject({ done: [number] });
    const { data } = await mother.request(RecordReviewDocument, { number });
    const item = data.collectionRecord!.reviewItems.find(({ kind }) => kind === 'RESIDENCE');
    expect(item!.reason).toBe('请补充租赁合同第12页\ncaf\u00e9\n\n谢谢');
  });

  test.each([
    ['a control character', '请补\u0007充', 'reasonFormat'],
    ['half a character', '请补\ud800充', 'reasonFormat'],
    ['the sign of a lost character', '请补\ufffd充', 'reasonFormat'],
    ['501 characters', '长'.repeat(501), 'reasonTooLong'],
    ['marks without end', `e${'\u0301'.repeat(5_000)}`, 'reasonTooLong'],
  ])('is refused with %s', async (_, reason, rule) => {
    const { number } = await reviewable(api, mother);
    const { refused } = (await sendBack(number, reason)) as { refused: { refusal: { rule: string } }[] };
    expect(refused.map(({ refusal }) => refusal.rule)).toEqual([rule]);
  });

  test('is no request at all with NUL', async () => {
    const { number } = await reviewable(api, mother);
    expect(await sendBack(number, '请补\u0000充')).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('is measured as people count: a letter with its marks is one', async () => {
    const { number } = await reviewable(api, mother);
    expect(await sendBack(number, 'q\u0301'.repeat(500))).toMatchObject({ done: [number] });
  });
});
