import { registerEnumType } from 'type-graphql';
import type { FieldInput } from './rulebook/details/fields.js';
import type { RefusalCode } from './rulebook/refusal.js';
import type { DateKind } from './rulebook/dates.js';
import type { Step, StepKind, TurnHolder } from './rulebook/way.js';
import * as words from './vocabulary.js';

/** Registers a list of words as a GraphQL enum in which every value is described. */
function asEnum<Word extends string>(
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
  return names;
}

export const ServiceKindEnum = asEnum<words.ServiceKind>(
  'ServiceKind',
  'The three services (the manual calls each 适龄儿童入学服务).',
  {
    NON_LOCAL_HUKOU: '非本市户籍适龄儿童入学服务: children without Beijing hukou.',
    TREATED_AS_LOCAL: '按本市户籍对待、外国籍适龄儿童入学服务: one of seven grounds.',
    LOCAL_HUKOU: '本市户籍适龄儿童入学服务: children with Beijing hukou.',
  },
);

export const GroundEnum = asEnum<words.TreatedAsLocalGround>(
  'TreatedAsLocalGround',
  'What lets a child use TREATED_AS_LOCAL (manual 七).',
  {
    TAIWAN_COMPATRIOT:
      '区台办认定的台胞子女: child of a Taiwan compatriot, confirmed by the district’s Taiwan office.',
    OVERSEAS_CHINESE:
      '区侨务部门认定的华侨子女: child of overseas Chinese, confirmed by the district’s office.',
    POSTDOCTORAL: '在京在站博士后研究人员子女: child of a postdoctoral researcher at a Beijing station.',
    MILITARY_RELOCATION:
      '正在办理随军手续的现役军人子女: child of a serviceman whose family is moving to Beijing.',
    ONE_PARENT_LOCAL: '父母一方为本市户籍: one parent has Beijing hukou.',
    WORK_RESIDENCE_PERMIT:
      '父母一方持有《北京市工作居住证》: one parent holds a Beijing work residence permit.',
    FOREIGN_NATIONAL: '外国籍: a child of foreign nationality.',
  },
);

export const DocumentTypeEnum = asEnum<words.DocumentType>(
  'DocumentType',
  'Identity documents of children and guardians.',
  {
    RESIDENT_ID: '居民身份证, GB 11643-1999: 18 characters with a check digit.',
    HK_MACAO_PERMIT: '港澳居民来往内地通行证: H or M and 8 digits.',
    HK_MACAO_RESIDENCE: '港澳居民居住证: 18 characters from 810000 or 820000.',
    TAIWAN_PERMIT: '台湾居民来往大陆通行证: 8 digits.',
    TAIWAN_RESIDENCE: '台湾居民居住证: 18 characters from 830000.',
    PASSPORT: '护照: 5 to 17 letters and digits.',
    FOREIGN_PERMANENT_RESIDENT_ID: '外国人永久居留身份证: 18 characters from 9, or 3 letters and 12 digits.',
  },
);

export const SexEnum = asEnum<words.Sex>('Sex', 'Sex (GB/T 2261.1).', {
  MALE: '男, code 1.',
  FEMALE: '女, code 2.',
});

export const PhaseKindEnum = asEnum<words.PhaseKind>('PhaseKind', 'The phases of a district’s calendar.', {
  REGISTRATION: '注册与信息采集: children can be registered.',
  DETAILS: '录入详细信息: details can be filled in and submitted.',
  REVIEW: '入学资格审核: the review items are decided.',
  CORRECTION: '补充更正: what was returned can be corrected.',
  FORM_PRINTING: '打印信息采集表: the collection form can be printed.',
  SCHOOL_PREREGISTRATION: '学校预登记: schools preregister the children who bring the form.',
  RESULT: '公布入学结果: results are published.',
});

export const QuestionKindEnum = asEnum<words.QuestionKind>(
  'QuestionKind',
  'How the answer to a district’s question is given.',
  {
    TEXT: 'Free text.',
    CHOICE: 'One of the choices.',
    DATE: 'A calendar day, YYYY-MM-DD.',
    NUMBER: 'A number.',
    BOOLEAN: 'Yes or no: true or false.',
  },
);

export const GuardianRoleEnum = asEnum<words.GuardianRole>('GuardianRole', 'Which of the two guardians.', {
  FIRST: '监护人(一), who registers.',
  SECOND: '监护人(二), filled in with the details.',
});

export const RelationEnum = asEnum<words.Relation>('Relation', 'What a guardian is to the child.', {
  FATHER: '父亲',
  MOTHER: '母亲',
  GRANDPARENT: '祖父母或外祖父母',
  OTHER_LEGAL_GUARDIAN: '其他法定监护人',
});

export const HouseholdKindEnum = asEnum<words.HouseholdKind>('HouseholdKind', '户别.', {
  FAMILY: '家庭户',
  COLLECTIVE: '集体户',
});

export const ResidenceKindEnum = asEnum<words.ResidenceKind>(
  'ResidenceKind',
  '住房类型: each is proved by a document of its own.',
  {
    OWNED: '自有住房: by the real-estate certificate.',
    RENTED: '租住住房: by the filed lease.',
    PUBLIC_RENTAL: '公租房: by its lease.',
    EMPLOYER_PROVIDED: '单位住房.',
    RELATIVE_OWNED: '直系亲属的住房: by the real-estate certificate.',
    OTHER: '其他.',
  },
);

export const EmploymentKindEnum = asEnum<words.EmploymentKind>(
  'EmploymentKind',
  '就业类型: decides which authority checks it.',
  {
    EMPLOYED: '单位职工.',
    LEGAL_REPRESENTATIVE: '企业法定代表人.',
    SHAREHOLDER: '企业股东.',
    PARTNER: '合伙人.',
    SELF_EMPLOYED: '个体工商户.',
    FLEXIBLE: '灵活就业: without an employer.',
  },
);

export const DetailBlockEnum = asEnum<words.DetailBlock>('DetailBlock', 'The parts of the details form.', {
  CHILD: 'What is asked of the child beyond the registration.',
  HOUSEHOLD: '户口簿.',
  RESIDENCE: '在京实际住所.',
  GUARDIANS: '监护人: relations, and the second guardian.',
  EMPLOYMENT: '在京务工就业.',
  RESIDENCE_PERMIT: '北京市居住证.',
  QUESTIONS: 'The district’s own questions.',
});

export const NeedEnum = asEnum<words.Need>('Need', 'Whether a part of the details form is needed.', {
  REQUIRED: 'Details cannot be submitted without it.',
  OPTIONAL: 'It can be left out; once begun it has to be right.',
  NOT_ASKED: 'Not asked, and not taken: what is not needed is not collected.',
});

export const FieldInputEnum = asEnum<FieldInput>('FieldInput', 'How a field of the form is filled in.', {
  TEXT: 'A line of text.',
  CHOICE: 'One of the choices.',
  DATE: 'A calendar day.',
  DISTRICT: 'The entry code of a district.',
});

export const RoleEnum = asEnum<words.Role>('Role', 'What a signed-in person may be.', {
  GUARDIAN: '监护人: sees what she registered.',
  SCHOOL_REGISTRAR: '学校登记员 of one school.',
  DISTRICT_OFFICER: '区教委审核人员 of one district.',
  DISTRICT_ADMIN: '区教委管理员 of one district.',
  MUNICIPAL_ADMIN: '市教委管理员: the whole city.',
});

export const ViewerRelationEnum = asEnum<words.ViewerRelation>(
  'ViewerRelation',
  'How the viewer came to a record.',
  {
    REGISTRANT: '监护人(一): registered it.',
    AUTHORIZED: '监护人(二): was authorised by the registrant (授权); may not withdraw or authorise.',
    STAFF: 'Sees it in an office: district, city or school.',
  },
);

export const StageEnum = asEnum<words.Stage>('Stage', 'How far a record is on its way.', {
  REGISTERED: '已注册: waits for the details.',
  DETAILS_DRAFTED: '已暂存: a draft of the details is kept.',
  SUBMITTED: '已提交: 身份证及户籍信息待验证.',
  IDENTITY_VERIFIED: '身份证及户籍信息已验证: the review items are being decided.',
  RETURNED: '退回补充更正: the reason is shown, the guardian may submit again.',
  REJECTED: '审核未通过: with the reason and the way to ask for a second look.',
  APPEALED: '申请复核: the guardian asked for a second look.',
  APPROVED: '审核通过: the form can be printed.',
  PREREGISTERED: '学校预登记已完成.',
  ADMITTED: '区教委审核通过.',
  WITHDRAWN: '已撤销.',
});

export const RefusalCodeEnum = asEnum<RefusalCode>(
  'RefusalCode',
  'Which rule the input breaks; `rules` has their texts.',
  {
    REQUIRED: 'Something that is needed is missing.',
    INVALID_FORMAT: 'Written in a way that it cannot be.',
    DOCUMENT_CHECKSUM: 'The check digit of a document number is wrong (GB 11643-1999).',
    DOCUMENT_MISMATCH: 'Birth date or sex disagree with the document number.',
    DOCUMENT_ALREADY_REGISTERED: '一个证件号码只允许注册一个采集编号 (manual 一(二)3).',
    PHONE_LIMIT_REACHED: '每个监护人手机号码最多允许注册三个采集编号 (manual 一(二)5).',
    ATTEMPT_REUSED: 'The idempotency key was used with other input.',
    DISTRICT_MISMATCH: '户籍和居住地中的任意一项必须与所选入学区一致 (manual 一(二)2).',
    AGE_OUT_OF_RANGE: 'Born outside the season’s range.',
    SERVICE_MISMATCH: 'The child belongs to another service (manual 七).',
    CONSULT_DISTRICT: '咨询入学所在区教委 (manual 七).',
    OUTSIDE_WINDOW: 'The district’s window is not open.',
    NOTICE_NOT_READ: '监护人须知 was not opened, or less than its reading time ago (manual 一(一)4).',
    CONSENT_REQUIRED: '《个人信息保护政策》 in force was not accepted (manual 一(一)5).',
    CAPTCHA_FAILED: 'The robot check did not pass or was used before.',
    SMS_CODE_WRONG: 'Another code than the one sent (manual 一(二)6).',
    SMS_CODE_EXPIRED: 'No code is valid any more: expired or used.',
    SMS_ATTEMPTS_EXCEEDED: 'Too many wrong codes: the code is void.',
    SMS_COOLDOWN: 'Less than 180 s since the last code (manual 六(二)3).',
    SMS_DAILY_LIMIT: 'Too many codes for this phone today.',
    STAGE_CONFLICT: 'The record is not in a stage that allows this.',
    STALE_VERSION: 'Somebody saved in between.',
    NOT_ALLOWED: 'This person may not do this.',
  },
);

export const CheckStatusEnum = asEnum<words.CheckStatus>(
  'CheckStatus',
  'How a check or a review item stands.',
  {
    PENDING: '待审核: not decided yet.',
    PASSED: '通过.',
    RETURNED: '退回补充更正: the family can correct it.',
    FAILED: '未通过. By the automatic match it never ends anything: it waits for an officer.',
  },
);

export const ReviewItemKindEnum = asEnum<words.ReviewItemKind>(
  'ReviewItemKind',
  'What is reviewed. Which items a record has depends on its service and district: they are data.',
  {
    IDENTITY_AND_HUKOU: '身份证及户籍信息: decided by the automatic match, or by an officer.',
    HOUSEHOLD_REGISTER: '全家户口簿.',
    RESIDENCE_PERMIT: '北京市居住证 of the guardians.',
    RESIDENCE: '在京实际住所居住材料.',
    EMPLOYMENT: '在京务工就业材料.',
    GROUND: '按本市户籍对待的认定材料.',
    OTHER: 'Something that one district asks for.',
  },
);

export const AdmissionOutcomeEnum = asEnum<words.AdmissionOutcome>(
  'AdmissionOutcome',
  '入学结果: what the district decides after the preregistration.',
  {
    PENDING: 'Not decided yet.',
    ADMITTED: '录取.',
    NOT_ADMITTED: '未录取.',
  },
);

export const TurnHolderEnum = asEnum<TurnHolder>('TurnHolder', 'Who has to act.', {
  GUARDIAN: 'The family: 您.',
  DISTRICT: '区教委.',
  SCHOOL: '学校.',
  SYSTEM: 'The automatic check.',
  NOBODY: 'Nobody at the moment.',
});

export const DateKindEnum = asEnum<DateKind>('DateKind', 'What a date of a family is about.', {
  DETAILS_OPEN: 'From when on details can be filled in.',
  DETAILS_DUE: 'Until when details can be submitted.',
  REVIEW: '入学资格审核: the days on which the district shows its decisions.',
  RETURNED_DUE: 'Until when what was returned can be corrected.',
  APPEAL_DUE: 'Until when a second look can be asked for.',
  FORM_PRINTING: 'From when on the form can be printed.',
  SCHOOL_PREREGISTRATION: '学校预登记: the days on which schools take the form.',
  RESULT: 'From when on results are published.',
});

export const StepKindEnum = asEnum<StepKind>('StepKind', 'The steps of the way (manual 一 to 五).', {
  REGISTRATION: '注册.',
  DETAILS: '录入详细信息.',
  IDENTITY_CHECK: '身份证及户籍信息核验.',
  REVIEW: '入学资格审核.',
  FORM: '打印信息采集表.',
  PREREGISTRATION: '学校预登记.',
  RESULT: '入学结果.',
});

export const StepStateEnum = asEnum<Step['state']>('StepState', 'How a step stands.', {
  DONE: 'Behind the record.',
  NOW: 'Where the record stands.',
  NEXT: 'Still to come.',
});
