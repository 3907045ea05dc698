import { ACCOUNT, GRANT_NAME_LENGTH, STAFF_ROLES } from '@enrolment/rulebook/staff-grant.js';
import { FAMILY_MESSAGES } from '@enrolment/rulebook/family-messages.js';
import { HOLIDAY_NAME_LENGTH } from '@enrolment/rulebook/holidays.js';
import { DESK_LENGTHS } from '@enrolment/rulebook/desk.js';
import { SUBDISTRICT_LENGTHS } from '@enrolment/rulebook/subdistrict-list.js';
import { OWN_LENGTHS, POLICY_LINK, QUESTION_KEY } from '@enrolment/rulebook/own-data.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { SCHOOL_CODE, SCHOOL_LENGTHS } from '@enrolment/rulebook/school.js';
import { GIVEABLE_ITEMS } from '@enrolment/rulebook/joint-review.js';
import {
  DEPARTMENTS,
  DETAIL_BLOCKS,
  GROUNDS,
  ITEM_DECIDERS,
  ITEM_PARTS,
  NEEDS,
  PHASE_KINDS,
  QUESTION_KINDS,
  REVIEW_ITEM_KINDS,
  REVIEW_ORDERS,
  SERVICE_KINDS,
  type PhaseKind,
} from '@enrolment/rulebook/vocabulary.js';
import { NOTICE_KINDS } from '../notice/notice.entity.js';
import {
  allOr,
  day,
  list,
  matching,
  moment,
  oneOf,
  optional,
  record,
  text,
  whole,
  year,
  yesOrNo,
  type Field,
  type Entry,
} from './setup.file.js';

const district = matching(/^(0[1-9]|1[0-8])$/, 'an entry code from 01 to 18, in quotation marks');
const service = oneOf(SERVICE_KINDS);
const ground = oneOf(GROUNDS);
const { question, reviewItem, paper, policy, sentence, answer, notice } = OWN_LENGTHS;

const window = record({ opensAt: moment, closesAt: moment });
type WindowEntry = NonNullable<ReturnType<typeof window>>;
const windows = record(
  Object.fromEntries(PHASE_KINDS.map((kind) => [kind, optional(window)])) as unknown as Record<
    PhaseKind,
    Field<WindowEntry | null>
  >,
);

/** What a file of the set-up may hold (docs/setup.md). */
export const SECTIONS = {
  season: record({
    year,
    bornFrom: optional(day),
    bornTo: optional(day),
    open: optional(yesOrNo),
  }),
  /** 到期删除: in days. */
  retention: record({
    unsubmitted: optional(whole(1, 3_650)),
    records: optional(whole(1, 3_650)),
    messages: optional(whole(1, 3_650)),
    apiTokens: optional(whole(1, 3_650)),
  }),
  site: record({
    hotline: text(40),
    serviceHours: text(80),
    serviceHoursEn: text(80),
    icpFiling: text(80),
    policeFiling: text(80),
  }),
  districts: list(
    record({
      code: district,
      gb2260: optional(matching(/^\d{6}$/, 'a GB/T 2260 code')),
      name: text(20),
      nameEn: text(60),
      hotline: list(text(DESK_LENGTHS.hotline)),
      deskAddress: optional(text(DESK_LENGTHS.deskAddress)),
      deskAddressEn: optional(text(DESK_LENGTHS.deskAddressEn)),
      deskHours: optional(text(DESK_LENGTHS.deskHours)),
      deskHoursEn: optional(text(DESK_LENGTHS.deskHoursEn)),
    }),
  ),
  schools: list(
    record({
      code: matching(SCHOOL_CODE, 'a code of a school: its district’s and a number'),
      district,
      name: text(SCHOOL_LENGTHS.name),
      nameEn: text(SCHOOL_LENGTHS.nameEn),
      address: optional(text(SCHOOL_LENGTHS.address)),
      phone: optional(text(SCHOOL_LENGTHS.phone)),
    }),
  ),
  /** 招生计划 of the season. */
  plans: list(
    record({
      school: matching(SCHOOL_CODE, 'a code of a school'),
      quota: optional(whole(0, OFFICE_RULES.quotaRange.limit)),
      closed: optional(yesOrNo),
    }),
  ),
  /** 权限: who holds which role, as an installation begins. */
  staff: list(
    record({
      account: matching(ACCOUNT, 'an account of at most 255 characters'),
      name: text(GRANT_NAME_LENGTH),
      role: oneOf(STAFF_ROLES),
      district: optional(district),
      school: optional(matching(/^\d{4,10}$/, 'a code of a school')),
      subdistricts: optional(list(text(GRANT_NAME_LENGTH))),
      department: optional(oneOf(DEPARTMENTS)),
      items: optional(list(oneOf(GIVEABLE_ITEMS))),
      endsAt: optional(moment),
    }),
  ),
  /** 节假日: what the State Council announces for a year. */
  holidays: list(
    record({
      year: whole(2000, 2100),
      name: text(HOLIDAY_NAME_LENGTH.name),
      nameEn: text(HOLIDAY_NAME_LENGTH.nameEn),
      from: day,
      to: day,
      worked: optional(list(day)),
    }),
  ),
  calendar: list(record({ districts: allOr(district), services: allOr(service), windows })),
  policies: list(
    record({
      district: optional(district),
      title: text(policy.title),
      url: optional(matching(POLICY_LINK, 'an https address')),
      publishedOn: optional(day),
      body: optional(text(policy.body)),
    }),
  ),
  /** 短信附言: what a district adds to its messages to families. */
  sentences: list(
    record({
      district,
      kind: oneOf(FAMILY_MESSAGES),
      text: text(sentence.text),
      textEn: text(sentence.textEn),
    }),
  ),
  /** 常用回复: what officers begin a message to a family with. */
  answers: list(
    record({
      district: optional(district),
      name: text(answer.name),
      nameEn: text(answer.nameEn),
      text: text(answer.text),
      textEn: text(answer.textEn),
    }),
  ),
  notices: list(
    record({
      kind: oneOf(NOTICE_KINDS),
      version: text(notice.version),
      publishedAt: moment,
      title: text(notice.title),
      titleEn: text(notice.titleEn),
      body: text(notice.body),
      bodyEn: text(notice.bodyEn),
    }),
  ),
  reviewItems: list(
    record({
      services: allOr(service),
      district: optional(district),
      kind: oneOf(REVIEW_ITEM_KINDS),
      label: text(reviewItem.label),
      labelEn: text(reviewItem.labelEn),
    }),
  ),
  /** 联审分工: who decides a review item in a district, if not the district itself. */
  deciders: list(
    record({
      district,
      kind: oneOf(GIVEABLE_ITEMS),
      part: optional(oneOf(ITEM_PARTS)),
      decider: oneOf(ITEM_DECIDERS),
    }),
  ),
  /** 街道先行 or 网上先行. */
  reviewOrder: list(record({ district, order: oneOf(REVIEW_ORDERS) })),
  /** 街道（乡镇） of a district. */
  subdistricts: list(
    record({
      district,
      name: text(SUBDISTRICT_LENGTHS.name),
      nameEn: optional(text(SUBDISTRICT_LENGTHS.nameEn)),
      code: optional(matching(/^\d{9}(\d{3})?$/, 'a code of 9 or 12 digits, in quotation marks')),
      formerNames: optional(list(text(SUBDISTRICT_LENGTHS.formerNames))),
      closedFrom: optional(day),
    }),
  ),
  /** Whether families can give those alone. */
  subdistrictLists: list(record({ district, complete: yesOrNo })),
  papers: list(
    record({
      kind: oneOf(REVIEW_ITEM_KINDS),
      service: optional(service),
      district: optional(district),
      ground: optional(ground),
      label: text(paper.label),
      labelEn: text(paper.labelEn),
    }),
  ),
  details: list(
    record({
      services: allOr(service),
      district: optional(district),
      ground: optional(ground),
      block: oneOf(DETAIL_BLOCKS),
      need: oneOf(NEEDS),
    }),
  ),
  questions: list(
    record({
      district,
      services: allOr(service),
      key: matching(QUESTION_KEY, 'a key such as MONTHS_IN_DISTRICT'),
      label: text(question.label),
      labelEn: text(question.labelEn),
      help: optional(text(question.help)),
      helpEn: optional(text(question.helpEn)),
      kind: oneOf(QUESTION_KINDS),
      required: yesOrNo,
      choices: optional(list(text(question.choices))),
      choicesEn: optional(list(text(question.choicesEn))),
    }),
  ),
};
export type SectionName = keyof typeof SECTIONS;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;
export type Sections = { readonly [Name in SectionName]?: ValueOf<(typeof SECTIONS)[Name]> };
export type ListedIn<Name extends SectionName> =
  ValueOf<(typeof SECTIONS)[Name]> extends (infer Item)[] ? Item : never;
export type { Entry };
