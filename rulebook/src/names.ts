import type {
  CheckedLine,
  AdmissionOutcome,
  CheckStatus,
  Department,
  DetailBlock,
  DocumentType,
  EvidenceHolder,
  EvidenceKind,
  EmploymentKind,
  DocumentHolder,
  EventActor,
  FieldInput,
  GrantState,
  ItemDecider,
  ItemPart,
  ReviewOrder,
  GuardianRole,
  HouseholdKind,
  Need,
  PhaseKind,
  QuestionKind,
  Relation,
  ResidenceKind,
  RetentionKind,
  ReviewItemKind,
  Role,
  SeasonState,
  ServiceKind,
  SimulationReason,
  Sex,
  SpecialEducationWish,
  Stage,
  TokenScope,
  TreatedAsLocalGround,
  ViewerRelation,
} from './vocabulary.js';
import type { TurnHolder } from './way.js';
import { names, type Names } from './words.js';

/** What every word of the vocabulary is called, for the site, the printed form, the refusals and the API’s descriptions. */
export const SERVICE_NAMES = names<ServiceKind>({
  NON_LOCAL_HUKOU: ['非本市户籍适龄儿童入学服务', 'Enrolment of children without Beijing hukou'],
  TREATED_AS_LOCAL: [
    '按本市户籍对待、外国籍适龄儿童入学服务',
    'Enrolment of children treated as local or of foreign nationality',
  ],
  LOCAL_HUKOU: ['本市户籍适龄儿童入学服务', 'Enrolment of children with Beijing hukou'],
});

/** As within a sentence. */
export const SEASON_STATE_NAMES = names<SeasonState>({
  PLANNED: ['筹备中', 'planned'],
  OPEN: ['进行中', 'open'],
  CLOSED: ['已结束', 'closed'],
  ARCHIVED: ['已归档', 'archived'],
});

export const GROUND_NAMES = names<TreatedAsLocalGround>({
  TAIWAN_COMPATRIOT: [
    '区台办认定的台胞子女',
    'Child of a Taiwan compatriot, confirmed by the district’s Taiwan affairs office',
  ],
  OVERSEAS_CHINESE: [
    '区侨务部门认定的华侨子女',
    'Child of overseas Chinese, confirmed by the district’s overseas Chinese affairs office',
  ],
  POSTDOCTORAL: ['在京在站博士后研究人员子女', 'Child of a postdoctoral researcher working in Beijing'],
  MILITARY_RELOCATION: [
    '正在办理随军进京落户手续的现役军人子女',
    'Child of a serviceman whose family is moving its hukou to Beijing',
  ],
  ONE_PARENT_LOCAL: ['父母一方是本市户籍', 'One parent has Beijing hukou'],
  WORK_RESIDENCE_PERMIT: [
    '父母一方持有《北京市工作居住证》',
    'One parent holds the Beijing work and residence permit',
  ],
  FOREIGN_NATIONAL: ['外国籍', 'Foreign nationality'],
});

/** As within a sentence. */
export const DOCUMENT_NAMES = names<DocumentType>({
  RESIDENT_ID: ['居民身份证', 'resident ID'],
  HK_MACAO_PERMIT: ['港澳居民来往内地通行证', 'mainland travel permit for Hong Kong and Macao residents'],
  HK_MACAO_RESIDENCE: ['港澳居民居住证', 'residence permit for Hong Kong and Macao residents'],
  TAIWAN_PERMIT: ['台湾居民来往大陆通行证', 'mainland travel permit for Taiwan residents'],
  TAIWAN_RESIDENCE: ['台湾居民居住证', 'residence permit for Taiwan residents'],
  PASSPORT: ['护照', 'passport'],
  FOREIGN_PERMANENT_RESIDENT_ID: ['外国人永久居留身份证', 'foreign permanent resident ID'],
});

/** The manual's words where it has them. */
export const STAGE_NAMES = names<Stage>({
  REGISTERED: ['已注册', 'Registered'],
  DETAILS_DRAFTED: ['已暂存', 'Draft saved'],
  SUBMITTED: ['身份证及户籍信息待验证', 'Identity and hukou being checked'],
  IDENTITY_VERIFIED: ['身份证及户籍信息已验证', 'Identity and hukou verified'],
  RETURNED: ['退回补充更正', 'Returned for correction'],
  REJECTED: ['审核未通过', 'Not approved'],
  APPEALED: ['申请复核', 'Second look asked for'],
  APPROVED: ['审核通过', 'Approved'],
  PREREGISTERED: ['学校预登记已完成', 'Preregistered at the school'],
  ADMITTED: ['区教委审核通过', 'Admitted'],
  WITHDRAWN: ['已撤销', 'Withdrawn'],
});

export const SEX_NAMES = names<Sex>({ MALE: ['男', 'Male'], FEMALE: ['女', 'Female'] });

export const PHASE_NAMES = names<PhaseKind>({
  REGISTRATION: ['注册与信息采集', 'Registration and collection of information'],
  DETAILS: ['录入详细信息', 'Filling in the details'],
  REVIEW: ['入学资格审核', 'Review'],
  CORRECTION: ['补充更正', 'Corrections'],
  FORM_PRINTING: ['打印信息采集表', 'Printing the collection form'],
  SCHOOL_PREREGISTRATION: ['学校预登记', 'Preregistration at school'],
  RESULT: ['公布入学结果', 'Publication of results'],
});

/** 到期删除: what is kept for a period of its own. */
export const RETENTION_NAMES = names<RetentionKind>({
  UNSUBMITTED: ['一直没有提交的信息', 'Records that were never submitted'],
  RECORDS: ['全部信息和短信', 'All records with their messages'],
  MESSAGES: ['撤销后留下的短信', 'Messages that stay after a withdrawal'],
  API_TOKENS: ['业务系统的 API 令牌', 'API tokens of systems'],
});

export const GUARDIAN_ROLE_NAMES = names<GuardianRole>({
  FIRST: ['监护人（一）', 'Guardian (1)'],
  SECOND: ['监护人（二）', 'Guardian (2)'],
});

export const DOCUMENT_HOLDER_NAMES = names<DocumentHolder>({
  CHILD: ['儿童', 'The child'],
  FIRST_GUARDIAN: ['监护人（一）', 'Guardian (1)'],
  SECOND_GUARDIAN: ['监护人（二）', 'Guardian (2)'],
});

export const RELATION_NAMES = names<Relation>({
  FATHER: ['父亲', 'Father'],
  MOTHER: ['母亲', 'Mother'],
  GRANDPARENT: ['祖父母或外祖父母', 'Grandparent'],
  OTHER_LEGAL_GUARDIAN: ['其他法定监护人', 'Other legal guardian'],
});

export const HOUSEHOLD_NAMES = names<HouseholdKind>({
  FAMILY: ['家庭户', 'Family household'],
  COLLECTIVE: ['集体户', 'Collective household'],
});

export const RESIDENCE_NAMES = names<ResidenceKind>({
  OWNED: ['自有住房', 'Own home'],
  RENTED: ['租住住房', 'Rented home'],
  PUBLIC_RENTAL: ['公租房', 'Public rental housing'],
  EMPLOYER_PROVIDED: ['单位住房', 'Home provided by the employer'],
  RELATIVE_OWNED: ['直系亲属的住房', 'Home of a parent or grandparent'],
  OTHER: ['其他', 'Other'],
});

export const EMPLOYMENT_NAMES = names<EmploymentKind>({
  EMPLOYED: ['单位职工', 'Employed'],
  LEGAL_REPRESENTATIVE: ['企业法定代表人', 'Legal representative of a company'],
  SHAREHOLDER: ['企业股东', 'Shareholder of a company'],
  PARTNER: ['合伙人', 'Partner in a partnership'],
  SELF_EMPLOYED: ['个体工商户', 'Self-employed, with a business licence'],
  FLEXIBLE: ['灵活就业', 'Flexible employment'],
});

/** The city's own papers by their titles. */
export const EVIDENCE_NAMES = names<EvidenceKind>({
  TAIWAN_CONFIRMATION: ['区台办出具的认定材料', 'Confirmation by the district’s Taiwan affairs office'],
  OVERSEAS_CHINESE_CONFIRMATION: [
    '区侨务部门出具的认定材料',
    'Confirmation by the district’s overseas Chinese affairs office',
  ],
  POSTDOCTORAL_CERTIFICATE: ['博士后在站证明', 'Certificate of a postdoctoral researcher'],
  MILITARY_RELOCATION_PROOF: [
    '部队出具的随军进京落户证明',
    'Proof by the military unit that the hukou is being moved',
  ],
  LOCAL_HOUSEHOLD_REGISTER: ['本市户籍一方的户口簿', 'Household register of the parent with Beijing hukou'],
  WORK_RESIDENCE_PERMIT: ['《北京市工作居住证》', 'Beijing work and residence permit'],
  FOREIGN_RESIDENCE_PERMIT: ['外国人居留许可', 'Residence permit for foreigners'],
  FOREIGN_PERMANENT_RESIDENCE: ['外国人永久居留身份证', 'Permanent residence card for foreigners'],
});

export const EVIDENCE_HOLDER_NAMES = names<EvidenceHolder>({
  CHILD: ['孩子', 'The child'],
  FIRST_GUARDIAN: ['监护人（一）', 'Guardian (1)'],
  SECOND_GUARDIAN: ['监护人（二）', 'Guardian (2)'],
});

export const SPECIAL_EDUCATION_NAMES = names<SpecialEducationWish>({
  ORDINARY_CLASS: ['普通学校随班就读', 'In an ordinary class'],
  SPECIAL_SCHOOL: ['特殊教育学校', 'At a special school'],
  AT_HOME: ['送教上门', 'At home'],
});

/** The parts of the details form. */
export const DETAIL_BLOCK_NAMES = names<DetailBlock>({
  CHILD: ['孩子', 'The child'],
  HOUSEHOLD: ['户口簿', 'Household register'],
  RESIDENCE: ['在京实际住所', 'Home in Beijing'],
  GUARDIANS: ['监护人', 'Guardians'],
  GROUND: ['认定材料', 'Proof of the ground'],
  EMPLOYMENT: ['在京务工就业', 'Work in Beijing'],
  RESIDENCE_PERMIT: ['北京市居住证', 'Beijing residence permits'],
  SUPPORT: ['特别需要和家庭情况', 'Special needs and the family'],
  QUESTIONS: ['本区的问题', 'The district’s own questions'],
});

export const QUESTION_KIND_NAMES = names<QuestionKind>({
  TEXT: ['文字', 'Text'],
  CHOICE: ['选择', 'Choice'],
  DATE: ['日期', 'Day'],
  NUMBER: ['数字', 'Number'],
  BOOLEAN: ['是或否', 'Yes or no'],
});

export const FIELD_INPUT_NAMES: Names<FieldInput> = {
  ...QUESTION_KIND_NAMES,
  ...names<'DISTRICT'>({ DISTRICT: ['区', 'District'] }),
};

/** Whether a part of the details form is needed. */
export const NEED_NAMES = names<Need>({
  REQUIRED: ['必填', 'Needed'],
  OPTIONAL: ['选填', 'Optional'],
  NOT_ASKED: ['不采集', 'Not asked'],
});

/** How somebody came to a record. */
export const VIEWER_RELATION_NAMES = names<ViewerRelation>({
  REGISTRANT: ['注册的监护人', 'The guardian who registered'],
  AUTHORIZED: ['被授权的监护人', 'The authorised guardian'],
  STAFF: ['工作人员', 'Staff'],
});

/** As whom somebody acts on a record. */
export const ACTOR_NAMES = names<EventActor>({
  GUARDIAN: ['监护人（一）', 'Guardian (1)'],
  SECOND_GUARDIAN: ['监护人（二）', 'Guardian (2)'],
  DISTRICT: ['区教委', 'The district'],
  SUBDISTRICT: ['街道（乡镇）', 'The subdistrict'],
  DEPARTMENT: ['联审部门', 'A department of the review'],
  SCHOOL: ['学校', 'The school'],
  SYSTEM: ['系统', 'The system'],
});

export const ROLE_NAMES = names<Role>({
  GUARDIAN: ['监护人', 'Guardian'],
  SCHOOL_REGISTRAR: ['学校登记员', 'School registrar'],
  SUBDISTRICT_OFFICER: ['街道审核人员', 'Subdistrict officer'],
  DEPARTMENT_REVIEWER: ['部门审核人员', 'Department reviewer'],
  DISTRICT_OFFICER: ['区教委审核人员', 'District officer'],
  DISTRICT_ADMIN: ['区教委管理员', 'District administrator'],
  MUNICIPAL_ADMIN: ['市教委管理员', 'Municipal administrator'],
  DISTRICT_SYSTEM: ['区教委业务系统', 'District’s system'],
  MUNICIPAL_SYSTEM: ['市教委业务系统', 'City’s system'],
});

const DEPARTMENTS = {
  PUBLIC_SECURITY: ['公安', 'Public security'],
  HUMAN_RESOURCES: ['人力社保', 'Human resources and social insurance'],
  MARKET_REGULATION: ['市场监管', 'Market regulation'],
  HOUSING: ['住房城乡建设', 'Housing'],
  PLANNING: ['规划自然资源', 'Planning and natural resources'],
  TAXATION: ['税务', 'Taxation'],
} as const;
export const DEPARTMENT_NAMES = names<Department>(DEPARTMENTS);

/** Who decides a review item. */
export const ITEM_DECIDER_NAMES = names<ItemDecider>({
  DISTRICT: ['区教委', 'The district'],
  SUBDISTRICT: ['街道（乡镇）', 'The subdistrict'],
  ...DEPARTMENTS,
});

/** What a divided review item is about. */
export const ITEM_PART_NAMES = names<ItemPart>({
  WHOLE: ['其他情形', 'Anything else'],
  EMPLOYED: ['单位职工', 'Employed'],
  OWN_BUSINESS: ['企业法定代表人、股东、合伙人、个体工商户', 'A business of their own'],
  FLEXIBLE: ['灵活就业', 'Flexible employment'],
  MIXED: ['两位监护人就业类型不同', 'Guardians whose kinds of work differ'],
});

/** What the identity check found otherwise. */
export const CHECKED_LINE_NAMES = names<CheckedLine>({
  NAME: ['姓名', 'Name'],
  NUMBER: ['证件号码', 'Document number'],
  BIRTH_DATE: ['出生日期', 'Birth date'],
  HUKOU: ['户籍所在地', 'Hukou'],
});

/** In which order a district reviews. */
export const REVIEW_ORDER_NAMES = names<ReviewOrder>({
  ONLINE_FIRST: ['网上先行', 'Online first'],
  STREET_FIRST: ['街道先行', 'Street first'],
});

export const GRANT_STATE_NAMES = names<GrantState>({
  AHEAD: ['未开始', 'Not begun'],
  HOLDS: ['有效', 'Holds'],
  ENDED: ['已到期', 'Ended'],
  TAKEN: ['已收回', 'Taken away'],
});

export const TOKEN_SCOPE_NAMES = names<TokenScope>({
  DASHBOARDS: ['统计', 'Dashboards'],
  LISTS: ['名单与记录', 'Lists and records'],
  DECISIONS: ['审核决定', 'Decisions'],
  IMPORTS: ['基础数据导入', 'Imports'],
  WEBHOOKS: ['变动推送', 'Webhooks'],
});

export const CHECK_STATUS_NAMES = names<CheckStatus>({
  PENDING: ['待审核', 'Pending'],
  PASSED: ['通过', 'Passed'],
  RETURNED: ['退回补充更正', 'Returned for correction'],
  FAILED: ['未通过', 'Not passed'],
});

export const REVIEW_ITEM_NAMES = names<ReviewItemKind>({
  IDENTITY_AND_HUKOU: ['身份证及户籍信息', 'Identity and household registration'],
  HOUSEHOLD_REGISTER: ['全家户口簿', 'Household register'],
  RESIDENCE_PERMIT: ['北京市居住证', 'Beijing residence permits'],
  RESIDENCE: ['在京实际住所居住材料', 'Residence in Beijing'],
  EMPLOYMENT: ['在京务工就业材料', 'Employment in Beijing'],
  GROUND: ['按本市户籍对待的认定材料', 'Ground for being treated as local'],
  OTHER: ['区教委要求的其他材料', 'Other papers that the district asks for'],
});

export const ADMISSION_OUTCOME_NAMES = names<AdmissionOutcome>({
  PENDING: ['待定', 'Not decided yet'],
  ADMITTED: ['录取', 'Admitted'],
  NOT_ADMITTED: ['未录取', 'Not admitted'],
});

/** Whose turn it is, as the family reads it. */
export const TURN_HOLDER_NAMES = names<TurnHolder>({
  GUARDIAN: ['您', 'you'],
  DISTRICT: ['区教委', 'the district'],
  SCHOOL: ['学校', 'the school'],
  SYSTEM: ['系统', 'the system'],
  NOBODY: ['', ''],
});

export const SIMULATION_REASON_NAMES = names<SimulationReason>({
  TOO_YOUNG: ['不到年龄', 'Too young'],
  TOO_OLD: ['超过年龄', 'Too old'],
  COMES_INTO_RANGE: ['变为符合年龄', 'Comes into the age range'],
  RESIDENCE_TOO_LATE: ['居住开始得太晚', 'Residence begins too late'],
  DOCUMENT_ASKED: ['要多准备一份材料', 'One more document'],
  DOCUMENT_ASKED_AGAIN: ['已提交，要补交一份材料', 'One more document after submitting'],
});
