import type { DateKind } from '@enrolment/rulebook/dates.js';
import type { Choice } from '@enrolment/rulebook/details/choices.js';
import * as called from '@enrolment/rulebook/names.js';
import type { RefusalCode } from '@enrolment/rulebook/refusal.js';
import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import * as words from '@enrolment/rulebook/vocabulary.js';
import { STEP_NAMES, type Step, type StepKind, type TurnHolder } from '@enrolment/rulebook/way.js';
import type { Names } from '@enrolment/rulebook/words.js';
import { registerEnumType } from 'type-graphql';

const ENUMS = new Map<string, object>();

/** Registers a list of words as a GraphQL enum in which every value is described. */
export function asEnum<Word extends string>(
  name: string,
  description: string,
  values: Record<Word, string>,
): Record<Word, Word> {
  const names = Object.fromEntries(Object.keys(values).map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(names, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(values).map(([word, text]) => [word, { description: text }]),
    ) as Record<Word, { description: string }>,
  });
  ENUMS.set(name, names);
  return names;
}

/** The enum of a field's choices: one of those below, or a new one with the choices' own labels. */
export function enumOf(name: string, choices: readonly Choice[]): object {
  const texts = choices.map(({ value, label }) => [value, `${label['zh-CN']}: ${label.en}.`]);
  return (
    ENUMS.get(name) ?? asEnum(name, 'The choices of a field of the details form.', Object.fromEntries(texts))
  );
}

/** What each word is called, Chinese first; a remark says more where the name does not say all. */
export function described<Word extends string>(
  names: Names<Word>,
  remarks?: Readonly<Partial<Record<Word, string>>>,
): Record<Word, string> {
  const texts = (Object.keys(names) as Word[]).map((word) => {
    const { 'zh-CN': zh, en } = names[word];
    return [word, `${zh}: ${remarks?.[word] ?? `${en}.`}`];
  });
  return Object.fromEntries(texts) as Record<Word, string>;
}

export const ServiceKindEnum = asEnum<words.ServiceKind>(
  'ServiceKind',
  'The three services (the manual calls each 适龄儿童入学服务).',
  described(called.SERVICE_NAMES, {
    TREATED_AS_LOCAL:
      'children with one of the six grounds of manual 七, and children of foreign nationality.',
  }),
);

export const GroundEnum = asEnum<words.TreatedAsLocalGround>(
  'TreatedAsLocalGround',
  'The grounds that let a child use TREATED_AS_LOCAL (manual 七).',
  described(called.GROUND_NAMES),
);

export const DocumentTypeEnum = asEnum<words.DocumentType>(
  'DocumentType',
  'Identity documents of children and guardians.',
  described(called.DOCUMENT_NAMES, {
    RESIDENT_ID: '18 characters with a check digit (GB 11643-1999).',
    HK_MACAO_PERMIT: 'H or M and 8 digits.',
    HK_MACAO_RESIDENCE: '18 characters from 810000 or 820000.',
    TAIWAN_PERMIT: '8 digits.',
    TAIWAN_RESIDENCE: '18 characters from 830000.',
    PASSPORT: '5 to 17 letters and digits.',
    FOREIGN_PERMANENT_RESIDENT_ID: '18 characters from 9, or 3 letters and 12 digits.',
  }),
);

export const SexEnum = asEnum<words.Sex>(
  'Sex',
  'Sex (GB/T 2261.1).',
  described(called.SEX_NAMES, { MALE: 'code 1.', FEMALE: 'code 2.' }),
);

export const PhaseKindEnum = asEnum<words.PhaseKind>(
  'PhaseKind',
  'The phases of a district’s calendar.',
  described(called.PHASE_NAMES, {
    REGISTRATION: 'children can be registered.',
    DETAILS: 'details can be filled in and submitted.',
    REVIEW: 'the review items are decided.',
    CORRECTION: 'what was returned can be corrected.',
    FORM_PRINTING: 'the collection form can be printed.',
    SCHOOL_PREREGISTRATION: 'schools preregister the children who bring the form.',
    RESULT: 'results are published.',
  }),
);

export const SeasonStateEnum = asEnum<words.SeasonState>(
  'SeasonState',
  'The states of a season. It goes through them in one direction: planned, open, closed, archived. Two seasons can be open at once.',
  described(called.SEASON_STATE_NAMES, {
    PLANNED: 'it is being prepared, and families do not see it.',
    OPEN: 'its calendar is shown and in force.',
    CLOSED: 'every window is over; families can still read their records.',
    ARCHIVED: 'its data are erased when the prescribed periods have passed.',
  }),
);

export const RetentionKindEnum = asEnum<words.RetentionKind>(
  'RetentionKind',
  '到期删除: the kinds of data with a retention period of their own.',
  described(called.RETENTION_NAMES, {
    UNSUBMITTED: 'records that were never submitted, kept from the end of their district’s DETAILS window.',
    RECORDS: 'all records of the season with their messages, kept from the day the season was archived.',
    MESSAGES: 'messages that no longer belong to a record, kept from the day they were sent.',
    API_TOKENS:
      'API tokens, kept from the day they ended or were revoked, and as long as a webhook that they registered exists.',
  }),
);

const INPUT_REMARKS = {
  TEXT: 'a line of text.',
  CHOICE: 'one of the choices.',
  DATE: 'a calendar day, YYYY-MM-DD.',
  NUMBER: 'a number such as 3.5.',
  BOOLEAN: 'yes or no, given as true or false.',
};

export const QuestionKindEnum = asEnum<words.QuestionKind>(
  'QuestionKind',
  'The kinds of answer to a district’s question.',
  described(called.QUESTION_KIND_NAMES, INPUT_REMARKS),
);

export const GuardianRoleEnum = asEnum<words.GuardianRole>(
  'GuardianRole',
  'One of the two guardians.',
  described(called.GUARDIAN_ROLE_NAMES, {
    FIRST: 'the guardian who registers.',
    SECOND: 'the guardian named in the details.',
  }),
);

export const DocumentHolderEnum = asEnum<words.DocumentHolder>(
  'DocumentHolder',
  'A person of whom a record holds a document.',
  described(called.DOCUMENT_HOLDER_NAMES),
);

export const RelationEnum = asEnum<words.Relation>(
  'Relation',
  'A guardian’s relation to the child.',
  described(called.RELATION_NAMES),
);

asEnum<words.HouseholdKind>('HouseholdKind', '户别.', described(called.HOUSEHOLD_NAMES));

asEnum<words.ResidenceKind>(
  'ResidenceKind',
  '住房类型: each is proved by a document of its own.',
  described(called.RESIDENCE_NAMES, {
    OWNED: 'proved by the real-estate certificate.',
    RENTED: 'proved by the filed lease.',
    PUBLIC_RENTAL: 'proved by its lease.',
    RELATIVE_OWNED: 'proved by the real-estate certificate.',
  }),
);

asEnum<words.EmploymentKind>(
  'EmploymentKind',
  '就业类型: it decides which authority checks the employment.',
  described(called.EMPLOYMENT_NAMES, { FLEXIBLE: 'without an employer.' }),
);

export const DetailBlockEnum = asEnum<words.DetailBlock>(
  'DetailBlock',
  'The parts of the details form.',
  described(called.DETAIL_BLOCK_NAMES, {
    CHILD: 'facts about the child that the registration does not ask for.',
    GUARDIANS: 'their relations to the child, and the second guardian.',
    GROUND: 'what proves the ground of TREATED_AS_LOCAL.',
    SUPPORT: 'special needs, language, brothers, sisters and twins.',
  }),
);

export const NeedEnum = asEnum<words.Need>(
  'Need',
  'Whether a part of the details form is needed.',
  described(called.NEED_NAMES, {
    REQUIRED: 'the details cannot be submitted without it.',
    OPTIONAL: 'it can be left out, but once begun it has to be complete and right.',
    NOT_ASKED: 'it is not asked and not accepted: what is not needed is not collected.',
  }),
);

export const FieldInputEnum = asEnum<words.FieldInput>(
  'FieldInput',
  'The kinds of control with which a field of the form is filled in.',
  described(called.FIELD_INPUT_NAMES, { ...INPUT_REMARKS, DISTRICT: 'the entry code of a district.' }),
);

export const RoleEnum = asEnum<words.Role>(
  'Role',
  'The roles of signed-in persons and of systems.',
  described(called.ROLE_NAMES, {
    GUARDIAN: 'a guardian, who reads the records that he or she has registered or is authorised for.',
    SCHOOL_REGISTRAR: 'a registrar of one school.',
    SUBDISTRICT_OFFICER:
      'an officer of subdistricts, who decides the review items that their district gives to them.',
    DEPARTMENT_REVIEWER:
      'a reviewer of a department, who decides the review items that a district gives to the department.',
    DISTRICT_OFFICER: 'an officer of one district.',
    DISTRICT_ADMIN: 'an administrator of one district.',
    MUNICIPAL_ADMIN: 'an administrator of the whole city.',
    DISTRICT_SYSTEM: 'a program of one district, within its scopes.',
    MUNICIPAL_SYSTEM: 'a program of the city, within its scopes.',
  }),
);

export const CheckedLineEnum = asEnum<words.CheckedLine>(
  'CheckedLine',
  'What the identity check compares.',
  described(called.CHECKED_LINE_NAMES),
);

export const ItemPartEnum = asEnum<words.ItemPart>(
  'ItemPart',
  'What a review item is about, where districts can give it to different offices by it.',
  described(called.ITEM_PART_NAMES, {
    WHOLE: 'every item that is not divided, and what is none of the parts.',
    OWN_BUSINESS: 'legal representatives, shareholders, partners and the self-employed.',
  }),
);

export const ItemDeciderEnum = asEnum<words.ItemDecider>(
  'ItemDecider',
  'Who decides a review item (联审).',
  described(called.ITEM_DECIDER_NAMES, {
    DISTRICT: 'the officers of the district.',
    SUBDISTRICT: 'the officers of the subdistrict of the home.',
  }),
);

export const ReviewOrderEnum = asEnum<words.ReviewOrder>(
  'ReviewOrder',
  'In which order a district reviews (联审).',
  described(called.REVIEW_ORDER_NAMES, {
    ONLINE_FIRST: 'everybody decides at once what families submit online.',
    STREET_FIRST:
      'the subdistrict decides its items first, and only then the departments and the officers of the district.',
  }),
);

export const DepartmentEnum = asEnum<words.Department>(
  'Department',
  'The departments that take part in the review (联审).',
  described(called.DEPARTMENT_NAMES),
);

export const GrantStateEnum = asEnum<words.GrantState>(
  'GrantState',
  'How a role that somebody was given stands.',
  described(called.GRANT_STATE_NAMES, {
    AHEAD: 'it holds from a later moment on.',
    HOLDS: 'it holds.',
    ENDED: 'its time is over.',
    TAKEN: 'an administrator has taken it away.',
  }),
);

export const TokenScopeEnum = asEnum<words.TokenScope>(
  'TokenScope',
  'What an API token is for. Without a scope it reads what everybody may read without signing in.',
  described(called.TOKEN_SCOPE_NAMES, {
    DASHBOARDS: 'reads what is counted; counts below 5 are hidden unless LISTS is there as well.',
    LISTS: 'reads records, their numbers masked. Each look is audited.',
    DECISIONS:
      'decides identity checks, review items, rejections, second looks and admissions of a district, and reads its jobs.',
    IMPORTS: 'sets up the city from files; for tokens of the city alone.',
    WEBHOOKS: 'registers webhooks, and looks after those that it has registered itself.',
  }),
);

export const ViewerRelationEnum = asEnum<words.ViewerRelation>(
  'ViewerRelation',
  'The viewer’s relation to a record.',
  described(called.VIEWER_RELATION_NAMES, {
    REGISTRANT: '监护人（一）, who registered it.',
    AUTHORIZED:
      '监护人（二）, whom the registrant has authorised (授权); may neither withdraw nor authorise.',
    STAFF: 'staff of a district, a school or the city.',
  }),
);

export const ActingRoleEnum = asEnum<words.EventActor>(
  'ActingRole',
  'The capacity in which somebody acts on a record.',
  described(called.ACTOR_NAMES, {
    GUARDIAN: 'whoever registered it.',
    SECOND_GUARDIAN: 'whoever is authorised for it.',
    SYSTEM: 'what follows by itself, such as the automatic check.',
  }),
);

export const StageEnum = asEnum<words.Stage>(
  'Stage',
  'The stages of a record.',
  described(
    called.STAGE_NAMES,
    Object.fromEntries(words.STAGES.map((stage) => [stage, STAGE_PLAN[stage].remark])),
  ),
);

export const RefusalCodeEnum = asEnum<RefusalCode>(
  'RefusalCode',
  'The kinds of rule that an input can break; `rules` has the texts.',
  {
    REQUIRED: 'Something that is needed is missing.',
    INVALID_FORMAT: 'The value does not have the right format.',
    DOCUMENT_CHECKSUM: 'The check digit of a document number is wrong (GB 11643-1999).',
    DOCUMENT_MISMATCH: 'The birth date or the sex disagrees with the document number.',
    DOCUMENT_ALREADY_REGISTERED: '一个证件号码只允许注册一个采集编号 (manual 一(二)3).',
    PHONE_LIMIT_REACHED: '每个监护人手机号码最多允许注册三个采集编号 (manual 一(二)5).',
    ATTEMPT_REUSED: 'The idempotency key was used with other input.',
    DISTRICT_MISMATCH: '户籍和居住地中的任意一项必须与所选入学区一致 (manual 一(二)2).',
    AGE_OUT_OF_RANGE: 'The birth date is outside the season’s range.',
    SERVICE_MISMATCH: 'The child belongs to another service (manual 七).',
    CONSULT_DISTRICT: '咨询入学所在区教委 (manual 七).',
    OUTSIDE_WINDOW: 'The district’s window is not open.',
    NOTICE_NOT_READ:
      '监护人须知 was not opened, or was opened less than its reading time ago (manual 一(一)4).',
    CONSENT_REQUIRED: '《个人信息保护政策》 in force was not accepted (manual 一(一)5).',
    CAPTCHA_FAILED: 'The robot check did not pass or was used before.',
    SMS_CODE_WRONG: 'The code is not the one that was sent (manual 一(二)6).',
    SMS_CODE_EXPIRED: 'No code is valid: it has expired or been used.',
    SMS_ATTEMPTS_EXCEEDED: 'Too many wrong codes: the code is void.',
    SMS_COOLDOWN: 'The last code was sent less than 180 s ago (manual 六(二)3).',
    SMS_DAILY_LIMIT: 'Too many codes were requested today for this phone or account.',
    STAGE_CONFLICT: 'The record is not in a stage that allows this.',
    CONFIRMATION_NEEDED:
      'The value is unusual but may be right: send it again with the family’s confirmation.',
    CLAIMED: 'A colleague has the record in hand.',
    STALE_VERSION: 'Somebody has saved in between.',
    NOT_ALLOWED: 'This person may not do this.',
  },
);

export const CheckStatusEnum = asEnum<words.CheckStatus>(
  'CheckStatus',
  'Status of a check or of a review item.',
  described(called.CHECK_STATUS_NAMES, {
    PENDING: 'not decided yet.',
    RETURNED: 'the family can correct it.',
    FAILED: 'a failed automatic match ends nothing; an officer looks at it.',
  }),
);

export const ReviewItemKindEnum = asEnum<words.ReviewItemKind>(
  'ReviewItemKind',
  'The review items. Service and district decide which of them a record has.',
  described(called.REVIEW_ITEM_NAMES, {
    IDENTITY_AND_HUKOU: 'decided by the automatic match, or by an officer.',
    RESIDENCE_PERMIT: 'the guardians’ permits.',
    OTHER: 'something that one district asks for.',
  }),
);

export const AdmissionOutcomeEnum = asEnum<words.AdmissionOutcome>(
  'AdmissionOutcome',
  '入学结果: what the district decides after the school’s preregistration.',
  described(called.ADMISSION_OUTCOME_NAMES),
);

export const SimulationReasonEnum = asEnum<words.SimulationReason>(
  'SimulationReason',
  'Why a change of the rules would change a live record.',
  described(called.SIMULATION_REASON_NAMES, {
    TOO_YOUNG: 'within the season’s age range, and born after that of the simulation.',
    TOO_OLD: 'within the season’s age range, and born before that of the simulation.',
    COMES_INTO_RANGE: 'outside the season’s age range, and within that of the simulation.',
    RESIDENCE_TOO_LATE: 'the lease begins after the simulated cut-off.',
    DOCUMENT_ASKED: 'the details have not been submitted yet, and one more document would be needed.',
    DOCUMENT_ASKED_AGAIN:
      'the details were submitted before, and the family would have to hand in one more document.',
  }),
);

export const TurnHolderEnum = asEnum<TurnHolder>('TurnHolder', 'Who has to act.', {
  GUARDIAN: 'The family: 您.',
  DISTRICT: '区教委.',
  SCHOOL: '学校.',
  SYSTEM: 'The automatic check.',
  NOBODY: 'Nobody at the moment.',
});

export const DateKindEnum = asEnum<DateKind>('DateKind', 'What a family’s date is about.', {
  DETAILS_OPEN: 'The first day for filling in the details.',
  DETAILS_DUE: 'The last day for submitting the details.',
  REVIEW: '入学资格审核: the days on which the district shows its decisions.',
  RETURNED_DUE: 'The last day for correcting what was returned.',
  APPEAL_DUE: 'The last day for asking for a second look.',
  FORM_PRINTING: 'The first day for printing the form.',
  SCHOOL_PREREGISTRATION: '学校预登记: the days on which schools take the form.',
  RESULT: 'The first day on which results are published.',
});

export const StepKindEnum = asEnum<StepKind>(
  'StepKind',
  'The steps of the way (manual 一 to 五).',
  described(STEP_NAMES),
);

export const StepStateEnum = asEnum<Step['state']>('StepState', 'The states of a step.', {
  DONE: 'The record has passed it.',
  NOW: 'The record stands here.',
  NEXT: 'It is still to come.',
});
