/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The capacity in which somebody acts on a record. */
export type ActingRole =
  /** 联审部门: A department of the review. */
  | 'DEPARTMENT'
  /** 区教委: The district. */
  | 'DISTRICT'
  /** 监护人（一）: whoever registered it. */
  | 'GUARDIAN'
  /** 学校: The school. */
  | 'SCHOOL'
  /** 监护人（二）: whoever is authorised for it. */
  | 'SECOND_GUARDIAN'
  /** 街道（乡镇）: The subdistrict. */
  | 'SUBDISTRICT'
  /** 系统: what follows by itself, such as the automatic check. */
  | 'SYSTEM';

/** Something that can be done with a record. */
export type ActionKind =
  /** 申请复核. */
  | 'APPEAL'
  /** 暂存信息. */
  | 'EDIT_DETAILS'
  /** 去授权. */
  | 'GRANT_AUTHORIZATION'
  /** 打印信息采集表. */
  | 'PRINT_FORM'
  /** 取消授权. */
  | 'REVOKE_AUTHORIZATION'
  /** 提交信息. */
  | 'SUBMIT_DETAILS'
  /** 入学结果查看. */
  | 'VIEW_RESULT'
  /** 撤销信息. */
  | 'WITHDRAW';

/** 入学结果: what the district decides after the school’s preregistration. */
export type AdmissionOutcome =
  /** 录取: Admitted. */
  | 'ADMITTED'
  /** 未录取: Not admitted. */
  | 'NOT_ADMITTED'
  /** 待定: Not decided yet. */
  | 'PENDING';

/** What a new API token is to be like. */
export type ApiTokenInput = {
  /** The addresses from which it may be used, IPv4 or IPv6, in CIDR notation, such as 192.0.2.0/24 or 2001:db8::/32; at most 20. Without any it may be used from anywhere. */
  addressRanges?: Array<string>;
  /** Entry code of the district whose system it is. Left out for a system of the city, for which only municipal administrators create tokens. */
  district?: string | null | undefined;
  /** When it ends: in the future, at most 366 days from now. */
  expiresAt: string;
  /** What the system is called, so that the list says which it is: at most 60 characters. */
  name: string;
  /** What it is for, at least one. IMPORTS is for the city alone, DECISIONS for a district. */
  scopes?: Array<TokenScope>;
};

/** Who has a record in hand. */
export type AssigneeFilter =
  /** The viewer. */
  | 'ME'
  /** The viewer or nobody: what the viewer can decide on. */
  | 'ME_OR_NOBODY'
  /** Nobody: it is free. */
  | 'NOBODY'
  /** Somebody else. */
  | 'OTHERS';

/** What of the audit trail does not hold. */
export type AuditFaultKind =
  /** An entry was changed, taken out or put in between, or the end of a chain was cut off. */
  | 'ENTRY'
  /** A daily seal was forged or removed, or a chain is not what it was when it was sealed. */
  | 'SEAL';

/** Which entries of the audit trail to list. Every condition that is given must hold. */
export type AuditFilter = {
  /** Only what this person or system did: the `actorId` of an entry. It finds nothing in the trail of one’s own child, where a family reads offices only. */
  actor?: string | null | undefined;
  /** Only entries of this district, by its code. */
  district?: string | null | undefined;
  /** Only entries from this day on, in Beijing. */
  from?: string | null | undefined;
  /** Only entries of this kind. */
  kind?: AuditKind | null | undefined;
  /** Only entries up to the end of this day, in Beijing. */
  to?: string | null | undefined;
};

/** What kind of act an entry of the audit trail tells of. */
export type AuditKind =
  /** An office or a school did something about records: decided, claimed, preregistered. */
  | 'DECISION'
  /** A guardian did something. */
  | 'FAMILY'
  /** Somebody looked: at a record, a list, a printed paper, a trial run. */
  | 'LOOK'
  /** Something was set for a district or the city: a calendar, a text, a token, a season. */
  | 'SETTING'
  /** Somebody looked at whole document numbers and phones. */
  | 'WHOLE_NUMBERS';

/** What a school’s desk is told of what a family brings. */
export type BroughtStatus =
  /** Neither a collection number with its right check digit nor the code of a form. */
  | 'MISTYPED'
  /** The number belongs to another district. */
  | 'OTHER_DISTRICT'
  /** The registrar handles this record as a guardian: a colleague takes it. */
  | 'OWN_FAMILY'
  /** 已预登记: this school has preregistered the child. */
  | 'PREREGISTERED'
  /** 已在别的学校预登记. */
  | 'PREREGISTERED_ELSEWHERE'
  /** 已更新: the record has changed since the form was printed. `record` is there when the child is approved again. */
  | 'SUPERSEDED'
  /** No form of an approved child has this number or code. */
  | 'UNKNOWN'
  /** 有效: the child is approved and can be preregistered; a form that was brought agrees with the record. */
  | 'VALID'
  /** 已撤销: the family has withdrawn the record. */
  | 'WITHDRAWN';

/** What is done to many records. */
export type BulkKind =
  /** Decides the admission: takes `outcome`, and `note`. */
  | 'APPROVE_ADMISSIONS'
  /** 认领: takes them in hand; what a colleague has in hand is refused. */
  | 'CLAIM_RECORDS'
  /** Decides the identity check: takes `status`, and `reason` unless it is PASSED. */
  | 'DECIDE_IDENTITY_CHECK'
  /** Decides a review item: takes `item` and `status`, and `reason`, `remedy`, `dueAt`. */
  | 'DECIDE_REVIEW_ITEM'
  /** Rejects the records: takes `reason`. Several need a second person, unless the district has switched that off. */
  | 'REJECT_RECORDS'
  /** 放回: gives them back; what a colleague has in hand is refused. */
  | 'RELEASE_RECORDS'
  /** For administrators: takes them in hand, also from colleagues. Several need a second person. */
  | 'TAKE_OVER_RECORDS';

/** A change of a district’s calendar. */
export type CalendarInput = {
  /** Entry code of the administrator’s own district. */
  district: string;
  /** Whether it is only tried: everything is checked and told, and nothing is changed. */
  dryRun?: boolean | null | undefined;
  /** The revision of the calendar that the change is made to. STALE_VERSION when somebody has changed it since. */
  revision: number;
  /** Year of the season; may be left out while exactly one season is open. */
  season?: number | null | undefined;
  /** The windows to change or to add; the others stay as they are. */
  windows: Array<WindowInput>;
};

/** The answer to a robot check. */
export type CaptchaAnswerInput = {
  /** The widget’s payload: base64 of a JSON object with challenge and solution. */
  answer: string;
  /** Id of the robot check. */
  id: string | number;
};

/** Status of a check or of a review item. */
export type CheckStatus =
  /** 未通过: a failed automatic match ends nothing; an officer looks at it. */
  | 'FAILED'
  /** 通过: Passed. */
  | 'PASSED'
  /** 待审核: not decided yet. */
  | 'PENDING'
  /** 退回补充更正: the family can correct it. */
  | 'RETURNED';

/** What the identity check compares. */
export type CheckedLine =
  /** 出生日期: Birth date. */
  | 'BIRTH_DATE'
  /** 户籍所在地: Hukou. */
  | 'HUKOU'
  /** 姓名: Name. */
  | 'NAME'
  /** 证件号码: Document number. */
  | 'NUMBER';

/** The child, as on the household register or document. Cannot be edited by the guardian afterwards (manual 二(二)2). */
export type ChildInput = {
  /** 出生日期; agrees with the document number and lies in the season’s range. */
  birthDate: string;
  /** 证件号码; blanks, full-width digits and a lower-case x are accepted. */
  documentNumber: string;
  /** 证件类型. */
  documentType: DocumentType;
  /** Entry code of the district of the hukou; left out unless the hukou is in Beijing. */
  hukouDistrict?: string | null | undefined;
  /** 户籍所在地, GB/T 2260 province code such as 130000. */
  hukouProvince?: string | null | undefined;
  /** 姓名, at most 50 characters. */
  name: string;
  /** 国籍, ISO 3166-1 alpha-2, such as CN. */
  nationality: string;
  /** 居住地, entry code of the district. */
  residenceDistrict: string;
  /** 性别; agrees with the document number. */
  sex: Sex;
};

/** What an SMS code confirms. */
export type CodePurpose =
  /** That whole numbers are put into a copy of all that is held. */
  | 'EXPORT'
  /** A registration. */
  | 'REGISTRATION'
  /** A withdrawal. */
  | 'WITHDRAWAL';

/** The kinds of text that are accepted before a registration. */
export type ConsentKind =
  /** 监护人须知 of the service. */
  | 'GUARDIAN_NOTICE'
  /** 《个人信息保护政策》. */
  | 'PRIVACY_POLICY';

/** The fields of a registration to correct; a field left out stays as it is. */
export type CorrectionInput = {
  /** The child’s birth date. */
  birthDate?: string | null | undefined;
  /** The child’s document number. */
  childDocumentNumber?: string | null | undefined;
  /** The kind of the child’s document. */
  childDocumentType?: DocumentType | null | undefined;
  /** The child’s name. */
  childName?: string | null | undefined;
  /** The first guardian’s document number. */
  guardianDocumentNumber?: string | null | undefined;
  /** The kind of the first guardian’s document. */
  guardianDocumentType?: DocumentType | null | undefined;
  /** The first guardian’s name. */
  guardianName?: string | null | undefined;
  /** The first guardian’s phone; for a guardian who has lost the registered one. */
  guardianPhone?: string | null | undefined;
  /** Entry code of the hukou’s district, when it is in Beijing. */
  hukouDistrict?: string | null | undefined;
  /** 户籍所在地, GB/T 2260 province code such as 130000; empty when the child has none. It has to fit the service of the record. */
  hukouProvince?: string | null | undefined;
  /** 国籍, ISO 3166-1 alpha-2, such as CN; a passport is known by it. */
  nationality?: string | null | undefined;
  /** 居住地, entry code of the district; this or the hukou’s stays the district of the record (一(二)2). */
  residenceDistrict?: string | null | undefined;
  /** The child’s sex. */
  sex?: Sex | null | undefined;
};

/** What a family asks to have corrected; a field left out stays as it is. */
export type CorrectionRequestInput = {
  /** The child’s birth date. */
  birthDate?: string | null | undefined;
  /** The child’s document number. */
  childDocumentNumber?: string | null | undefined;
  /** The child’s name. */
  childName?: string | null | undefined;
  /** The first guardian’s document number. */
  guardianDocumentNumber?: string | null | undefined;
  /** The first guardian’s name. */
  guardianName?: string | null | undefined;
  /** The first guardian’s phone; for a guardian who has lost the registered one. */
  guardianPhone?: string | null | undefined;
  /** The child’s sex. */
  sex?: Sex | null | undefined;
};

/** How a family’s request for a correction stands. */
export type CorrectionRequestState =
  /** 已更正: it was corrected. */
  | 'ACCEPTED'
  /** 未同意: an officer has said why not. */
  | 'DECLINED'
  /** 待复核: an officer would correct it; a second one has to confirm, since a document or phone changes. */
  | 'PROPOSED'
  /** 待处理: an officer has to decide. */
  | 'REQUESTED'
  /** 已撤回: the family has taken it back. */
  | 'TAKEN_BACK';

/** What a family’s date is about. */
export type DateKind =
  /** The last day for asking for a second look. */
  | 'APPEAL_DUE'
  /** The last day for submitting the details. */
  | 'DETAILS_DUE'
  /** The first day for filling in the details. */
  | 'DETAILS_OPEN'
  /** The first day for printing the form. */
  | 'FORM_PRINTING'
  /** The first day on which results are published. */
  | 'RESULT'
  /** The last day for correcting what was returned. */
  | 'RETURNED_DUE'
  /** 入学资格审核: the days on which the district shows its decisions. */
  | 'REVIEW'
  /** 学校预登记: the days on which schools take the form. */
  | 'SCHOOL_PREREGISTRATION';

/** The departments that take part in the review (联审). */
export type Department =
  /** 住房城乡建设: Housing. */
  | 'HOUSING'
  /** 人力社保: Human resources and social insurance. */
  | 'HUMAN_RESOURCES'
  /** 市场监管: Market regulation. */
  | 'MARKET_REGULATION'
  /** 规划自然资源: Planning and natural resources. */
  | 'PLANNING'
  /** 公安: Public security. */
  | 'PUBLIC_SECURITY'
  /** 税务: Taxation. */
  | 'TAXATION';

/** The parts of the details form. */
export type DetailBlock =
  /** 孩子: facts about the child that the registration does not ask for. */
  | 'CHILD'
  /** 在京务工就业: Work in Beijing. */
  | 'EMPLOYMENT'
  /** 认定材料: what proves the ground of TREATED_AS_LOCAL. */
  | 'GROUND'
  /** 监护人: their relations to the child, and the second guardian. */
  | 'GUARDIANS'
  /** 户口簿: Household register. */
  | 'HOUSEHOLD'
  /** 本区的问题: The district’s own questions. */
  | 'QUESTIONS'
  /** 在京实际住所: Home in Beijing. */
  | 'RESIDENCE'
  /** 北京市居住证: Beijing residence permits. */
  | 'RESIDENCE_PERMIT'
  /** 特别需要和家庭情况: special needs, language, brothers, sisters and twins. */
  | 'SUPPORT';

/** The details form. Every field but the version is optional while drafting; submitDetails says which are missing. A save replaces the whole form: a field left out becomes empty. Refusals name a field by its path, and an entry of a list by what it is about instead of its place: employments.FIRST.employerCreditCode, residencePermits.SECOND.validUntil, answers.KEY. District.detailsForm lists the fields with these paths. */
export type DetailsInput = {
  /** Answers to the district’s own questions; any other key is refused. */
  answers?: Array<DistrictAnswerInput> | null | undefined;
  /** 在京务工就业: Work in Beijing, of the guardians. */
  employments?: Array<EmploymentInput> | null | undefined;
  /** 民族: Ethnic group; GB/T 3304 code: 01 … 56, 97, 98. */
  ethnicity?: string | null | undefined;
  /** 监护人（一）与孩子的关系: Guardian (1)’s relation to the child. */
  firstGuardianRelation?: Relation | null | undefined;
  /** 认定材料: Proof of the ground. */
  groundEvidence?: GroundEvidenceInput | null | undefined;
  /** 户口簿: Household register. */
  household?: HouseholdInput | null | undefined;
  /** 没有监护人（二）的原因: Why there is no guardian (2); at most 200 characters. */
  noSecondGuardianReason?: string | null | undefined;
  /** Whether the family has confirmed the unusual relations in detailsEditing.toConfirm; submitDetails refuses them with CONFIRMATION_NEEDED otherwise. saveDetails ignores it. */
  relationsConfirmed?: boolean | null | undefined;
  /** 在京实际住所: Home in Beijing. */
  residence?: ResidenceInput | null | undefined;
  /** 北京市居住证: Beijing residence permits, of the guardians. */
  residencePermits?: Array<ResidencePermitInput> | null | undefined;
  /** 监护人(二). Either this or noSecondGuardianReason is needed. */
  secondGuardian?: SecondGuardianInput | null | undefined;
  /** 监护人(二) while it is half filled in, so that nothing typed is lost. It counts as secondGuardian when that is left out; refusals say secondGuardian. */
  secondGuardianDraft?: SecondGuardianDraftInput | null | undefined;
  /** 特别需要和家庭情况: Special needs and the family. */
  support?: SupportInput | null | undefined;
  /** The version of the record that was read. STALE_VERSION when somebody has saved in between. */
  version: number;
};

/** How much of a number is told to whoever may not read the records behind it. */
export type Disclosure =
  /** Nothing: another number that is small would follow from it. */
  | 'HIDDEN'
  /** That it is from 1 to 4. */
  | 'SMALL'
  /** The number itself. */
  | 'TOLD';

/** An answer to one of the district’s own questions. */
export type DistrictAnswerInput = {
  /** DistrictQuestion.key. */
  key: string;
  /** The answer, in the format of the question’s kind: text, one of the choices, YYYY-MM-DD, a number such as 3.5, or true or false. */
  value: string;
};

/** A district’s phones and desk, in both languages. */
export type DistrictDeskInput = {
  /** Address of the desk in Chinese, at most 120 characters; null where there is none. */
  deskAddress?: string | null | undefined;
  /** The same in English, at most 200 characters. */
  deskAddressEn?: string | null | undefined;
  /** Hours of desk and phones in Chinese, at most 80 characters; null where they are not told. */
  deskHours?: string | null | undefined;
  /** The same in English, at most 120 characters. */
  deskHoursEn?: string | null | undefined;
  /** 招生电话: at least one and at most 10, of at most 40 characters each. */
  hotline: Array<string>;
};

/** A person of whom a record holds a document. */
export type DocumentHolder =
  /** 儿童: The child. */
  | 'CHILD'
  /** 监护人（一）: Guardian (1). */
  | 'FIRST_GUARDIAN'
  /** 监护人（二）: Guardian (2). */
  | 'SECOND_GUARDIAN';

/** Identity documents of children and guardians. */
export type DocumentType =
  /** 外国人永久居留身份证: 18 characters from 9, or 3 letters and 12 digits. */
  | 'FOREIGN_PERMANENT_RESIDENT_ID'
  /** 港澳居民来往内地通行证: H or M and 8 digits. */
  | 'HK_MACAO_PERMIT'
  /** 港澳居民居住证: 18 characters from 810000 or 820000. */
  | 'HK_MACAO_RESIDENCE'
  /** 护照: 5 to 17 letters and digits. */
  | 'PASSPORT'
  /** 居民身份证: 18 characters with a check digit (GB 11643-1999). */
  | 'RESIDENT_ID'
  /** 台湾居民来往大陆通行证: 8 digits. */
  | 'TAIWAN_PERMIT'
  /** 台湾居民居住证: 18 characters from 830000. */
  | 'TAIWAN_RESIDENCE';

/** What an officer has said of two records that are alike. */
export type DuplicateVerdict =
  /** 不是重复: they are two children. */
  | 'NOT_DUPLICATE';

/** 在京务工就业 of one guardian. Every kind but FLEXIBLE needs the employer or business and its credit code. */
export type EmploymentInput = {
  /** 统一社会信用代码: Unified social credit code; GB 32100-2015; at most 40 characters. */
  employerCreditCode?: string | null | undefined;
  /** 单位名称: Employer or business; at most 100 characters. */
  employerName?: string | null | undefined;
  /** Which guardian it is about; at most one entry for each. */
  guardian: GuardianRole;
  /** 参保区: District of social insurance; entry code of the district of the social insurance; null when it is outside Beijing. */
  insuredDistrict?: string | null | undefined;
  /** 就业类型: Kind of work. */
  kind?: EmploymentKind | null | undefined;
};

/** 就业类型: it decides which authority checks the employment. */
export type EmploymentKind =
  /** 单位职工: Employed. */
  | 'EMPLOYED'
  /** 灵活就业: without an employer. */
  | 'FLEXIBLE'
  /** 企业法定代表人: Legal representative of a company. */
  | 'LEGAL_REPRESENTATIVE'
  /** 合伙人: Partner in a partnership. */
  | 'PARTNER'
  /** 个体工商户: Self-employed, with a business licence. */
  | 'SELF_EMPLOYED'
  /** 企业股东: Shareholder of a company. */
  | 'SHAREHOLDER';

/** The choices of a field of the details form. */
export type EvidenceHolder =
  /** 孩子: The child. */
  | 'CHILD'
  /** 监护人（一）: Guardian (1). */
  | 'FIRST_GUARDIAN'
  /** 监护人（二）: Guardian (2). */
  | 'SECOND_GUARDIAN';

/** The choices of a field of the details form. */
export type EvidenceKind =
  /** 外国人永久居留身份证: Permanent residence card for foreigners. */
  | 'FOREIGN_PERMANENT_RESIDENCE'
  /** 外国人居留许可: Residence permit for foreigners. */
  | 'FOREIGN_RESIDENCE_PERMIT'
  /** 本市户籍一方的户口簿: Household register of the parent with Beijing hukou. */
  | 'LOCAL_HOUSEHOLD_REGISTER'
  /** 部队出具的随军进京落户证明: Proof by the military unit that the hukou is being moved. */
  | 'MILITARY_RELOCATION_PROOF'
  /** 区侨务部门出具的认定材料: Confirmation by the district’s overseas Chinese affairs office. */
  | 'OVERSEAS_CHINESE_CONFIRMATION'
  /** 博士后在站证明: Certificate of a postdoctoral researcher. */
  | 'POSTDOCTORAL_CERTIFICATE'
  /** 区台办出具的认定材料: Confirmation by the district’s Taiwan affairs office. */
  | 'TAIWAN_CONFIRMATION'
  /** 《北京市工作居住证》: Beijing work and residence permit. */
  | 'WORK_RESIDENCE_PERMIT';

/** What a family is told of about its record, by SMS and on the site, besides codes and authorisations. */
export type FamilyMessage =
  /** 复核申请的答复: Answer to a request for a second look. */
  | 'APPEAL_DECIDED'
  /** 审核通过: Approved. */
  | 'APPROVED'
  /** 注册信息更正: Registered data corrected. */
  | 'CORRECTED'
  /** 更正申请未予更正: Correction declined. */
  | 'CORRECTION_DECLINED'
  /** 身份证及户籍信息退回: Identity and hukou returned. */
  | 'IDENTITY_RETURNED'
  /** 学校核对原件时材料不齐: Originals missing at the school. */
  | 'ORIGINALS_MISSING'
  /** 学校预登记完成: Preregistered at the school. */
  | 'PREREGISTERED'
  /** 学校撤回预登记: Preregistration undone. */
  | 'PREREGISTRATION_UNDONE'
  /** 注册成功: Registered. */
  | 'REGISTERED'
  /** 审核未通过: Not approved. */
  | 'REJECTED'
  /** 到期提醒: Reminder of a closing date. */
  | 'REMINDER'
  /** 入学结果更正: Result corrected. */
  | 'RESULT_CORRECTED'
  /** 入学结果公布: Result published. */
  | 'RESULT_PUBLISHED'
  /** 审核项退回: Review item returned. */
  | 'RETURNED'
  /** 区教委有留言: The district has written. */
  | 'WRITTEN';

/** The kinds of control with which a field of the form is filled in. */
export type FieldInput =
  /** 是或否: yes or no, given as true or false. */
  | 'BOOLEAN'
  /** 选择: one of the choices. */
  | 'CHOICE'
  /** 日期: a calendar day, YYYY-MM-DD. */
  | 'DATE'
  /** 区: the entry code of a district. */
  | 'DISTRICT'
  /** 数字: a number such as 3.5. */
  | 'NUMBER'
  /** 文字: a line of text. */
  | 'TEXT';

/** What a file decides about its records. */
export type FileKind =
  /** 录取结果和学校: the admission, the school that the child is assigned to, a note. */
  | 'APPROVE_ADMISSIONS'
  /** The identity check: its decision and the reason. */
  | 'DECIDE_IDENTITY_CHECK'
  /** 审核项: a review item and its decision, with reason, remedy and due date. */
  | 'DECIDE_REVIEW_ITEM'
  /** 审核未通过: rejects the records, with the reason. Several need a second person, unless the district has switched that off. */
  | 'REJECT_RECORDS';

/** 监护人(一), who registers the child. */
export type FirstGuardianInput = {
  /** 证件号码. */
  documentNumber: string;
  /** 证件类型. */
  documentType: DocumentType;
  /** 姓名. */
  name: string;
  /** 手机号: the phone to which the code was sent. */
  phone: string;
};

/** Whether a printed form still holds. */
export type FormStatus =
  /** 已更新: the record has changed since; it has to be printed again. */
  | 'SUPERSEDED'
  /** 无法识别: no form of this service has this code. */
  | 'UNKNOWN'
  /** 有效: it agrees with the record. */
  | 'VALID'
  /** 已撤销: the record was withdrawn. */
  | 'WITHDRAWN';

/** A role to be given to somebody. */
export type GiveRoleInput = {
  /** What the identity provider calls the person: the claim `sub`, at most 255 characters. `viewer.account` tells it to the person. */
  account: string;
  /** From when it holds; null or a past moment for at once. */
  beginsAt?: string | null | undefined;
  /** The department, for a department reviewer; null otherwise. */
  department?: Department | null | undefined;
  /** Entry code of the district; null for a municipal administrator. */
  district?: string | null | undefined;
  /** The moment at which it ends, at most 1,096 days after it begins. */
  endsAt: string;
  /** The review items that a department reviewer decides, as far as the district gives them to the department; null otherwise. */
  items?: Array<ReviewItemKind> | null | undefined;
  /** The name by which colleagues know the person, at most 40 characters. */
  name: string;
  /** The role; not one of guardians or of systems. */
  role: Role;
  /** Code of the school, for a registrar; null otherwise. */
  school?: string | null | undefined;
  /** Names of the subdistricts, for a subdistrict officer, at most 20; null otherwise. Whether 街道 stands at the end makes no difference. Where the district lists its subdistricts they are taken by the names of its list, and where the list is complete no other is. */
  subdistricts?: Array<string> | null | undefined;
};

/** How a role that somebody was given stands. */
export type GrantState =
  /** 未开始: it holds from a later moment on. */
  | 'AHEAD'
  /** 已到期: its time is over. */
  | 'ENDED'
  /** 有效: it holds. */
  | 'HOLDS'
  /** 已收回: an administrator has taken it away. */
  | 'TAKEN';

/** 按本市户籍对待、外国籍的认定材料: the permit or certificate that proves the ground of TREATED_AS_LOCAL. Which kinds fit depends on the ground. */
export type GroundEvidenceInput = {
  /** 持有人: Holder. */
  holder?: EvidenceHolder | null | undefined;
  /** 签发机关: Issuing office; at most 100 characters. */
  issuer?: string | null | undefined;
  /** 证件或证明: Permit or certificate. */
  kind?: EvidenceKind | null | undefined;
  /** 证件号码: Number of the permit; at most 60 characters. */
  number?: string | null | undefined;
  /** 有效期自: Valid from. */
  validFrom?: string | null | undefined;
  /** 有效期至: Valid until; today or later, and not before validFrom. */
  validUntil?: string | null | undefined;
};

/** One of the two guardians. */
export type GuardianRole =
  /** 监护人（一）: the guardian who registers. */
  | 'FIRST'
  /** 监护人（二）: the guardian named in the details. */
  | 'SECOND';

/** Four answers about a child; none of them is stored. */
export type GuidanceInput = {
  /** Birth date. */
  birthDate: string;
  /** A ground for being treated as local, if there is one. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** Whether the child has Beijing hukou. */
  hukouInBeijing: boolean;
  /** GB/T 2260 province code of the hukou; left out when it is in Beijing or there is none. */
  hukouRegion?: string | null | undefined;
  /** ISO 3166-1 alpha-2, such as CN; ZZ for any other nationality. */
  nationality: string;
};

/** A holiday as it is to be. Days are written YYYY-MM-DD. */
export type HolidayInput = {
  /** The first day off, in the year or the one before. */
  from: string;
  /** Its name in Chinese, such as 劳动节, at most 20 characters; no two of a year have the same. */
  name: string;
  /** Its name in English, at most 60 characters. */
  nameEn: string;
  /** The last day off, at most 15 days with the first. */
  to: string;
  /** 调休: Saturdays and Sundays on which people work instead. */
  worked: Array<string>;
};

/** 户口簿: the household in which the child is registered. */
export type HouseholdInput = {
  /** 户籍地址: Registered address; as on the first page; at most 120 characters. */
  address?: string | null | undefined;
  /** 户主姓名: Head of the household; for a collective household, the name of its head or institution; at most 50 characters. */
  headName?: string | null | undefined;
  /** 孩子与户主关系: The child’s relation to the head; such as 子; at most 20 characters. */
  headRelation?: string | null | undefined;
  /** 户别: Kind of household. */
  kind?: HouseholdKind | null | undefined;
};

/** 户别. */
export type HouseholdKind =
  /** 集体户: Collective household. */
  | 'COLLECTIVE'
  /** 家庭户: Family household. */
  | 'FAMILY';

/** Who decides a review item (联审). */
export type ItemDecider =
  /** 区教委: the officers of the district. */
  | 'DISTRICT'
  /** 住房城乡建设: Housing. */
  | 'HOUSING'
  /** 人力社保: Human resources and social insurance. */
  | 'HUMAN_RESOURCES'
  /** 市场监管: Market regulation. */
  | 'MARKET_REGULATION'
  /** 规划自然资源: Planning and natural resources. */
  | 'PLANNING'
  /** 公安: Public security. */
  | 'PUBLIC_SECURITY'
  /** 街道（乡镇）: the officers of the subdistrict of the home. */
  | 'SUBDISTRICT'
  /** 税务: Taxation. */
  | 'TAXATION';

/** Who is to decide a review item in the district. */
export type ItemDeciderInput = {
  /** Who decides it; DISTRICT takes it back. */
  decider: ItemDecider;
  /** The review item; IDENTITY_AND_HUKOU cannot be given to others. */
  kind: ReviewItemKind;
  /** The part of a divided item; when left out, the item with every part of it that the same office decides. */
  part?: ItemPart | null | undefined;
};

/** What a review item is about, where districts can give it to different offices by it. */
export type ItemPart =
  /** 单位职工: Employed. */
  | 'EMPLOYED'
  /** 灵活就业: Flexible employment. */
  | 'FLEXIBLE'
  /** 两位监护人就业类型不同: Guardians whose kinds of work differ. */
  | 'MIXED'
  /** 企业法定代表人、股东、合伙人、个体工商户: legal representatives, shareholders, partners and the self-employed. */
  | 'OWN_BUSINESS'
  /** 其他情形: every item that is not divided, and what is none of the parts. */
  | 'WHOLE';

/** What a job does. */
export type JobKind =
  /** The decisions of approveAdmissions. */
  | 'APPROVE_ADMISSIONS'
  /** 认领: takes records in hand. */
  | 'CLAIM_RECORDS'
  /** The decisions of decideIdentityCheck. */
  | 'DECIDE_IDENTITY_CHECK'
  /** The decisions of decideReviewItem. */
  | 'DECIDE_REVIEW_ITEM'
  /** The export of proposeListExport: changes no record. */
  | 'EXPORT_LIST'
  /** The decisions of preregister. */
  | 'PREREGISTER'
  /** The decisions of rejectRecords. */
  | 'REJECT_RECORDS'
  /** 放回: gives records back. */
  | 'RELEASE_RECORDS'
  /** 接手: takes records over from colleagues. */
  | 'TAKE_OVER_RECORDS';

/** The outcome of one row of a job. */
export type JobOutcome =
  /** The record was changed; in a trial run, it would be; in an export, it is in the file. */
  | 'DONE'
  /** The record was left as it was, for the reason given. */
  | 'REFUSED';

/** The states of a job. */
export type JobState =
  /** Somebody cancelled it. What was done before that stays done. */
  | 'CANCELLED'
  /** Somebody else of the district declined it. Nothing was done. */
  | 'DECLINED'
  /** Every row has its outcome. */
  | 'DONE'
  /** Nobody confirmed it in time. Nothing was done. */
  | 'EXPIRED'
  /** It was given up after several tries, for a reason on our side. What is done stays done; the rest can be requested again. */
  | 'FAILED'
  /** It waits until somebody else of the district confirms it. */
  | 'PROPOSED'
  /** It has not begun. */
  | 'QUEUED'
  /** Some of its rows have their outcome. */
  | 'RUNNING';

/** What two records have in common, so that they may be of one child. */
export type Likeness =
  /** 证件号码差一位: the same name, and document numbers that differ in one place, not counting the check digit of a resident ID. */
  | 'DOCUMENT_ONE_OFF'
  /** 同名同生日: the same name and birth date. */
  | 'NAME_AND_BIRTH_DATE'
  /** 同一监护人、同生日: a guardian’s document appears in both, and the children were born on the same day. Twins are alike in this, too. */
  | 'SAME_GUARDIAN';

/** Who wrote a message about a record. */
export type MessageAuthor =
  /** 监护人（一）: the guardian who registered the child. */
  | 'FIRST'
  /** 区教育委员会: the education commission of the record’s district. */
  | 'OFFICE'
  /** 监护人（二）: the authorised guardian. */
  | 'SECOND';

/** Whether a part of the details form is needed. */
export type Need =
  /** 不采集: it is not asked and not accepted: what is not needed is not collected. */
  | 'NOT_ASKED'
  /** 选填: it can be left out, but once begun it has to be complete and right. */
  | 'OPTIONAL'
  /** 必填: the details cannot be submitted without it. */
  | 'REQUIRED';

/** A new version of 监护人须知 or of 《个人信息保护政策》. */
export type NoticeInput = {
  /** The text in Chinese: plain, one paragraph per line, at most 50,000 characters. */
  body: string;
  /** The text in English, as long at most. */
  bodyEn: string;
  /** Whether it is only tried: nothing is published. False when left out. */
  dryRun?: boolean | null | undefined;
  /** Which text. */
  kind: NoticeKind;
  /** From when families are shown it, never before now; at once when left out. */
  publishedAt?: string | null | undefined;
  /** Title in Chinese, at most 200 characters. */
  title: string;
  /** Title in English, at most 200 characters. */
  titleEn: string;
  /** What the version is called, such as 2027-1, at most 20 characters; families accept the text by it. */
  version: string;
};

/** The texts that are accepted before a registration: the notice of each service, and the privacy policy. */
export type NoticeKind =
  /** 监护人须知（本市户籍适龄儿童入学服务）: Guardian’s notice (Enrolment of children with Beijing hukou). */
  | 'LOCAL_HUKOU'
  /** 监护人须知（非本市户籍适龄儿童入学服务）: Guardian’s notice (Enrolment of children without Beijing hukou). */
  | 'NON_LOCAL_HUKOU'
  /** 《个人信息保护政策》: Privacy policy. */
  | 'PRIVACY'
  /** 监护人须知（按本市户籍对待、外国籍适龄儿童入学服务）: Guardian’s notice (Enrolment of children treated as local or of foreign nationality). */
  | 'TREATED_AS_LOCAL';

/** Something that an office does with a record. */
export type OfficeActionKind =
  /** claimRecord. */
  | 'CLAIM'
  /** correctRegistration. */
  | 'CORRECT_REGISTRATION'
  /** approveAdmissions. */
  | 'DECIDE_ADMISSION'
  /** decideAppeal. */
  | 'DECIDE_APPEAL'
  /** decideReviewItem. */
  | 'DECIDE_ITEMS'
  /** handOverRecords. */
  | 'HAND_OVER'
  /** decideIdentityCheck with PASSED. */
  | 'PASS_IDENTITY'
  /** rejectRecords. */
  | 'REJECT'
  /** releaseRecord. */
  | 'RELEASE'
  /** decideIdentityCheck with RETURNED. */
  | 'RETURN_IDENTITY'
  /** revealDocument. */
  | 'REVEAL_DOCUMENT'
  /** claimRecord with takeOver. */
  | 'TAKE_OVER';

/** 常用回复: what officers begin a message to a family with, in both languages. */
export type OwnAnswerInput = {
  /** What officers choose it by, in Chinese, at most 40 characters; unique in its list. */
  name: string;
  /** The same in English, at most 80 characters. */
  nameEn: string;
  /** What a message to a family that reads Chinese begins with, at most 1,000 characters. */
  text: string;
  /** The same for a family that reads English, at most 1,000 characters. */
  textEn: string;
};

/** To which list a change is made. */
export type OwnListInput = {
  /** Entry code of the district; null for what the city sets for every district. */
  district?: string | null | undefined;
  /** Whether the change is only tried: the answer says what it would change, and for whom. False when left out. */
  dryRun?: boolean | null | undefined;
  /** The revision that the change is made to; STALE_VERSION when somebody has changed the list since. */
  revision: number;
  /** Year of the season; may be left out while exactly one season is open. */
  season?: number | null | undefined;
};

/** A paper to have at hand for a review item. */
export type OwnPaperInput = {
  /** The ground that it is for, of TREATED_AS_LOCAL alone; null for every one. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** The review item that it proves. */
  kind: ReviewItemKind;
  /** The paper in Chinese, at most 120 characters. */
  label: string;
  /** The same in English, at most 240 characters. */
  labelEn: string;
  /** The service that it is for; null for every one. */
  service?: ServiceKind | null | undefined;
};

/** 招生政策. */
export type OwnPolicyInput = {
  /** The text, plain, one paragraph per line, at most 20,000 characters; null when it is only published elsewhere. */
  body?: string | null | undefined;
  /** Day of publication; null when it is not known. */
  publishedOn?: string | null | undefined;
  /** Title, in Chinese as published, at most 200 characters; unique in its list. */
  title: string;
  /** Its publication elsewhere: an https address, at most 2,000 characters; null when there is none. */
  url?: string | null | undefined;
};

/** A question of a district, for one service. */
export type OwnQuestionInput = {
  /** For CHOICE alone: the values that an answer can have, in Chinese, two at least, each at most 100 characters. */
  choices?: Array<string> | null | undefined;
  /** The same choices in English, in the same order, each at most 200 characters. */
  choicesEn?: Array<string> | null | undefined;
  /** Why it is asked and where the answer is found, in Chinese, at most 1,000 characters; null when nothing is said. */
  help?: string | null | undefined;
  /** The same in English, at most 1,000 characters; needed where there is Chinese. */
  helpEn?: string | null | undefined;
  /** Key under which answers are given, such as MONTHS_IN_DISTRICT: unique within the service, and never another question’s. */
  key: string;
  /** Kind of answer; it stays once the season is open. */
  kind: QuestionKind;
  /** The question in Chinese, at most 200 characters. */
  label: string;
  /** The question in English, at most 400 characters. */
  labelEn: string;
  /** Whether an answer is needed to submit the details. */
  required: boolean;
  /** The service that it is for. */
  service: ServiceKind;
};

/** A review item of a service. */
export type OwnReviewItemInput = {
  /** Which item of the review; each at most once for a service. */
  kind: ReviewItemKind;
  /** What families call it, in Chinese, at most 60 characters. */
  label: string;
  /** The same in English, at most 120 characters. */
  labelEn: string;
  /** The service that it is for. */
  service: ServiceKind;
};

/** 短信附言: what a district adds to the messages of one kind, in both languages. */
export type OwnSentenceInput = {
  /** The messages to which it is added; each kind at most once. */
  kind: FamilyMessage;
  /** The sentence in Chinese, on one line, at most 140 characters and no more than `roomLeft` of its message says: no link, no number of 7 digits or more, no brackets, no placeholder. A full stop is added where none stands. */
  text: string;
  /** The same in English, at most 300 characters, by the same rules. */
  textEn: string;
};

/** A subdistrict of a district: 街道, 镇 or 乡. */
export type OwnSubdistrictInput = {
  /** The first day on which families cannot choose it any more; null while they can. Records under its name stay as they are. */
  closedFrom?: string | null | undefined;
  /** 统计用区划代码 of 9 or 12 digits; null when it is not given. */
  code?: string | null | undefined;
  /** What it was called before. Records and roles under these names stay with it, so whoever renames it adds the old name. None when left out. */
  formerNames?: Array<string> | null | undefined;
  /** Its name in Chinese with 街道, 镇 or 乡 at the end, at most 40 characters; no two of a list can be taken for each other. */
  name: string;
  /** Its name in English, at most 80 characters; null where the Chinese one is shown. */
  nameEn?: string | null | undefined;
};

/** The phases of a district’s calendar. */
export type PhaseKind =
  /** 补充更正: what was returned can be corrected. */
  | 'CORRECTION'
  /** 录入详细信息: details can be filled in and submitted. */
  | 'DETAILS'
  /** 打印信息采集表: the collection form can be printed. */
  | 'FORM_PRINTING'
  /** 注册与信息采集: children can be registered. */
  | 'REGISTRATION'
  /** 公布入学结果: results are published. */
  | 'RESULT'
  /** 入学资格审核: the review items are decided. */
  | 'REVIEW'
  /** 学校预登记: schools preregister the children who bring the form. */
  | 'SCHOOL_PREREGISTRATION';

/** The states of a publication. */
export type PublicationState =
  /** An administrator cancelled it. Nothing was published. */
  | 'CANCELLED'
  /** Two have confirmed it. It waits for its time, and none of its results changes until then. */
  | 'CONFIRMED'
  /** Nobody confirmed it before its time. Nothing was published. */
  | 'EXPIRED'
  /** It was not published at its time, for the reason in `failure`. */
  | 'FAILED'
  /** It waits until another administrator of the district confirms it. */
  | 'PROPOSED'
  /** Everybody concerned sees the results. */
  | 'PUBLISHED';

/** The kinds of answer to a district’s question. */
export type QuestionKind =
  /** 是或否: yes or no, given as true or false. */
  | 'BOOLEAN'
  /** 选择: one of the choices. */
  | 'CHOICE'
  /** 日期: a calendar day, YYYY-MM-DD. */
  | 'DATE'
  /** 数字: a number such as 3.5. */
  | 'NUMBER'
  /** 文字: a line of text. */
  | 'TEXT';

/** Which records to list. Every filter that is given has to hold; what is left out or empty does not restrict. */
export type RecordFilter = {
  /** Who has it in hand; nobody, for records that the viewer does not decide on. */
  assignee?: AssigneeFilter | null | undefined;
  /** true: the family has written a message that the office has neither answered nor settled. false: everything else. In a district whose families the viewer does not answer, nobody waits. */
  awaitsAnswer?: boolean | null | undefined;
  /** Id of one of `colleagues`: what she has in hand, as far as the viewer decides on it. Nothing for an id that there is not. */
  colleague?: string | number | null | undefined;
  /** true: the family asks for a correction that the office has not answered. false: everything else. On records that the viewer does not decide, nothing is asked for. */
  correctionRequested?: boolean | null | undefined;
  /** Entry code of the district chosen at registration. */
  district?: string | null | undefined;
  /** What the district has to decide until the end of this day in Asia/Shanghai: its REVIEW phase ends by then, or the identity check should have been answered by then. What is overdue is among it; `overdue: false` leaves it out. */
  dueUntil?: string | null | undefined;
  /** Why the child is treated as local. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** GB/T 2260 province code of the hukou, such as 130000. */
  hukouProvince?: string | null | undefined;
  /** true: another live record may be of the same child, and no officer has said that it is not. false: everything else. For records that the viewer does not decide on, there is none. */
  nearDuplicate?: boolean | null | undefined;
  /** true: an officer of the district has something to decide on it now, in the review or in an appeal: what the identity check has not matched or has not answered in time, items, a second look. Where every open item was given to others (联审), an officer has nothing to decide and administrators have; neither has she where the subdistrict decides first (街道先行) and has not yet. What others have failed is for officers. false: everything else. Admissions are decided by stage. */
  needsDecision?: boolean | null | undefined;
  /** true: the district should have decided by now, because its REVIEW phase is over, or because the identity check has had no answer for longer than it usually takes. false: everything else. */
  overdue?: boolean | null | undefined;
  /** Registered on this day in Asia/Shanghai or later. */
  registeredFrom?: string | null | undefined;
  /** Registered on this day in Asia/Shanghai or earlier. */
  registeredTo?: string | null | undefined;
  /** true: it was returned, the family has submitted it again, and it waits for the district. false: everything else. */
  resubmitted?: boolean | null | undefined;
  /** A review item that the record has. */
  reviewItem?: ReviewItemFilter | null | undefined;
  /** Code of the school that has preregistered the child, or to which the district has assigned it. An assignment that is not published is known to its district alone. */
  school?: string | null | undefined;
  /** A whole collection number, a whole document number or phone of the child or a guardian, or at least two neighbouring characters or a word of a name. BAD_USER_INPUT for anything else. */
  search?: string | null | undefined;
  /** Year of the season; the present season when left out. */
  season?: number | null | undefined;
  /** The service. */
  service?: ServiceKind | null | undefined;
  /** Stages as the reader may know them: the list agrees with the `stage` that it shows. */
  stages?: Array<Stage> | null | undefined;
  /** 街道 or township of the home, under its name of today or of before where its district lists it; whether 街道 stands at the end makes no difference. */
  subdistrict?: string | null | undefined;
  /** true: the newest SMS to the family was not delivered, and none has gone out since. false: everything else. On records that the viewer does not decide, nothing is told of messages. */
  unreached?: boolean | null | undefined;
  /** Only records that, with their details and their review, have changed at this time or later. */
  updatedSince?: string | null | undefined;
};

/** An order of records. Records of the same moment keep one order. */
export type RecordOrder =
  /** By the message that waits for an answer, the oldest first. Only with the filter `awaitsAnswer: true`; BAD_USER_INPUT without it. */
  | 'AWAITS_ANSWER_ASC'
  /** The first registered first. */
  | 'REGISTERED_AT_ASC'
  /** The last registered first. */
  | 'REGISTERED_AT_DESC'
  /** What has been in its stage longest comes first; what a school has preregistered comes last, since it waits for no decision of the review. */
  | 'STAGE_SINCE_ASC'
  /** By the last submission, the earliest first; what was never submitted comes last. */
  | 'SUBMITTED_AT_ASC';

/** The kinds of rule that an input can break; `rules` has the texts. */
export type RefusalCode =
  /** The birth date is outside the season’s range. */
  | 'AGE_OUT_OF_RANGE'
  /** The idempotency key was used with other input. */
  | 'ATTEMPT_REUSED'
  /** The robot check did not pass or was used before. */
  | 'CAPTCHA_FAILED'
  /** A colleague has the record in hand. */
  | 'CLAIMED'
  /** The value is unusual but may be right: send it again with the family’s confirmation. */
  | 'CONFIRMATION_NEEDED'
  /** 《个人信息保护政策》 in force was not accepted (manual 一(一)5). */
  | 'CONSENT_REQUIRED'
  /** 咨询入学所在区教委 (manual 七). */
  | 'CONSULT_DISTRICT'
  /** 户籍和居住地中的任意一项必须与所选入学区一致 (manual 一(二)2). */
  | 'DISTRICT_MISMATCH'
  /** 一个证件号码只允许注册一个采集编号 (manual 一(二)3). */
  | 'DOCUMENT_ALREADY_REGISTERED'
  /** The check digit of a document number is wrong (GB 11643-1999). */
  | 'DOCUMENT_CHECKSUM'
  /** The birth date or the sex disagrees with the document number. */
  | 'DOCUMENT_MISMATCH'
  /** The value does not have the right format. */
  | 'INVALID_FORMAT'
  /** 监护人须知 was not opened, or was opened less than its reading time ago (manual 一(一)4). */
  | 'NOTICE_NOT_READ'
  /** This person may not do this. */
  | 'NOT_ALLOWED'
  /** The district’s window is not open. */
  | 'OUTSIDE_WINDOW'
  /** 每个监护人手机号码最多允许注册三个采集编号 (manual 一(二)5). */
  | 'PHONE_LIMIT_REACHED'
  /** Something that is needed is missing. */
  | 'REQUIRED'
  /** The child belongs to another service (manual 七). */
  | 'SERVICE_MISMATCH'
  /** Too many wrong codes: the code is void. */
  | 'SMS_ATTEMPTS_EXCEEDED'
  /** No code is valid: it has expired or been used. */
  | 'SMS_CODE_EXPIRED'
  /** The code is not the one that was sent (manual 一(二)6). */
  | 'SMS_CODE_WRONG'
  /** The last code was sent less than 180 s ago (manual 六(二)3). */
  | 'SMS_COOLDOWN'
  /** Too many codes were requested today for this phone or account. */
  | 'SMS_DAILY_LIMIT'
  /** The record is not in a stage that allows this. */
  | 'STAGE_CONFLICT'
  /** Somebody has saved in between. */
  | 'STALE_VERSION';

/** A registration at the desk. */
export type RegisterAtDeskInput = {
  /** The child. */
  child: ChildInput;
  /** Entry code of the officer’s own district. */
  district: string;
  /** For TREATED_AS_LOCAL alone. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** The guardian who stands at the desk, and the phone on which the family is called. */
  guardian: FirstGuardianInput;
  /** A UUID that the client makes. The same key with the same input answers with the same record; with other input it is refused (ATTEMPT_REUSED). */
  idempotencyKey: string | number;
  /** In place of the notice’s ticket, the consent and the code. */
  paper: SignedPaperInput;
  /** The chosen service. */
  service: ServiceKind;
};

/** A registration (manual 一(二)). */
export type RegisterChildInput = {
  /** The child. */
  child: ChildInput;
  /** Entry code of the chosen district. */
  district: string;
  /** For TREATED_AS_LOCAL alone. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** The guardian. */
  guardian: FirstGuardianInput;
  /** A UUID that the client makes. The same key with the same input answers with the same record; with other input it is refused (ATTEMPT_REUSED). */
  idempotencyKey: string | number;
  /** The ticket of guardianNotice, from at least 10 s and at most 24 h ago. */
  noticeTicket: string;
  /** The version of the privacy policy that was accepted. */
  privacyPolicyVersion: string;
  /** The chosen service. */
  service: ServiceKind;
  /** The six digits sent to the guardian’s phone. */
  smsCode: string;
};

/** A guardian’s relation to the child. */
export type Relation =
  /** 父亲: Father. */
  | 'FATHER'
  /** 祖父母或外祖父母: Grandparent. */
  | 'GRANDPARENT'
  /** 母亲: Mother. */
  | 'MOTHER'
  /** 其他法定监护人: Other legal guardian. */
  | 'OTHER_LEGAL_GUARDIAN';

/** A request for a code to register a child. */
export type RequestSmsCodeInput = {
  /** A solved robot check of the same person. */
  captcha: CaptchaAnswerInput;
  /** The child’s name. The SMS then names the child, masked. */
  childName?: string | null | undefined;
  /** Mobile number of mainland China; +86, blanks and full-width digits are accepted. */
  phone: string;
};

/** 在京实际住所. OWNED and RELATIVE_OWNED need the number of the real-estate certificate; RENTED and PUBLIC_RENTAL need the number and the term of the filed lease; the other kinds need no number. */
export type ResidenceInput = {
  /** 居住详细地址: Address of the home; at most 120 characters. */
  address?: string | null | undefined;
  /** 不动产权证号（房产证号）: Number of the real-estate certificate; or 租赁备案号, by kind, with its words: 京(2020)…不动产权第…号; at most 60 characters. */
  certificateNumber?: string | null | undefined;
  /** 住房类型: Kind of home. */
  kind?: ResidenceKind | null | undefined;
  /** 租期开始: Lease from; only for RENTED and PUBLIC_RENTAL. */
  leaseFrom?: string | null | undefined;
  /** 租期结束: Lease until; not before 租期开始, and not in the past. */
  leaseTo?: string | null | undefined;
  /** 街道（乡镇）: Subdistrict or township; at most 40 characters. */
  subdistrict?: string | null | undefined;
};

/** 住房类型: each is proved by a document of its own. */
export type ResidenceKind =
  /** 单位住房: Home provided by the employer. */
  | 'EMPLOYER_PROVIDED'
  /** 其他: Other. */
  | 'OTHER'
  /** 自有住房: proved by the real-estate certificate. */
  | 'OWNED'
  /** 公租房: proved by its lease. */
  | 'PUBLIC_RENTAL'
  /** 直系亲属的住房: proved by the real-estate certificate. */
  | 'RELATIVE_OWNED'
  /** 租住住房: proved by the filed lease. */
  | 'RENTED';

/** 北京市居住证 of one guardian; each guardian whose document is RESIDENT_ID needs one. */
export type ResidencePermitInput = {
  /** 居住证地址: Address on the permit; at most 120 characters. */
  address?: string | null | undefined;
  /** Which guardian it is about; at most one entry for each. */
  guardian: GuardianRole;
  /** 北京市居住证号码: Number of the Beijing residence permit; at most 40 characters. */
  number?: string | null | undefined;
  /** 居住证有效期至: Permit valid until; today or later. */
  validUntil?: string | null | undefined;
};

/** 到期删除: the kinds of data with a retention period of their own. */
export type RetentionKind =
  /** 业务系统的 API 令牌: API tokens, kept from the day they ended or were revoked, and as long as a webhook that they registered exists. */
  | 'API_TOKENS'
  /** 撤销后留下的短信: messages that no longer belong to a record, kept from the day they were sent. */
  | 'MESSAGES'
  /** 全部信息和短信: all records of the season with their messages, kept from the day the season was archived. */
  | 'RECORDS'
  /** 一直没有提交的信息: records that were never submitted, kept from the end of their district’s DETAILS window. */
  | 'UNSUBMITTED';

/** A text for returning a review item, in both languages. */
export type ReturnTextInput = {
  /** What officers choose it by, in Chinese, at most 40 characters. */
  name: string;
  /** The same in English, at most 80 characters; null where it is missing. */
  nameEn?: string | null | undefined;
  /** Why something is returned, as the family reads it, in Chinese, at most 500 characters. */
  reason: string;
  /** The same for whoever reads English, at most 500 characters; null where it is missing, and Chinese is shown. */
  reasonEn?: string | null | undefined;
  /** What the family can do about it, in Chinese, at most 500 characters; null when nothing is said. */
  remedy?: string | null | undefined;
  /** The same for whoever reads English, at most 500 characters; null where it is missing, and Chinese is shown. */
  remedyEn?: string | null | undefined;
};

/** A review item of a record, and how it stands. */
export type ReviewItemFilter = {
  /** The kind of item. */
  kind: ReviewItemKind;
  /** How it stands; in any state when left out. */
  status?: CheckStatus | null | undefined;
};

/** The review items. Service and district decide which of them a record has. */
export type ReviewItemKind =
  /** 在京务工就业材料: Employment in Beijing. */
  | 'EMPLOYMENT'
  /** 按本市户籍对待的认定材料: Ground for being treated as local. */
  | 'GROUND'
  /** 全家户口簿: Household register. */
  | 'HOUSEHOLD_REGISTER'
  /** 身份证及户籍信息: decided by the automatic match, or by an officer. */
  | 'IDENTITY_AND_HUKOU'
  /** 区教委要求的其他材料: something that one district asks for. */
  | 'OTHER'
  /** 在京实际住所居住材料: Residence in Beijing. */
  | 'RESIDENCE'
  /** 北京市居住证: the guardians’ permits. */
  | 'RESIDENCE_PERMIT';

/** In which order a district reviews (联审). */
export type ReviewOrder =
  /** 网上先行: everybody decides at once what families submit online. */
  | 'ONLINE_FIRST'
  /** 街道先行: the subdistrict decides its items first, and only then the departments and the officers of the district. */
  | 'STREET_FIRST';

/** The roles of signed-in persons and of systems. */
export type Role =
  /** 部门审核人员: a reviewer of a department, who decides the review items that a district gives to the department. */
  | 'DEPARTMENT_REVIEWER'
  /** 区教委管理员: an administrator of one district. */
  | 'DISTRICT_ADMIN'
  /** 区教委审核人员: an officer of one district. */
  | 'DISTRICT_OFFICER'
  /** 区教委业务系统: a program of one district, within its scopes. */
  | 'DISTRICT_SYSTEM'
  /** 监护人: a guardian, who reads the records that he or she has registered or is authorised for. */
  | 'GUARDIAN'
  /** 市教委管理员: an administrator of the whole city. */
  | 'MUNICIPAL_ADMIN'
  /** 市教委业务系统: a program of the city, within its scopes. */
  | 'MUNICIPAL_SYSTEM'
  /** 学校登记员: a registrar of one school. */
  | 'SCHOOL_REGISTRAR'
  /** 街道审核人员: an officer of subdistricts, who decides the review items that their district gives to them. */
  | 'SUBDISTRICT_OFFICER';

/** A school and its plan for a season, as they are to be. */
export type SchoolInput = {
  /** Its address in Chinese, at most 200 characters; null where it is not told. */
  address?: string | null | undefined;
  /** Whether it takes no more children in the season: it preregisters none and is assigned none. Those whom it has stay. */
  closed: boolean;
  /** Its name in Chinese, at most 60 characters. */
  name: string;
  /** Its name in English, at most 120 characters. */
  nameEn: string;
  /** Its phone, at most 40 characters; null where it is not told. */
  phone?: string | null | undefined;
  /** 招生计划: how many children it can take in the season, from 0 to 5000; null where that is not planned. It is a plan: whoever goes beyond it is warned, not stopped. */
  quota?: number | null | undefined;
};

/** The states of a season. It goes through them in one direction: planned, open, closed, archived. Two seasons can be open at once. */
export type SeasonState =
  /** 已归档: its data are erased when the prescribed periods have passed. */
  | 'ARCHIVED'
  /** 已结束: every window is over; families can still read their records. */
  | 'CLOSED'
  /** 进行中: its calendar is shown and in force. */
  | 'OPEN'
  /** 筹备中: it is being prepared, and families do not see it. */
  | 'PLANNED';

/** A step of a season. None is ever taken back. */
export type SeasonStep =
  /** 归档: its retention periods begin, after which what it holds is erased. */
  | 'ARCHIVE'
  /** 结束: every window is over; families still read their records. */
  | 'CLOSE'
  /** 启用: families see it, and its calendar holds. */
  | 'OPEN';

/** SecondGuardianInput, half filled in. */
export type SecondGuardianDraftInput = {
  /** 监护人（二）证件号码: Document number of guardian (2); not the child’s, and not the first guardian’s; at most 40 characters. */
  documentNumber?: string | null | undefined;
  /** 监护人（二）证件类型: Document of guardian (2). */
  documentType?: DocumentType | null | undefined;
  /** 监护人（二）姓名: Name of guardian (2); at most 50 characters. */
  name?: string | null | undefined;
  /** 监护人（二）手机号: Phone of guardian (2); once authorised, the guardian signs in with the identity that has this phone and document; at most 40 characters. */
  phone?: string | null | undefined;
  /** 监护人（二）与孩子的关系: Guardian (2)’s relation to the child. */
  relation?: Relation | null | undefined;
};

/** 监护人(二): the other legal guardian, who can be authorised. */
export type SecondGuardianInput = {
  /** 监护人（二）证件号码: Document number of guardian (2); not the child’s, and not the first guardian’s; at most 40 characters. */
  documentNumber: string;
  /** 监护人（二）证件类型: Document of guardian (2). */
  documentType: DocumentType;
  /** 监护人（二）姓名: Name of guardian (2); at most 50 characters. */
  name: string;
  /** 监护人（二）手机号: Phone of guardian (2); once authorised, the guardian signs in with the identity that has this phone and document; at most 40 characters. */
  phone: string;
  /** 监护人（二）与孩子的关系: Guardian (2)’s relation to the child. */
  relation: Relation;
};

/** What of the service may be late or fail. */
export type ServiceHealthKind =
  /** 封存操作记录: Sealing the audit trail. */
  | 'AUDIT_SEAL'
  /** 操作记录的核验: Verification of the audit trail. */
  | 'AUDIT_TRAIL'
  /** 等待发送的提醒和录取结果: Reminders and results waiting to be sent. */
  | 'BULK_MESSAGES_WAITING'
  /** 24 小时内没有发出的验证码: Codes not sent in the last 24 hours. */
  | 'CODES_FAILED'
  /** 等待发送的验证码: Codes waiting to be sent. */
  | 'CODES_WAITING'
  /** 统计数的核对: Verification of the counters. */
  | 'COUNTERS'
  /** 放弃送达的变更通知: Notices of changes that were given up. */
  | 'DEAD_LETTERS'
  /** 到期删除: Erasing what is due. */
  | 'ERASURE'
  /** 24 小时内队列放弃的任务: Jobs that the queue gave up in the last 24 hours. */
  | 'GIVEN_UP'
  /** 超过 30 分钟没有结果的核验: Checks without an answer for more than 30 minutes. */
  | 'IDENTITY_CHECKS'
  /** 追问核验结果: Asking again for identity checks. */
  | 'IDENTITY_QUESTIONS'
  /** 停住或失败的批量任务: Bulk jobs that stand still or failed. */
  | 'JOBS'
  /** 24 小时内放弃发送的通知: Notices given up in the last 24 hours. */
  | 'MESSAGES_FAILED'
  /** 等待发送的通知: Notices waiting to be sent. */
  | 'MESSAGES_WAITING'
  /** 到时间没有公布的结果: Results not published at their time. */
  | 'PUBLICATIONS'
  /** 按时公布结果: Publishing results at their time. */
  | 'PUBLISHING'
  /** 任务队列: Job queue. */
  | 'QUEUE'
  /** 写提醒短信: Writing reminders. */
  | 'REMINDERS'
  /** 整理检索和查重: Search indexes and likenesses. */
  | 'SEARCH_INDEXES'
  /** 短信网关: SMS gateway. */
  | 'SMS_GATEWAY'
  /** 清理过期数据: Clearing what has expired. */
  | 'SWEEP'
  /** 告知审核结果: Telling families what was decided. */
  | 'VERDICTS'
  /** 核验网关: Verification gateway. */
  | 'VERIFICATION_GATEWAY'
  /** 收不到变更通知的系统: Systems that receive no changes. */
  | 'WEBHOOKS';

/** How something stands. */
export type ServiceHealthState =
  /** 出错: it failed or was given up, and somebody has to see to it. */
  | 'FAILED'
  /** 晚了: later than promised; it may still come right by itself. */
  | 'LATE'
  /** 正常: nothing is late. */
  | 'OK';

/** The three services (the manual calls each 适龄儿童入学服务). */
export type ServiceKind =
  /** 本市户籍适龄儿童入学服务: Enrolment of children with Beijing hukou. */
  | 'LOCAL_HUKOU'
  /** 非本市户籍适龄儿童入学服务: Enrolment of children without Beijing hukou. */
  | 'NON_LOCAL_HUKOU'
  /** 按本市户籍对待、外国籍适龄儿童入学服务: children with one of the six grounds of manual 七, and children of foreign nationality. */
  | 'TREATED_AS_LOCAL';

/** What happens to a row. */
export type SetupChangeKind =
  /** It is new. */
  | 'ADDED'
  /** Its content differs from before. */
  | 'CHANGED'
  /** The files no longer name it. */
  | 'REMOVED';

/** A file of the set-up, in the format of docs/setup.md. */
export type SetupFileInput = {
  /** Its name, such as city.yaml: mistakes and the audit name it. */
  name: string;
  /** Its content: YAML, or the bytes of a workbook (.xlsx) in base64. */
  text: string;
};

/** Sex (GB/T 2261.1). */
export type Sex =
  /** 女: code 2. */
  | 'FEMALE'
  /** 男: code 1. */
  | 'MALE';

/** What the family signed at the desk. */
export type SignedPaperInput = {
  /** The officer says that these versions of the guardian’s notice and the privacy policy were read to the family, and that the signed paper is kept. */
  kept: boolean;
  /** Version of the guardian’s notice that was read to the family: `guardianNotice.version`. Refused (rule textsRenewed) when it is not the one in force. */
  noticeVersion: string;
  /** Version of the privacy policy that was read to the family: the same of `privacyPolicy.version`. */
  privacyPolicyVersion: string;
  /** By which the paper that the family signed is found again: a number or a date, in at most 40 characters, without names, document numbers or phones. It is audited, and the family reads it. */
  reference: string;
};

/** A change of the rules to be simulated. What is left out stays as it is; at least one change is needed. */
export type SimulatePolicyInput = {
  /** The earliest birth date, included. */
  bornFrom?: string | null | undefined;
  /** The latest birth date, included. */
  bornTo?: string | null | undefined;
  /** Entry code 01 … 18; the whole city when left out. */
  district?: string | null | undefined;
  /** One more document. */
  document?: SimulatedDocumentInput | null | undefined;
  /** The last day on which the residence may have begun. */
  residenceSince?: string | null | undefined;
  /** Year of admission; the present season when left out. */
  season?: number | null | undefined;
};

/** One more document that families would need. */
export type SimulatedDocumentInput = {
  /** The ground that needs it, for TREATED_AS_LOCAL alone; every ground when left out. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** The review item that the document is for. */
  item: ReviewItemKind;
  /** The service that needs it; every service when left out. */
  service?: ServiceKind | null | undefined;
};

/** Why a change of the rules would change a live record. */
export type SimulationReason =
  /** 变为符合年龄: outside the season’s age range, and within that of the simulation. */
  | 'COMES_INTO_RANGE'
  /** 要多准备一份材料: the details have not been submitted yet, and one more document would be needed. */
  | 'DOCUMENT_ASKED'
  /** 已提交，要补交一份材料: the details were submitted before, and the family would have to hand in one more document. */
  | 'DOCUMENT_ASKED_AGAIN'
  /** 居住开始得太晚: the lease begins after the simulated cut-off. */
  | 'RESIDENCE_TOO_LATE'
  /** 超过年龄: within the season’s age range, and born before that of the simulation. */
  | 'TOO_OLD'
  /** 不到年龄: within the season’s age range, and born after that of the simulation. */
  | 'TOO_YOUNG';

/** The states of a simulation. */
export type SimulationState =
  /** Whoever requested it cancelled it. */
  | 'CANCELLED'
  /** Every record is counted, and the results are there. */
  | 'DONE'
  /** It was given up after several tries, for a reason on our side. It can be requested again. */
  | 'FAILED'
  /** It has not begun. */
  | 'QUEUED'
  /** Records are being counted. */
  | 'RUNNING';

/** The choices of a field of the details form. */
export type SpecialEducationWish =
  /** 送教上门: At home. */
  | 'AT_HOME'
  /** 普通学校随班就读: In an ordinary class. */
  | 'ORDINARY_CLASS'
  /** 特殊教育学校: At a special school. */
  | 'SPECIAL_SCHOOL';

/** The stages of a record. */
export type Stage =
  /** 区教委审核通过: the district has approved the admission. */
  | 'ADMITTED'
  /** 申请复核: the guardian asked for a second look. */
  | 'APPEALED'
  /** 审核通过: the form can be printed. */
  | 'APPROVED'
  /** 已暂存: a draft of the details is kept. */
  | 'DETAILS_DRAFTED'
  /** 身份证及户籍信息已验证: the review items are being decided. */
  | 'IDENTITY_VERIFIED'
  /** 学校预登记已完成: a school has preregistered the child. */
  | 'PREREGISTERED'
  /** 已注册: it waits for the details. */
  | 'REGISTERED'
  /** 审核未通过: the family reads the reason, and how to ask for a second look. */
  | 'REJECTED'
  /** 退回补充更正: the reason is shown, and the guardian may submit again. */
  | 'RETURNED'
  /** 身份证及户籍信息待验证: the details are submitted, and the identity check is under way. */
  | 'SUBMITTED'
  /** 已撤销: everything about the child and the guardians is erased. */
  | 'WITHDRAWN';

/** The steps of the way (manual 一 to 五). */
export type StepKind =
  /** 录入详细信息: Details. */
  | 'DETAILS'
  /** 打印信息采集表: Collection form. */
  | 'FORM'
  /** 身份证及户籍信息核验: Identity and household check. */
  | 'IDENTITY_CHECK'
  /** 学校预登记: Preregistration at the school. */
  | 'PREREGISTRATION'
  /** 注册: Registration. */
  | 'REGISTRATION'
  /** 入学结果: Result. */
  | 'RESULT'
  /** 入学资格审核: Review. */
  | 'REVIEW';

/** The states of a step. */
export type StepState =
  /** The record has passed it. */
  | 'DONE'
  /** It is still to come. */
  | 'NEXT'
  /** The record stands here. */
  | 'NOW';

/** 特别需要和家庭情况: it does not decide on the admission. The family and the district’s officers read it, and a school on the printed form. */
export type SupportInput = {
  /** 沟通语言或翻译: Language or interpreter; at most 40 characters. */
  language?: string | null | undefined;
  /** 兄弟姐妹就读的学校: School of a brother or sister; at most 60 characters. */
  siblingSchool?: string | null | undefined;
  /** 特殊教育意愿: Special education. */
  specialEducation?: SpecialEducationWish | null | undefined;
  /** 需要的支持: Support needed; at most 120 characters. */
  supportNeeded?: string | null | undefined;
  /** 双胞胎的编号: Number of a twin; at most 40 characters. */
  twinNumber?: string | null | undefined;
};

/** What an API token is for. Without a scope it reads what everybody may read without signing in. */
export type TokenScope =
  /** 统计: reads what is counted; counts below 5 are hidden unless LISTS is there as well. */
  | 'DASHBOARDS'
  /** 审核决定: decides identity checks, review items, rejections, second looks and admissions of a district, and reads its jobs. */
  | 'DECISIONS'
  /** 基础数据导入: sets up the city from files; for tokens of the city alone. */
  | 'IMPORTS'
  /** 名单与记录: reads records, their numbers masked. Each look is audited. */
  | 'LISTS'
  /** 变动推送: registers webhooks, and looks after those that it has registered itself. */
  | 'WEBHOOKS';

/** The grounds that let a child use TREATED_AS_LOCAL (manual 七). */
export type TreatedAsLocalGround =
  /** 外国籍: Foreign nationality. */
  | 'FOREIGN_NATIONAL'
  /** 正在办理随军进京落户手续的现役军人子女: Child of a serviceman whose family is moving its hukou to Beijing. */
  | 'MILITARY_RELOCATION'
  /** 父母一方是本市户籍: One parent has Beijing hukou. */
  | 'ONE_PARENT_LOCAL'
  /** 区侨务部门认定的华侨子女: Child of overseas Chinese, confirmed by the district’s overseas Chinese affairs office. */
  | 'OVERSEAS_CHINESE'
  /** 在京在站博士后研究人员子女: Child of a postdoctoral researcher working in Beijing. */
  | 'POSTDOCTORAL'
  /** 区台办认定的台胞子女: Child of a Taiwan compatriot, confirmed by the district’s Taiwan affairs office. */
  | 'TAIWAN_COMPATRIOT'
  /** 父母一方持有《北京市工作居住证》: One parent holds the Beijing work and residence permit. */
  | 'WORK_RESIDENCE_PERMIT';

/** Who has to act. */
export type TurnHolder =
  /** 区教委. */
  | 'DISTRICT'
  /** The family: 您. */
  | 'GUARDIAN'
  /** Nobody at the moment. */
  | 'NOBODY'
  /** 学校. */
  | 'SCHOOL'
  /** The automatic check. */
  | 'SYSTEM';

/** What looks unusual in the audit trail. */
export type UnusualKind =
  /** One person looked at whole numbers, or downloaded lists of them, many times in a day. */
  | 'MANY_WHOLE_NUMBERS'
  /** One person looked, as staff, at a record whose guardian has her document. */
  | 'OWN_FAMILY'
  /** One person looked at whole numbers, or downloaded a list of them, at night. */
  | 'WHOLE_NUMBERS_AT_NIGHT';

/** What a view is of. */
export type ViewPlace =
  /** The list of records. */
  | 'LIST'
  /** The queue: what waits for a decision. */
  | 'QUEUE';

/** The viewer’s relation to a record. */
export type ViewerRelation =
  /** 被授权的监护人: 监护人（二）, whom the registrant has authorised (授权); may neither withdraw nor authorise. */
  | 'AUTHORIZED'
  /** 注册的监护人: 监护人（一）, who registered it. */
  | 'REGISTRANT'
  /** 工作人员: staff of a district, a school or the city. */
  | 'STAFF';

/** What to change of a webhook; what is left out or null stays as it is. */
export type WebhookChangesInput = {
  /** false pauses it; true switches it on again, also after it was disabled. Nothing is lost meanwhile. */
  active?: boolean | null | undefined;
  /** What administrators know it by, 1 to 60 characters. */
  name?: string | null | undefined;
  /** Where messages go: https, without user name, password or #, at most 500 characters. */
  url?: string | null | undefined;
};

/** The states of a delivery. */
export type WebhookDeliveryState =
  /** It was given up after the tenth try. It can be replayed. */
  | 'DEAD'
  /** The receiver has answered with 2xx. */
  | 'DELIVERED'
  /** It is to be sent, or sent again. */
  | 'WAITING';

/** Why a try failed. */
export type WebhookFailure =
  /** The certificate is not valid for the name, or no secure connection came about. */
  | 'CERTIFICATE'
  /** The name leads to an inside network; nothing was sent. */
  | 'INSIDE_ADDRESS'
  /** The name leads nowhere. */
  | 'NAME_UNKNOWN'
  /** The connection ended without an answer. */
  | 'NO_ANSWER'
  /** Nothing listens there. */
  | 'NO_CONNECTION'
  /** The receiver answered with another status than 2xx. Redirects are not followed. */
  | 'STATUS'
  /** No answer came within 10 seconds. */
  | 'TIMEOUT';

/** A new webhook. */
export type WebhookInput = {
  /** Entry code of the district whose changes it is told of; null for the whole city, for its administrators. */
  district?: string | null | undefined;
  /** What administrators know it by, 1 to 60 characters. */
  name: string;
  /** Where messages go: https, without user name, password or #, at most 500 characters. */
  url: string;
};

/** The states of a webhook. */
export type WebhookState =
  /** It is told of changes. */
  | 'ACTIVE'
  /** It was switched off: for 72 hours no message had arrived, or the receiver answered 410. Changes wait for it. */
  | 'DISABLED'
  /** An administrator has paused it, or the API token that had registered it was revoked. Changes wait for it. */
  | 'PAUSED';

/** A window of a calendar. */
export type WindowInput = {
  /** The first instant at which it is closed again: for the end of a day, midnight. */
  closesAt: string;
  /** What the window is for. */
  kind: PhaseKind;
  /** The first instant at which it is open. */
  opensAt: string;
  /** The service. */
  service: ServiceKind;
};

export type ApiTokensQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  district?: string | null | undefined;
}>;


export type ApiTokensQuery = { apiTokens: { nodes: Array<{ id: string, name: string, district: string | null, scopes: Array<TokenScope>, addressRanges: Array<string>, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ListedTokenFragment = { id: string, name: string, district: string | null, scopes: Array<TokenScope>, addressRanges: Array<string>, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null };

export type CreateApiTokenMutationVariables = Exact<{
  input: ApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { id: string, name: string, secret: string, expiresAt: string } };

export type RevokeApiTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: boolean };

export type RegisterAtDeskMutationVariables = Exact<{
  input: RegisterAtDeskInput;
}>;


export type RegisterAtDeskMutation = { registerAtDesk:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type AssistedRecordQueryVariables = Exact<{
  number: string;
}>;


export type AssistedRecordQuery = { now: string, collectionRecord: { number: string, service: ServiceKind, stage: Stage, registeredAt: string, district: { name: string, hotline: Array<string> }, child: { maskedName: string }, assistance: { officer: string, at: string, takenOverAt: string | null, openUntil: string | null } | null } | null };

export type OpenAssistanceMutationVariables = Exact<{
  number: string;
  paper: string;
}>;


export type OpenAssistanceMutation = { openAssistance:
    | { __typename: 'CollectionRecord', number: string }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CloseAssistanceMutationVariables = Exact<{
  number: string;
}>;


export type CloseAssistanceMutation = { closeAssistance: { number: string } };

export type WithdrawAtDeskMutationVariables = Exact<{
  number: string;
  paper: string;
}>;


export type WithdrawAtDeskMutation = { withdrawAtDesk:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Withdrawn', number: string, at: string }
   };

export type RecordsToTakeOverQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordsToTakeOverQuery = { recordsToTakeOver: Array<{ number: string, maskedChild: string, district: string, officer: string, at: string }> };

export type TakeOverRecordMutationVariables = Exact<{
  number: string;
}>;


export type TakeOverRecordMutation = { takeOverRecord: { number: string } };

export type AuditTrailQueryVariables = Exact<{
  number?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { edges: Array<{ cursor: string, node: { at: string, actor: string, actorId: string | null, byStaff: boolean, action: string, summary: string, record: string | null, detail: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type AuditWatchQueryVariables = Exact<{
  district?: string | null | undefined;
}>;


export type AuditWatchQuery = { auditChain: { lastSealAt: string | null, verifiedAt: string | null, verifiedEntries: number | null, late: boolean, broken: Array<{ kind: AuditFaultKind, place: string, foundAt: string }> }, unusualLooks: Array<{ kind: UnusualKind, actorId: string, day: string, looks: number, text: string }> };

export type RevealDocumentsMutationVariables = Exact<{
  number: string;
  purpose: string;
}>;


export type RevealDocumentsMutation = { revealDocuments: { childDocumentNumber: string, guardians: Array<{ role: GuardianRole, documentNumber: string, phone: string }> } };

export type RevealDocumentMutationVariables = Exact<{
  number: string;
  holder: DocumentHolder;
  purpose: string;
}>;


export type RevealDocumentMutation = { revealDocument:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'RevealedDocument', documentNumber: string, phone: string | null }
   };

export type AuthorizationQueryVariables = Exact<{
  number: string;
}>;


export type AuthorizationQuery = { collectionRecord: { number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> } | null };

export type GrantAuthorizationMutationVariables = Exact<{
  number: string;
}>;


export type GrantAuthorizationMutation = { grantAuthorization:
    | { __typename: 'CollectionRecord', number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RevokeAuthorizationMutationVariables = Exact<{
  number: string;
}>;


export type RevokeAuthorizationMutation = { revokeAuthorization:
    | { __typename: 'CollectionRecord', number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type AuthorizationStateFragment = { number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> };

export type OfficeCalendarFragment = { revision: number, district: { code: string, name: string, hotline: Array<string> }, season: { year: number, state: SeasonState }, services: Array<{ service: ServiceKind, phases: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> };

export type EditionShownFragment = { number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> };

export type EditionChangedFragment = { field: string, label: string, before: string | null, after: string | null };

export type OfficeCalendarQueryVariables = Exact<{
  district: string;
  season?: number | null | undefined;
}>;


export type OfficeCalendarQuery = { now: string, districtCalendar: { revision: number, district: { code: string, name: string, hotline: Array<string> }, season: { year: number, state: SeasonState }, services: Array<{ service: ServiceKind, phases: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> } | null };

export type SetCalendarMutationVariables = Exact<{
  input: CalendarInput;
}>;


export type SetCalendarMutation = { setCalendar:
    | { __typename: 'CalendarChange', applied: boolean, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }>, calendar: { revision: number } }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CalendarPreviewQueryVariables = Exact<{
  district: string;
  season?: number | null | undefined;
  service: ServiceKind;
  at: string;
  stage?: Stage | null | undefined;
  windows?: Array<WindowInput> | WindowInput | null | undefined;
}>;


export type CalendarPreviewQuery = { calendarPreview: { phases: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, family: { stage: Stage, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, dates: Array<{ kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean }> } | null } | null };

export type PhaseOfDistrictsQueryVariables = Exact<{
  service: ServiceKind;
  kind: PhaseKind;
  season?: number | null | undefined;
}>;


export type PhaseOfDistrictsQuery = { now: string, districts: Array<{ code: string, name: string, schedule: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

export type RecordChangesQueryVariables = Exact<{
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type RecordChangesQuery = { recordChanges: { newest: string, nodes: Array<{ cursor: string, number: string, district: string, service: ServiceKind, kind: string, from: Stage | null, to: Stage, at: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordConversationQueryVariables = Exact<{
  number: string;
}>;


export type RecordConversationQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, conversation: { unread: boolean, waitingSince: string | null, messages: Array<{ id: string, author: MessageAuthor, by: string, officer: string | null, mine: boolean, text: string, writtenAt: string, unread: boolean, seen: boolean }> } | null, district: { code: string, name: string }, child: { name: string } } | null };

export type OfficeConversationQueryVariables = Exact<{
  number: string;
}>;


export type OfficeConversationQuery = { collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, conversation: { unread: boolean, waitingSince: string | null, templates: Array<{ key: string, name: string, text: string }>, messages: Array<{ id: string, author: MessageAuthor, by: string, officer: string | null, mine: boolean, text: string, writtenAt: string, unread: boolean, seen: boolean }> } | null, district: { code: string, name: string }, child: { name: string } } | null };

export type ConversationShownFragment = { unread: boolean, waitingSince: string | null, messages: Array<{ id: string, author: MessageAuthor, by: string, officer: string | null, mine: boolean, text: string, writtenAt: string, unread: boolean, seen: boolean }> };

export type WaitingFamiliesQueryVariables = Exact<{
  filter: RecordFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type WaitingFamiliesQuery = { now: string, collectionRecords: { totalCount: number, edges: Array<{ node: { number: string, service: ServiceKind, stage: Stage, child: { maskedName: string }, conversation: { unread: boolean, waitingSince: string | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type FamiliesWaitingQueryVariables = Exact<{
  district: string;
  season?: number | null | undefined;
}>;


export type FamiliesWaitingQuery = { district: { familiesWaiting: number | null } | null };

export type WriteMessageMutationVariables = Exact<{
  number: string;
  text: string;
}>;


export type WriteMessageMutation = { writeMessage:
    | { __typename: 'CollectionRecord', number: string, conversation: { unread: boolean, waitingSince: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type MarkMessagesReadMutationVariables = Exact<{
  number: string;
}>;


export type MarkMessagesReadMutation = { markMessagesRead:
    | { __typename: 'CollectionRecord', number: string, conversation: { unread: boolean, waitingSince: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SettleMessagesMutationVariables = Exact<{
  number: string;
}>;


export type SettleMessagesMutation = { settleMessages:
    | { __typename: 'CollectionRecord', number: string, conversation: { unread: boolean, waitingSince: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type ConversationAnswer_CollectionRecord_Fragment = { __typename: 'CollectionRecord', number: string, conversation: { unread: boolean, waitingSince: string | null } | null };

type ConversationAnswer_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type ConversationAnswerFragment =
  | ConversationAnswer_CollectionRecord_Fragment
  | ConversationAnswer_Refused_Fragment
;

export type CorrectionRequestQueryVariables = Exact<{
  number: string;
}>;


export type CorrectionRequestQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, child: { documentNumber: string, sex: Sex, birthDate: string, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentNumber: string, phone: string }>, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null, district: { code: string, name: string } } | null };

export type RequestShownFragment = { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> };

export type RequestCorrectionMutationVariables = Exact<{
  number: string;
  input: CorrectionRequestInput;
  evidence: string;
}>;


export type RequestCorrectionMutation = { requestCorrection:
    | { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type TakeBackCorrectionRequestMutationVariables = Exact<{
  number: string;
}>;


export type TakeBackCorrectionRequestMutation = { takeBackCorrectionRequest:
    | { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type AcceptCorrectionRequestMutationVariables = Exact<{
  number: string;
  reason: string;
}>;


export type AcceptCorrectionRequestMutation = { acceptCorrectionRequest:
    | { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ConfirmCorrectionRequestMutationVariables = Exact<{
  number: string;
}>;


export type ConfirmCorrectionRequestMutation = { confirmCorrectionRequest:
    | { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type DeclineCorrectionRequestMutationVariables = Exact<{
  number: string;
  reason: string;
}>;


export type DeclineCorrectionRequestMutation = { declineCorrectionRequest:
    | { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type RequestAnswer_CollectionRecord_Fragment = { __typename: 'CollectionRecord', number: string, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null };

type RequestAnswer_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type RequestAnswerFragment =
  | RequestAnswer_CollectionRecord_Fragment
  | RequestAnswer_Refused_Fragment
;

export type DashboardQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
  school?: string | null | undefined;
  days?: number | null | undefined;
}>;


export type DashboardQuery = { dashboard: { season: number, asOf: string, smallNumbersHidden: boolean, total: number, totalDisclosure: Disclosure, waiting: number, waitingOverDays: number, oldestWaiting: string | null, byDistrict: Array<{ count: number, hidden: boolean, disclosure: Disclosure, waiting: number | null, waitingOverDays: number | null, byStage: Array<{ stage: Stage, count: number }>, forecast: { decidedADay: number, cameADay: number, expected: string | null, early: string | null, late: string | null } | null, district: { code: string, name: string } }>, codesSent: Array<{ day: string, purpose: CodePurpose, count: number }>, byStage: Array<{ stage: Stage, count: number, hidden: boolean, disclosure: Disclosure }>, byService: Array<{ service: ServiceKind, count: number, hidden: boolean, disclosure: Disclosure }>, byGround: Array<{ ground: TreatedAsLocalGround, count: number, hidden: boolean, disclosure: Disclosure }>, byHukouProvince: Array<{ province: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySubdistrict: Array<{ district: string, subdistrict: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySchool: Array<{ count: number, hidden: boolean, disclosure: Disclosure, school: { code: string, name: string } }>, byDay: Array<{ day: string, workingDay: boolean, registered: number, submitted: number, hidden: boolean, registeredDisclosure: Disclosure, submittedDisclosure: Disclosure }>, byDaysWaited: Array<{ days: number, count: number, hidden: boolean, disclosure: Disclosure }>, funnel: Array<{ stage: Stage, reached: number, here: number, stay: { count: number, medianSeconds: number, p90Seconds: number } | null }>, forecast: { decidedADay: number, cameADay: number, expected: string | null, early: string | null, late: string | null } | null, besideLastYear: Array<{ day: number, registered: number | null, submitted: number | null, registeredLastYear: number | null, submittedLastYear: number | null }>, throughput: Array<{ day: string, role: ActingRole, kind: string, count: number }>, refusedByRule: Array<{ rule: string, count: number }> } };

export type CountedFragment = { season: number, asOf: string, smallNumbersHidden: boolean, total: number, totalDisclosure: Disclosure, waiting: number, waitingOverDays: number, oldestWaiting: string | null, byStage: Array<{ stage: Stage, count: number, hidden: boolean, disclosure: Disclosure }>, byDistrict: Array<{ count: number, hidden: boolean, disclosure: Disclosure, waiting: number | null, waitingOverDays: number | null, district: { code: string, name: string } }>, byService: Array<{ service: ServiceKind, count: number, hidden: boolean, disclosure: Disclosure }>, byGround: Array<{ ground: TreatedAsLocalGround, count: number, hidden: boolean, disclosure: Disclosure }>, byHukouProvince: Array<{ province: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySubdistrict: Array<{ district: string, subdistrict: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySchool: Array<{ count: number, hidden: boolean, disclosure: Disclosure, school: { code: string, name: string } }>, byDay: Array<{ day: string, workingDay: boolean, registered: number, submitted: number, hidden: boolean, registeredDisclosure: Disclosure, submittedDisclosure: Disclosure }>, byDaysWaited: Array<{ days: number, count: number, hidden: boolean, disclosure: Disclosure }>, funnel: Array<{ stage: Stage, reached: number, here: number, stay: { count: number, medianSeconds: number, p90Seconds: number } | null }>, forecast: { decidedADay: number, cameADay: number, expected: string | null, early: string | null, late: string | null } | null, besideLastYear: Array<{ day: number, registered: number | null, submitted: number | null, registeredLastYear: number | null, submittedLastYear: number | null }>, throughput: Array<{ day: string, role: ActingRole, kind: string, count: number }>, refusedByRule: Array<{ rule: string, count: number }> };

export type OutlookFragment = { decidedADay: number, cameADay: number, expected: string | null, early: string | null, late: string | null };

export type DetailsShownFragment = { draft: boolean, savedAt: string, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind, address: string, headName: string, headRelation: string } | null, residence: { kind: ResidenceKind, subdistrict: string, address: string, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind, holder: EvidenceHolder, number: string | null, issuer: string, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string, validUntil: string, address: string }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }>, advice: Array<{ field: string, text: string }> };

export type DetailsTypedFragment = { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind | null, holder: EvidenceHolder | null, number: string | null, issuer: string | null, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }> };

export type DetailsFormQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  ground?: TreatedAsLocalGround | null | undefined;
  season?: number | null | undefined;
}>;


export type DetailsFormQuery = { district: { code: string, name: string, hotline: Array<string>, detailsForm: Array<{ kind: DetailBlock, label: string, need: Need, fields: Array<{ path: string, label: string, why: string, where: string, input: FieldInput, kinds: Array<string> | null, required: boolean, longest: number, masked: boolean, choices: Array<{ value: string, label: string }> | null }> }>, questions: Array<{ key: string, label: string, help: string | null, kind: QuestionKind, required: boolean, choices: Array<string> | null, options: Array<{ value: string, label: string }> | null }> } | null };

export type SubdistrictsQueryVariables = Exact<{
  district: string;
}>;


export type SubdistrictsQuery = { district: { subdistrictsComplete: boolean, subdistricts: Array<{ name: string, label: string }> } | null };

export type RecordDetailsQueryVariables = Exact<{
  number: string;
}>;


export type RecordDetailsQuery = { now: string, collectionRecord: { number: string, stage: Stage, version: number, submittedAt: string | null, details: { draft: boolean, savedAt: string, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind, address: string, headName: string, headRelation: string } | null, residence: { kind: ResidenceKind, subdistrict: string, address: string, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind, holder: EvidenceHolder, number: string | null, issuer: string, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string, validUntil: string, address: string }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }>, advice: Array<{ field: string, text: string }> } | null, detailsEditing: { open: Array<DetailBlock>, firstGuardianSex: Sex | null, missing: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }>, toConfirm: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind | null, holder: EvidenceHolder | null, number: string | null, issuer: string | null, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }> } | null } | null };

export type DetailsPageQueryVariables = Exact<{
  number: string;
}>;


export type DetailsPageQuery = { now: string, collectionRecord: { version: number, season: number, ground: TreatedAsLocalGround | null, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, service: ServiceKind, stage: Stage, registeredAt: string, turn: { text: string }, district: { hotline: Array<string>, code: string, name: string }, child: { documentNumber: string, residenceDistrict: string, name: string }, guardians: Array<{ name: string, documentType: DocumentType, phone: string }>, authorization: { active: boolean } | null, reviewItems: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, detailsEditing: { open: Array<DetailBlock>, firstGuardianSex: Sex | null, missing: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }>, toConfirm: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind | null, holder: EvidenceHolder | null, number: string | null, issuer: string | null, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }> } | null } | null };

export type RecordDraftQueryVariables = Exact<{
  number: string;
}>;


export type RecordDraftQuery = { collectionRecord: { version: number, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind | null, holder: EvidenceHolder | null, number: string | null, issuer: string | null, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }> } | null } | null };

export type DetailsStateFragment = { detailsEditing: { open: Array<DetailBlock>, firstGuardianSex: Sex | null, missing: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }>, toConfirm: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, groundEvidence: { kind: EvidenceKind | null, holder: EvidenceHolder | null, number: string | null, issuer: string | null, validFrom: string | null, validUntil: string | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, support: { specialEducation: SpecialEducationWish | null, supportNeeded: string | null, language: string | null, siblingSchool: string | null, twinNumber: string | null } | null, answers: Array<{ key: string, value: string }> } | null };

export type SubmissionReceiptQueryVariables = Exact<{
  number: string;
}>;


export type SubmissionReceiptQuery = { collectionRecord: { number: string, submissionReceipt: { number: string, at: string, version: number, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string }> }> } | null } | null };

export type SaveDetailsMutationVariables = Exact<{
  number: string;
  input: DetailsInput;
}>;


export type SaveDetailsMutation = { saveDetails:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, version: number, details: { draft: boolean, savedAt: string, advice: Array<{ field: string, text: string }> } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SubmitDetailsMutationVariables = Exact<{
  number: string;
  input: DetailsInput;
}>;


export type SubmitDetailsMutation = { submitDetails:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, version: number, submittedAt: string | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RulesQuery = { rules: Array<{ id: string, code: RefusalCode, clause: string | null, text: string, wayOut: string | null, limit: number | null }> };

export type RecordPeopleQueryVariables = Exact<{
  number: string;
}>;


export type RecordPeopleQuery = { collectionRecord: { number: string, service: ServiceKind, stage: Stage, registeredAt: string, child: { name: string, documentType: DocumentType, birthDate: string }, guardians: Array<{ role: GuardianRole, name: string, phone: string }> } | null };

export type RecordCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordCardsQuery = { myRecords: Array<{ number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { code: string, name: string }, child: { name: string } }> };

export type DistrictDeskShownFragment = { hotline: Array<string>, deskAddress: string | null, deskAddressEn: string | null, deskHours: string | null, deskHoursEn: string | null, revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> };

export type DistrictDeskQueryVariables = Exact<{
  district: string;
}>;


export type DistrictDeskQuery = { districtDesk: { hotline: Array<string>, deskAddress: string | null, deskAddressEn: string | null, deskHours: string | null, deskHoursEn: string | null, revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> } | null };

export type SetDistrictDeskMutationVariables = Exact<{
  district: string;
  input: DistrictDeskInput;
  revision: number;
}>;


export type SetDistrictDeskMutation = { setDistrictDesk:
    | { __typename: 'DistrictDesk', hotline: Array<string>, deskAddress: string | null, deskAddressEn: string | null, deskHours: string | null, deskHoursEn: string | null, revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CollectionFormQueryVariables = Exact<{
  number: string;
}>;


export type CollectionFormQuery = { collectionRecord: { formUrl: string | null, formCharactersByHand: Array<string> } | null };

export type DecisionNoticeQueryVariables = Exact<{
  number: string;
}>;


export type DecisionNoticeQuery = { collectionRecord: { rejection: { decisionNoticeUrl: string | null } | null } | null };

export type FormVerificationQueryVariables = Exact<{
  code: string;
}>;


export type FormVerificationQuery = { formVerification: { status: FormStatus, number: string | null, printedAt: string | null } };

export type HolidayShownFragment = { name: string, nameEn: string, from: string, to: string, worked: Array<string> };

export type HolidayCalendarShownFragment = { year: number, revision: number, holidays: Array<{ name: string, nameEn: string, from: string, to: string, worked: Array<string> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> };

export type HolidayCalendarQueryVariables = Exact<{
  year: number;
}>;


export type HolidayCalendarQuery = { now: string, holidayCalendar: { year: number, revision: number, holidays: Array<{ name: string, nameEn: string, from: string, to: string, worked: Array<string> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> } };

export type SetHolidaysMutationVariables = Exact<{
  year: number;
  holidays: Array<HolidayInput> | HolidayInput;
  removed: Array<string> | string;
  revision: number;
}>;


export type SetHolidaysMutation = { setHolidays:
    | { __typename: 'HolidayCalendar', year: number, revision: number, holidays: Array<{ name: string, nameEn: string, from: string, to: string, worked: Array<string> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type IdentityCheckQueryVariables = Exact<{
  number: string;
}>;


export type IdentityCheckQuery = { now: string, collectionRecord: { number: string, stage: Stage, identityCheck: { status: CheckStatus, requestedAt: string | null, expectedBy: string | null, overdue: boolean, checkedAt: string | null, reason: string | null } } | null };

export type DecideIdentityCheckMutationVariables = Exact<{
  numbers: Array<string> | string;
  status: CheckStatus;
  reason?: string | null | undefined;
  revision?: number | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type DecideIdentityCheckMutation = { decideIdentityCheck: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null } }> } };

export type BatchOutcomeFragment = { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null } }> };

export type JobQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  outcome?: JobOutcome | null | undefined;
}>;


export type JobQuery = { job: { carriedOutBy: string | null, id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, order: { item: ReviewItemKind | null, status: CheckStatus | null, outcome: AdmissionOutcome | null, reason: string | null, remedy: string | null, dueAt: string | null, school: { code: string, name: string } | null } | null, listExport: { purpose: string, filters: Array<string> } | null, summary: Array<{ outcome: JobOutcome, stage: Stage | null, count: number, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } | null }>, schools: Array<{ quota: number | null, taken: number, wouldBe: number, overPlan: boolean, school: { code: string, name: string } }>, rows: { nodes: Array<{ position: number, number: string, outcome: JobOutcome | null, stage: Stage | null, order: { item: ReviewItemKind | null, status: CheckStatus | null, outcome: AdmissionOutcome | null, reason: string | null, remedy: string | null, dueAt: string | null, school: { code: string, name: string } | null } | null, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null };

export type OrderShownFragment = { item: ReviewItemKind | null, status: CheckStatus | null, outcome: AdmissionOutcome | null, reason: string | null, remedy: string | null, dueAt: string | null, school: { code: string, name: string } | null };

export type JobBadLinesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobBadLinesQuery = { job: { id: string, file: { fingerprint: string, badLineCount: number, badLines: { nodes: Array<{ line: number, refusals: Array<{ field: string | null, rule: string, code: RefusalCode, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type TryFileMutationVariables = Exact<{
  kind: FileKind;
  district: string;
  content: string;
}>;


export type TryFileMutation = { tryFile:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type TryBulkMutationVariables = Exact<{
  kind: BulkKind;
  numbers?: Array<string> | string | null | undefined;
  filter?: RecordFilter | null | undefined;
  item?: ReviewItemKind | null | undefined;
  status?: CheckStatus | null | undefined;
  reason?: string | null | undefined;
  remedy?: string | null | undefined;
  dueAt?: string | null | undefined;
  outcome?: AdmissionOutcome | null | undefined;
  note?: string | null | undefined;
}>;


export type TryBulkMutation = { tryBulk:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type StartBulkMutationVariables = Exact<{
  dryRun: string | number;
  onlyGood?: boolean | null | undefined;
}>;


export type StartBulkMutation = { startBulk:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ConfirmBulkMutationVariables = Exact<{
  job: string | number;
  checkCode: string;
}>;


export type ConfirmBulkMutation = { confirmBulk:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type DeclineBulkMutationVariables = Exact<{
  job: string | number;
}>;


export type DeclineBulkMutation = { declineBulk:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetSecondPersonMutationVariables = Exact<{
  district: string;
  rejections?: boolean | null | undefined;
  publications?: boolean | null | undefined;
}>;


export type SetSecondPersonMutation = { setSecondPerson: { code: string, rejectionsNeedSecond: boolean, publicationsNeedSecond: boolean } };

type JobOrRefused_Job_Fragment = { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null };

type JobOrRefused_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type JobOrRefusedFragment =
  | JobOrRefused_Job_Fragment
  | JobOrRefused_Refused_Fragment
;

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  states?: Array<JobState> | JobState | null | undefined;
}>;


export type JobsQuery = { jobs: { nodes: Array<{ id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CancelJobMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelJobMutation = { cancelJob: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } };

export type JobShownFragment = { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null };

export type JobRowsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type JobRowsQuery = { job: { kind: JobKind, dryRun: boolean, file: { fingerprint: string, badLineCount: number } | null, rows: { nodes: Array<{ position: number, number: string, outcome: JobOutcome | null, stage: Stage | null, order: { item: ReviewItemKind | null, status: CheckStatus | null, outcome: AdmissionOutcome | null, reason: string | null, remedy: string | null, dueAt: string | null, school: { code: string, name: string } | null } | null, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MyReviewItemsQueryVariables = Exact<{
  kind?: ReviewItemKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyReviewItemsQuery = { myReviewItems: { totalCount: number, nodes: Array<{ number: string, kind: ReviewItemKind, label: string, child: string, service: ServiceKind, subdistrict: string | null, waitsSince: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviewTaskShownFragment = { number: string, kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, service: ServiceKind, subdistrict: string | null, waitsSince: string | null, revision: number, child: string, whole: boolean, papers: Array<string>, district: { code: string, name: string }, people: Array<{ holder: DocumentHolder, label: string, name: string, documentNumber: string }>, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string }> }> };

export type ReviewTaskQueryVariables = Exact<{
  number: string;
  kind: ReviewItemKind;
}>;


export type ReviewTaskQuery = { reviewTask: { number: string, kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, service: ServiceKind, subdistrict: string | null, waitsSince: string | null, revision: number, child: string, whole: boolean, papers: Array<string>, district: { code: string, name: string }, people: Array<{ holder: DocumentHolder, label: string, name: string, documentNumber: string }>, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string }> }> } | null };

export type RevealReviewTaskMutationVariables = Exact<{
  number: string;
  kind: ReviewItemKind;
  purpose: string;
}>;


export type RevealReviewTaskMutation = { revealReviewTask:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'ReviewTask', number: string, kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, service: ServiceKind, subdistrict: string | null, waitsSince: string | null, revision: number, child: string, whole: boolean, papers: Array<string>, district: { code: string, name: string }, people: Array<{ holder: DocumentHolder, label: string, name: string, documentNumber: string }>, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string }> }> }
   };

export type JointReviewShownFragment = { revision: number, order: ReviewOrder, moving: number | null, items: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, parts: Array<{ part: ItemPart, label: string, decider: ItemDecider }> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> };

export type JointReviewQueryVariables = Exact<{
  district: string;
}>;


export type JointReviewQuery = { jointReview: { revision: number, order: ReviewOrder, moving: number | null, items: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, parts: Array<{ part: ItemPart, label: string, decider: ItemDecider }> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> } | null };

export type SetJointReviewMutationVariables = Exact<{
  district: string;
  deciders: Array<ItemDeciderInput> | ItemDeciderInput;
  revision: number;
  order?: ReviewOrder | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type SetJointReviewMutation = { setJointReview:
    | { __typename: 'JointReview', revision: number, order: ReviewOrder, moving: number | null, items: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, parts: Array<{ part: ItemPart, label: string, decider: ItemDecider }> }>, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type BesideShownFragment = { number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } };

export type FreezeShownFragment = { since: string, by: string, reason: string };

export type NearDuplicatesQueryVariables = Exact<{
  number: string;
}>;


export type NearDuplicatesQuery = { collectionRecord: { submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }>, freeze: { since: string, by: string, reason: string } | null, child: { maskedName: string, documentType: DocumentType, documentNumber: string, sex: Sex, birthDate: string, nationality: string, hukouProvince: string | null, residenceSubdistrict: string | null, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentNumber: string, phone: string }>, district: { code: string, name: string } } | null };

export type ComparedRecordQueryVariables = Exact<{
  number: string;
}>;


export type ComparedRecordQuery = { collectionRecord: { submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, child: { maskedName: string, documentType: DocumentType, documentNumber: string, sex: Sex, birthDate: string, nationality: string, hukouProvince: string | null, residenceSubdistrict: string | null, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentNumber: string, phone: string }>, district: { code: string, name: string } } | null };

export type ComparedRecordFragment = { submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, child: { maskedName: string, documentType: DocumentType, documentNumber: string, sex: Sex, birthDate: string, nationality: string, hukouProvince: string | null, residenceSubdistrict: string | null, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentNumber: string, phone: string }>, district: { code: string, name: string } };

export type MarkNotDuplicateMutationVariables = Exact<{
  number: string;
  other: string;
  reason: string;
}>;


export type MarkNotDuplicateMutation = { markNotDuplicate:
    | { __typename: 'CollectionRecord', number: string, freeze: { since: string, by: string, reason: string } | null, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type FreezeRecordMutationVariables = Exact<{
  number: string;
  reason: string;
}>;


export type FreezeRecordMutation = { freezeRecord:
    | { __typename: 'CollectionRecord', number: string, freeze: { since: string, by: string, reason: string } | null, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type UnfreezeRecordMutationVariables = Exact<{
  number: string;
  reason: string;
}>;


export type UnfreezeRecordMutation = { unfreezeRecord:
    | { __typename: 'CollectionRecord', number: string, freeze: { since: string, by: string, reason: string } | null, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type LikenessAnswer_CollectionRecord_Fragment = { __typename: 'CollectionRecord', number: string, freeze: { since: string, by: string, reason: string } | null, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }> };

type LikenessAnswer_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type LikenessAnswerFragment =
  | LikenessAnswer_CollectionRecord_Fragment
  | LikenessAnswer_Refused_Fragment
;

export type ProposeListExportMutationVariables = Exact<{
  filter: RecordFilter;
  purpose: string;
}>;


export type ProposeListExportMutation = { proposeListExport:
    | { __typename: 'Job', id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ListExportRowsQueryVariables = Exact<{
  job: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListExportRowsQuery = { now: string, listExportRows:
    | { __typename: 'ListExportRowConnection', nodes: Array<{ number: string, service: ServiceKind, stage: Stage, stageSince: string, outcome: AdmissionOutcome | null, child: { name: string, sex: Sex, birthDate: string, documentType: DocumentType, documentNumber: string }, guardians: Array<{ role: GuardianRole, relation: Relation | null, name: string, documentType: DocumentType, documentNumber: string, phone: string }>, school: { code: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type OfficeFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeFrameQuery = { viewer: { account: string, name: string, roles: Array<{ role: Role, district: { code: string } | null, school: { code: string, name: string } | null }> } | null, seasons: Array<{ year: number, state: SeasonState }> };

export type OfficeSurroundQueryVariables = Exact<{
  district: string;
  season?: number | null | undefined;
  waiting: boolean;
  watched?: string | null | undefined;
  watches: boolean;
}>;


export type OfficeSurroundQuery = { serviceTroubles?: number | null, districts: Array<{ code: string, name: string }>, myRoles: Array<{ id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }>, district?: { familiesWaiting: number | null } | null };

export type RecordRevisionQueryVariables = Exact<{
  number: string;
}>;


export type RecordRevisionQuery = { recordRevision: number | null };

export type RecordLeftQueryVariables = Exact<{
  number: string;
}>;


export type RecordLeftQuery = { collectionRecord: { number: string, officeActions: Array<{ kind: OfficeActionKind, allowed: boolean }>, reviewItems: Array<{ kind: ReviewItemKind, decider: ItemDecider, waitsForStreet: boolean, status: CheckStatus }> } | null };

export type OfficeRecordQueryVariables = Exact<{
  number: string;
}>;


export type OfficeRecordQuery = { districts: Array<{ code: string, name: string }>, collectionRecord: { revision: number | null, ground: TreatedAsLocalGround | null, submittedAt: string | null, stageSince: string, toldAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, assignee: { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null } | null, officeActions: Array<{ kind: OfficeActionKind, allowed: boolean, reason: string | null }>, submittedInWords: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string }> }>, details: { advice: Array<{ field: string, text: string }> } | null, child: { documentType: DocumentType, documentNumber: string, nationality: string, sex: Sex, birthDate: string, hukouProvince: string | null, hukouDistrict: string | null, residenceDistrict: string, residenceSubdistrict: string | null, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { grantedAt: string } | null, turn: { holder: TurnHolder, since: string | null, until: string | null }, identityCheck: { status: CheckStatus, checkedAt: string | null, reason: string | null, differences: Array<{ holder: DocumentHolder, line: CheckedLine }> }, reviewItems: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, returnTextChoices: Array<{ key: string, kind: ReviewItemKind, name: string, reason: string, remedy: string | null }>, rejection: { reason: string, rejectedAt: string, appealedAt: string | null, statement: string | null, accepted: boolean | null, decision: string | null, decisionNoticeUrl: string | null } | null, admissionResult: { outcome: AdmissionOutcome, preregisteredAt: string | null, approvedAt: string | null, publishedAt: string | null, note: string | null, version: number, correctedAt: string | null, versions: Array<{ number: number, outcome: AdmissionOutcome, note: string | null, since: string, reason: string | null, school: { code: string, name: string } | null }>, school: { code: string, name: string } | null } | null, resultCorrection: { id: string, outcome: AdmissionOutcome, note: string | null, reason: string, proposedBy: string, proposedAt: string, own: boolean, school: { code: string, name: string } | null } | null, history: Array<{ kind: string, at: string, by: string, note: string | null }>, conversation: { unread: boolean, waitingSince: string | null } | null, nearDuplicates: Array<{ number: string, stage: Stage, own: boolean, likenesses: Array<Likeness>, documentDiffersAt: number | null, foundAt: string, verdict: DuplicateVerdict | null, decidedAt: string | null, decidedBy: string | null, district: { code: string, name: string } }>, freeze: { since: string, by: string, reason: string } | null, correctionRequest: { state: CorrectionRequestState, requestedAt: string } | null, messages: Array<{ sentAt: string, text: string, language: string, delivered: boolean | null }>, retention: { text: string }, district: { code: string, name: string } } | null };

export type OfficeDashboardQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
  school?: string | null | undefined;
  days?: number | null | undefined;
}>;


export type OfficeDashboardQuery = { dashboard: { season: number, asOf: string, smallNumbersHidden: boolean, total: number, totalDisclosure: Disclosure, waiting: number, waitingOverDays: number, oldestWaiting: string | null, district: { code: string, name: string } | null, school: { code: string } | null, byDistrict: Array<{ count: number, hidden: boolean, disclosure: Disclosure, waiting: number | null, waitingOverDays: number | null, forecast: { expected: string | null } | null, district: { code: string, name: string } }>, byStage: Array<{ stage: Stage, count: number, hidden: boolean, disclosure: Disclosure }>, byService: Array<{ service: ServiceKind, count: number, hidden: boolean, disclosure: Disclosure }>, byGround: Array<{ ground: TreatedAsLocalGround, count: number, hidden: boolean, disclosure: Disclosure }>, byHukouProvince: Array<{ province: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySubdistrict: Array<{ district: string, subdistrict: string, count: number, hidden: boolean, disclosure: Disclosure }>, bySchool: Array<{ count: number, hidden: boolean, disclosure: Disclosure, school: { code: string, name: string } }>, byDay: Array<{ day: string, workingDay: boolean, registered: number, submitted: number, hidden: boolean, registeredDisclosure: Disclosure, submittedDisclosure: Disclosure }>, byDaysWaited: Array<{ days: number, count: number, hidden: boolean, disclosure: Disclosure }>, funnel: Array<{ stage: Stage, reached: number, here: number, stay: { count: number, medianSeconds: number, p90Seconds: number } | null }>, forecast: { decidedADay: number, cameADay: number, expected: string | null, early: string | null, late: string | null } | null, besideLastYear: Array<{ day: number, registered: number | null, submitted: number | null, registeredLastYear: number | null, submittedLastYear: number | null }>, throughput: Array<{ day: string, role: ActingRole, kind: string, count: number }>, refusedByRule: Array<{ rule: string, count: number }> }, rules: Array<{ id: string, text: string }> };

export type OfficeTokensQueryVariables = Exact<{
  district?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeTokensQuery = { now: string, apiTokens: { nodes: Array<{ id: string, name: string, district: string | null, scopes: Array<TokenScope>, addressRanges: Array<string>, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OfficeWebhooksQueryVariables = Exact<{
  district?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeWebhooksQuery = { now: string, webhooks: { nodes: Array<{ id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OfficeWebhookQueryVariables = Exact<{
  id: string | number;
  state?: WebhookDeliveryState | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeWebhookQuery = { webhook: { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number } | null, webhookDeliveries: { nodes: Array<{ id: string, messageId: string, cursor: string, number: string, state: WebhookDeliveryState, attempts: number, createdAt: string, triedAt: string | null, dueAt: string | null, status: number | null, failure: WebhookFailure | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OfficeClockQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeClockQuery = { now: string };

export type OfficeBulkQueryVariables = Exact<{
  district: string;
}>;


export type OfficeBulkQuery = { district: { code: string, rejectionsNeedSecond: boolean } | null };

export type OfficeJobsQueryVariables = Exact<{
  states?: Array<JobState> | JobState | null | undefined;
}>;


export type OfficeJobsQuery = { jobs: { nodes: Array<{ id: string, state: JobState, own: boolean, mayConfirm: boolean }> } };

export type DecideReviewItemMutationVariables = Exact<{
  numbers: Array<string> | string;
  kind: ReviewItemKind;
  status: CheckStatus;
  reason?: string | null | undefined;
  remedy?: string | null | undefined;
  dueAt?: string | null | undefined;
  revision?: number | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type DecideReviewItemMutation = { decideReviewItem: { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> } };

export type RejectRecordsMutationVariables = Exact<{
  numbers: Array<string> | string;
  reason: string;
  revision?: number | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type RejectRecordsMutation = { rejectRecords: { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> } };

export type DecideAppealMutationVariables = Exact<{
  number: string;
  accepted: boolean;
  reason: string;
  revision?: number | null | undefined;
}>;


export type DecideAppealMutation = { decideAppeal:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CorrectRegistrationMutationVariables = Exact<{
  number: string;
  input: CorrectionInput;
  reason: string;
  revision?: number | null | undefined;
}>;


export type CorrectRegistrationMutation = { correctRegistration:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, version: number }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type PreregisterMutationVariables = Exact<{
  numbers: Array<string> | string;
  school: string;
  dryRun?: boolean | null | undefined;
  key?: string | null | undefined;
}>;


export type PreregisterMutation = { preregister: { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> } };

export type ApproveAdmissionsMutationVariables = Exact<{
  numbers: Array<string> | string;
  outcome: AdmissionOutcome;
  note?: string | null | undefined;
  school?: string | null | undefined;
  revision?: number | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ApproveAdmissionsMutation = { approveAdmissions: { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> } };

export type PublishResultsMutationVariables = Exact<{
  district: string;
  service: ServiceKind;
  season?: number | null | undefined;
}>;


export type PublishResultsMutation = { publishResults:
    | { __typename: 'Published', count: number, at: string }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetPhaseMutationVariables = Exact<{
  district: string;
  service: ServiceKind;
  kind: PhaseKind;
  opensAt: string;
  closesAt: string;
  season?: number | null | undefined;
}>;


export type SetPhaseMutation = { setPhase:
    | { __typename: 'Phase', kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SchoolsQueryVariables = Exact<{
  district: string;
}>;


export type SchoolsQuery = { schools: Array<{ code: string, name: string, address: string | null, phone: string | null }> };

export type FilterChoicesQueryVariables = Exact<{
  district: string;
}>;


export type FilterChoicesQuery = { schools: Array<{ code: string, name: string }>, district: { subdistricts: Array<{ name: string, label: string }> } | null };

export type BatchFragment = { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> };

export type RecordFileQueryVariables = Exact<{
  number: string;
}>;


export type RecordFileQuery = { collectionRecord: { number: string, stage: Stage, version: number, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, reviewItems: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, remedy: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, admissionResult: { outcome: AdmissionOutcome, preregisteredAt: string | null, approvedAt: string | null, publishedAt: string | null, note: string | null, school: { code: string, name: string, address: string | null, phone: string | null } | null } | null, history: Array<{ kind: string, at: string, by: string, note: string | null }>, messages: Array<{ text: string }> } | null };

export type ClaimRecordMutationVariables = Exact<{
  number: string;
  takeOver?: boolean | null | undefined;
}>;


export type ClaimRecordMutation = { claimRecord:
    | { __typename: 'CollectionRecord', number: string, assignee: { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ReleaseRecordMutationVariables = Exact<{
  number: string;
}>;


export type ReleaseRecordMutation = { releaseRecord:
    | { __typename: 'CollectionRecord', number: string, assignee: { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ColleaguesQueryVariables = Exact<{
  district: string;
}>;


export type ColleaguesQuery = { colleagues: Array<{ id: string, name: string, role: Role }> };

export type HandOverRecordsMutationVariables = Exact<{
  numbers: Array<string> | string;
  colleague: string | number;
  note?: string | null | undefined;
}>;


export type HandOverRecordsMutation = { handOverRecords: { dryRun: boolean, done: Array<string>, job: { id: string, kind: JobKind, state: JobState, dryRun: boolean, own: boolean, requestedBy: string | null, carriesOut: string | null, expiresAt: string | null, checkCode: string | null, mayConfirm: boolean, district: string | null, season: number | null, total: number, done: number, refused: number, createdAt: string, startedAt: string | null, finishedAt: string | null, file: { fingerprint: string, badLineCount: number } | null, second: { name: string, at: string } | null } | null, refused: Array<{ number: string, refusal: { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null } }> } };

export type LeaveRecordMutationVariables = Exact<{
  number: string;
}>;


export type LeaveRecordMutation = { leaveRecord: boolean };

export type AssigneeShownFragment = { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null };

export type OwnQuestionShownFragment = { service: ServiceKind, key: string, label: string, labelEn: string, help: string | null, helpEn: string | null, kind: QuestionKind, required: boolean, choices: Array<string> | null, choicesEn: Array<string> | null };

export type OwnReviewItemShownFragment = { service: ServiceKind, kind: ReviewItemKind, label: string, labelEn: string };

export type OwnPaperShownFragment = { kind: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null, label: string, labelEn: string };

export type OwnPolicyShownFragment = { title: string, url: string | null, publishedOn: string | null, body: string | null };

export type OwnSentenceShownFragment = { kind: FamilyMessage, text: string, textEn: string };

export type OwnAnswerShownFragment = { name: string, nameEn: string, text: string, textEn: string };

export type OwnSubdistrictShownFragment = { name: string, nameEn: string | null, code: string | null, formerNames: Array<string>, closedFrom: string | null };

export type OwnPlaceShownFragment = { district: { code: string, name: string } | null, season: { year: number, state: SeasonState } };

type OwnDataChanged_OwnDataChange_Fragment = { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> };

type OwnDataChanged_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type OwnDataChangedFragment =
  | OwnDataChanged_OwnDataChange_Fragment
  | OwnDataChanged_Refused_Fragment
;

export type OwnQuestionsQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnQuestionsQuery = { ownData: { questions: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ service: ServiceKind, key: string, label: string, labelEn: string, help: string | null, helpEn: string | null, kind: QuestionKind, required: boolean, choices: Array<string> | null, choicesEn: Array<string> | null }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type OwnReviewItemsQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnReviewItemsQuery = { ownData: { reviewItems: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ service: ServiceKind, kind: ReviewItemKind, label: string, labelEn: string }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type OwnPapersQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnPapersQuery = { ownData: { papers: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ kind: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null, label: string, labelEn: string }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type OwnPoliciesQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnPoliciesQuery = { ownData: { policies: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type OwnSentencesQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnSentencesQuery = { ownData: { sentences: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ kind: FamilyMessage, text: string, textEn: string }>, messages: Array<{ kind: FamilyMessage, name: string, chinese: { text: string, parts: number, mostParts: number, roomLeft: number }, english: { text: string, parts: number, mostParts: number, roomLeft: number } }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type MessageShownFragment = { kind: FamilyMessage, name: string, chinese: { text: string, parts: number, mostParts: number, roomLeft: number }, english: { text: string, parts: number, mostParts: number, roomLeft: number } };

export type WholeMessageShownFragment = { text: string, parts: number, mostParts: number, roomLeft: number };

export type OwnAnswersQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnAnswersQuery = { ownData: { answers: { revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ name: string, nameEn: string, text: string, textEn: string }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type OwnSubdistrictsQueryVariables = Exact<{
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type OwnSubdistrictsQuery = { ownData: { subdistricts: { revision: number, complete: boolean, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, entries: Array<{ name: string, nameEn: string | null, code: string | null, formerNames: Array<string>, closedFrom: string | null }> }, district: { code: string, name: string } | null, season: { year: number, state: SeasonState } } | null };

export type SetQuestionsMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnQuestionInput> | OwnQuestionInput;
}>;


export type SetQuestionsMutation = { setQuestions:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetReviewItemsMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnReviewItemInput> | OwnReviewItemInput;
}>;


export type SetReviewItemsMutation = { setReviewItems:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetPapersMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnPaperInput> | OwnPaperInput;
}>;


export type SetPapersMutation = { setPapers:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetPoliciesMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnPolicyInput> | OwnPolicyInput;
}>;


export type SetPoliciesMutation = { setPolicies:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetSentencesMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnSentenceInput> | OwnSentenceInput;
}>;


export type SetSentencesMutation = { setSentences:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, messages: Array<{ kind: FamilyMessage, name: string, chinese: { text: string, parts: number, mostParts: number, roomLeft: number }, english: { text: string, parts: number, mostParts: number, roomLeft: number } }>, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetAnswersMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnAnswerInput> | OwnAnswerInput;
}>;


export type SetAnswersMutation = { setAnswers:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetSubdistrictsMutationVariables = Exact<{
  list: OwnListInput;
  entries: Array<OwnSubdistrictInput> | OwnSubdistrictInput;
  complete?: boolean | null | undefined;
}>;


export type SetSubdistrictsMutation = { setSubdistricts:
    | { __typename: 'OwnDataChange', applied: boolean, revision: number, kept: number, sent: number | null, changes: Array<{ field: string, label: string, before: string | null, after: string | null }>, touched: Array<{ service: ServiceKind, stage: Stage, records: number }> }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type NoticeVersionShownFragment = { kind: NoticeKind, version: string, title: string, titleEn: string, body: string, bodyEn: string, publishedAt: string, inForce: boolean };

export type NoticeVersionsQueryVariables = Exact<{
  kind: NoticeKind;
}>;


export type NoticeVersionsQuery = { noticeVersions: Array<{ kind: NoticeKind, version: string, title: string, titleEn: string, body: string, bodyEn: string, publishedAt: string, inForce: boolean }> };

export type PublishNoticeMutationVariables = Exact<{
  input: NoticeInput;
}>;


export type PublishNoticeMutation = { publishNotice:
    | { __typename: 'NoticeVersion', kind: NoticeKind, version: string, title: string, titleEn: string, body: string, bodyEn: string, publishedAt: string, inForce: boolean }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type OfficePublicationQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  season?: number | null | undefined;
}>;


export type OfficePublicationQuery = { now: string, publicationPreview: { season: number, checkCode: string, notPreregistered: number, unreached: number, withoutNote: number, published: number, opensAt: string | null, closesAt: string | null, takesTwo: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, schools: Array<{ preregistered: number, published: number, quota: number | null, taken: number, school: { code: string, name: string }, counts: { admitted: number, notAdmitted: number, undecided: number } }> }, publications: Array<{ id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null }>, resultCorrections: Array<{ id: string, number: string, service: ServiceKind, proposedBy: string, proposedAt: string, own: boolean }> };

export type PublicationsQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  season?: number | null | undefined;
}>;


export type PublicationsQuery = { publications: Array<{ id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null }> };

export type PublicationResultsQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  season?: number | null | undefined;
  outcome?: AdmissionOutcome | null | undefined;
  school?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PublicationResultsQuery = { publicationPreview: { results: { nodes: Array<{ number: string, childName: string, outcome: AdmissionOutcome, note: string | null, school: { code: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type PublicationQueryVariables = Exact<{
  id: string | number;
}>;


export type PublicationQuery = { publication: { changes: string | null, id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, messages: { total: number, sent: number, failing: number, waiting: number } | null, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null } | null };

export type ProposePublicationMutationVariables = Exact<{
  district: string;
  service: ServiceKind;
  season?: number | null | undefined;
  checkCode: string;
  publishAt: string;
  leavingUndecided?: boolean;
}>;


export type ProposePublicationMutation = { proposePublication:
    | { __typename: 'Publication', id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ConfirmPublicationMutationVariables = Exact<{
  publication: string | number;
  checkCode: string;
}>;


export type ConfirmPublicationMutation = { confirmPublication:
    | { __typename: 'Publication', id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CancelPublicationMutationVariables = Exact<{
  publication: string | number;
}>;


export type CancelPublicationMutation = { cancelPublication:
    | { __typename: 'Publication', id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type PublicationOrRefused_Publication_Fragment = { __typename: 'Publication', id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null };

type PublicationOrRefused_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type PublicationOrRefusedFragment =
  | PublicationOrRefused_Publication_Fragment
  | PublicationOrRefused_Refused_Fragment
;

export type PublicationShownFragment = { id: string, season: number, district: string, service: ServiceKind, state: PublicationState, publishAt: string, publishedAt: string | null, checkCode: string | null, own: boolean, counts: { admitted: number, notAdmitted: number, undecided: number }, proposed: { name: string, at: string }, second: { name: string, at: string } | null, cancelled: { name: string, at: string } | null, failure: { message: string, wayOut: string | null } | null };

export type ResultCountsFragment = { admitted: number, notAdmitted: number, undecided: number };

export type PublicationPersonFragment = { name: string, at: string };

export type CorrectResultMutationVariables = Exact<{
  number: string;
  outcome: AdmissionOutcome;
  note?: string | null | undefined;
  school?: string | null | undefined;
  reason: string;
}>;


export type CorrectResultMutation = { correctResult:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, resultCorrection: { id: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type ConfirmResultCorrectionMutationVariables = Exact<{
  correction: string | number;
}>;


export type ConfirmResultCorrectionMutation = { confirmResultCorrection:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, resultCorrection: { id: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type DeclineResultCorrectionMutationVariables = Exact<{
  correction: string | number;
}>;


export type DeclineResultCorrectionMutation = { declineResultCorrection:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, resultCorrection: { id: string } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type ResultCorrected_CollectionRecord_Fragment = { __typename: 'CollectionRecord', number: string, stage: Stage, resultCorrection: { id: string } | null };

type ResultCorrected_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type ResultCorrectedFragment =
  | ResultCorrected_CollectionRecord_Fragment
  | ResultCorrected_Refused_Fragment
;

export type RecordExportQueryVariables = Exact<{
  number: string;
  ticket?: string | null | undefined;
}>;


export type RecordExportQuery = { districts: Array<{ code: string, name: string }>, recordExport: { madeAt: string, whole: boolean, holding: Array<string>, record: { ground: TreatedAsLocalGround | null, version: number, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, child: { documentType: DocumentType, documentNumber: string, nationality: string, sex: Sex, birthDate: string, hukouProvince: string | null, hukouDistrict: string | null, residenceDistrict: string, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, identityCheck: { status: CheckStatus, requestedAt: string | null, checkedAt: string | null, reason: string | null }, reviewItems: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, admissionResult: { outcome: AdmissionOutcome, preregisteredAt: string | null, approvedAt: string | null, publishedAt: string | null, note: string | null, version: number, correctedAt: string | null, versions: Array<{ number: number, outcome: AdmissionOutcome, note: string | null, since: string, reason: string | null, school: { code: string, name: string } | null }>, school: { code: string, name: string } | null } | null, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null, history: Array<{ kind: string, at: string, by: string, note: string | null }>, messages: Array<{ sentAt: string, sentTo: string | null, recipient: GuardianRole | null, channel: string, text: string, language: string, delivered: boolean | null, expiresAt: string | null }>, correctionRequest: { state: CorrectionRequestState, by: string, requestedAt: string, evidence: string, takesTwo: boolean, answer: string | null, decidedAt: string | null, officer: string | null, mine: boolean, corrections: Array<{ field: string, value: string }> } | null, conversation: { messages: Array<{ by: string, text: string, writtenAt: string }> } | null, consents: Array<{ kind: ConsentKind, version: string, title: string, publishedAt: string, acceptedAt: string, language: string | null, hashes: Array<{ language: string, sha256: string }> }>, district: { code: string, name: string } }, documents: { childDocumentNumber: string, guardians: Array<{ role: GuardianRole, documentNumber: string, phone: string }> } | null, details: Array<{ submitted: boolean, at: string, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string, input: string }> }> }>, grants: Array<{ grantedAt: string, revokedAt: string | null }>, trail: Array<{ at: string, actor: string, byStaff: boolean, action: string, summary: string, detail: string | null }> } };

export type RequestExportCodeMutationVariables = Exact<{
  number: string;
}>;


export type RequestExportCodeMutation = { requestExportCode:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type ConfirmExportMutationVariables = Exact<{
  number: string;
  smsCode: string;
}>;


export type ConfirmExportMutation = { confirmExport:
    | { __typename: 'ExportConfirmed', ticket: string, expiresAt: string }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RecordConsentsQueryVariables = Exact<{
  number: string;
}>;


export type RecordConsentsQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, consents: Array<{ kind: ConsentKind, version: string, title: string, body: string, publishedAt: string, acceptedAt: string, language: string | null, hashes: Array<{ language: string, sha256: string }> }>, district: { code: string, name: string }, child: { name: string } } | null };

export type RecordListQueryVariables = Exact<{
  filter?: RecordFilter | null | undefined;
  orderBy?: RecordOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  total?: boolean | null | undefined;
}>;


export type RecordListQuery = { now: string, collectionRecords: { totalCount?: number, edges: Array<{ cursor: string, node: { number: string, service: ServiceKind, stage: Stage, stageSince: string, registeredAt: string, submittedAt: string | null, child: { maskedName: string, hukouProvince: string | null, residenceSubdistrict: string | null }, identityCheck: { overdue: boolean }, turn: { until: string | null }, assignee: { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null } | null, reviewItems: Array<{ label: string, status: CheckStatus }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ListedRecordFragment = { number: string, service: ServiceKind, stage: Stage, stageSince: string, registeredAt: string, submittedAt: string | null, child: { maskedName: string, hukouProvince: string | null, residenceSubdistrict: string | null }, identityCheck: { overdue: boolean }, turn: { until: string | null }, assignee: { name: string, me: boolean, since: string, touchedAt: string, until: string, givenBy: string | null, note: string | null } | null, reviewItems: Array<{ label: string, status: CheckStatus }> };

export type RecordListFileQueryVariables = Exact<{
  filter?: RecordFilter | null | undefined;
  orderBy?: RecordOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordListFileQuery = { now: string, collectionRecords: { edges: Array<{ node: { number: string, service: ServiceKind, stage: Stage, stageSince: string, child: { maskedName: string }, reviewItems: Array<{ label: string, status: CheckStatus }>, admissionResult: { outcome: AdmissionOutcome, note: string | null, school: { code: string, name: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { account: string, name: string, phone: string | null, roles: Array<{ role: Role, district: { code: string, name: string } | null, school: { code: string, name: string } | null }> } | null };

export type MyRecordsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRecordsQuery = { now: string, recordsToTakeOver: Array<{ number: string }>, viewer: { roles: Array<{ role: Role }> } | null, myRecords: Array<{ number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, conversation: { unread: boolean } | null, dates: Array<{ kind: DateKind }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, district: { code: string, name: string }, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null }> };

export type RecordQueryVariables = Exact<{
  number: string;
}>;


export type RecordQuery = { now: string, collectionRecord: { version: number, ground: TreatedAsLocalGround | null, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, district: { hotline: Array<string>, code: string, name: string }, child: { documentType: DocumentType, documentNumber: string, nationality: string, sex: Sex, birthDate: string, hukouProvince: string | null, hukouDistrict: string | null, residenceDistrict: string, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { active: boolean } | null, conversation: { unread: boolean } | null, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null, messages: Array<{ sentAt: string, sentTo: string | null, recipient: GuardianRole | null, channel: string, text: string, language: string, delivered: boolean | null, expiresAt: string | null }>, history: Array<{ kind: string, at: string, by: string, note: string | null }>, retention: { kind: RetentionKind | null, erasedAfter: string | null, text: string }, dates: Array<{ kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RecordWithdrawalQueryVariables = Exact<{
  number: string;
}>;


export type RecordWithdrawalQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, registration: { open: boolean, opensAt: string | null, closesAt: string | null, openDistricts: Array<{ code: string, name: string }> }, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, child: { name: string } } | null };

export type RequestWithdrawalCodeMutationVariables = Exact<{
  number: string;
}>;


export type RequestWithdrawalCodeMutation = { requestWithdrawalCode:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type WithdrawRecordMutationVariables = Exact<{
  number: string;
  smsCode: string;
}>;


export type WithdrawRecordMutation = { withdrawRecord:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Withdrawn', number: string, at: string }
   };

export type RecordCardFragment = { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { code: string, name: string }, child: { name: string } };

export type EndSessionMutationVariables = Exact<{
  everywhere: boolean;
}>;


export type EndSessionMutation = { endSession: string };

export type SiteFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteFrameQuery = { season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, icpFiling: string, policeFiling: string } };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { now: string, season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }> }, districts: Array<{ code: string, name: string, hotline: Array<string>, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }>, nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

export type RegistrationFormQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistrationFormQuery = { now: string, season: { bornFrom: string, bornTo: string }, districts: Array<{ code: string, name: string, hotline: Array<string> }> };

export type DistrictEntranceQueryVariables = Exact<{
  code: string;
}>;


export type DistrictEntranceQuery = { now: string, season: { year: number }, district: { code: string, name: string, hotline: Array<string>, deskAddress: string | null, deskHours: string | null, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }>, nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> } | null };

export type GuidanceQueryVariables = Exact<{
  input: GuidanceInput;
}>;


export type GuidanceQuery = { guidance: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, consultDistrict: boolean, reason: string } };

export type ChecklistQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  ground?: TreatedAsLocalGround | null | undefined;
}>;


export type ChecklistQuery = { now: string, district: { code: string, name: string, hotline: Array<string>, deskAddress: string | null, deskHours: string | null, schedule: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, reviewRequirements: Array<{ kind: ReviewItemKind, label: string, papers: Array<string> }>, detailsForm: Array<{ kind: DetailBlock, label: string, need: Need, fields: Array<{ label: string, where: string, required: boolean }> }>, questions: Array<{ key: string, label: string, help: string | null, required: boolean }> } | null };

export type DistrictPhonesQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictPhonesQuery = { districts: Array<{ code: string, name: string, hotline: Array<string> }> };

export type RegistrationWindowsFragment = { nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> };

export type ServiceOpeningsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceOpeningsQuery = { now: string, districts: Array<{ code: string, name: string, nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

export type GuardianNoticeQueryVariables = Exact<{
  service: ServiceKind;
  district: string;
}>;


export type GuardianNoticeQuery = { guardianNotice: { version: string, title: string, body: string, minimumReadingSeconds: number, ticket: string } };

export type PrivacyPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type PrivacyPolicyQuery = { season: { retention: Array<{ kind: RetentionKind, text: string }> }, privacyPolicy: { version: string, title: string, body: string } };

export type RequestCaptchaMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestCaptchaMutation = { requestCaptcha: { id: string, challenge: string } };

export type RequestSmsCodeMutationVariables = Exact<{
  input: RequestSmsCodeInput;
}>;


export type RequestSmsCodeMutation = { requestSmsCode:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type RegisterChildMutationVariables = Exact<{
  input: RegisterChildInput;
}>;


export type RegisterChildMutation = { registerChild:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, registeredAt: string }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CodeSentFragment = { sentTo: string, cooldownSeconds: number, expiresAt: string };

export type RefusalsFragment = { refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type RefusalToldFragment = { rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null };

export type ReturnTextShownFragment = { id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null };

type ReturnTextEdited_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

type ReturnTextEdited_ReturnText_Fragment = { __typename: 'ReturnText', id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null };

export type ReturnTextEditedFragment =
  | ReturnTextEdited_Refused_Fragment
  | ReturnTextEdited_ReturnText_Fragment
;

export type ReturnTextChosenFragment = { key: string, kind: ReviewItemKind, name: string, reason: string, remedy: string | null };

export type DistrictReturnTextsQueryVariables = Exact<{
  district: string;
}>;


export type DistrictReturnTextsQuery = { returnTextChoices: Array<{ key: string, kind: ReviewItemKind, name: string, reason: string, remedy: string | null }> };

export type ReturnTextChoicesQueryVariables = Exact<{
  number: string;
}>;


export type ReturnTextChoicesQuery = { collectionRecord: { number: string, returnTextChoices: Array<{ key: string, kind: ReviewItemKind, name: string, reason: string, remedy: string | null }> } | null };

export type ReturnTextsQueryVariables = Exact<{
  district?: string | null | undefined;
}>;


export type ReturnTextsQuery = { returnTexts: Array<{ id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null }>, city: Array<{ id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null }>, commonReturnTexts: Array<{ key: string, kind: ReviewItemKind, name: string, reason: string, remedy: string | null }> };

export type ReturnTextQueryVariables = Exact<{
  id: string | number;
}>;


export type ReturnTextQuery = { returnText: { id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }> } | null };

export type CreateReturnTextMutationVariables = Exact<{
  district?: string | null | undefined;
  kind: ReviewItemKind;
  input: ReturnTextInput;
}>;


export type CreateReturnTextMutation = { createReturnText:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'ReturnText', id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null }
   };

export type UpdateReturnTextMutationVariables = Exact<{
  id: string | number;
  revision: number;
  input: ReturnTextInput;
}>;


export type UpdateReturnTextMutation = { updateReturnText:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'ReturnText', id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null }
   };

export type SwitchReturnTextMutationVariables = Exact<{
  id: string | number;
  revision: number;
  active: boolean;
}>;


export type SwitchReturnTextMutation = { switchReturnText:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'ReturnText', id: string, district: string | null, kind: ReviewItemKind, name: string, nameEn: string | null, reason: string, reasonEn: string | null, remedy: string | null, remedyEn: string | null, active: boolean, missing: Array<string>, revision: number | null }
   };

export type SavedViewsQueryVariables = Exact<{
  place: ViewPlace;
  district?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type SavedViewsQuery = { savedViews: { views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }>, counts: Array<{ id: string, count: number, more: boolean }> } };

export type SavedViewNamesQueryVariables = Exact<{
  place: ViewPlace;
}>;


export type SavedViewNamesQuery = { savedViews: { views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }> } };

export type SaveViewMutationVariables = Exact<{
  place: ViewPlace;
  name: string;
  filter: RecordFilter;
}>;


export type SaveViewMutation = { saveView:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SavedViews', views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }> }
   };

export type RenameViewMutationVariables = Exact<{
  view: string | number;
  name: string;
}>;


export type RenameViewMutation = { renameView:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SavedViews', views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }> }
   };

export type RemoveViewMutationVariables = Exact<{
  view: string | number;
}>;


export type RemoveViewMutation = { removeView:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SavedViews', views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }> }
   };

export type OrderViewsMutationVariables = Exact<{
  place: ViewPlace;
  views: Array<string | number> | string | number;
}>;


export type OrderViewsMutation = { orderViews:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SavedViews', views: Array<{ id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null }> }
   };

export type SavedViewShownFragment = { id: string, name: string, builtIn: boolean, filter: { service: ServiceKind | null, ground: TreatedAsLocalGround | null, stages: Array<Stage> | null, overdue: boolean | null, dueUntil: string | null, needsDecision: boolean | null, resubmitted: boolean | null, assignee: AssigneeFilter | null, colleague: string | null, awaitsAnswer: boolean | null, nearDuplicate: boolean | null, correctionRequested: boolean | null, unreached: boolean | null, hukouProvince: string | null, subdistrict: string | null, school: string | null, registeredFrom: string | null, registeredTo: string | null, reviewItem: { kind: ReviewItemKind, status: CheckStatus | null } | null } | null };

export type BroughtFormQueryVariables = Exact<{
  school: string;
  brought: string;
}>;


export type BroughtFormQuery = { now: string, broughtForm: { status: BroughtStatus, number: string | null, printedAt: string | null, since: string | null, undoable: boolean, school: { code: string, name: string, phone: string | null } | null, changes: { parts: Array<string>, at: string | null } | null, originals: Array<{ kind: ReviewItemKind, label: string, papers: Array<string> }>, record: { number: string, service: ServiceKind, ground: TreatedAsLocalGround | null, district: { code: string, hotline: Array<string> }, child: { name: string, sex: Sex, birthDate: string, documentNumber: string, residenceSubdistrict: string | null }, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null, guardians: Array<{ role: GuardianRole, name: string, relation: Relation | null, documentNumber: string }> } | null } };

export type PreregistrationsQueryVariables = Exact<{
  school: string;
  season?: number | null | undefined;
  day?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PreregistrationsQuery = { now: string, preregistrations: { standing: number, undone: number, nodes: Array<{ id: string, number: string, childName: string | null, birthDate: string | null, documentNumber: string | null, service: ServiceKind, at: string, undoneAt: string | null, reason: string | null, undoable: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PreregistrationShownFragment = { id: string, number: string, childName: string | null, birthDate: string | null, documentNumber: string | null, service: ServiceKind, at: string, undoneAt: string | null, reason: string | null, undoable: boolean };

export type ExpectedChildrenQueryVariables = Exact<{
  filter: RecordFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExpectedChildrenQuery = { now: string, collectionRecords: { totalCount: number, edges: Array<{ node: { number: string, service: ServiceKind, child: { maskedName: string, birthDate: string, residenceSubdistrict: string | null }, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UndoPreregistrationMutationVariables = Exact<{
  number: string;
  school: string;
  reason: string;
}>;


export type UndoPreregistrationMutation = { undoPreregistration:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type MissingOriginalsShownFragment = { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null };

export type MissingOriginalsAtQueryVariables = Exact<{
  school: string;
  season?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MissingOriginalsAtQuery = { missingOriginalsAt: { total: number, nodes: Array<{ number: string, childName: string, missing: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type NoteMissingOriginalsMutationVariables = Exact<{
  number: string;
  school: string;
  form: boolean;
  kinds: Array<ReviewItemKind> | ReviewItemKind;
}>;


export type NoteMissingOriginalsMutation = { noteMissingOriginals:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type TakeBackMissingOriginalsMutationVariables = Exact<{
  number: string;
  school: string;
}>;


export type TakeBackMissingOriginalsMutation = { takeBackMissingOriginals:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, missingOriginals: { at: string, form: boolean, kinds: Array<ReviewItemKind>, school: { code: string, name: string } | null } | null }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type PlannedSchoolShownFragment = { code: string, name: string, nameEn: string, address: string | null, phone: string | null, revision: number, plan: { season: number, quota: number | null, closed: boolean, taken: number } };

export type PlannedSchoolsQueryVariables = Exact<{
  district: string;
  season?: number | null | undefined;
}>;


export type PlannedSchoolsQuery = { plannedSchools: Array<{ code: string, name: string, nameEn: string, address: string | null, phone: string | null, revision: number, plan: { season: number, quota: number | null, closed: boolean, taken: number } }> | null };

export type PlannedSchoolQueryVariables = Exact<{
  school: string;
  season?: number | null | undefined;
}>;


export type PlannedSchoolQuery = { plannedSchool: { code: string, name: string, nameEn: string, address: string | null, phone: string | null, revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, plan: { season: number, quota: number | null, closed: boolean, taken: number } } | null };

export type SchoolPlanQueryVariables = Exact<{
  school: string;
  season?: number | null | undefined;
}>;


export type SchoolPlanQuery = { schoolPlan: { season: number, quota: number | null, closed: boolean, taken: number } };

export type CreateSchoolMutationVariables = Exact<{
  district: string;
  code: string;
  input: SchoolInput;
  season?: number | null | undefined;
}>;


export type CreateSchoolMutation = { createSchool:
    | { __typename: 'PlannedSchool', code: string, name: string, nameEn: string, address: string | null, phone: string | null, revision: number, plan: { season: number, quota: number | null, closed: boolean, taken: number } }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type UpdateSchoolMutationVariables = Exact<{
  school: string;
  input: SchoolInput;
  revision: number;
  season?: number | null | undefined;
}>;


export type UpdateSchoolMutation = { updateSchool:
    | { __typename: 'PlannedSchool', code: string, name: string, nameEn: string, address: string | null, phone: string | null, revision: number, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, plan: { season: number, quota: number | null, closed: boolean, taken: number } }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

type SeasonState_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

type SeasonState_Season_Fragment = { __typename: 'Season', year: number, bornFrom: string, bornTo: string, state: SeasonState };

export type SeasonStateFragment =
  | SeasonState_Refused_Fragment
  | SeasonState_Season_Fragment
;

export type SeasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type SeasonsQuery = { seasons: Array<{ year: number, bornFrom: string, bornTo: string, state: SeasonState }> };

export type PlanSeasonMutationVariables = Exact<{
  year: number;
  bornFrom: string;
  bornTo: string;
  revision?: number | null | undefined;
}>;


export type PlanSeasonMutation = { planSeason:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Season', year: number, bornFrom: string, bornTo: string, state: SeasonState }
   };

export type OpenSeasonMutationVariables = Exact<{
  year: number;
}>;


export type OpenSeasonMutation = { openSeason:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Season', year: number, bornFrom: string, bornTo: string, state: SeasonState }
   };

export type CloseSeasonMutationVariables = Exact<{
  year: number;
}>;


export type CloseSeasonMutation = { closeSeason:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Season', year: number, bornFrom: string, bornTo: string, state: SeasonState }
   };

export type ArchiveSeasonMutationVariables = Exact<{
  year: number;
}>;


export type ArchiveSeasonMutation = { archiveSeason:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Season', year: number, bornFrom: string, bornTo: string, state: SeasonState }
   };

export type SeasonOverviewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SeasonOverviewsQuery = { seasonOverviews: Array<{ revision: number, records: number, waiting: number, admitted: number, lastWindowEnds: string | null, archivedAt: string | null, next: SeasonStep | null, season: { year: number, bornFrom: string, bornTo: string, state: SeasonState, retention: Array<{ kind: RetentionKind, text: string }> }, obstacles: Array<{ rule: string, message: string, wayOut: string | null, clause: string | null }> }> };

export type RetentionDueQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionDueQuery = { retentionDue: Array<{ season: number, kind: RetentionKind, days: number, count: number, firstAfter: string | null, text: string }> };

export type ServiceHealthQueryVariables = Exact<{
  district?: string | null | undefined;
}>;


export type ServiceHealthQuery = { serviceHealth: { at: string, lines: Array<{ kind: ServiceHealthKind, heading: string, title: string, state: ServiceHealthState, countText: string | null, since: string | null, succeededAt: string | null, failedAt: string | null, advice: string | null, places: Array<{ state: ServiceHealthState, count: number, district: { code: string, name: string } }> }> }, phasesAhead: Array<{ season: number, service: ServiceKind, phase: PhaseKind, begins: boolean, at: string, districts: Array<{ code: string, name: string }> }> };

export type SetUpCityMutationVariables = Exact<{
  files: Array<SetupFileInput> | SetupFileInput;
  apply?: boolean | null | undefined;
}>;


export type SetUpCityMutation = { setUpCity: { applied: boolean, mistakes: Array<{ file: string, sheet: string | null, line: number, message: string }>, changes: Array<{ section: string, kind: SetupChangeKind, key: string }> } };

export type SimulatePolicyMutationVariables = Exact<{
  input: SimulatePolicyInput;
}>;


export type SimulatePolicyMutation = { simulatePolicy:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Simulation', id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null }
   };

export type SimulationQueryVariables = Exact<{
  id: string | number;
}>;


export type SimulationQuery = { simulation: { id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, results: Array<{ live: number, affected: number, undeclared: number, district: { code: string, name: string }, byStage: Array<{ stage: Stage, live: number, affected: number }>, byReason: Array<{ reason: SimulationReason, affected: number }> }> | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null } | null };

export type OfficeSimulatorQueryVariables = Exact<{
  first: number;
}>;


export type OfficeSimulatorQuery = { seasons: Array<{ year: number, bornFrom: string, bornTo: string }>, simulations: { nodes: Array<{ id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null }> } };

export type SimulationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SimulationsQuery = { simulations: { nodes: Array<{ id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CancelSimulationMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelSimulationMutation = { cancelSimulation: { id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null } };

export type SimulationShownFragment = { id: string, state: SimulationState, own: boolean, season: number, bornFrom: string | null, bornTo: string | null, residenceSince: string | null, total: number | null, done: number, createdAt: string, asOf: string | null, finishedAt: string | null, district: { code: string, name: string } | null, document: { item: ReviewItemKind, service: ServiceKind | null, ground: TreatedAsLocalGround | null } | null };

export type StaffGrantShownFragment = { id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null };

type StaffGrantEdited_Refused_Fragment = { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

type StaffGrantEdited_StaffGrant_Fragment = { __typename: 'StaffGrant', revision: number, id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null };

export type StaffGrantEditedFragment =
  | StaffGrantEdited_Refused_Fragment
  | StaffGrantEdited_StaffGrant_Fragment
;

export type StaffGrantsQueryVariables = Exact<{
  district?: string | null | undefined;
  past: boolean;
  after?: string | null | undefined;
}>;


export type StaffGrantsQuery = { now: string, staffGrants: { nodes: Array<{ id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StaffCalledQueryVariables = Exact<{
  district?: string | null | undefined;
  called: string;
  after?: string | null | undefined;
}>;


export type StaffCalledQuery = { staffGrants: { nodes: Array<{ account: string, name: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StaffGrantQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffGrantQuery = { now: string, staffGrant: { revision: number, id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, editions: Array<{ number: number, at: string, by: string, changes: Array<{ field: string, label: string, before: string | null, after: string | null }> }>, district: { code: string, name: string } | null, school: { code: string, name: string } | null } | null };

export type GiveRoleMutationVariables = Exact<{
  input: GiveRoleInput;
}>;


export type GiveRoleMutation = { giveRole:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'StaffGrant', revision: number, id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }
   };

export type ChangeRoleEndMutationVariables = Exact<{
  id: string | number;
  revision: number;
  endsAt: string;
}>;


export type ChangeRoleEndMutation = { changeRoleEnd:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'StaffGrant', revision: number, id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }
   };

export type TakeRoleMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type TakeRoleMutation = { takeRole:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'StaffGrant', revision: number, id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }
   };

export type MyRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRolesQuery = { myRoles: Array<{ id: string, account: string, name: string, role: Role, subdistricts: Array<string>, department: Department | null, items: Array<ReviewItemKind>, beginsAt: string, endsAt: string | null, takenAt: string | null, givenAt: string, givenBy: string | null, state: GrantState, told: boolean, mayChangeEnd: boolean, mayTake: boolean, district: { code: string, name: string } | null, school: { code: string, name: string } | null }> };

export type NoteMyRolesMutationVariables = Exact<{ [key: string]: never; }>;


export type NoteMyRolesMutation = { noteMyRoles: Array<{ id: string, told: boolean }> };

export type RecordWayQueryVariables = Exact<{
  number: string;
}>;


export type RecordWayQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, district: { hotline: Array<string>, code: string, name: string }, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RecordIdentityQueryVariables = Exact<{
  number: string;
}>;


export type RecordIdentityQuery = { now: string, collectionRecord: { submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, district: { hotline: Array<string>, code: string, name: string }, identityCheck: { status: CheckStatus, expectedBy: string | null, overdue: boolean, reason: string | null }, reviewItems: Array<{ kind: ReviewItemKind, status: CheckStatus, reason: string | null, decidedAt: string | null }>, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RecordStateQueryVariables = Exact<{
  number: string;
}>;


export type RecordStateQuery = { collectionRecord: { stage: Stage, turn: { holder: TurnHolder, text: string } } | null };

export type RecordReviewQueryVariables = Exact<{
  number: string;
}>;


export type RecordReviewQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, district: { hotline: Array<string>, code: string, name: string }, reviewItems: Array<{ kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, remedy: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, actions: Array<{ kind: ActionKind, allowed: boolean }>, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type AppealMutationVariables = Exact<{
  number: string;
  statement: string;
}>;


export type AppealMutation = { appeal:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RecordResultQueryVariables = Exact<{
  number: string;
}>;


export type RecordResultQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, missedPreregistration: boolean, district: { hotline: Array<string>, code: string, name: string }, admissionResult: { outcome: AdmissionOutcome, note: string | null, version: number, correctedAt: string | null, publishedAt: string | null, versions: Array<{ number: number, outcome: AdmissionOutcome, note: string | null, since: string, reason: string | null, school: { code: string, name: string } | null }>, school: { code: string, name: string, address: string | null, phone: string | null } | null } | null, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }> } | null };

export type ResultVersionFragment = { number: number, outcome: AdmissionOutcome, note: string | null, since: string, reason: string | null, school: { code: string, name: string } | null };

export type WayFragment = { missedPreregistration: boolean, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null };

export type RecordDatesQueryVariables = Exact<{
  number: string;
}>;


export type RecordDatesQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, dates: Array<{ kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean }>, district: { code: string, name: string }, child: { name: string } } | null };

export type DatesFragment = { kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean };

export type ReviewItemShownFragment = { kind: ReviewItemKind, label: string, decider: ItemDecider, deciderLabel: string, waitsForStreet: boolean, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null };

export type WebhookShownFragment = { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  district?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { nodes: Array<{ id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookQuery = { webhook: { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  webhook: string | number;
  state?: WebhookDeliveryState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { nodes: Array<{ id: string, messageId: string, cursor: string, number: string, state: WebhookDeliveryState, attempts: number, createdAt: string, triedAt: string | null, dueAt: string | null, status: number | null, failure: WebhookFailure | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeliveryShownFragment = { id: string, messageId: string, cursor: string, number: string, state: WebhookDeliveryState, attempts: number, createdAt: string, triedAt: string | null, dueAt: string | null, status: number | null, failure: WebhookFailure | null };

export type CreateWebhookMutationVariables = Exact<{
  input: WebhookInput;
}>;


export type CreateWebhookMutation = { createWebhook:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'WebhookSecret', secret: string, webhook: { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number } }
   };

export type UpdateWebhookMutationVariables = Exact<{
  id: string | number;
  input: WebhookChangesInput;
}>;


export type UpdateWebhookMutation = { updateWebhook:
    | { __typename: 'Refused', refusals: Array<{ rule: string, code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Webhook', id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number }
   };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string | number;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, webhook: { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number } } };

export type ReplayWebhookMutationVariables = Exact<{
  id: string | number;
  since: string;
}>;


export type ReplayWebhookMutation = { replayWebhook: { id: string, name: string, url: string, district: string | null, ofSystem: string | null, state: WebhookState, knowsResults: boolean, createdAt: string, deliveredAt: string | null, failingSince: string | null, pausedUntil: string | null, waiting: number, dead: number } };

export type ReplayWebhookDeliveriesMutationVariables = Exact<{
  webhook: string | number;
  deliveries: Array<string | number> | string | number;
}>;


export type ReplayWebhookDeliveriesMutation = { replayWebhookDeliveries: number };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhook: boolean };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ListedTokenFragmentDoc = new TypedDocumentString(`
    fragment ListedToken on ListedApiToken {
  id
  name
  district
  scopes
  addressRanges
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"ListedToken"}) as unknown as TypedDocumentString<ListedTokenFragment, unknown>;
export const AuthorizationStateFragmentDoc = new TypedDocumentString(`
    fragment AuthorizationState on CollectionRecord {
  number
  viewerRelation
  guardians {
    role
    name
    documentType
    documentNumber
    phone
    relation
  }
  authorization {
    id
    grantedAt
    revokedAt
    active
    guardian {
      name
      documentNumber
      phone
    }
  }
  actions {
    kind
    allowed
    reason
  }
}
    `, {"fragmentName":"AuthorizationState"}) as unknown as TypedDocumentString<AuthorizationStateFragment, unknown>;
export const EditionChangedFragmentDoc = new TypedDocumentString(`
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
    `, {"fragmentName":"EditionChanged"}) as unknown as TypedDocumentString<EditionChangedFragment, unknown>;
export const EditionShownFragmentDoc = new TypedDocumentString(`
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}`, {"fragmentName":"EditionShown"}) as unknown as TypedDocumentString<EditionShownFragment, unknown>;
export const OfficeCalendarFragmentDoc = new TypedDocumentString(`
    fragment OfficeCalendar on DistrictCalendar {
  district {
    code
    name
    hotline
  }
  season {
    year
    state
  }
  revision
  services {
    service
    phases {
      kind
      opensAt
      closesAt
      open
    }
  }
  editions {
    ...EditionShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}`, {"fragmentName":"OfficeCalendar"}) as unknown as TypedDocumentString<OfficeCalendarFragment, unknown>;
export const ConversationShownFragmentDoc = new TypedDocumentString(`
    fragment ConversationShown on Conversation {
  unread
  waitingSince
  messages {
    id
    author
    by
    officer
    mine
    text
    writtenAt
    unread
    seen
  }
}
    `, {"fragmentName":"ConversationShown"}) as unknown as TypedDocumentString<ConversationShownFragment, unknown>;
export const RefusalToldFragmentDoc = new TypedDocumentString(`
    fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
    `, {"fragmentName":"RefusalTold"}) as unknown as TypedDocumentString<RefusalToldFragment, unknown>;
export const RefusalsFragmentDoc = new TypedDocumentString(`
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
    fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"Refusals"}) as unknown as TypedDocumentString<RefusalsFragment, unknown>;
export const ConversationAnswerFragmentDoc = new TypedDocumentString(`
    fragment ConversationAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    conversation {
      unread
      waitingSince
    }
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"ConversationAnswer"}) as unknown as TypedDocumentString<ConversationAnswerFragment, unknown>;
export const RequestShownFragmentDoc = new TypedDocumentString(`
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
    `, {"fragmentName":"RequestShown"}) as unknown as TypedDocumentString<RequestShownFragment, unknown>;
export const RequestAnswerFragmentDoc = new TypedDocumentString(`
    fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"RequestAnswer"}) as unknown as TypedDocumentString<RequestAnswerFragment, unknown>;
export const OutlookFragmentDoc = new TypedDocumentString(`
    fragment Outlook on Forecast {
  decidedADay
  cameADay
  expected
  early
  late
}
    `, {"fragmentName":"Outlook"}) as unknown as TypedDocumentString<OutlookFragment, unknown>;
export const CountedFragmentDoc = new TypedDocumentString(`
    fragment Counted on Dashboard {
  season
  asOf
  smallNumbersHidden
  total
  totalDisclosure
  waiting
  waitingOverDays(days: $days)
  oldestWaiting
  byStage {
    stage
    count
    hidden
    disclosure
  }
  byDistrict {
    district {
      code
      name
    }
    count
    hidden
    disclosure
    waiting
    waitingOverDays(days: $days)
  }
  byService {
    service
    count
    hidden
    disclosure
  }
  byGround {
    ground
    count
    hidden
    disclosure
  }
  byHukouProvince {
    province
    count
    hidden
    disclosure
  }
  bySubdistrict {
    district
    subdistrict
    count
    hidden
    disclosure
  }
  bySchool {
    school {
      code
      name
    }
    count
    hidden
    disclosure
  }
  byDay {
    day
    workingDay
    registered
    submitted
    hidden
    registeredDisclosure
    submittedDisclosure
  }
  byDaysWaited {
    days
    count
    hidden
    disclosure
  }
  funnel {
    stage
    reached
    here
    stay {
      count
      medianSeconds
      p90Seconds
    }
  }
  forecast {
    ...Outlook
  }
  besideLastYear {
    day
    registered
    submitted
    registeredLastYear
    submittedLastYear
  }
  throughput {
    day
    role
    kind
    count
  }
  refusedByRule {
    rule
    count
  }
}
    fragment Outlook on Forecast {
  decidedADay
  cameADay
  expected
  early
  late
}`, {"fragmentName":"Counted"}) as unknown as TypedDocumentString<CountedFragment, unknown>;
export const DetailsShownFragmentDoc = new TypedDocumentString(`
    fragment DetailsShown on Details {
  draft
  savedAt
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
  advice {
    field
    text
  }
}
    `, {"fragmentName":"DetailsShown"}) as unknown as TypedDocumentString<DetailsShownFragment, unknown>;
export const DetailsTypedFragmentDoc = new TypedDocumentString(`
    fragment DetailsTyped on DetailsDraft {
  savedAt
  savedBy
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
}
    `, {"fragmentName":"DetailsTyped"}) as unknown as TypedDocumentString<DetailsTypedFragment, unknown>;
export const DetailsStateFragmentDoc = new TypedDocumentString(`
    fragment DetailsState on CollectionRecord {
  detailsEditing {
    open
    missing {
      ...RefusalTold
    }
    toConfirm {
      ...RefusalTold
    }
    firstGuardianSex
  }
  detailsDraft {
    ...DetailsTyped
  }
}
    fragment DetailsTyped on DetailsDraft {
  savedAt
  savedBy
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"DetailsState"}) as unknown as TypedDocumentString<DetailsStateFragment, unknown>;
export const DistrictDeskShownFragmentDoc = new TypedDocumentString(`
    fragment DistrictDeskShown on DistrictDesk {
  hotline
  deskAddress
  deskAddressEn
  deskHours
  deskHoursEn
  revision
  editions {
    ...EditionShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}`, {"fragmentName":"DistrictDeskShown"}) as unknown as TypedDocumentString<DistrictDeskShownFragment, unknown>;
export const HolidayShownFragmentDoc = new TypedDocumentString(`
    fragment HolidayShown on Holiday {
  name
  nameEn
  from
  to
  worked
}
    `, {"fragmentName":"HolidayShown"}) as unknown as TypedDocumentString<HolidayShownFragment, unknown>;
export const HolidayCalendarShownFragmentDoc = new TypedDocumentString(`
    fragment HolidayCalendarShown on HolidayCalendar {
  year
  revision
  holidays {
    ...HolidayShown
  }
  editions {
    ...EditionShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment HolidayShown on Holiday {
  name
  nameEn
  from
  to
  worked
}`, {"fragmentName":"HolidayCalendarShown"}) as unknown as TypedDocumentString<HolidayCalendarShownFragment, unknown>;
export const BatchOutcomeFragmentDoc = new TypedDocumentString(`
    fragment BatchOutcome on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
      clause
    }
  }
}
    `, {"fragmentName":"BatchOutcome"}) as unknown as TypedDocumentString<BatchOutcomeFragment, unknown>;
export const OrderShownFragmentDoc = new TypedDocumentString(`
    fragment OrderShown on JobOrder {
  item
  status
  outcome
  school {
    code
    name
  }
  reason
  remedy
  dueAt
}
    `, {"fragmentName":"OrderShown"}) as unknown as TypedDocumentString<OrderShownFragment, unknown>;
export const JobShownFragmentDoc = new TypedDocumentString(`
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
    `, {"fragmentName":"JobShown"}) as unknown as TypedDocumentString<JobShownFragment, unknown>;
export const JobOrRefusedFragmentDoc = new TypedDocumentString(`
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"JobOrRefused"}) as unknown as TypedDocumentString<JobOrRefusedFragment, unknown>;
export const ReviewTaskShownFragmentDoc = new TypedDocumentString(`
    fragment ReviewTaskShown on ReviewTask {
  number
  kind
  label
  status
  reason
  service
  subdistrict
  waitsSince
  revision
  child
  whole
  district {
    code
    name
  }
  people {
    holder
    label
    name
    documentNumber
  }
  sections {
    kind
    label
    lines {
      path
      label
      value
    }
  }
  papers
}
    `, {"fragmentName":"ReviewTaskShown"}) as unknown as TypedDocumentString<ReviewTaskShownFragment, unknown>;
export const JointReviewShownFragmentDoc = new TypedDocumentString(`
    fragment JointReviewShown on JointReview {
  revision
  order
  moving
  items {
    kind
    label
    decider
    deciderLabel
    parts {
      part
      label
      decider
    }
  }
  editions {
    ...EditionShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}`, {"fragmentName":"JointReviewShown"}) as unknown as TypedDocumentString<JointReviewShownFragment, unknown>;
export const RecordCardFragmentDoc = new TypedDocumentString(`
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
    `, {"fragmentName":"RecordCard"}) as unknown as TypedDocumentString<RecordCardFragment, unknown>;
export const ComparedRecordFragmentDoc = new TypedDocumentString(`
    fragment ComparedRecord on CollectionRecord {
  ...RecordCard
  submittedAt
  child {
    maskedName
    documentType
    documentNumber
    sex
    birthDate
    nationality
    hukouProvince
    residenceSubdistrict
  }
  guardians {
    role
    name
    documentNumber
    phone
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"fragmentName":"ComparedRecord"}) as unknown as TypedDocumentString<ComparedRecordFragment, unknown>;
export const FreezeShownFragmentDoc = new TypedDocumentString(`
    fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
    `, {"fragmentName":"FreezeShown"}) as unknown as TypedDocumentString<FreezeShownFragment, unknown>;
export const BesideShownFragmentDoc = new TypedDocumentString(`
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
    `, {"fragmentName":"BesideShown"}) as unknown as TypedDocumentString<BesideShownFragment, unknown>;
export const LikenessAnswerFragmentDoc = new TypedDocumentString(`
    fragment LikenessAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    freeze {
      ...FreezeShown
    }
    nearDuplicates {
      ...BesideShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"LikenessAnswer"}) as unknown as TypedDocumentString<LikenessAnswerFragment, unknown>;
export const BatchFragmentDoc = new TypedDocumentString(`
    fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"Batch"}) as unknown as TypedDocumentString<BatchFragment, unknown>;
export const OwnQuestionShownFragmentDoc = new TypedDocumentString(`
    fragment OwnQuestionShown on OwnQuestion {
  service
  key
  label
  labelEn
  help
  helpEn
  kind
  required
  choices
  choicesEn
}
    `, {"fragmentName":"OwnQuestionShown"}) as unknown as TypedDocumentString<OwnQuestionShownFragment, unknown>;
export const OwnReviewItemShownFragmentDoc = new TypedDocumentString(`
    fragment OwnReviewItemShown on OwnReviewItem {
  service
  kind
  label
  labelEn
}
    `, {"fragmentName":"OwnReviewItemShown"}) as unknown as TypedDocumentString<OwnReviewItemShownFragment, unknown>;
export const OwnPaperShownFragmentDoc = new TypedDocumentString(`
    fragment OwnPaperShown on OwnPaper {
  kind
  service
  ground
  label
  labelEn
}
    `, {"fragmentName":"OwnPaperShown"}) as unknown as TypedDocumentString<OwnPaperShownFragment, unknown>;
export const OwnPolicyShownFragmentDoc = new TypedDocumentString(`
    fragment OwnPolicyShown on OwnPolicy {
  title
  url
  publishedOn
  body
}
    `, {"fragmentName":"OwnPolicyShown"}) as unknown as TypedDocumentString<OwnPolicyShownFragment, unknown>;
export const OwnSentenceShownFragmentDoc = new TypedDocumentString(`
    fragment OwnSentenceShown on OwnSentence {
  kind
  text
  textEn
}
    `, {"fragmentName":"OwnSentenceShown"}) as unknown as TypedDocumentString<OwnSentenceShownFragment, unknown>;
export const OwnAnswerShownFragmentDoc = new TypedDocumentString(`
    fragment OwnAnswerShown on OwnAnswer {
  name
  nameEn
  text
  textEn
}
    `, {"fragmentName":"OwnAnswerShown"}) as unknown as TypedDocumentString<OwnAnswerShownFragment, unknown>;
export const OwnSubdistrictShownFragmentDoc = new TypedDocumentString(`
    fragment OwnSubdistrictShown on OwnSubdistrict {
  name
  nameEn
  code
  formerNames
  closedFrom
}
    `, {"fragmentName":"OwnSubdistrictShown"}) as unknown as TypedDocumentString<OwnSubdistrictShownFragment, unknown>;
export const OwnPlaceShownFragmentDoc = new TypedDocumentString(`
    fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}
    `, {"fragmentName":"OwnPlaceShown"}) as unknown as TypedDocumentString<OwnPlaceShownFragment, unknown>;
export const OwnDataChangedFragmentDoc = new TypedDocumentString(`
    fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"OwnDataChanged"}) as unknown as TypedDocumentString<OwnDataChangedFragment, unknown>;
export const WholeMessageShownFragmentDoc = new TypedDocumentString(`
    fragment WholeMessageShown on WholeMessage {
  text
  parts
  mostParts
  roomLeft
}
    `, {"fragmentName":"WholeMessageShown"}) as unknown as TypedDocumentString<WholeMessageShownFragment, unknown>;
export const MessageShownFragmentDoc = new TypedDocumentString(`
    fragment MessageShown on MessageToFamily {
  kind
  name
  chinese {
    ...WholeMessageShown
  }
  english {
    ...WholeMessageShown
  }
}
    fragment WholeMessageShown on WholeMessage {
  text
  parts
  mostParts
  roomLeft
}`, {"fragmentName":"MessageShown"}) as unknown as TypedDocumentString<MessageShownFragment, unknown>;
export const NoticeVersionShownFragmentDoc = new TypedDocumentString(`
    fragment NoticeVersionShown on NoticeVersion {
  kind
  version
  title
  titleEn
  body
  bodyEn
  publishedAt
  inForce
}
    `, {"fragmentName":"NoticeVersionShown"}) as unknown as TypedDocumentString<NoticeVersionShownFragment, unknown>;
export const ResultCountsFragmentDoc = new TypedDocumentString(`
    fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
    `, {"fragmentName":"ResultCounts"}) as unknown as TypedDocumentString<ResultCountsFragment, unknown>;
export const PublicationPersonFragmentDoc = new TypedDocumentString(`
    fragment PublicationPerson on PublicationPerson {
  name
  at
}
    `, {"fragmentName":"PublicationPerson"}) as unknown as TypedDocumentString<PublicationPersonFragment, unknown>;
export const PublicationShownFragmentDoc = new TypedDocumentString(`
    fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
    fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}`, {"fragmentName":"PublicationShown"}) as unknown as TypedDocumentString<PublicationShownFragment, unknown>;
export const PublicationOrRefusedFragmentDoc = new TypedDocumentString(`
    fragment PublicationOrRefused on PublicationAnswer {
  __typename
  ... on Publication {
    ...PublicationShown
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"PublicationOrRefused"}) as unknown as TypedDocumentString<PublicationOrRefusedFragment, unknown>;
export const ResultCorrectedFragmentDoc = new TypedDocumentString(`
    fragment ResultCorrected on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    stage
    resultCorrection {
      id
    }
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"ResultCorrected"}) as unknown as TypedDocumentString<ResultCorrectedFragment, unknown>;
export const AssigneeShownFragmentDoc = new TypedDocumentString(`
    fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}
    `, {"fragmentName":"AssigneeShown"}) as unknown as TypedDocumentString<AssigneeShownFragment, unknown>;
export const ListedRecordFragmentDoc = new TypedDocumentString(`
    fragment ListedRecord on CollectionRecord {
  number
  service
  stage
  stageSince
  registeredAt
  submittedAt
  child {
    maskedName
    hukouProvince
    residenceSubdistrict
  }
  identityCheck {
    overdue
  }
  turn {
    until
  }
  assignee {
    ...AssigneeShown
  }
  reviewItems {
    label
    status
  }
}
    fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}`, {"fragmentName":"ListedRecord"}) as unknown as TypedDocumentString<ListedRecordFragment, unknown>;
export const RegistrationWindowsFragmentDoc = new TypedDocumentString(`
    fragment RegistrationWindows on District {
  nonLocalHukou: schedule(service: NON_LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  treatedAsLocal: schedule(service: TREATED_AS_LOCAL, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  localHukou: schedule(service: LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
}
    `, {"fragmentName":"RegistrationWindows"}) as unknown as TypedDocumentString<RegistrationWindowsFragment, unknown>;
export const CodeSentFragmentDoc = new TypedDocumentString(`
    fragment CodeSent on SmsCodeSent {
  sentTo
  cooldownSeconds
  expiresAt
}
    `, {"fragmentName":"CodeSent"}) as unknown as TypedDocumentString<CodeSentFragment, unknown>;
export const ReturnTextShownFragmentDoc = new TypedDocumentString(`
    fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}
    `, {"fragmentName":"ReturnTextShown"}) as unknown as TypedDocumentString<ReturnTextShownFragment, unknown>;
export const ReturnTextEditedFragmentDoc = new TypedDocumentString(`
    fragment ReturnTextEdited on ReturnTextResult {
  __typename
  ... on ReturnText {
    ...ReturnTextShown
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}`, {"fragmentName":"ReturnTextEdited"}) as unknown as TypedDocumentString<ReturnTextEditedFragment, unknown>;
export const ReturnTextChosenFragmentDoc = new TypedDocumentString(`
    fragment ReturnTextChosen on ReturnTextChoice {
  key
  kind
  name
  reason
  remedy
}
    `, {"fragmentName":"ReturnTextChosen"}) as unknown as TypedDocumentString<ReturnTextChosenFragment, unknown>;
export const SavedViewShownFragmentDoc = new TypedDocumentString(`
    fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}
    `, {"fragmentName":"SavedViewShown"}) as unknown as TypedDocumentString<SavedViewShownFragment, unknown>;
export const PreregistrationShownFragmentDoc = new TypedDocumentString(`
    fragment PreregistrationShown on Preregistration {
  id
  number
  childName
  birthDate
  documentNumber
  service
  at
  undoneAt
  reason
  undoable
}
    `, {"fragmentName":"PreregistrationShown"}) as unknown as TypedDocumentString<PreregistrationShownFragment, unknown>;
export const MissingOriginalsShownFragmentDoc = new TypedDocumentString(`
    fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}
    `, {"fragmentName":"MissingOriginalsShown"}) as unknown as TypedDocumentString<MissingOriginalsShownFragment, unknown>;
export const PlannedSchoolShownFragmentDoc = new TypedDocumentString(`
    fragment PlannedSchoolShown on PlannedSchool {
  code
  name
  nameEn
  address
  phone
  plan {
    season
    quota
    closed
    taken
  }
  revision
}
    `, {"fragmentName":"PlannedSchoolShown"}) as unknown as TypedDocumentString<PlannedSchoolShownFragment, unknown>;
export const SeasonStateFragmentDoc = new TypedDocumentString(`
    fragment SeasonState on SeasonResult {
  __typename
  ... on Season {
    year
    bornFrom
    bornTo
    state
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"SeasonState"}) as unknown as TypedDocumentString<SeasonStateFragment, unknown>;
export const SimulationShownFragmentDoc = new TypedDocumentString(`
    fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}
    `, {"fragmentName":"SimulationShown"}) as unknown as TypedDocumentString<SimulationShownFragment, unknown>;
export const StaffGrantShownFragmentDoc = new TypedDocumentString(`
    fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}
    `, {"fragmentName":"StaffGrantShown"}) as unknown as TypedDocumentString<StaffGrantShownFragment, unknown>;
export const StaffGrantEditedFragmentDoc = new TypedDocumentString(`
    fragment StaffGrantEdited on StaffGrantResult {
  __typename
  ... on StaffGrant {
    ...StaffGrantShown
    revision
  }
  ... on Refused {
    ...Refusals
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}`, {"fragmentName":"StaffGrantEdited"}) as unknown as TypedDocumentString<StaffGrantEditedFragment, unknown>;
export const ResultVersionFragmentDoc = new TypedDocumentString(`
    fragment ResultVersion on ResultVersion {
  number
  outcome
  school {
    code
    name
  }
  note
  since
  reason
}
    `, {"fragmentName":"ResultVersion"}) as unknown as TypedDocumentString<ResultVersionFragment, unknown>;
export const WayFragmentDoc = new TypedDocumentString(`
    fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}
    `, {"fragmentName":"Way"}) as unknown as TypedDocumentString<WayFragment, unknown>;
export const DatesFragmentDoc = new TypedDocumentString(`
    fragment Dates on RecordDate {
  kind
  label
  text
  firstDay
  lastDay
  dueAt
  wholeDays
}
    `, {"fragmentName":"Dates"}) as unknown as TypedDocumentString<DatesFragment, unknown>;
export const ReviewItemShownFragmentDoc = new TypedDocumentString(`
    fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}
    `, {"fragmentName":"ReviewItemShown"}) as unknown as TypedDocumentString<ReviewItemShownFragment, unknown>;
export const WebhookShownFragmentDoc = new TypedDocumentString(`
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}
    `, {"fragmentName":"WebhookShown"}) as unknown as TypedDocumentString<WebhookShownFragment, unknown>;
export const DeliveryShownFragmentDoc = new TypedDocumentString(`
    fragment DeliveryShown on WebhookDelivery {
  id
  messageId
  cursor
  number
  state
  attempts
  createdAt
  triedAt
  dueAt
  status
  failure
}
    `, {"fragmentName":"DeliveryShown"}) as unknown as TypedDocumentString<DeliveryShownFragment, unknown>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens($first: Int = 50, $after: String, $district: String) {
  apiTokens(first: $first, after: $after, district: $district) {
    nodes {
      ...ListedToken
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedToken on ListedApiToken {
  id
  name
  district
  scopes
  addressRanges
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:be4f6a975e996d662afeeddfe8201c143add97550a7bb41bec7931e0639143c2"}) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: ApiTokenInput!) {
  createApiToken(input: $input) {
    id
    name
    secret
    expiresAt
  }
}
    `, {"hash":"sha256:f315244cd13ccd1dd15747473422225626edf0d214788f6be06f27c83ae634a4"}) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($id: ID!) {
  revokeApiToken(id: $id)
}
    `, {"hash":"sha256:760484427514c6721d03239fdea331b31205ecf6f781c374aee629364524b315"}) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const RegisterAtDeskDocument = new TypedDocumentString(`
    mutation RegisterAtDesk($input: RegisterAtDeskInput!) {
  registerAtDesk(input: $input) {
    __typename
    ... on CollectionRecord {
      number
      stage
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:a171dcbacf4bc84cf6a8d3904003102ce0624767dd602f292cabdf9d2b24ddff"}) as unknown as TypedDocumentString<RegisterAtDeskMutation, RegisterAtDeskMutationVariables>;
export const AssistedRecordDocument = new TypedDocumentString(`
    query AssistedRecord($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    number
    service
    stage
    registeredAt
    district {
      name
      hotline
    }
    child {
      maskedName
    }
    assistance {
      officer
      at
      takenOverAt
      openUntil
    }
  }
}
    `, {"hash":"sha256:a4ed13a92474b758d34a7d66b6635b93086656c7910242dc9402faf4ec10c224"}) as unknown as TypedDocumentString<AssistedRecordQuery, AssistedRecordQueryVariables>;
export const OpenAssistanceDocument = new TypedDocumentString(`
    mutation OpenAssistance($number: CollectionNumber!, $paper: String!) {
  openAssistance(number: $number, paper: $paper) {
    __typename
    ... on CollectionRecord {
      number
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6682e3dd69152db6d0275a18dbbf22683bee49eedf0de55f8cde933c494d5e92"}) as unknown as TypedDocumentString<OpenAssistanceMutation, OpenAssistanceMutationVariables>;
export const CloseAssistanceDocument = new TypedDocumentString(`
    mutation CloseAssistance($number: CollectionNumber!) {
  closeAssistance(number: $number) {
    number
  }
}
    `, {"hash":"sha256:77389ad25bb1b2d24da98f09ddfa3a07cd8cf15a53813170bea7d0f8615af89b"}) as unknown as TypedDocumentString<CloseAssistanceMutation, CloseAssistanceMutationVariables>;
export const WithdrawAtDeskDocument = new TypedDocumentString(`
    mutation WithdrawAtDesk($number: CollectionNumber!, $paper: String!) {
  withdrawAtDesk(number: $number, paper: $paper) {
    __typename
    ... on Withdrawn {
      number
      at
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:c34be5bfadf9c451f9c55a56af34445db1224a0e29529dde278dfaab70ba2b18"}) as unknown as TypedDocumentString<WithdrawAtDeskMutation, WithdrawAtDeskMutationVariables>;
export const RecordsToTakeOverDocument = new TypedDocumentString(`
    query RecordsToTakeOver {
  recordsToTakeOver {
    number
    maskedChild
    district
    officer
    at
  }
}
    `, {"hash":"sha256:4c8acc64ebd81ad2caf20f86b2c623a71fcda51ff3687566f604b7d85d840aaa"}) as unknown as TypedDocumentString<RecordsToTakeOverQuery, RecordsToTakeOverQueryVariables>;
export const TakeOverRecordDocument = new TypedDocumentString(`
    mutation TakeOverRecord($number: CollectionNumber!) {
  takeOverRecord(number: $number) {
    number
  }
}
    `, {"hash":"sha256:41fa9b2c047ca08caafd2618ac8bba585ade134e51d7dac446db976f5d5b6603"}) as unknown as TypedDocumentString<TakeOverRecordMutation, TakeOverRecordMutationVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($number: CollectionNumber, $filter: AuditFilter, $first: Int = 50, $after: String) {
  auditTrail(number: $number, filter: $filter, first: $first, after: $after) {
    edges {
      cursor
      node {
        at
        actor
        actorId
        byStaff
        action
        summary
        record
        detail
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"sha256:45e97ab15d9f30d570d41559aa9dcb739f041bbd2142949b3700ed42b4515267"}) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const AuditWatchDocument = new TypedDocumentString(`
    query AuditWatch($district: String) {
  auditChain {
    lastSealAt
    verifiedAt
    verifiedEntries
    late
    broken {
      kind
      place
      foundAt
    }
  }
  unusualLooks(district: $district) {
    kind
    actorId
    day
    looks
    text
  }
}
    `, {"hash":"sha256:b7861068393c3dc8f207fcb74a66a6848e0c8e3f108139a2a8d2b94bd1e09cfa"}) as unknown as TypedDocumentString<AuditWatchQuery, AuditWatchQueryVariables>;
export const RevealDocumentsDocument = new TypedDocumentString(`
    mutation RevealDocuments($number: CollectionNumber!, $purpose: String!) {
  revealDocuments(number: $number, purpose: $purpose) {
    childDocumentNumber
    guardians {
      role
      documentNumber
      phone
    }
  }
}
    `, {"hash":"sha256:ee6cef3fd9e817fb00c6c61438387e80d39bd2a667c502e972bbe4a036f00750"}) as unknown as TypedDocumentString<RevealDocumentsMutation, RevealDocumentsMutationVariables>;
export const RevealDocumentDocument = new TypedDocumentString(`
    mutation RevealDocument($number: CollectionNumber!, $holder: DocumentHolder!, $purpose: String!) {
  revealDocument(number: $number, holder: $holder, purpose: $purpose) {
    __typename
    ... on RevealedDocument {
      documentNumber
      phone
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:42d095fafcdc6e54f1171267457c5e86e19e6f0e3691f940c2455771403b28ee"}) as unknown as TypedDocumentString<RevealDocumentMutation, RevealDocumentMutationVariables>;
export const AuthorizationDocument = new TypedDocumentString(`
    query Authorization($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    ...AuthorizationState
  }
}
    fragment AuthorizationState on CollectionRecord {
  number
  viewerRelation
  guardians {
    role
    name
    documentType
    documentNumber
    phone
    relation
  }
  authorization {
    id
    grantedAt
    revokedAt
    active
    guardian {
      name
      documentNumber
      phone
    }
  }
  actions {
    kind
    allowed
    reason
  }
}`, {"hash":"sha256:7798709cc50b424092f120158850dc27d4c37d7a429d43517c4126ecfd05ef3e"}) as unknown as TypedDocumentString<AuthorizationQuery, AuthorizationQueryVariables>;
export const GrantAuthorizationDocument = new TypedDocumentString(`
    mutation GrantAuthorization($number: CollectionNumber!) {
  grantAuthorization(number: $number) {
    __typename
    ... on CollectionRecord {
      ...AuthorizationState
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment AuthorizationState on CollectionRecord {
  number
  viewerRelation
  guardians {
    role
    name
    documentType
    documentNumber
    phone
    relation
  }
  authorization {
    id
    grantedAt
    revokedAt
    active
    guardian {
      name
      documentNumber
      phone
    }
  }
  actions {
    kind
    allowed
    reason
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:71de9c9b1bf284595f6e8392e5738f52457dfde814b93f6f388ee71da76913f4"}) as unknown as TypedDocumentString<GrantAuthorizationMutation, GrantAuthorizationMutationVariables>;
export const RevokeAuthorizationDocument = new TypedDocumentString(`
    mutation RevokeAuthorization($number: CollectionNumber!) {
  revokeAuthorization(number: $number) {
    __typename
    ... on CollectionRecord {
      ...AuthorizationState
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment AuthorizationState on CollectionRecord {
  number
  viewerRelation
  guardians {
    role
    name
    documentType
    documentNumber
    phone
    relation
  }
  authorization {
    id
    grantedAt
    revokedAt
    active
    guardian {
      name
      documentNumber
      phone
    }
  }
  actions {
    kind
    allowed
    reason
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:5070e8f125e7654cec4af3a1c0b36fd2850085a66535d6aa84a534a065440559"}) as unknown as TypedDocumentString<RevokeAuthorizationMutation, RevokeAuthorizationMutationVariables>;
export const OfficeCalendarDocument = new TypedDocumentString(`
    query OfficeCalendar($district: String!, $season: Int) {
  now
  districtCalendar(district: $district, season: $season) {
    ...OfficeCalendar
  }
}
    fragment OfficeCalendar on DistrictCalendar {
  district {
    code
    name
    hotline
  }
  season {
    year
    state
  }
  revision
  services {
    service
    phases {
      kind
      opensAt
      closesAt
      open
    }
  }
  editions {
    ...EditionShown
  }
}
fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}`, {"hash":"sha256:4eef94dc332eb86d51dfcc745ce66f144965aa9164c7c285a8dfd6a53d539a07"}) as unknown as TypedDocumentString<OfficeCalendarQuery, OfficeCalendarQueryVariables>;
export const SetCalendarDocument = new TypedDocumentString(`
    mutation SetCalendar($input: CalendarInput!) {
  setCalendar(input: $input) {
    __typename
    ... on CalendarChange {
      applied
      changes {
        ...EditionChanged
      }
      touched {
        service
        stage
        records
      }
      calendar {
        revision
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:29a56f206ff2e2dc6c53174d55b18b43fe77f80221a2548b202e1420c0d14fb2"}) as unknown as TypedDocumentString<SetCalendarMutation, SetCalendarMutationVariables>;
export const CalendarPreviewDocument = new TypedDocumentString(`
    query CalendarPreview($district: String!, $season: Int, $service: ServiceKind!, $at: DateTime!, $stage: Stage, $windows: [WindowInput!]) {
  calendarPreview(
    district: $district
    season: $season
    service: $service
    at: $at
    stage: $stage
    windows: $windows
  ) {
    phases {
      kind
      opensAt
      closesAt
      open
    }
    family {
      stage
      turn {
        holder
        since
        until
        text
      }
      steps {
        kind
        label
        state
        holder
        doneAt
        opensAt
        closesAt
      }
      dates {
        ...Dates
      }
    }
  }
}
    fragment Dates on RecordDate {
  kind
  label
  text
  firstDay
  lastDay
  dueAt
  wholeDays
}`, {"hash":"sha256:3c3085a3b1a632741351d91977d85c54de9a2baa308d87fc2c0a045955994302"}) as unknown as TypedDocumentString<CalendarPreviewQuery, CalendarPreviewQueryVariables>;
export const PhaseOfDistrictsDocument = new TypedDocumentString(`
    query PhaseOfDistricts($service: ServiceKind!, $kind: PhaseKind!, $season: Int) {
  now
  districts {
    code
    name
    schedule(service: $service, kind: $kind, season: $season) {
      kind
      opensAt
      closesAt
      open
    }
  }
}
    `, {"hash":"sha256:a49ad4b8804e41ec62fabc2efc251e5b045cea14900cacad347c9d57d83424e7"}) as unknown as TypedDocumentString<PhaseOfDistrictsQuery, PhaseOfDistrictsQueryVariables>;
export const RecordChangesDocument = new TypedDocumentString(`
    query RecordChanges($since: String, $first: Int = 50) {
  recordChanges(since: $since, first: $first) {
    newest
    nodes {
      cursor
      number
      district
      service
      kind
      from
      to
      at
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:fed925f8679a58a20a6b78f1f1d03916a927bdd4b2ddb83ce2f61a128e17fe75"}) as unknown as TypedDocumentString<RecordChangesQuery, RecordChangesQueryVariables>;
export const RecordConversationDocument = new TypedDocumentString(`
    query RecordConversation($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    conversation {
      ...ConversationShown
    }
  }
}
    fragment ConversationShown on Conversation {
  unread
  waitingSince
  messages {
    id
    author
    by
    officer
    mine
    text
    writtenAt
    unread
    seen
  }
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:81192ffd3c645f13c7e3a7988e9186a6f4f5cc5fd74ad10359efdaf0bceeb100"}) as unknown as TypedDocumentString<RecordConversationQuery, RecordConversationQueryVariables>;
export const OfficeConversationDocument = new TypedDocumentString(`
    query OfficeConversation($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    ...RecordCard
    conversation {
      ...ConversationShown
      templates {
        key
        name
        text
      }
    }
  }
}
    fragment ConversationShown on Conversation {
  unread
  waitingSince
  messages {
    id
    author
    by
    officer
    mine
    text
    writtenAt
    unread
    seen
  }
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:d1b67fea2f322fbb660ee182a6a0d450e2b30737115b2bd0b5428457f62f25a7"}) as unknown as TypedDocumentString<OfficeConversationQuery, OfficeConversationQueryVariables>;
export const WaitingFamiliesDocument = new TypedDocumentString(`
    query WaitingFamilies($filter: RecordFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  now
  collectionRecords(
    filter: $filter
    orderBy: AWAITS_ANSWER_ASC
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      node {
        number
        service
        stage
        child {
          maskedName
        }
        conversation {
          unread
          waitingSince
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:8456154bb029edb52e9ee26bcea9bfa9eb200d79977a6a64b1687b3bcbbb6310"}) as unknown as TypedDocumentString<WaitingFamiliesQuery, WaitingFamiliesQueryVariables>;
export const FamiliesWaitingDocument = new TypedDocumentString(`
    query FamiliesWaiting($district: String!, $season: Int) {
  district(code: $district) {
    familiesWaiting(season: $season)
  }
}
    `, {"hash":"sha256:ecc149033c707388fadff7a906fa14d86283966ea40db2d9fd4f5ea06d111d7f"}) as unknown as TypedDocumentString<FamiliesWaitingQuery, FamiliesWaitingQueryVariables>;
export const WriteMessageDocument = new TypedDocumentString(`
    mutation WriteMessage($number: CollectionNumber!, $text: String!) {
  writeMessage(number: $number, text: $text) {
    ...ConversationAnswer
  }
}
    fragment ConversationAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    conversation {
      unread
      waitingSince
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:f838ed7fa810aa23fdc925dc7cea33faa6e4aa9d72061556a3612a2679902ba7"}) as unknown as TypedDocumentString<WriteMessageMutation, WriteMessageMutationVariables>;
export const MarkMessagesReadDocument = new TypedDocumentString(`
    mutation MarkMessagesRead($number: CollectionNumber!) {
  markMessagesRead(number: $number) {
    ...ConversationAnswer
  }
}
    fragment ConversationAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    conversation {
      unread
      waitingSince
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:d6f264b1c88ea278cfb1df20cf1da41f7c6270b404375950fb4bae5ebbb01d0d"}) as unknown as TypedDocumentString<MarkMessagesReadMutation, MarkMessagesReadMutationVariables>;
export const SettleMessagesDocument = new TypedDocumentString(`
    mutation SettleMessages($number: CollectionNumber!) {
  settleMessages(number: $number) {
    ...ConversationAnswer
  }
}
    fragment ConversationAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    conversation {
      unread
      waitingSince
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:0dcb07342c271f2c6bf69031d79ce8aab77bfa2820d22adfa665f14115432b59"}) as unknown as TypedDocumentString<SettleMessagesMutation, SettleMessagesMutationVariables>;
export const CorrectionRequestDocument = new TypedDocumentString(`
    query CorrectionRequest($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    child {
      documentNumber
      sex
      birthDate
    }
    guardians {
      role
      name
      documentNumber
      phone
    }
    correctionRequest {
      ...RequestShown
    }
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:1508000768bd4a31820e0aa1047482c5023913345e8e1e60364b5ddb3bf52bd2"}) as unknown as TypedDocumentString<CorrectionRequestQuery, CorrectionRequestQueryVariables>;
export const RequestCorrectionDocument = new TypedDocumentString(`
    mutation RequestCorrection($number: CollectionNumber!, $input: CorrectionRequestInput!, $evidence: String!) {
  requestCorrection(number: $number, input: $input, evidence: $evidence) {
    ...RequestAnswer
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:842095b8390920333934384a0f992301a459b7fde0d4f0fa6d7e8ec2e639e405"}) as unknown as TypedDocumentString<RequestCorrectionMutation, RequestCorrectionMutationVariables>;
export const TakeBackCorrectionRequestDocument = new TypedDocumentString(`
    mutation TakeBackCorrectionRequest($number: CollectionNumber!) {
  takeBackCorrectionRequest(number: $number) {
    ...RequestAnswer
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6ee91fa234d77a993ae5150810947ee3fa119c46f62c2c7be8b0837a05e25852"}) as unknown as TypedDocumentString<TakeBackCorrectionRequestMutation, TakeBackCorrectionRequestMutationVariables>;
export const AcceptCorrectionRequestDocument = new TypedDocumentString(`
    mutation AcceptCorrectionRequest($number: CollectionNumber!, $reason: String!) {
  acceptCorrectionRequest(number: $number, reason: $reason) {
    ...RequestAnswer
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:bb6ab869912d0e7745c2277adc70ac6ff9043896128fff7fced8903595c72d4e"}) as unknown as TypedDocumentString<AcceptCorrectionRequestMutation, AcceptCorrectionRequestMutationVariables>;
export const ConfirmCorrectionRequestDocument = new TypedDocumentString(`
    mutation ConfirmCorrectionRequest($number: CollectionNumber!) {
  confirmCorrectionRequest(number: $number) {
    ...RequestAnswer
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6bc1eecf92c9f0b2991b66032e060a35b806ef07e7d406446d84bc8cd800b227"}) as unknown as TypedDocumentString<ConfirmCorrectionRequestMutation, ConfirmCorrectionRequestMutationVariables>;
export const DeclineCorrectionRequestDocument = new TypedDocumentString(`
    mutation DeclineCorrectionRequest($number: CollectionNumber!, $reason: String!) {
  declineCorrectionRequest(number: $number, reason: $reason) {
    ...RequestAnswer
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RequestAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    correctionRequest {
      ...RequestShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:77bc0eccc4740c00dd0d6a44d3e2cef26068e5d28d738a4c2c3a610c26f7ceae"}) as unknown as TypedDocumentString<DeclineCorrectionRequestMutation, DeclineCorrectionRequestMutationVariables>;
export const DashboardDocument = new TypedDocumentString(`
    query Dashboard($district: String, $season: Int, $school: String, $days: Int = 7) {
  dashboard(district: $district, season: $season, school: $school) {
    ...Counted
    byDistrict {
      byStage {
        stage
        count
      }
      forecast {
        ...Outlook
      }
    }
    codesSent {
      day
      purpose
      count
    }
  }
}
    fragment Counted on Dashboard {
  season
  asOf
  smallNumbersHidden
  total
  totalDisclosure
  waiting
  waitingOverDays(days: $days)
  oldestWaiting
  byStage {
    stage
    count
    hidden
    disclosure
  }
  byDistrict {
    district {
      code
      name
    }
    count
    hidden
    disclosure
    waiting
    waitingOverDays(days: $days)
  }
  byService {
    service
    count
    hidden
    disclosure
  }
  byGround {
    ground
    count
    hidden
    disclosure
  }
  byHukouProvince {
    province
    count
    hidden
    disclosure
  }
  bySubdistrict {
    district
    subdistrict
    count
    hidden
    disclosure
  }
  bySchool {
    school {
      code
      name
    }
    count
    hidden
    disclosure
  }
  byDay {
    day
    workingDay
    registered
    submitted
    hidden
    registeredDisclosure
    submittedDisclosure
  }
  byDaysWaited {
    days
    count
    hidden
    disclosure
  }
  funnel {
    stage
    reached
    here
    stay {
      count
      medianSeconds
      p90Seconds
    }
  }
  forecast {
    ...Outlook
  }
  besideLastYear {
    day
    registered
    submitted
    registeredLastYear
    submittedLastYear
  }
  throughput {
    day
    role
    kind
    count
  }
  refusedByRule {
    rule
    count
  }
}
fragment Outlook on Forecast {
  decidedADay
  cameADay
  expected
  early
  late
}`, {"hash":"sha256:93b28190eec43acfe0110cf6c33d995009d2f312689ad5eaf94540c2f0483116"}) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const DetailsFormDocument = new TypedDocumentString(`
    query DetailsForm($district: String!, $service: ServiceKind!, $ground: TreatedAsLocalGround, $season: Int) {
  district(code: $district) {
    code
    name
    hotline
    detailsForm(service: $service, ground: $ground, season: $season) {
      kind
      label
      need
      fields {
        path
        label
        why
        where
        input
        choices {
          value
          label
        }
        kinds
        required
        longest
        masked
      }
    }
    questions(service: $service, season: $season) {
      key
      label
      help
      kind
      required
      choices
      options {
        value
        label
      }
    }
  }
}
    `, {"hash":"sha256:132d5207cf2862f90a571c1083df18a5cb53b3b7def394a15a1b7137d2480618"}) as unknown as TypedDocumentString<DetailsFormQuery, DetailsFormQueryVariables>;
export const SubdistrictsDocument = new TypedDocumentString(`
    query Subdistricts($district: String!) {
  district(code: $district) {
    subdistricts {
      name
      label
    }
    subdistrictsComplete
  }
}
    `, {"hash":"sha256:1c96737f41c7ee9bfdf7b13aab5df1bee7df752e2be4a515fc808007b858a8c6"}) as unknown as TypedDocumentString<SubdistrictsQuery, SubdistrictsQueryVariables>;
export const RecordDetailsDocument = new TypedDocumentString(`
    query RecordDetails($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    number
    stage
    version
    submittedAt
    details {
      ...DetailsShown
    }
    ...DetailsState
  }
}
    fragment DetailsShown on Details {
  draft
  savedAt
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
  advice {
    field
    text
  }
}
fragment DetailsTyped on DetailsDraft {
  savedAt
  savedBy
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
}
fragment DetailsState on CollectionRecord {
  detailsEditing {
    open
    missing {
      ...RefusalTold
    }
    toConfirm {
      ...RefusalTold
    }
    firstGuardianSex
  }
  detailsDraft {
    ...DetailsTyped
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:59b63c435f4f7c9fd47f837173451b34bc4416f454c34d56b7d34f05d495d4e6"}) as unknown as TypedDocumentString<RecordDetailsQuery, RecordDetailsQueryVariables>;
export const DetailsPageDocument = new TypedDocumentString(`
    query DetailsPage($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...DetailsState
    version
    season
    ground
    submittedAt
    turn {
      text
    }
    district {
      hotline
    }
    child {
      documentNumber
      residenceDistrict
    }
    guardians {
      name
      documentType
      phone
    }
    authorization {
      active
    }
    reviewItems {
      ...ReviewItemShown
    }
    actions {
      kind
      allowed
      reason
    }
  }
}
    fragment DetailsTyped on DetailsDraft {
  savedAt
  savedBy
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
}
fragment DetailsState on CollectionRecord {
  detailsEditing {
    open
    missing {
      ...RefusalTold
    }
    toConfirm {
      ...RefusalTold
    }
    firstGuardianSex
  }
  detailsDraft {
    ...DetailsTyped
  }
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:3289ed877f72571d8b142a5e19e2b5f7a24b0bd8506ea84e9e9cb62048537b7c"}) as unknown as TypedDocumentString<DetailsPageQuery, DetailsPageQueryVariables>;
export const RecordDraftDocument = new TypedDocumentString(`
    query RecordDraft($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    version
    detailsDraft {
      ...DetailsTyped
    }
  }
}
    fragment DetailsTyped on DetailsDraft {
  savedAt
  savedBy
  ethnicity
  household {
    kind
    address
    headName
    headRelation
  }
  residence {
    kind
    subdistrict
    address
    certificateNumber
    leaseFrom
    leaseTo
  }
  firstGuardianRelation
  secondGuardian {
    name
    documentType
    documentNumber
    phone
    relation
  }
  noSecondGuardianReason
  groundEvidence {
    kind
    holder
    number
    issuer
    validFrom
    validUntil
  }
  employments {
    guardian
    kind
    employerName
    employerCreditCode
    insuredDistrict
  }
  residencePermits {
    guardian
    number
    validUntil
    address
  }
  support {
    specialEducation
    supportNeeded
    language
    siblingSchool
    twinNumber
  }
  answers {
    key
    value
  }
}`, {"hash":"sha256:3a2f1ab44a3054cb37675e4c6559dcfbc5f52c898474ead9c5ac6bda0285a55a"}) as unknown as TypedDocumentString<RecordDraftQuery, RecordDraftQueryVariables>;
export const SubmissionReceiptDocument = new TypedDocumentString(`
    query SubmissionReceipt($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    number
    submissionReceipt {
      number
      at
      version
      sections {
        kind
        label
        lines {
          path
          label
          value
        }
      }
    }
  }
}
    `, {"hash":"sha256:62a534ecf1e22db5a6b302adadf7ccb012af7bcb69d79f60a35e5d30ac3d24c2"}) as unknown as TypedDocumentString<SubmissionReceiptQuery, SubmissionReceiptQueryVariables>;
export const SaveDetailsDocument = new TypedDocumentString(`
    mutation SaveDetails($number: CollectionNumber!, $input: DetailsInput!) {
  saveDetails(number: $number, input: $input) {
    __typename
    ... on CollectionRecord {
      number
      stage
      version
      details {
        draft
        savedAt
        advice {
          field
          text
        }
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:f84af762f74bd027a4b850be50eccf0f199f539da5f37cb7e10071eb9e1e7ae2"}) as unknown as TypedDocumentString<SaveDetailsMutation, SaveDetailsMutationVariables>;
export const SubmitDetailsDocument = new TypedDocumentString(`
    mutation SubmitDetails($number: CollectionNumber!, $input: DetailsInput!) {
  submitDetails(number: $number, input: $input) {
    __typename
    ... on CollectionRecord {
      number
      stage
      version
      submittedAt
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:215531bb1006c261ba9a73e60f19e592a7d678dc56e34112a7c3e85c68a1c89e"}) as unknown as TypedDocumentString<SubmitDetailsMutation, SubmitDetailsMutationVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules {
  rules {
    id
    code
    clause
    text
    wayOut
    limit
  }
}
    `, {"hash":"sha256:8e6e558f5d2f3719cc1545b4780c1f0c26e865d3d78f9fa3225b9a21a2ea108e"}) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const RecordPeopleDocument = new TypedDocumentString(`
    query RecordPeople($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    number
    service
    stage
    registeredAt
    child {
      name
      documentType
      birthDate
    }
    guardians {
      role
      name
      phone
    }
  }
}
    `, {"hash":"sha256:95e46cc02ea3546908d5f9e6b9b23455b41ed96059f10eda0ae3f56d52dd839b"}) as unknown as TypedDocumentString<RecordPeopleQuery, RecordPeopleQueryVariables>;
export const RecordCardsDocument = new TypedDocumentString(`
    query RecordCards {
  myRecords {
    ...RecordCard
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:9a13b8d587d82d3491333d9b0063c51f141f8798714adef166443e36b45eb816"}) as unknown as TypedDocumentString<RecordCardsQuery, RecordCardsQueryVariables>;
export const DistrictDeskDocument = new TypedDocumentString(`
    query DistrictDesk($district: String!) {
  districtDesk(district: $district) {
    ...DistrictDeskShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment DistrictDeskShown on DistrictDesk {
  hotline
  deskAddress
  deskAddressEn
  deskHours
  deskHoursEn
  revision
  editions {
    ...EditionShown
  }
}`, {"hash":"sha256:9d0edcf0fea66970bd9de4f0c49e6e3706c57db6b99761e885ac508d992678c7"}) as unknown as TypedDocumentString<DistrictDeskQuery, DistrictDeskQueryVariables>;
export const SetDistrictDeskDocument = new TypedDocumentString(`
    mutation SetDistrictDesk($district: String!, $input: DistrictDeskInput!, $revision: Int!) {
  setDistrictDesk(district: $district, input: $input, revision: $revision) {
    __typename
    ... on DistrictDesk {
      ...DistrictDeskShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment DistrictDeskShown on DistrictDesk {
  hotline
  deskAddress
  deskAddressEn
  deskHours
  deskHoursEn
  revision
  editions {
    ...EditionShown
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:e4fa667f1ed8169f653a9c0cf30b46a2b1ab742f4ac02ea025edc66c7699b1ef"}) as unknown as TypedDocumentString<SetDistrictDeskMutation, SetDistrictDeskMutationVariables>;
export const CollectionFormDocument = new TypedDocumentString(`
    query CollectionForm($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    formUrl
    formCharactersByHand
  }
}
    `, {"hash":"sha256:112724cb45b2d478e44276e3c031c8234f193132d5d1626b7aca4cb66dd09e38"}) as unknown as TypedDocumentString<CollectionFormQuery, CollectionFormQueryVariables>;
export const DecisionNoticeDocument = new TypedDocumentString(`
    query DecisionNotice($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    rejection {
      decisionNoticeUrl
    }
  }
}
    `, {"hash":"sha256:ca9f50a45957003c2edaa27f69fd19c787168aba24772656fd32df0e7b532821"}) as unknown as TypedDocumentString<DecisionNoticeQuery, DecisionNoticeQueryVariables>;
export const FormVerificationDocument = new TypedDocumentString(`
    query FormVerification($code: String!) {
  formVerification(code: $code) {
    status
    number
    printedAt
  }
}
    `, {"hash":"sha256:7ed5de047df54a93d04fced05e361eb4db6e0707d4dc280e2cb087d3938448bf"}) as unknown as TypedDocumentString<FormVerificationQuery, FormVerificationQueryVariables>;
export const HolidayCalendarDocument = new TypedDocumentString(`
    query HolidayCalendar($year: Int!) {
  now
  holidayCalendar(year: $year) {
    ...HolidayCalendarShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment HolidayShown on Holiday {
  name
  nameEn
  from
  to
  worked
}
fragment HolidayCalendarShown on HolidayCalendar {
  year
  revision
  holidays {
    ...HolidayShown
  }
  editions {
    ...EditionShown
  }
}`, {"hash":"sha256:e46e06dfea3d63a3cfc3faaff5cb7cb2793dfab9d98afad2d4ea3fe088b8851b"}) as unknown as TypedDocumentString<HolidayCalendarQuery, HolidayCalendarQueryVariables>;
export const SetHolidaysDocument = new TypedDocumentString(`
    mutation SetHolidays($year: Int!, $holidays: [HolidayInput!]!, $removed: [String!]!, $revision: Int!) {
  setHolidays(
    year: $year
    holidays: $holidays
    removed: $removed
    revision: $revision
  ) {
    __typename
    ... on HolidayCalendar {
      ...HolidayCalendarShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment HolidayShown on Holiday {
  name
  nameEn
  from
  to
  worked
}
fragment HolidayCalendarShown on HolidayCalendar {
  year
  revision
  holidays {
    ...HolidayShown
  }
  editions {
    ...EditionShown
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:28c13cc39cf16b43ccf67202454c16b4f9d4e3135551e2fc3064255098582d08"}) as unknown as TypedDocumentString<SetHolidaysMutation, SetHolidaysMutationVariables>;
export const IdentityCheckDocument = new TypedDocumentString(`
    query IdentityCheck($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    number
    stage
    identityCheck {
      status
      requestedAt
      expectedBy
      overdue
      checkedAt
      reason
    }
  }
}
    `, {"hash":"sha256:9aa9ecb0308e3bdeab8620705320d29c7bedae7ede26cd634b77f19a8a3d3bd1"}) as unknown as TypedDocumentString<IdentityCheckQuery, IdentityCheckQueryVariables>;
export const DecideIdentityCheckDocument = new TypedDocumentString(`
    mutation DecideIdentityCheck($numbers: [CollectionNumber!]!, $status: CheckStatus!, $reason: String, $revision: Int, $dryRun: Boolean) {
  decideIdentityCheck(
    numbers: $numbers
    status: $status
    reason: $reason
    revision: $revision
    dryRun: $dryRun
  ) {
    ...BatchOutcome
  }
}
    fragment BatchOutcome on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
      clause
    }
  }
}`, {"hash":"sha256:be8ff2861fe4f69246fef293eb17839e66187f958fe2be96f344b68e7565a719"}) as unknown as TypedDocumentString<DecideIdentityCheckMutation, DecideIdentityCheckMutationVariables>;
export const JobDocument = new TypedDocumentString(`
    query Job($id: ID!, $first: Int = 50, $after: String, $outcome: JobOutcome) {
  job(id: $id) {
    ...JobShown
    carriedOutBy
    order {
      ...OrderShown
    }
    listExport {
      purpose
      filters
    }
    summary {
      outcome
      stage
      count
      refusal {
        ...RefusalTold
      }
    }
    schools {
      school {
        code
        name
      }
      quota
      taken
      wouldBe
      overPlan
    }
    rows(first: $first, after: $after, outcome: $outcome) {
      nodes {
        position
        number
        outcome
        stage
        order {
          ...OrderShown
        }
        refusal {
          ...RefusalTold
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment OrderShown on JobOrder {
  item
  status
  outcome
  school {
    code
    name
  }
  reason
  remedy
  dueAt
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:05b52aa4d7c41277115d36cf16ebbf9fc51e8749b4751b9782f30d7f18995f0e"}) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;
export const JobBadLinesDocument = new TypedDocumentString(`
    query JobBadLines($id: ID!, $first: Int = 100, $after: String) {
  job(id: $id) {
    id
    file {
      fingerprint
      badLineCount
      badLines(first: $first, after: $after) {
        nodes {
          line
          refusals {
            ...RefusalTold
            field
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:b1c805db6e0b3dae70c9860dc84f9a78ea7633cb1cf558e9b8d0e7c2e79876ea"}) as unknown as TypedDocumentString<JobBadLinesQuery, JobBadLinesQueryVariables>;
export const TryFileDocument = new TypedDocumentString(`
    mutation TryFile($kind: FileKind!, $district: String!, $content: String!) {
  tryFile(kind: $kind, district: $district, content: $content) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:be690e6f8464c81acead1232cf2541d2939908c0243928c689f4fc1acf89be2b"}) as unknown as TypedDocumentString<TryFileMutation, TryFileMutationVariables>;
export const TryBulkDocument = new TypedDocumentString(`
    mutation TryBulk($kind: BulkKind!, $numbers: [CollectionNumber!], $filter: RecordFilter, $item: ReviewItemKind, $status: CheckStatus, $reason: String, $remedy: String, $dueAt: DateTime, $outcome: AdmissionOutcome, $note: String) {
  tryBulk(
    kind: $kind
    numbers: $numbers
    filter: $filter
    item: $item
    status: $status
    reason: $reason
    remedy: $remedy
    dueAt: $dueAt
    outcome: $outcome
    note: $note
  ) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:c5ea3c56f4883d35b2fc06555e3d2a24e86d72d4fcf114a2534dc9de78d364b4"}) as unknown as TypedDocumentString<TryBulkMutation, TryBulkMutationVariables>;
export const StartBulkDocument = new TypedDocumentString(`
    mutation StartBulk($dryRun: ID!, $onlyGood: Boolean) {
  startBulk(dryRun: $dryRun, onlyGood: $onlyGood) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:564520a6302378c1f3c8338dcbe52837440b55da95d18b384ccd628cce7a2495"}) as unknown as TypedDocumentString<StartBulkMutation, StartBulkMutationVariables>;
export const ConfirmBulkDocument = new TypedDocumentString(`
    mutation ConfirmBulk($job: ID!, $checkCode: String!) {
  confirmBulk(job: $job, checkCode: $checkCode) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:c3e544d89538f7b1f05aa2a61bef6fd3b68fa62f840ce080f2acc26b05142ebb"}) as unknown as TypedDocumentString<ConfirmBulkMutation, ConfirmBulkMutationVariables>;
export const DeclineBulkDocument = new TypedDocumentString(`
    mutation DeclineBulk($job: ID!) {
  declineBulk(job: $job) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:d9728f8308a9fc2712814e126061c83dea15fc4d4916b3cbad1d957d7308b313"}) as unknown as TypedDocumentString<DeclineBulkMutation, DeclineBulkMutationVariables>;
export const SetSecondPersonDocument = new TypedDocumentString(`
    mutation SetSecondPerson($district: String!, $rejections: Boolean, $publications: Boolean) {
  setSecondPerson(
    district: $district
    rejections: $rejections
    publications: $publications
  ) {
    code
    rejectionsNeedSecond
    publicationsNeedSecond
  }
}
    `, {"hash":"sha256:5ffceb44784b3f4b1183c824d46937475ddfe7c4ef2a15140d2bdbdd0de27d9d"}) as unknown as TypedDocumentString<SetSecondPersonMutation, SetSecondPersonMutationVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($first: Int = 50, $after: String, $states: [JobState!]) {
  jobs(first: $first, after: $after, states: $states) {
    nodes {
      ...JobShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:abf4c37031c6857ffea0aa3573cd56412cca758138782a55fdf66693a305f9b6"}) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($id: ID!) {
  cancelJob(id: $id) {
    ...JobShown
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}`, {"hash":"sha256:441f3d4b46f2c4ab1f4a9f051961598c3d911f179c41897ba00431ee58443475"}) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const JobRowsDocument = new TypedDocumentString(`
    query JobRows($id: ID!, $after: String) {
  job(id: $id) {
    kind
    dryRun
    file {
      fingerprint
      badLineCount
    }
    rows(first: 100, after: $after) {
      nodes {
        position
        number
        outcome
        stage
        order {
          ...OrderShown
        }
        refusal {
          ...RefusalTold
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment OrderShown on JobOrder {
  item
  status
  outcome
  school {
    code
    name
  }
  reason
  remedy
  dueAt
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:a77677ad861285222fde79d341c900583873140bd48396f6d9ffc898a1919438"}) as unknown as TypedDocumentString<JobRowsQuery, JobRowsQueryVariables>;
export const MyReviewItemsDocument = new TypedDocumentString(`
    query MyReviewItems($kind: ReviewItemKind, $first: Int, $after: String) {
  myReviewItems(kind: $kind, first: $first, after: $after) {
    totalCount
    nodes {
      number
      kind
      label
      child
      service
      subdistrict
      waitsSince
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:1ad1a7c197001704b211cdbc51675c202b09654e135896b70a04b5ab80c7560f"}) as unknown as TypedDocumentString<MyReviewItemsQuery, MyReviewItemsQueryVariables>;
export const ReviewTaskDocument = new TypedDocumentString(`
    query ReviewTask($number: CollectionNumber!, $kind: ReviewItemKind!) {
  reviewTask(number: $number, kind: $kind) {
    ...ReviewTaskShown
  }
}
    fragment ReviewTaskShown on ReviewTask {
  number
  kind
  label
  status
  reason
  service
  subdistrict
  waitsSince
  revision
  child
  whole
  district {
    code
    name
  }
  people {
    holder
    label
    name
    documentNumber
  }
  sections {
    kind
    label
    lines {
      path
      label
      value
    }
  }
  papers
}`, {"hash":"sha256:98889dcab07c3dc574f4bad6103691307b4865a007675f16b2fe11da5eed3253"}) as unknown as TypedDocumentString<ReviewTaskQuery, ReviewTaskQueryVariables>;
export const RevealReviewTaskDocument = new TypedDocumentString(`
    mutation RevealReviewTask($number: CollectionNumber!, $kind: ReviewItemKind!, $purpose: String!) {
  revealReviewTask(number: $number, kind: $kind, purpose: $purpose) {
    __typename
    ... on ReviewTask {
      ...ReviewTaskShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment ReviewTaskShown on ReviewTask {
  number
  kind
  label
  status
  reason
  service
  subdistrict
  waitsSince
  revision
  child
  whole
  district {
    code
    name
  }
  people {
    holder
    label
    name
    documentNumber
  }
  sections {
    kind
    label
    lines {
      path
      label
      value
    }
  }
  papers
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:a32198c1296477d631c81e723e36ffbfc51c95c66cf05aa18606a4357b7d4acd"}) as unknown as TypedDocumentString<RevealReviewTaskMutation, RevealReviewTaskMutationVariables>;
export const JointReviewDocument = new TypedDocumentString(`
    query JointReview($district: String!) {
  jointReview(district: $district) {
    ...JointReviewShown
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment JointReviewShown on JointReview {
  revision
  order
  moving
  items {
    kind
    label
    decider
    deciderLabel
    parts {
      part
      label
      decider
    }
  }
  editions {
    ...EditionShown
  }
}`, {"hash":"sha256:a6523a964fd75b64018c066ff23c30c17dffe6bee32347f53dddfa2483ae2063"}) as unknown as TypedDocumentString<JointReviewQuery, JointReviewQueryVariables>;
export const SetJointReviewDocument = new TypedDocumentString(`
    mutation SetJointReview($district: String!, $deciders: [ItemDeciderInput!]!, $revision: Int!, $order: ReviewOrder, $dryRun: Boolean) {
  setJointReview(
    district: $district
    deciders: $deciders
    revision: $revision
    order: $order
    dryRun: $dryRun
  ) {
    __typename
    ... on JointReview {
      ...JointReviewShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment JointReviewShown on JointReview {
  revision
  order
  moving
  items {
    kind
    label
    decider
    deciderLabel
    parts {
      part
      label
      decider
    }
  }
  editions {
    ...EditionShown
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:f571fb0e4fdd586ba9e3de0ca076c9b9feb71ccad7c3033f0c4febb02b505a24"}) as unknown as TypedDocumentString<SetJointReviewMutation, SetJointReviewMutationVariables>;
export const NearDuplicatesDocument = new TypedDocumentString(`
    query NearDuplicates($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    ...ComparedRecord
    nearDuplicates {
      ...BesideShown
    }
    freeze {
      ...FreezeShown
    }
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment ComparedRecord on CollectionRecord {
  ...RecordCard
  submittedAt
  child {
    maskedName
    documentType
    documentNumber
    sex
    birthDate
    nationality
    hukouProvince
    residenceSubdistrict
  }
  guardians {
    role
    name
    documentNumber
    phone
  }
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:94b362c6997647fb49f12098f6c8a634f17a242bcf77be2c51455260d92fd92b"}) as unknown as TypedDocumentString<NearDuplicatesQuery, NearDuplicatesQueryVariables>;
export const ComparedRecordDocument = new TypedDocumentString(`
    query ComparedRecord($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    ...ComparedRecord
  }
}
    fragment ComparedRecord on CollectionRecord {
  ...RecordCard
  submittedAt
  child {
    maskedName
    documentType
    documentNumber
    sex
    birthDate
    nationality
    hukouProvince
    residenceSubdistrict
  }
  guardians {
    role
    name
    documentNumber
    phone
  }
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:631cd7bceb0d466b9c199cb2b01193c493f0298a62a1fb6c68f1c8f5814550b5"}) as unknown as TypedDocumentString<ComparedRecordQuery, ComparedRecordQueryVariables>;
export const MarkNotDuplicateDocument = new TypedDocumentString(`
    mutation MarkNotDuplicate($number: CollectionNumber!, $other: CollectionNumber!, $reason: String!) {
  markNotDuplicate(number: $number, other: $other, reason: $reason) {
    ...LikenessAnswer
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment LikenessAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    freeze {
      ...FreezeShown
    }
    nearDuplicates {
      ...BesideShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:c7bb591e7a0ba6a1aec4c1a827492072b1d4bf581a6a7b037892dcb40ec24720"}) as unknown as TypedDocumentString<MarkNotDuplicateMutation, MarkNotDuplicateMutationVariables>;
export const FreezeRecordDocument = new TypedDocumentString(`
    mutation FreezeRecord($number: CollectionNumber!, $reason: String!) {
  freezeRecord(number: $number, reason: $reason) {
    ...LikenessAnswer
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment LikenessAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    freeze {
      ...FreezeShown
    }
    nearDuplicates {
      ...BesideShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:83fbeb41daab91916a219031d08226f0935a26ff675dd38e075ebd3bd3056f47"}) as unknown as TypedDocumentString<FreezeRecordMutation, FreezeRecordMutationVariables>;
export const UnfreezeRecordDocument = new TypedDocumentString(`
    mutation UnfreezeRecord($number: CollectionNumber!, $reason: String!) {
  unfreezeRecord(number: $number, reason: $reason) {
    ...LikenessAnswer
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment LikenessAnswer on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    freeze {
      ...FreezeShown
    }
    nearDuplicates {
      ...BesideShown
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:584a16f88840aea9b3602f106fce4011f0ce701b2971d4f4034dfd4c06b4caa3"}) as unknown as TypedDocumentString<UnfreezeRecordMutation, UnfreezeRecordMutationVariables>;
export const ProposeListExportDocument = new TypedDocumentString(`
    mutation ProposeListExport($filter: RecordFilter!, $purpose: String!) {
  proposeListExport(filter: $filter, purpose: $purpose) {
    ...JobOrRefused
  }
}
    fragment JobOrRefused on JobResult {
  __typename
  ... on Job {
    ...JobShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:1d55c7dc2360b486f1d74618433f054000f8329a6c691f541629660165feb302"}) as unknown as TypedDocumentString<ProposeListExportMutation, ProposeListExportMutationVariables>;
export const ListExportRowsDocument = new TypedDocumentString(`
    query ListExportRows($job: ID!, $first: Int = 100, $after: String) {
  now
  listExportRows(job: $job, first: $first, after: $after) {
    __typename
    ... on ListExportRowConnection {
      nodes {
        number
        service
        stage
        stageSince
        child {
          name
          sex
          birthDate
          documentType
          documentNumber
        }
        guardians {
          role
          relation
          name
          documentType
          documentNumber
          phone
        }
        outcome
        school {
          code
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:dfb3afe4d3aeab01740123a8f6e717248ed9ce627ba44d77d01894874e935576"}) as unknown as TypedDocumentString<ListExportRowsQuery, ListExportRowsQueryVariables>;
export const OfficeFrameDocument = new TypedDocumentString(`
    query OfficeFrame {
  viewer {
    account
    name
    roles {
      role
      district {
        code
      }
      school {
        code
        name
      }
    }
  }
  seasons {
    year
    state
  }
}
    `, {"hash":"sha256:57d96dd9c7d6ef76b3cb04980cc22a8a14dc162d4fff692926453660147392e9"}) as unknown as TypedDocumentString<OfficeFrameQuery, OfficeFrameQueryVariables>;
export const OfficeSurroundDocument = new TypedDocumentString(`
    query OfficeSurround($district: String!, $season: Int, $waiting: Boolean!, $watched: String, $watches: Boolean!) {
  districts {
    code
    name
  }
  myRoles {
    ...StaffGrantShown
  }
  district(code: $district) @include(if: $waiting) {
    familiesWaiting(season: $season)
  }
  serviceTroubles(district: $watched) @include(if: $watches)
}
    fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}`, {"hash":"sha256:b71f0f09fea55ab1b892562658e72a2d41aae1ff31c961261d42343fb33c6b16"}) as unknown as TypedDocumentString<OfficeSurroundQuery, OfficeSurroundQueryVariables>;
export const RecordRevisionDocument = new TypedDocumentString(`
    query RecordRevision($number: CollectionNumber!) {
  recordRevision(number: $number)
}
    `, {"hash":"sha256:a2d84f624ff087edb0ddabbf53c82fd56e3bc32f1f4efd08b2b18aa9371d979c"}) as unknown as TypedDocumentString<RecordRevisionQuery, RecordRevisionQueryVariables>;
export const RecordLeftDocument = new TypedDocumentString(`
    query RecordLeft($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    number
    officeActions {
      kind
      allowed
    }
    reviewItems {
      kind
      decider
      waitsForStreet
      status
    }
  }
}
    `, {"hash":"sha256:fe4a6a1edd3e980bc88fe35e94031457f60fcd44780db45892c1928023397c5b"}) as unknown as TypedDocumentString<RecordLeftQuery, RecordLeftQueryVariables>;
export const OfficeRecordDocument = new TypedDocumentString(`
    query OfficeRecord($number: CollectionNumber!) {
  districts {
    code
    name
  }
  collectionRecord(number: $number) {
    ...RecordCard
    revision
    ground
    submittedAt
    stageSince
    assignee {
      ...AssigneeShown
    }
    toldAt
    officeActions {
      kind
      allowed
      reason
    }
    submittedInWords {
      kind
      label
      lines {
        path
        label
        value
      }
    }
    details {
      advice {
        field
        text
      }
    }
    child {
      documentType
      documentNumber
      nationality
      sex
      birthDate
      hukouProvince
      hukouDistrict
      residenceDistrict
      residenceSubdistrict
    }
    guardians {
      role
      name
      documentType
      documentNumber
      phone
      relation
    }
    authorization {
      grantedAt
    }
    turn {
      holder
      since
      until
    }
    identityCheck {
      status
      checkedAt
      reason
      differences {
        holder
        line
      }
    }
    reviewItems {
      ...ReviewItemShown
    }
    returnTextChoices {
      ...ReturnTextChosen
    }
    rejection {
      reason
      rejectedAt
      appealedAt
      statement
      accepted
      decision
      decisionNoticeUrl
    }
    admissionResult {
      outcome
      preregisteredAt
      approvedAt
      publishedAt
      note
      version
      correctedAt
      versions {
        ...ResultVersion
      }
      school {
        code
        name
      }
    }
    resultCorrection {
      id
      outcome
      note
      school {
        code
        name
      }
      reason
      proposedBy
      proposedAt
      own
    }
    history {
      kind
      at
      by
      note
    }
    conversation {
      unread
      waitingSince
    }
    nearDuplicates {
      ...BesideShown
    }
    freeze {
      ...FreezeShown
    }
    correctionRequest {
      state
      requestedAt
    }
    messages {
      sentAt
      text
      language
      delivered
    }
    retention {
      text
    }
  }
}
    fragment BesideShown on NearDuplicate {
  number
  stage
  own
  likenesses
  documentDiffersAt
  foundAt
  verdict
  decidedAt
  decidedBy
  district {
    code
    name
  }
}
fragment FreezeShown on RecordFreeze {
  since
  by
  reason
}
fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment ReturnTextChosen on ReturnTextChoice {
  key
  kind
  name
  reason
  remedy
}
fragment ResultVersion on ResultVersion {
  number
  outcome
  school {
    code
    name
  }
  note
  since
  reason
}
fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:3605cea4c044811d0b5c75c79d8462c10647f5dbce107405021ff8ee0dcebe77"}) as unknown as TypedDocumentString<OfficeRecordQuery, OfficeRecordQueryVariables>;
export const OfficeDashboardDocument = new TypedDocumentString(`
    query OfficeDashboard($district: String, $season: Int, $school: String, $days: Int = 7) {
  dashboard(district: $district, season: $season, school: $school) {
    ...Counted
    district {
      code
      name
    }
    school {
      code
    }
    byDistrict {
      forecast {
        expected
      }
    }
  }
  rules {
    id
    text
  }
}
    fragment Counted on Dashboard {
  season
  asOf
  smallNumbersHidden
  total
  totalDisclosure
  waiting
  waitingOverDays(days: $days)
  oldestWaiting
  byStage {
    stage
    count
    hidden
    disclosure
  }
  byDistrict {
    district {
      code
      name
    }
    count
    hidden
    disclosure
    waiting
    waitingOverDays(days: $days)
  }
  byService {
    service
    count
    hidden
    disclosure
  }
  byGround {
    ground
    count
    hidden
    disclosure
  }
  byHukouProvince {
    province
    count
    hidden
    disclosure
  }
  bySubdistrict {
    district
    subdistrict
    count
    hidden
    disclosure
  }
  bySchool {
    school {
      code
      name
    }
    count
    hidden
    disclosure
  }
  byDay {
    day
    workingDay
    registered
    submitted
    hidden
    registeredDisclosure
    submittedDisclosure
  }
  byDaysWaited {
    days
    count
    hidden
    disclosure
  }
  funnel {
    stage
    reached
    here
    stay {
      count
      medianSeconds
      p90Seconds
    }
  }
  forecast {
    ...Outlook
  }
  besideLastYear {
    day
    registered
    submitted
    registeredLastYear
    submittedLastYear
  }
  throughput {
    day
    role
    kind
    count
  }
  refusedByRule {
    rule
    count
  }
}
fragment Outlook on Forecast {
  decidedADay
  cameADay
  expected
  early
  late
}`, {"hash":"sha256:d7edc590f4a7c9b95217c680636b78c187a2413aff68df896c310003f04dc90f"}) as unknown as TypedDocumentString<OfficeDashboardQuery, OfficeDashboardQueryVariables>;
export const OfficeTokensDocument = new TypedDocumentString(`
    query OfficeTokens($district: String, $after: String) {
  now
  apiTokens(first: 50, after: $after, district: $district) {
    nodes {
      ...ListedToken
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedToken on ListedApiToken {
  id
  name
  district
  scopes
  addressRanges
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`, {"hash":"sha256:83fe05cc59a9aae3633e903bb9e38f803688ed441712c5a6a8c1745f32fc0081"}) as unknown as TypedDocumentString<OfficeTokensQuery, OfficeTokensQueryVariables>;
export const OfficeWebhooksDocument = new TypedDocumentString(`
    query OfficeWebhooks($district: String, $after: String) {
  now
  webhooks(first: 50, after: $after, district: $district) {
    nodes {
      ...WebhookShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:ef0bae90b801bf6337aad22dc69822ef4253b2adea366b575600cf85f2d4c38e"}) as unknown as TypedDocumentString<OfficeWebhooksQuery, OfficeWebhooksQueryVariables>;
export const OfficeWebhookDocument = new TypedDocumentString(`
    query OfficeWebhook($id: ID!, $state: WebhookDeliveryState, $after: String) {
  webhook(id: $id) {
    ...WebhookShown
  }
  webhookDeliveries(webhook: $id, state: $state, first: 50, after: $after) {
    nodes {
      ...DeliveryShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}
fragment DeliveryShown on WebhookDelivery {
  id
  messageId
  cursor
  number
  state
  attempts
  createdAt
  triedAt
  dueAt
  status
  failure
}`, {"hash":"sha256:32cc7945ea0be7429c0183094254c67d6e0998a3be8dbb8ba7e7fc12d95cabf8"}) as unknown as TypedDocumentString<OfficeWebhookQuery, OfficeWebhookQueryVariables>;
export const OfficeClockDocument = new TypedDocumentString(`
    query OfficeClock {
  now
}
    `, {"hash":"sha256:45caf646c378af6883db7f487a504f7ed59032638f08bd88a24b73185716fb80"}) as unknown as TypedDocumentString<OfficeClockQuery, OfficeClockQueryVariables>;
export const OfficeBulkDocument = new TypedDocumentString(`
    query OfficeBulk($district: String!) {
  district(code: $district) {
    code
    rejectionsNeedSecond
  }
}
    `, {"hash":"sha256:be40883e098b289a8e29408b98442fff3fd4b1a4983762daea9e55b86c4409a6"}) as unknown as TypedDocumentString<OfficeBulkQuery, OfficeBulkQueryVariables>;
export const OfficeJobsDocument = new TypedDocumentString(`
    query OfficeJobs($states: [JobState!]) {
  jobs(first: 50, states: $states) {
    nodes {
      id
      state
      own
      mayConfirm
    }
  }
}
    `, {"hash":"sha256:46a9a94c3330de3390d1c8f0b656201bf06e74a65c788a213663edcf8e051508"}) as unknown as TypedDocumentString<OfficeJobsQuery, OfficeJobsQueryVariables>;
export const DecideReviewItemDocument = new TypedDocumentString(`
    mutation DecideReviewItem($numbers: [CollectionNumber!]!, $kind: ReviewItemKind!, $status: CheckStatus!, $reason: String, $remedy: String, $dueAt: DateTime, $revision: Int, $dryRun: Boolean = false) {
  decideReviewItem(
    numbers: $numbers
    kind: $kind
    status: $status
    reason: $reason
    remedy: $remedy
    dueAt: $dueAt
    revision: $revision
    dryRun: $dryRun
  ) {
    ...Batch
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:8c566b62ec580e341a5a2934783c109bce0a6be3a484dc1c57981054d13b1709"}) as unknown as TypedDocumentString<DecideReviewItemMutation, DecideReviewItemMutationVariables>;
export const RejectRecordsDocument = new TypedDocumentString(`
    mutation RejectRecords($numbers: [CollectionNumber!]!, $reason: String!, $revision: Int, $dryRun: Boolean = false) {
  rejectRecords(
    numbers: $numbers
    reason: $reason
    revision: $revision
    dryRun: $dryRun
  ) {
    ...Batch
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:8c49d02bb4f78d9d7d8020104f4ae423d19f08b5138832b027fb1e4d83897d07"}) as unknown as TypedDocumentString<RejectRecordsMutation, RejectRecordsMutationVariables>;
export const DecideAppealDocument = new TypedDocumentString(`
    mutation DecideAppeal($number: CollectionNumber!, $accepted: Boolean!, $reason: String!, $revision: Int) {
  decideAppeal(
    number: $number
    accepted: $accepted
    reason: $reason
    revision: $revision
  ) {
    __typename
    ... on CollectionRecord {
      number
      stage
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:e4dd02289636d04d9f0a9a359d6123bd9f5971da08c7336b0be43fea5f8c1020"}) as unknown as TypedDocumentString<DecideAppealMutation, DecideAppealMutationVariables>;
export const CorrectRegistrationDocument = new TypedDocumentString(`
    mutation CorrectRegistration($number: CollectionNumber!, $input: CorrectionInput!, $reason: String!, $revision: Int) {
  correctRegistration(
    number: $number
    input: $input
    reason: $reason
    revision: $revision
  ) {
    __typename
    ... on CollectionRecord {
      number
      stage
      version
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:0ee0226fde86f6f000c9faac85cae48fde85efbd90e531eb3554ab000d6feddb"}) as unknown as TypedDocumentString<CorrectRegistrationMutation, CorrectRegistrationMutationVariables>;
export const PreregisterDocument = new TypedDocumentString(`
    mutation Preregister($numbers: [CollectionNumber!]!, $school: String!, $dryRun: Boolean = false, $key: String) {
  preregister(numbers: $numbers, school: $school, dryRun: $dryRun, key: $key) {
    ...Batch
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:bb81c682571f5e949580da3f93a54a07e3e8213613433e67884810eae92f7135"}) as unknown as TypedDocumentString<PreregisterMutation, PreregisterMutationVariables>;
export const ApproveAdmissionsDocument = new TypedDocumentString(`
    mutation ApproveAdmissions($numbers: [CollectionNumber!]!, $outcome: AdmissionOutcome!, $note: String, $school: String, $revision: Int, $dryRun: Boolean = false) {
  approveAdmissions(
    numbers: $numbers
    outcome: $outcome
    note: $note
    school: $school
    revision: $revision
    dryRun: $dryRun
  ) {
    ...Batch
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:8c7cb41d2ebf4a7f5e3fb2f2188d977d47002e061fad5538a58690f4b41f4e4e"}) as unknown as TypedDocumentString<ApproveAdmissionsMutation, ApproveAdmissionsMutationVariables>;
export const PublishResultsDocument = new TypedDocumentString(`
    mutation PublishResults($district: String!, $service: ServiceKind!, $season: Int) {
  publishResults(district: $district, service: $service, season: $season) {
    __typename
    ... on Published {
      count
      at
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:da668c3ccfe0b34ada27f35993e5437323e45d4506b860abe63b1f33b41acd34"}) as unknown as TypedDocumentString<PublishResultsMutation, PublishResultsMutationVariables>;
export const SetPhaseDocument = new TypedDocumentString(`
    mutation SetPhase($district: String!, $service: ServiceKind!, $kind: PhaseKind!, $opensAt: DateTime!, $closesAt: DateTime!, $season: Int) {
  setPhase(
    district: $district
    service: $service
    kind: $kind
    opensAt: $opensAt
    closesAt: $closesAt
    season: $season
  ) {
    __typename
    ... on Phase {
      kind
      opensAt
      closesAt
      open
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:373394f8ea4eb60e329565e14d4a67c4c79d21c51273c26b0ec781cd5ce6e142"}) as unknown as TypedDocumentString<SetPhaseMutation, SetPhaseMutationVariables>;
export const SchoolsDocument = new TypedDocumentString(`
    query Schools($district: String!) {
  schools(district: $district) {
    code
    name
    address
    phone
  }
}
    `, {"hash":"sha256:9495e07005633fdf43f47497a5f4b897516960d8e359869a2e152139331d7c2d"}) as unknown as TypedDocumentString<SchoolsQuery, SchoolsQueryVariables>;
export const FilterChoicesDocument = new TypedDocumentString(`
    query FilterChoices($district: String!) {
  schools(district: $district) {
    code
    name
  }
  district(code: $district) {
    subdistricts {
      name
      label
    }
  }
}
    `, {"hash":"sha256:026e5a48a99675f3b88ec3680d56d116f0366c3e9f8e9ad81456b0eedba37bc7"}) as unknown as TypedDocumentString<FilterChoicesQuery, FilterChoicesQueryVariables>;
export const RecordFileDocument = new TypedDocumentString(`
    query RecordFile($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    number
    stage
    version
    turn {
      holder
      since
      until
      text
    }
    steps {
      kind
      label
      state
      holder
      doneAt
      opensAt
      closesAt
    }
    reviewItems {
      ...ReviewItemShown
    }
    rejection {
      reason
      rule
      remedy
      rejectedAt
      appealDueAt
      appealedAt
      statement
      decidedAt
      accepted
      decision
    }
    admissionResult {
      outcome
      preregisteredAt
      approvedAt
      publishedAt
      note
      school {
        code
        name
        address
        phone
      }
    }
    history {
      kind
      at
      by
      note
    }
    messages {
      text
    }
  }
}
    fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:261006b5725f507833aaee21af0548261096e0bc853f3062955897495fc9d8db"}) as unknown as TypedDocumentString<RecordFileQuery, RecordFileQueryVariables>;
export const ClaimRecordDocument = new TypedDocumentString(`
    mutation ClaimRecord($number: CollectionNumber!, $takeOver: Boolean) {
  claimRecord(number: $number, takeOver: $takeOver) {
    __typename
    ... on CollectionRecord {
      number
      assignee {
        ...AssigneeShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:eb4b750a65c24d514bf5823519327b10231fc3660ba4a76f150579f277b298c0"}) as unknown as TypedDocumentString<ClaimRecordMutation, ClaimRecordMutationVariables>;
export const ReleaseRecordDocument = new TypedDocumentString(`
    mutation ReleaseRecord($number: CollectionNumber!) {
  releaseRecord(number: $number) {
    __typename
    ... on CollectionRecord {
      number
      assignee {
        ...AssigneeShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:630efaad130a14827bda7134f6ed7109b0e531c007189c31f84b9f9db7bd9068"}) as unknown as TypedDocumentString<ReleaseRecordMutation, ReleaseRecordMutationVariables>;
export const ColleaguesDocument = new TypedDocumentString(`
    query Colleagues($district: String!) {
  colleagues(district: $district) {
    id
    name
    role
  }
}
    `, {"hash":"sha256:7279a7982ddd049f77d08e24427f607cb974734bf70bd6595c4eb93c1b4101c7"}) as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const HandOverRecordsDocument = new TypedDocumentString(`
    mutation HandOverRecords($numbers: [CollectionNumber!]!, $colleague: ID!, $note: String) {
  handOverRecords(numbers: $numbers, colleague: $colleague, note: $note) {
    ...Batch
  }
}
    fragment JobShown on Job {
  id
  kind
  state
  dryRun
  own
  requestedBy
  carriesOut
  file {
    fingerprint
    badLineCount
  }
  expiresAt
  checkCode
  mayConfirm
  second {
    name
    at
  }
  district
  season
  total
  done
  refused
  createdAt
  startedAt
  finishedAt
}
fragment Batch on BatchResult {
  dryRun
  done
  job {
    ...JobShown
  }
  refused {
    number
    refusal {
      ...RefusalTold
    }
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:eceb437b6f1de01c648e9d98763b7d5c39bad1b674fdf5f45272853d3e2ca754"}) as unknown as TypedDocumentString<HandOverRecordsMutation, HandOverRecordsMutationVariables>;
export const LeaveRecordDocument = new TypedDocumentString(`
    mutation LeaveRecord($number: CollectionNumber!) {
  leaveRecord(number: $number)
}
    `, {"hash":"sha256:99052e8667d9e4a90f6b449b506f08f329de1077b6067e226206c4624dc9b4de"}) as unknown as TypedDocumentString<LeaveRecordMutation, LeaveRecordMutationVariables>;
export const OwnQuestionsDocument = new TypedDocumentString(`
    query OwnQuestions($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    questions {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnQuestionShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnQuestionShown on OwnQuestion {
  service
  key
  label
  labelEn
  help
  helpEn
  kind
  required
  choices
  choicesEn
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:12bde30b5cd39ea52dd52078510c2629797b9c29ddc8a7f994931a8aa299e967"}) as unknown as TypedDocumentString<OwnQuestionsQuery, OwnQuestionsQueryVariables>;
export const OwnReviewItemsDocument = new TypedDocumentString(`
    query OwnReviewItems($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    reviewItems {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnReviewItemShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnReviewItemShown on OwnReviewItem {
  service
  kind
  label
  labelEn
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:b26f85f8562e05e255b2fafadac5c7cf69dc0b8fabdc7d2c4e569dfc947e6092"}) as unknown as TypedDocumentString<OwnReviewItemsQuery, OwnReviewItemsQueryVariables>;
export const OwnPapersDocument = new TypedDocumentString(`
    query OwnPapers($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    papers {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnPaperShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnPaperShown on OwnPaper {
  kind
  service
  ground
  label
  labelEn
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:fb23a062c5b5a57e1e9e9c339c3a1c60cac0ce3321c9acf6a4d171b7e61e1195"}) as unknown as TypedDocumentString<OwnPapersQuery, OwnPapersQueryVariables>;
export const OwnPoliciesDocument = new TypedDocumentString(`
    query OwnPolicies($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    policies {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnPolicyShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnPolicyShown on OwnPolicy {
  title
  url
  publishedOn
  body
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:d716265f3b30b77993c1fec72cc08a7c07435fde7ff90389573d84fdc3fd87a8"}) as unknown as TypedDocumentString<OwnPoliciesQuery, OwnPoliciesQueryVariables>;
export const OwnSentencesDocument = new TypedDocumentString(`
    query OwnSentences($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    sentences {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnSentenceShown
      }
      messages {
        ...MessageShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnSentenceShown on OwnSentence {
  kind
  text
  textEn
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}
fragment MessageShown on MessageToFamily {
  kind
  name
  chinese {
    ...WholeMessageShown
  }
  english {
    ...WholeMessageShown
  }
}
fragment WholeMessageShown on WholeMessage {
  text
  parts
  mostParts
  roomLeft
}`, {"hash":"sha256:b666c677888f26a32f15f958bdbe51583d9bc48d752c8956f1aad35865ae020f"}) as unknown as TypedDocumentString<OwnSentencesQuery, OwnSentencesQueryVariables>;
export const OwnAnswersDocument = new TypedDocumentString(`
    query OwnAnswers($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    answers {
      revision
      editions {
        ...EditionShown
      }
      entries {
        ...OwnAnswerShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnAnswerShown on OwnAnswer {
  name
  nameEn
  text
  textEn
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:089b32938cf7236fffbbc90c27346c119ff9057664bcb5a5f16196057192a026"}) as unknown as TypedDocumentString<OwnAnswersQuery, OwnAnswersQueryVariables>;
export const OwnSubdistrictsDocument = new TypedDocumentString(`
    query OwnSubdistricts($district: String, $season: Int) {
  ownData(district: $district, season: $season) {
    ...OwnPlaceShown
    subdistricts {
      revision
      complete
      editions {
        ...EditionShown
      }
      entries {
        ...OwnSubdistrictShown
      }
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnSubdistrictShown on OwnSubdistrict {
  name
  nameEn
  code
  formerNames
  closedFrom
}
fragment OwnPlaceShown on OwnData {
  district {
    code
    name
  }
  season {
    year
    state
  }
}`, {"hash":"sha256:20657dc287eb2b644909efaef501a85cf99d9cf188cebc017808954f4de86791"}) as unknown as TypedDocumentString<OwnSubdistrictsQuery, OwnSubdistrictsQueryVariables>;
export const SetQuestionsDocument = new TypedDocumentString(`
    mutation SetQuestions($list: OwnListInput!, $entries: [OwnQuestionInput!]!) {
  setQuestions(list: $list, entries: $entries) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:cd1a22eab231daa310b3975bde6be94659216b85126e5c78981b82c07afa4e83"}) as unknown as TypedDocumentString<SetQuestionsMutation, SetQuestionsMutationVariables>;
export const SetReviewItemsDocument = new TypedDocumentString(`
    mutation SetReviewItems($list: OwnListInput!, $entries: [OwnReviewItemInput!]!) {
  setReviewItems(list: $list, entries: $entries) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:5dac39bbaa442b8c22734be1bcd0a48f470ba7fea7b24209e880e7c7ab7e0d9e"}) as unknown as TypedDocumentString<SetReviewItemsMutation, SetReviewItemsMutationVariables>;
export const SetPapersDocument = new TypedDocumentString(`
    mutation SetPapers($list: OwnListInput!, $entries: [OwnPaperInput!]!) {
  setPapers(list: $list, entries: $entries) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:cc11753f5ddac815ef52bf3fa1ffe8f3393b4df02d44da5466b23966a934dadc"}) as unknown as TypedDocumentString<SetPapersMutation, SetPapersMutationVariables>;
export const SetPoliciesDocument = new TypedDocumentString(`
    mutation SetPolicies($list: OwnListInput!, $entries: [OwnPolicyInput!]!) {
  setPolicies(list: $list, entries: $entries) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:f025a27078a5af71f5363a33e3439d6d936b36dfe1c79a8f5f99fbfa27565d7a"}) as unknown as TypedDocumentString<SetPoliciesMutation, SetPoliciesMutationVariables>;
export const SetSentencesDocument = new TypedDocumentString(`
    mutation SetSentences($list: OwnListInput!, $entries: [OwnSentenceInput!]!) {
  setSentences(list: $list, entries: $entries) {
    ...OwnDataChanged
    ... on OwnDataChange {
      messages {
        ...MessageShown
      }
    }
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment MessageShown on MessageToFamily {
  kind
  name
  chinese {
    ...WholeMessageShown
  }
  english {
    ...WholeMessageShown
  }
}
fragment WholeMessageShown on WholeMessage {
  text
  parts
  mostParts
  roomLeft
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:58fc0c3aab6a38c55073fb967626cfe7ecaa1f259a84c93a42fa65a10f9c6059"}) as unknown as TypedDocumentString<SetSentencesMutation, SetSentencesMutationVariables>;
export const SetAnswersDocument = new TypedDocumentString(`
    mutation SetAnswers($list: OwnListInput!, $entries: [OwnAnswerInput!]!) {
  setAnswers(list: $list, entries: $entries) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6c11828d60e01d0fd3981874720c2b2b5ec530b62c29d4df19b298e0627b1d98"}) as unknown as TypedDocumentString<SetAnswersMutation, SetAnswersMutationVariables>;
export const SetSubdistrictsDocument = new TypedDocumentString(`
    mutation SetSubdistricts($list: OwnListInput!, $entries: [OwnSubdistrictInput!]!, $complete: Boolean) {
  setSubdistricts(list: $list, entries: $entries, complete: $complete) {
    ...OwnDataChanged
  }
}
    fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment OwnDataChanged on OwnDataResult {
  __typename
  ... on OwnDataChange {
    applied
    revision
    kept
    changes {
      ...EditionChanged
    }
    touched {
      service
      stage
      records
    }
    sent
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:9077cbacd2ddd54415e7a9a48153e4cae821b51c6fa4aeca0a809625a1747caf"}) as unknown as TypedDocumentString<SetSubdistrictsMutation, SetSubdistrictsMutationVariables>;
export const NoticeVersionsDocument = new TypedDocumentString(`
    query NoticeVersions($kind: NoticeKind!) {
  noticeVersions(kind: $kind) {
    ...NoticeVersionShown
  }
}
    fragment NoticeVersionShown on NoticeVersion {
  kind
  version
  title
  titleEn
  body
  bodyEn
  publishedAt
  inForce
}`, {"hash":"sha256:a5c85bc532c42986428f9b6d85fa8c6f16d04ed62fb58fa4d0e9e3ebec6261fc"}) as unknown as TypedDocumentString<NoticeVersionsQuery, NoticeVersionsQueryVariables>;
export const PublishNoticeDocument = new TypedDocumentString(`
    mutation PublishNotice($input: NoticeInput!) {
  publishNotice(input: $input) {
    __typename
    ... on NoticeVersion {
      ...NoticeVersionShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment NoticeVersionShown on NoticeVersion {
  kind
  version
  title
  titleEn
  body
  bodyEn
  publishedAt
  inForce
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:feb9f3b56607beb8a38a8d446ab777783ec47fb45bf7b901e0b02b5be371a2e3"}) as unknown as TypedDocumentString<PublishNoticeMutation, PublishNoticeMutationVariables>;
export const OfficePublicationDocument = new TypedDocumentString(`
    query OfficePublication($district: String!, $service: ServiceKind!, $season: Int) {
  now
  publicationPreview(district: $district, service: $service, season: $season) {
    season
    checkCode
    counts {
      ...ResultCounts
    }
    schools {
      school {
        code
        name
      }
      preregistered
      published
      quota
      taken
      counts {
        ...ResultCounts
      }
    }
    notPreregistered
    unreached
    withoutNote
    published
    opensAt
    closesAt
    takesTwo
  }
  publications(district: $district, service: $service, season: $season) {
    ...PublicationShown
  }
  resultCorrections(district: $district, season: $season) {
    id
    number
    service
    proposedBy
    proposedAt
    own
  }
}
    fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}`, {"hash":"sha256:187867aa2376d9744bb5c7820b6bfeebcbf52705933a33d0fa48e9d785c8c2b7"}) as unknown as TypedDocumentString<OfficePublicationQuery, OfficePublicationQueryVariables>;
export const PublicationsDocument = new TypedDocumentString(`
    query Publications($district: String!, $service: ServiceKind!, $season: Int) {
  publications(district: $district, service: $service, season: $season) {
    ...PublicationShown
  }
}
    fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}`, {"hash":"sha256:10b0dad16bc25d0fb43b77e5bb50fd68207f54dbc4e69f8154d754ac80951834"}) as unknown as TypedDocumentString<PublicationsQuery, PublicationsQueryVariables>;
export const PublicationResultsDocument = new TypedDocumentString(`
    query PublicationResults($district: String!, $service: ServiceKind!, $season: Int, $outcome: AdmissionOutcome, $school: String, $first: Int = 5, $after: String) {
  publicationPreview(district: $district, service: $service, season: $season) {
    results(first: $first, after: $after, outcome: $outcome, school: $school) {
      nodes {
        number
        childName
        outcome
        note
        school {
          code
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:254834a99f9d03112b140dfdef0b0efaa8e169cda33e085e3659aa33bc617964"}) as unknown as TypedDocumentString<PublicationResultsQuery, PublicationResultsQueryVariables>;
export const PublicationDocument = new TypedDocumentString(`
    query Publication($id: ID!) {
  publication(id: $id) {
    ...PublicationShown
    changes
    messages {
      total
      sent
      failing
      waiting
    }
  }
}
    fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}`, {"hash":"sha256:f5f5477b6dc829855273a717342d0883b7a9a9219e4b9094f425c17ed68b939c"}) as unknown as TypedDocumentString<PublicationQuery, PublicationQueryVariables>;
export const ProposePublicationDocument = new TypedDocumentString(`
    mutation ProposePublication($district: String!, $service: ServiceKind!, $season: Int, $checkCode: String!, $publishAt: DateTime!, $leavingUndecided: Boolean! = false) {
  proposePublication(
    district: $district
    service: $service
    season: $season
    checkCode: $checkCode
    publishAt: $publishAt
    leavingUndecided: $leavingUndecided
  ) {
    ...PublicationOrRefused
  }
}
    fragment PublicationOrRefused on PublicationAnswer {
  __typename
  ... on Publication {
    ...PublicationShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:acf6c6f2a61c06cf807adc1882d9e7ccf8b816370006f646931e26cc669743e3"}) as unknown as TypedDocumentString<ProposePublicationMutation, ProposePublicationMutationVariables>;
export const ConfirmPublicationDocument = new TypedDocumentString(`
    mutation ConfirmPublication($publication: ID!, $checkCode: String!) {
  confirmPublication(publication: $publication, checkCode: $checkCode) {
    ...PublicationOrRefused
  }
}
    fragment PublicationOrRefused on PublicationAnswer {
  __typename
  ... on Publication {
    ...PublicationShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:5a2ecbc5681ce894620a0e5ea4e2aeedc2d58ede23885c94cd185255f311afd5"}) as unknown as TypedDocumentString<ConfirmPublicationMutation, ConfirmPublicationMutationVariables>;
export const CancelPublicationDocument = new TypedDocumentString(`
    mutation CancelPublication($publication: ID!) {
  cancelPublication(publication: $publication) {
    ...PublicationOrRefused
  }
}
    fragment PublicationOrRefused on PublicationAnswer {
  __typename
  ... on Publication {
    ...PublicationShown
  }
  ... on Refused {
    ...Refusals
  }
}
fragment PublicationShown on Publication {
  id
  season
  district
  service
  state
  publishAt
  publishedAt
  checkCode
  own
  counts {
    ...ResultCounts
  }
  proposed {
    ...PublicationPerson
  }
  second {
    ...PublicationPerson
  }
  cancelled {
    ...PublicationPerson
  }
  failure {
    message
    wayOut
  }
}
fragment ResultCounts on PublicationCounts {
  admitted
  notAdmitted
  undecided
}
fragment PublicationPerson on PublicationPerson {
  name
  at
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:9e57a528c89144fd40c533c8a655863ed5a08df8ff2c0279d422600eb10cbdf6"}) as unknown as TypedDocumentString<CancelPublicationMutation, CancelPublicationMutationVariables>;
export const CorrectResultDocument = new TypedDocumentString(`
    mutation CorrectResult($number: CollectionNumber!, $outcome: AdmissionOutcome!, $note: String, $school: String, $reason: String!) {
  correctResult(
    number: $number
    outcome: $outcome
    note: $note
    school: $school
    reason: $reason
  ) {
    ...ResultCorrected
  }
}
    fragment ResultCorrected on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    stage
    resultCorrection {
      id
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:d72d014b616c52e90f6dafa91b9e9779086d4f08210f327583193c87b4dab081"}) as unknown as TypedDocumentString<CorrectResultMutation, CorrectResultMutationVariables>;
export const ConfirmResultCorrectionDocument = new TypedDocumentString(`
    mutation ConfirmResultCorrection($correction: ID!) {
  confirmResultCorrection(correction: $correction) {
    ...ResultCorrected
  }
}
    fragment ResultCorrected on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    stage
    resultCorrection {
      id
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:15b59a8936f569d77f7f998f0a6485e4e4c43bf0ad457477b2bd28f9e7b2f194"}) as unknown as TypedDocumentString<ConfirmResultCorrectionMutation, ConfirmResultCorrectionMutationVariables>;
export const DeclineResultCorrectionDocument = new TypedDocumentString(`
    mutation DeclineResultCorrection($correction: ID!) {
  declineResultCorrection(correction: $correction) {
    ...ResultCorrected
  }
}
    fragment ResultCorrected on RecordResult {
  __typename
  ... on CollectionRecord {
    number
    stage
    resultCorrection {
      id
    }
  }
  ... on Refused {
    ...Refusals
  }
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:93e9975fb33afb4b8c3fdc4417828095e0d8aef754ce653fb3dff327e088d556"}) as unknown as TypedDocumentString<DeclineResultCorrectionMutation, DeclineResultCorrectionMutationVariables>;
export const RecordExportDocument = new TypedDocumentString(`
    query RecordExport($number: CollectionNumber!, $ticket: String) {
  districts {
    code
    name
  }
  recordExport(number: $number, ticket: $ticket) {
    madeAt
    whole
    record {
      ...RecordCard
      ground
      version
      submittedAt
      child {
        documentType
        documentNumber
        nationality
        sex
        birthDate
        hukouProvince
        hukouDistrict
        residenceDistrict
      }
      guardians {
        role
        name
        documentType
        documentNumber
        phone
        relation
      }
      identityCheck {
        status
        requestedAt
        checkedAt
        reason
      }
      reviewItems {
        ...ReviewItemShown
      }
      rejection {
        reason
        rule
        rejectedAt
        appealDueAt
        appealedAt
        statement
        decidedAt
        accepted
        decision
      }
      admissionResult {
        outcome
        preregisteredAt
        approvedAt
        publishedAt
        note
        version
        correctedAt
        versions {
          ...ResultVersion
        }
        school {
          code
          name
        }
      }
      missingOriginals {
        ...MissingOriginalsShown
      }
      history {
        kind
        at
        by
        note
      }
      messages {
        sentAt
        sentTo
        recipient
        channel
        text
        language
        delivered
        expiresAt
      }
      correctionRequest {
        ...RequestShown
      }
      conversation {
        messages {
          by
          text
          writtenAt
        }
      }
      consents {
        kind
        version
        title
        publishedAt
        acceptedAt
        language
        hashes {
          language
          sha256
        }
      }
    }
    documents {
      childDocumentNumber
      guardians {
        role
        documentNumber
        phone
      }
    }
    details {
      submitted
      at
      sections {
        kind
        label
        lines {
          path
          label
          value
          input
        }
      }
    }
    grants {
      grantedAt
      revokedAt
    }
    trail {
      at
      actor
      byStaff
      action
      summary
      detail
    }
    holding
  }
}
    fragment RequestShown on CorrectionRequest {
  state
  by
  requestedAt
  corrections {
    field
    value
  }
  evidence
  takesTwo
  answer
  decidedAt
  officer
  mine
}
fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}
fragment ResultVersion on ResultVersion {
  number
  outcome
  school {
    code
    name
  }
  note
  since
  reason
}
fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:689c6d302e376577608fe5cdf6068f1c77f3f8664b5066219b0d6f09409e69d5"}) as unknown as TypedDocumentString<RecordExportQuery, RecordExportQueryVariables>;
export const RequestExportCodeDocument = new TypedDocumentString(`
    mutation RequestExportCode($number: CollectionNumber!) {
  requestExportCode(number: $number) {
    __typename
    ... on SmsCodeSent {
      ...CodeSent
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment CodeSent on SmsCodeSent {
  sentTo
  cooldownSeconds
  expiresAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:24d095cfea1ed7c59d43ac074c50aa95bd68015f69b55019c3c172e83b2a1655"}) as unknown as TypedDocumentString<RequestExportCodeMutation, RequestExportCodeMutationVariables>;
export const ConfirmExportDocument = new TypedDocumentString(`
    mutation ConfirmExport($number: CollectionNumber!, $smsCode: String!) {
  confirmExport(number: $number, smsCode: $smsCode) {
    __typename
    ... on ExportConfirmed {
      ticket
      expiresAt
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:ad8df76ba1e2cd2475b567383d585588f23cb662fef7508bb37450b5a7323664"}) as unknown as TypedDocumentString<ConfirmExportMutation, ConfirmExportMutationVariables>;
export const RecordConsentsDocument = new TypedDocumentString(`
    query RecordConsents($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    consents {
      kind
      version
      title
      body
      publishedAt
      acceptedAt
      language
      hashes {
        language
        sha256
      }
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:dddfdd8d99048d36195d292f965094b62d2572662a3fb0f77f95baa401840664"}) as unknown as TypedDocumentString<RecordConsentsQuery, RecordConsentsQueryVariables>;
export const RecordListDocument = new TypedDocumentString(`
    query RecordList($filter: RecordFilter, $orderBy: RecordOrder, $first: Int, $after: String, $last: Int, $before: String, $total: Boolean = false) {
  now
  collectionRecords(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        ...ListedRecord
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount @include(if: $total)
  }
}
    fragment AssigneeShown on Assignee {
  name
  me
  since
  touchedAt
  until
  givenBy
  note
}
fragment ListedRecord on CollectionRecord {
  number
  service
  stage
  stageSince
  registeredAt
  submittedAt
  child {
    maskedName
    hukouProvince
    residenceSubdistrict
  }
  identityCheck {
    overdue
  }
  turn {
    until
  }
  assignee {
    ...AssigneeShown
  }
  reviewItems {
    label
    status
  }
}`, {"hash":"sha256:5a1bee4ffb3e51e3a6f13380e54a71513d6c0ee11d2163b950838d5d743d9a75"}) as unknown as TypedDocumentString<RecordListQuery, RecordListQueryVariables>;
export const RecordListFileDocument = new TypedDocumentString(`
    query RecordListFile($filter: RecordFilter, $orderBy: RecordOrder, $after: String) {
  now
  collectionRecords(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
    edges {
      node {
        number
        service
        stage
        stageSince
        child {
          maskedName
        }
        reviewItems {
          label
          status
        }
        admissionResult {
          outcome
          note
          school {
            code
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:63ad7f431073f7f9c44815d2e53d042c1660d8f7495eac42673e50995b93e1de"}) as unknown as TypedDocumentString<RecordListFileQuery, RecordListFileQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    account
    name
    phone
    roles {
      role
      district {
        code
        name
      }
      school {
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:eaed87900a2af4ba16c644d8ed130d6bfd5aef9a48d3ad68579142745a3d65aa"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const MyRecordsDocument = new TypedDocumentString(`
    query MyRecords {
  now
  recordsToTakeOver {
    number
  }
  viewer {
    roles {
      role
    }
  }
  myRecords {
    ...RecordCard
    ...Way
    conversation {
      unread
    }
    dates {
      kind
    }
    actions {
      kind
      allowed
      reason
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:efc77649baf2d95df33c04ad12cf55d36e2cbb8a6f729ee6f12005b29fcf8ac1"}) as unknown as TypedDocumentString<MyRecordsQuery, MyRecordsQueryVariables>;
export const RecordDocument = new TypedDocumentString(`
    query Record($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...Way
    version
    ground
    submittedAt
    district {
      hotline
    }
    child {
      documentType
      documentNumber
      nationality
      sex
      birthDate
      hukouProvince
      hukouDistrict
      residenceDistrict
    }
    guardians {
      role
      name
      documentType
      documentNumber
      phone
      relation
    }
    authorization {
      active
    }
    conversation {
      unread
    }
    missingOriginals {
      ...MissingOriginalsShown
    }
    messages {
      sentAt
      sentTo
      recipient
      channel
      text
      language
      delivered
      expiresAt
    }
    history {
      kind
      at
      by
      note
    }
    retention {
      kind
      erasedAfter
      text
    }
    dates {
      ...Dates
    }
    actions {
      kind
      allowed
      reason
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}
fragment Dates on RecordDate {
  kind
  label
  text
  firstDay
  lastDay
  dueAt
  wholeDays
}`, {"hash":"sha256:e816885c3ce1ccdd77b5df7829fcc2fd24229d1e286224a54491a8c879f73ef8"}) as unknown as TypedDocumentString<RecordQuery, RecordQueryVariables>;
export const RecordWithdrawalDocument = new TypedDocumentString(`
    query RecordWithdrawal($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    district {
      hotline
    }
    registration {
      open
      opensAt
      closesAt
      openDistricts {
        code
        name
      }
    }
    actions {
      kind
      allowed
      reason
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}`, {"hash":"sha256:fcea1051901820ff517caf855f4130cee0d40bb16b3861669c14a82bf89fc9ed"}) as unknown as TypedDocumentString<RecordWithdrawalQuery, RecordWithdrawalQueryVariables>;
export const RequestWithdrawalCodeDocument = new TypedDocumentString(`
    mutation RequestWithdrawalCode($number: CollectionNumber!) {
  requestWithdrawalCode(number: $number) {
    __typename
    ... on SmsCodeSent {
      ...CodeSent
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment CodeSent on SmsCodeSent {
  sentTo
  cooldownSeconds
  expiresAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:a2e5803058314cabbe8b31e0a5cb3097bc2b54f5ff1b20affefb85a8a335fcb7"}) as unknown as TypedDocumentString<RequestWithdrawalCodeMutation, RequestWithdrawalCodeMutationVariables>;
export const WithdrawRecordDocument = new TypedDocumentString(`
    mutation WithdrawRecord($number: CollectionNumber!, $smsCode: String!) {
  withdrawRecord(number: $number, smsCode: $smsCode) {
    __typename
    ... on Withdrawn {
      number
      at
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:a77f82599dbdb400623363ff500768c9dec4164733210b35ba8bde90e79e0bf2"}) as unknown as TypedDocumentString<WithdrawRecordMutation, WithdrawRecordMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($everywhere: Boolean!) {
  endSession(everywhere: $everywhere)
}
    `, {"hash":"sha256:74fa21e33877748021905f5e2039952b83c12f620df1ded6876060fbd690044c"}) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const SiteFrameDocument = new TypedDocumentString(`
    query SiteFrame {
  season {
    year
    bornFrom
    bornTo
  }
  site {
    hotline
    serviceHours
    icpFiling
    policeFiling
  }
}
    `, {"hash":"sha256:c0cb8c063608de6a5e44c8b63b7aaf56a58eb8a227971ba9b8ff3ba507020200"}) as unknown as TypedDocumentString<SiteFrameQuery, SiteFrameQueryVariables>;
export const PortalDocument = new TypedDocumentString(`
    query Portal {
  now
  season {
    year
    bornFrom
    bornTo
  }
  site {
    hotline
    serviceHours
    policies {
      title
      url
      publishedOn
      body
    }
  }
  districts {
    code
    name
    hotline
    policies {
      title
      url
      publishedOn
      body
    }
    ...RegistrationWindows
  }
}
    fragment RegistrationWindows on District {
  nonLocalHukou: schedule(service: NON_LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  treatedAsLocal: schedule(service: TREATED_AS_LOCAL, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  localHukou: schedule(service: LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
}`, {"hash":"sha256:a54951f130bf7107c89398c29ec2e77475e9196019f9fbf1e45d201e1e619dd1"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;
export const RegistrationFormDocument = new TypedDocumentString(`
    query RegistrationForm {
  now
  season {
    bornFrom
    bornTo
  }
  districts {
    code
    name
    hotline
  }
}
    `, {"hash":"sha256:bd634d085234c29d79c756c65eb64143889e70e6d210aeb46f2b9676122c8374"}) as unknown as TypedDocumentString<RegistrationFormQuery, RegistrationFormQueryVariables>;
export const DistrictEntranceDocument = new TypedDocumentString(`
    query DistrictEntrance($code: String!) {
  now
  season {
    year
  }
  district(code: $code) {
    code
    name
    hotline
    deskAddress
    deskHours
    policies {
      title
      url
      publishedOn
      body
    }
    nonLocalHukou: schedule(service: NON_LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
    treatedAsLocal: schedule(service: TREATED_AS_LOCAL) {
      kind
      opensAt
      closesAt
      open
    }
    localHukou: schedule(service: LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
  }
}
    `, {"hash":"sha256:fc8d1223932e3d7e9d42dcddb63e98a43fcdbca050d68bef1d13a14d4082b774"}) as unknown as TypedDocumentString<DistrictEntranceQuery, DistrictEntranceQueryVariables>;
export const GuidanceDocument = new TypedDocumentString(`
    query Guidance($input: GuidanceInput!) {
  guidance(input: $input) {
    service
    ground
    consultDistrict
    reason
  }
}
    `, {"hash":"sha256:17dd51468f376823476bf9fc2c003c38629f313f8505976ec84421dcc2d072d1"}) as unknown as TypedDocumentString<GuidanceQuery, GuidanceQueryVariables>;
export const ChecklistDocument = new TypedDocumentString(`
    query Checklist($district: String!, $service: ServiceKind!, $ground: TreatedAsLocalGround) {
  now
  district(code: $district) {
    code
    name
    hotline
    deskAddress
    deskHours
    schedule(service: $service) {
      kind
      opensAt
      closesAt
      open
    }
    reviewRequirements(service: $service, ground: $ground) {
      kind
      label
      papers
    }
    detailsForm(service: $service, ground: $ground) {
      kind
      label
      need
      fields {
        label
        where
        required
      }
    }
    questions(service: $service) {
      key
      label
      help
      required
    }
  }
}
    `, {"hash":"sha256:97e3efb712351785ce15a559d63bfdd9c13cfd280bc5ae7e0df5c955de1cc9d7"}) as unknown as TypedDocumentString<ChecklistQuery, ChecklistQueryVariables>;
export const DistrictPhonesDocument = new TypedDocumentString(`
    query DistrictPhones {
  districts {
    code
    name
    hotline
  }
}
    `, {"hash":"sha256:070e0e9481d78f3234a480fdfe8fd0f434cacd6786bc816a0f622ec217ecda04"}) as unknown as TypedDocumentString<DistrictPhonesQuery, DistrictPhonesQueryVariables>;
export const ServiceOpeningsDocument = new TypedDocumentString(`
    query ServiceOpenings {
  now
  districts {
    code
    name
    ...RegistrationWindows
  }
}
    fragment RegistrationWindows on District {
  nonLocalHukou: schedule(service: NON_LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  treatedAsLocal: schedule(service: TREATED_AS_LOCAL, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
  localHukou: schedule(service: LOCAL_HUKOU, kind: REGISTRATION) {
    kind
    opensAt
    closesAt
    open
  }
}`, {"hash":"sha256:ada410eef50393f7bf91491dd954fbcd0a3629155483e2f9162ad319bc876167"}) as unknown as TypedDocumentString<ServiceOpeningsQuery, ServiceOpeningsQueryVariables>;
export const GuardianNoticeDocument = new TypedDocumentString(`
    query GuardianNotice($service: ServiceKind!, $district: String!) {
  guardianNotice(service: $service, district: $district) {
    version
    title
    body
    minimumReadingSeconds
    ticket
  }
}
    `, {"hash":"sha256:912008533550dd7abd052a5e836f1c1e1b097019589b8f07db916a4e23282e2e"}) as unknown as TypedDocumentString<GuardianNoticeQuery, GuardianNoticeQueryVariables>;
export const PrivacyPolicyDocument = new TypedDocumentString(`
    query PrivacyPolicy {
  season {
    retention {
      kind
      text
    }
  }
  privacyPolicy {
    version
    title
    body
  }
}
    `, {"hash":"sha256:fbdf7f1e6dbee2cfeb5995f1808366d0ed8039b518045bdd980513e4932e707d"}) as unknown as TypedDocumentString<PrivacyPolicyQuery, PrivacyPolicyQueryVariables>;
export const RequestCaptchaDocument = new TypedDocumentString(`
    mutation RequestCaptcha {
  requestCaptcha {
    id
    challenge
  }
}
    `, {"hash":"sha256:ffbbc576c117921d63f6ed7ea3179b097cf4e376f944de8c4902f9dfc07c28ba"}) as unknown as TypedDocumentString<RequestCaptchaMutation, RequestCaptchaMutationVariables>;
export const RequestSmsCodeDocument = new TypedDocumentString(`
    mutation RequestSmsCode($input: RequestSmsCodeInput!) {
  requestSmsCode(input: $input) {
    __typename
    ... on SmsCodeSent {
      ...CodeSent
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment CodeSent on SmsCodeSent {
  sentTo
  cooldownSeconds
  expiresAt
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:baf1703b47cc9b4e3baff32fdd856692fd33bc4ceddb1983e621979349afca6f"}) as unknown as TypedDocumentString<RequestSmsCodeMutation, RequestSmsCodeMutationVariables>;
export const RegisterChildDocument = new TypedDocumentString(`
    mutation RegisterChild($input: RegisterChildInput!) {
  registerChild(input: $input) {
    __typename
    ... on CollectionRecord {
      number
      stage
      registeredAt
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:e828592b53ca603f67d6af8a483377c882dc879d0b648be37611fff25c9e6a76"}) as unknown as TypedDocumentString<RegisterChildMutation, RegisterChildMutationVariables>;
export const DistrictReturnTextsDocument = new TypedDocumentString(`
    query DistrictReturnTexts($district: String!) {
  returnTextChoices(district: $district) {
    ...ReturnTextChosen
  }
}
    fragment ReturnTextChosen on ReturnTextChoice {
  key
  kind
  name
  reason
  remedy
}`, {"hash":"sha256:e6d33b2eb44884d812fbc9118f473666c852188308aa88a23427903a452a2579"}) as unknown as TypedDocumentString<DistrictReturnTextsQuery, DistrictReturnTextsQueryVariables>;
export const ReturnTextChoicesDocument = new TypedDocumentString(`
    query ReturnTextChoices($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    number
    returnTextChoices {
      ...ReturnTextChosen
    }
  }
}
    fragment ReturnTextChosen on ReturnTextChoice {
  key
  kind
  name
  reason
  remedy
}`, {"hash":"sha256:cece19ac9b4899a5021601efc08d07bfcf6d905f0203a4e8ea1e1b991d820ab9"}) as unknown as TypedDocumentString<ReturnTextChoicesQuery, ReturnTextChoicesQueryVariables>;
export const ReturnTextsDocument = new TypedDocumentString(`
    query ReturnTexts($district: String) {
  returnTexts(district: $district) {
    ...ReturnTextShown
  }
  city: returnTexts {
    ...ReturnTextShown
  }
  commonReturnTexts {
    ...ReturnTextChosen
  }
}
    fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}
fragment ReturnTextChosen on ReturnTextChoice {
  key
  kind
  name
  reason
  remedy
}`, {"hash":"sha256:59013c69eb520859779188cd1f23fd0f26487c6a29a4a1e7759513f5b13571bd"}) as unknown as TypedDocumentString<ReturnTextsQuery, ReturnTextsQueryVariables>;
export const ReturnTextDocument = new TypedDocumentString(`
    query ReturnText($id: ID!) {
  returnText(id: $id) {
    ...ReturnTextShown
    editions {
      ...EditionShown
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}`, {"hash":"sha256:85b91a73ce15402ffc95dec202d256e6fd50312bee30290876e318f92f11ac9c"}) as unknown as TypedDocumentString<ReturnTextQuery, ReturnTextQueryVariables>;
export const CreateReturnTextDocument = new TypedDocumentString(`
    mutation CreateReturnText($district: String, $kind: ReviewItemKind!, $input: ReturnTextInput!) {
  createReturnText(district: $district, kind: $kind, input: $input) {
    ...ReturnTextEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}
fragment ReturnTextEdited on ReturnTextResult {
  __typename
  ... on ReturnText {
    ...ReturnTextShown
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:4e6de876a340a4ebd2116d4d0d9c34b4d4b34f14187df5044a46e114797de78c"}) as unknown as TypedDocumentString<CreateReturnTextMutation, CreateReturnTextMutationVariables>;
export const UpdateReturnTextDocument = new TypedDocumentString(`
    mutation UpdateReturnText($id: ID!, $revision: Int!, $input: ReturnTextInput!) {
  updateReturnText(id: $id, revision: $revision, input: $input) {
    ...ReturnTextEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}
fragment ReturnTextEdited on ReturnTextResult {
  __typename
  ... on ReturnText {
    ...ReturnTextShown
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:dbe016cddb534116b460927afae2447a28829fc281259e270c39fe284ec518b2"}) as unknown as TypedDocumentString<UpdateReturnTextMutation, UpdateReturnTextMutationVariables>;
export const SwitchReturnTextDocument = new TypedDocumentString(`
    mutation SwitchReturnText($id: ID!, $revision: Int!, $active: Boolean!) {
  switchReturnText(id: $id, revision: $revision, active: $active) {
    ...ReturnTextEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment ReturnTextShown on ReturnText {
  id
  district
  kind
  name
  nameEn
  reason
  reasonEn
  remedy
  remedyEn
  active
  missing
  revision
}
fragment ReturnTextEdited on ReturnTextResult {
  __typename
  ... on ReturnText {
    ...ReturnTextShown
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:f81f3fe653a8ff2c210ffc8d63611a70293b1caa1e01c9563dcac1c57414518e"}) as unknown as TypedDocumentString<SwitchReturnTextMutation, SwitchReturnTextMutationVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($place: ViewPlace!, $district: String, $season: Int) {
  savedViews(place: $place) {
    views {
      ...SavedViewShown
    }
    counts(district: $district, season: $season) {
      id
      count
      more
    }
  }
}
    fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:2c4387028f164dbee794a7768ff9a25f0b8c812e63e835740cd65281bea5fea2"}) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SavedViewNamesDocument = new TypedDocumentString(`
    query SavedViewNames($place: ViewPlace!) {
  savedViews(place: $place) {
    views {
      ...SavedViewShown
    }
  }
}
    fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:751c70711a80be9360ad58dbd78f293f0c05cc5edcaf16cd8cf1f3bf2cb0ffcc"}) as unknown as TypedDocumentString<SavedViewNamesQuery, SavedViewNamesQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($place: ViewPlace!, $name: String!, $filter: RecordFilter!) {
  saveView(place: $place, name: $name, filter: $filter) {
    __typename
    ... on SavedViews {
      views {
        ...SavedViewShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:847d6ce159d6d9019ca743a0c166ae37d047bf44a42bdbad6a372f2713f6ec2e"}) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const RenameViewDocument = new TypedDocumentString(`
    mutation RenameView($view: ID!, $name: String!) {
  renameView(view: $view, name: $name) {
    __typename
    ... on SavedViews {
      views {
        ...SavedViewShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:421450a0dd5ca55911b9ea7fb5c319926f9e7b303803d0d6555aba8ea2571a72"}) as unknown as TypedDocumentString<RenameViewMutation, RenameViewMutationVariables>;
export const RemoveViewDocument = new TypedDocumentString(`
    mutation RemoveView($view: ID!) {
  removeView(view: $view) {
    __typename
    ... on SavedViews {
      views {
        ...SavedViewShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:640415bad9a8e24f1ca6fd64807b58315f9d8cffe3808fb0af9b22aa4ca55bae"}) as unknown as TypedDocumentString<RemoveViewMutation, RemoveViewMutationVariables>;
export const OrderViewsDocument = new TypedDocumentString(`
    mutation OrderViews($place: ViewPlace!, $views: [ID!]!) {
  orderViews(place: $place, views: $views) {
    __typename
    ... on SavedViews {
      views {
        ...SavedViewShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SavedViewShown on SavedView {
  id
  name
  builtIn
  filter {
    service
    ground
    stages
    reviewItem {
      kind
      status
    }
    overdue
    dueUntil
    needsDecision
    resubmitted
    assignee
    colleague
    awaitsAnswer
    nearDuplicate
    correctionRequested
    unreached
    hukouProvince
    subdistrict
    school
    registeredFrom
    registeredTo
  }
}`, {"hash":"sha256:39994fac4bbc19bb497f04db1d32af746d205300b9fbcb9e17a0cbbfeb71ad60"}) as unknown as TypedDocumentString<OrderViewsMutation, OrderViewsMutationVariables>;
export const BroughtFormDocument = new TypedDocumentString(`
    query BroughtForm($school: String!, $brought: String!) {
  now
  broughtForm(school: $school, brought: $brought) {
    status
    number
    printedAt
    since
    undoable
    school {
      code
      name
      phone
    }
    changes {
      parts
      at
    }
    originals {
      kind
      label
      papers
    }
    record {
      number
      service
      ground
      district {
        code
        hotline
      }
      child {
        name
        sex
        birthDate
        documentNumber
        residenceSubdistrict
      }
      missingOriginals {
        ...MissingOriginalsShown
      }
      guardians {
        role
        name
        relation
        documentNumber
      }
    }
  }
}
    fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}`, {"hash":"sha256:e5de52b808a847ee51b8b734a22458f7f9e793e1a5989107df3b81d181f8d14b"}) as unknown as TypedDocumentString<BroughtFormQuery, BroughtFormQueryVariables>;
export const PreregistrationsDocument = new TypedDocumentString(`
    query Preregistrations($school: String!, $season: Int, $day: Date, $first: Int, $after: String) {
  now
  preregistrations(
    school: $school
    season: $season
    day: $day
    first: $first
    after: $after
  ) {
    standing
    undone
    nodes {
      ...PreregistrationShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PreregistrationShown on Preregistration {
  id
  number
  childName
  birthDate
  documentNumber
  service
  at
  undoneAt
  reason
  undoable
}`, {"hash":"sha256:93f8b0e8e43d05adfae7bc6771f7f5e5e18e1847a0c150b2a7f2f9fb32ba4467"}) as unknown as TypedDocumentString<PreregistrationsQuery, PreregistrationsQueryVariables>;
export const ExpectedChildrenDocument = new TypedDocumentString(`
    query ExpectedChildren($filter: RecordFilter!, $first: Int, $after: String) {
  now
  collectionRecords(
    filter: $filter
    orderBy: REGISTERED_AT_ASC
    first: $first
    after: $after
  ) {
    totalCount
    edges {
      node {
        number
        service
        child {
          maskedName
          birthDate
          residenceSubdistrict
        }
        missingOriginals {
          ...MissingOriginalsShown
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}`, {"hash":"sha256:a9315725cd9b3d3db5043a716ecca972e9e0b883583d716c058c257bd82d2b8c"}) as unknown as TypedDocumentString<ExpectedChildrenQuery, ExpectedChildrenQueryVariables>;
export const UndoPreregistrationDocument = new TypedDocumentString(`
    mutation UndoPreregistration($number: CollectionNumber!, $school: String!, $reason: String!) {
  undoPreregistration(number: $number, school: $school, reason: $reason) {
    __typename
    ... on CollectionRecord {
      number
      stage
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:1cae6fde0cc2bf02ca183055f2020cdd418de60f90bf4c1755395c8edce0506e"}) as unknown as TypedDocumentString<UndoPreregistrationMutation, UndoPreregistrationMutationVariables>;
export const MissingOriginalsAtDocument = new TypedDocumentString(`
    query MissingOriginalsAt($school: String!, $season: Int, $first: Int, $after: String) {
  missingOriginalsAt(
    school: $school
    season: $season
    first: $first
    after: $after
  ) {
    total
    nodes {
      number
      childName
      missing {
        ...MissingOriginalsShown
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}`, {"hash":"sha256:c063e9a7b797aa80d9ac6b52fe5e4d823a891a52aab1e1b2467ee91c371cfa88"}) as unknown as TypedDocumentString<MissingOriginalsAtQuery, MissingOriginalsAtQueryVariables>;
export const NoteMissingOriginalsDocument = new TypedDocumentString(`
    mutation NoteMissingOriginals($number: CollectionNumber!, $school: String!, $form: Boolean!, $kinds: [ReviewItemKind!]!) {
  noteMissingOriginals(
    number: $number
    school: $school
    form: $form
    kinds: $kinds
  ) {
    __typename
    ... on CollectionRecord {
      number
      stage
      missingOriginals {
        ...MissingOriginalsShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}`, {"hash":"sha256:ec107332554cb2b5e64088ce4690f44ac6027435f5421b4c209f7b2a5547c41e"}) as unknown as TypedDocumentString<NoteMissingOriginalsMutation, NoteMissingOriginalsMutationVariables>;
export const TakeBackMissingOriginalsDocument = new TypedDocumentString(`
    mutation TakeBackMissingOriginals($number: CollectionNumber!, $school: String!) {
  takeBackMissingOriginals(number: $number, school: $school) {
    __typename
    ... on CollectionRecord {
      number
      stage
      missingOriginals {
        ...MissingOriginalsShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment MissingOriginalsShown on MissingOriginals {
  at
  form
  kinds
  school {
    code
    name
  }
}`, {"hash":"sha256:364095c7a07b518a3c6517e729d77f44157ca7fb25ff12dd09ea0cabbe427179"}) as unknown as TypedDocumentString<TakeBackMissingOriginalsMutation, TakeBackMissingOriginalsMutationVariables>;
export const PlannedSchoolsDocument = new TypedDocumentString(`
    query PlannedSchools($district: String!, $season: Int) {
  plannedSchools(district: $district, season: $season) {
    ...PlannedSchoolShown
  }
}
    fragment PlannedSchoolShown on PlannedSchool {
  code
  name
  nameEn
  address
  phone
  plan {
    season
    quota
    closed
    taken
  }
  revision
}`, {"hash":"sha256:1eafb94720fbda77ff4b2d92e89cd9e49b7e49680533addcca19630cbca9bb8c"}) as unknown as TypedDocumentString<PlannedSchoolsQuery, PlannedSchoolsQueryVariables>;
export const PlannedSchoolDocument = new TypedDocumentString(`
    query PlannedSchool($school: String!, $season: Int) {
  plannedSchool(school: $school, season: $season) {
    ...PlannedSchoolShown
    editions {
      ...EditionShown
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment PlannedSchoolShown on PlannedSchool {
  code
  name
  nameEn
  address
  phone
  plan {
    season
    quota
    closed
    taken
  }
  revision
}`, {"hash":"sha256:7fb8ee9b244f6371bcdf496aa87f00472926bfe49182f4539233bd91aee1ebee"}) as unknown as TypedDocumentString<PlannedSchoolQuery, PlannedSchoolQueryVariables>;
export const SchoolPlanDocument = new TypedDocumentString(`
    query SchoolPlan($school: String!, $season: Int) {
  schoolPlan(school: $school, season: $season) {
    season
    quota
    closed
    taken
  }
}
    `, {"hash":"sha256:351e80bec39428308925939ad09fedbf86eed41e3fcc9e2d9387ffcfeb6f992c"}) as unknown as TypedDocumentString<SchoolPlanQuery, SchoolPlanQueryVariables>;
export const CreateSchoolDocument = new TypedDocumentString(`
    mutation CreateSchool($district: String!, $code: String!, $input: SchoolInput!, $season: Int) {
  createSchool(district: $district, code: $code, input: $input, season: $season) {
    __typename
    ... on PlannedSchool {
      ...PlannedSchoolShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment PlannedSchoolShown on PlannedSchool {
  code
  name
  nameEn
  address
  phone
  plan {
    season
    quota
    closed
    taken
  }
  revision
}`, {"hash":"sha256:f673ab3c1f85b34dc41607a30590549cdac8a21cd813f8639a47e265f83f3af6"}) as unknown as TypedDocumentString<CreateSchoolMutation, CreateSchoolMutationVariables>;
export const UpdateSchoolDocument = new TypedDocumentString(`
    mutation UpdateSchool($school: String!, $input: SchoolInput!, $revision: Int!, $season: Int) {
  updateSchool(
    school: $school
    input: $input
    revision: $revision
    season: $season
  ) {
    __typename
    ... on PlannedSchool {
      ...PlannedSchoolShown
      editions {
        ...EditionShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment PlannedSchoolShown on PlannedSchool {
  code
  name
  nameEn
  address
  phone
  plan {
    season
    quota
    closed
    taken
  }
  revision
}`, {"hash":"sha256:8afa601b0cc3e567c8377402b9a4c4bf9169c8f96bbe3ad909c440a68f4229ea"}) as unknown as TypedDocumentString<UpdateSchoolMutation, UpdateSchoolMutationVariables>;
export const SeasonsDocument = new TypedDocumentString(`
    query Seasons {
  seasons {
    year
    bornFrom
    bornTo
    state
  }
}
    `, {"hash":"sha256:34a8f7e434458bbe19c3d9199478d3fe915c1a9fb22a7f0177073798ca4ce58a"}) as unknown as TypedDocumentString<SeasonsQuery, SeasonsQueryVariables>;
export const PlanSeasonDocument = new TypedDocumentString(`
    mutation PlanSeason($year: Int!, $bornFrom: Date!, $bornTo: Date!, $revision: Int) {
  planSeason(
    year: $year
    bornFrom: $bornFrom
    bornTo: $bornTo
    revision: $revision
  ) {
    ...SeasonState
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SeasonState on SeasonResult {
  __typename
  ... on Season {
    year
    bornFrom
    bornTo
    state
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:23f33905559c25cc553c7e77853ce079cbf6e018d1be71bbb4c93dc80f9c53a9"}) as unknown as TypedDocumentString<PlanSeasonMutation, PlanSeasonMutationVariables>;
export const OpenSeasonDocument = new TypedDocumentString(`
    mutation OpenSeason($year: Int!) {
  openSeason(year: $year) {
    ...SeasonState
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SeasonState on SeasonResult {
  __typename
  ... on Season {
    year
    bornFrom
    bornTo
    state
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:b0cd95a1e36b9cf335510b4d8f67b317fa8a1b1e27a177ab26300a1a55b82f33"}) as unknown as TypedDocumentString<OpenSeasonMutation, OpenSeasonMutationVariables>;
export const CloseSeasonDocument = new TypedDocumentString(`
    mutation CloseSeason($year: Int!) {
  closeSeason(year: $year) {
    ...SeasonState
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SeasonState on SeasonResult {
  __typename
  ... on Season {
    year
    bornFrom
    bornTo
    state
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:17964b01c9903397add6e3662725adf5fe1b225935d1f0d856f6bfff420151ee"}) as unknown as TypedDocumentString<CloseSeasonMutation, CloseSeasonMutationVariables>;
export const ArchiveSeasonDocument = new TypedDocumentString(`
    mutation ArchiveSeason($year: Int!) {
  archiveSeason(year: $year) {
    ...SeasonState
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SeasonState on SeasonResult {
  __typename
  ... on Season {
    year
    bornFrom
    bornTo
    state
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:43b5f1ecafcf9ecea4de470c41f90aeac0953327aefc308557385d19837cdbe3"}) as unknown as TypedDocumentString<ArchiveSeasonMutation, ArchiveSeasonMutationVariables>;
export const SeasonOverviewsDocument = new TypedDocumentString(`
    query SeasonOverviews {
  seasonOverviews {
    season {
      year
      bornFrom
      bornTo
      state
      retention {
        kind
        text
      }
    }
    revision
    records
    waiting
    admitted
    lastWindowEnds
    archivedAt
    next
    obstacles {
      rule
      message
      wayOut
      clause
    }
  }
}
    `, {"hash":"sha256:6c7f71cf59a0c6c016cbc41810149ebb617283f8ef2b47aa14a96581a9bc2cda"}) as unknown as TypedDocumentString<SeasonOverviewsQuery, SeasonOverviewsQueryVariables>;
export const RetentionDueDocument = new TypedDocumentString(`
    query RetentionDue {
  retentionDue {
    season
    kind
    days
    count
    firstAfter
    text
  }
}
    `, {"hash":"sha256:7ee1ed6b7bf1f2edf892b000865498c5c149dc3305c997ef0ecc6b9aaef468de"}) as unknown as TypedDocumentString<RetentionDueQuery, RetentionDueQueryVariables>;
export const ServiceHealthDocument = new TypedDocumentString(`
    query ServiceHealth($district: String) {
  serviceHealth(district: $district) {
    at
    lines {
      kind
      heading
      title
      state
      countText
      since
      succeededAt
      failedAt
      places {
        district {
          code
          name
        }
        state
        count
      }
      advice
    }
  }
  phasesAhead(district: $district) {
    season
    service
    phase
    begins
    at
    districts {
      code
      name
    }
  }
}
    `, {"hash":"sha256:9ffaca4a8df1790f9ec131de5c66ed9d65b58857f0051880180817b3019ee5b3"}) as unknown as TypedDocumentString<ServiceHealthQuery, ServiceHealthQueryVariables>;
export const SetUpCityDocument = new TypedDocumentString(`
    mutation SetUpCity($files: [SetupFileInput!]!, $apply: Boolean) {
  setUpCity(files: $files, apply: $apply) {
    applied
    mistakes {
      file
      sheet
      line
      message
    }
    changes {
      section
      kind
      key
    }
  }
}
    `, {"hash":"sha256:de228ba08d8db10cc509949d110ccf108d5a5811d2ba1bc51262851d0e4ced62"}) as unknown as TypedDocumentString<SetUpCityMutation, SetUpCityMutationVariables>;
export const SimulatePolicyDocument = new TypedDocumentString(`
    mutation SimulatePolicy($input: SimulatePolicyInput!) {
  simulatePolicy(input: $input) {
    __typename
    ... on Simulation {
      ...SimulationShown
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}`, {"hash":"sha256:7cbbb82cee578a61f76bb38874767bf565c9467611b23847e194cc6ac8fa4a70"}) as unknown as TypedDocumentString<SimulatePolicyMutation, SimulatePolicyMutationVariables>;
export const SimulationDocument = new TypedDocumentString(`
    query Simulation($id: ID!) {
  simulation(id: $id) {
    ...SimulationShown
    results {
      district {
        code
        name
      }
      live
      affected
      undeclared
      byStage {
        stage
        live
        affected
      }
      byReason {
        reason
        affected
      }
    }
  }
}
    fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}`, {"hash":"sha256:37c9eea33b92a347219d6d1e10c3595f140562179d0193fac471ef7319545481"}) as unknown as TypedDocumentString<SimulationQuery, SimulationQueryVariables>;
export const OfficeSimulatorDocument = new TypedDocumentString(`
    query OfficeSimulator($first: Int!) {
  seasons {
    year
    bornFrom
    bornTo
  }
  simulations(first: $first) {
    nodes {
      ...SimulationShown
    }
  }
}
    fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}`, {"hash":"sha256:d8dcbe8cc7f5eca7c36d9de59ddce63e64b0449de8bdbef8965f86cd7b6dbd3f"}) as unknown as TypedDocumentString<OfficeSimulatorQuery, OfficeSimulatorQueryVariables>;
export const SimulationsDocument = new TypedDocumentString(`
    query Simulations($first: Int = 20, $after: String) {
  simulations(first: $first, after: $after) {
    nodes {
      ...SimulationShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}`, {"hash":"sha256:7e92ca2e0a6d319163203e3f550a6a4fd58cb7bff92d77245b2693b23c06c41c"}) as unknown as TypedDocumentString<SimulationsQuery, SimulationsQueryVariables>;
export const CancelSimulationDocument = new TypedDocumentString(`
    mutation CancelSimulation($id: ID!) {
  cancelSimulation(id: $id) {
    ...SimulationShown
  }
}
    fragment SimulationShown on Simulation {
  id
  state
  own
  season
  district {
    code
    name
  }
  bornFrom
  bornTo
  residenceSince
  document {
    item
    service
    ground
  }
  total
  done
  createdAt
  asOf
  finishedAt
}`, {"hash":"sha256:3c526dae2a77288f49fb5fb136ca76767d71e9ca092a9d111ac1e1b704a6f509"}) as unknown as TypedDocumentString<CancelSimulationMutation, CancelSimulationMutationVariables>;
export const StaffGrantsDocument = new TypedDocumentString(`
    query StaffGrants($district: String, $past: Boolean!, $after: String) {
  now
  staffGrants(district: $district, past: $past, after: $after) {
    nodes {
      ...StaffGrantShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}`, {"hash":"sha256:2c0b0ff00075de48858f85c183997a8d9bab1ab57870c2a5000d1f03619c898c"}) as unknown as TypedDocumentString<StaffGrantsQuery, StaffGrantsQueryVariables>;
export const StaffCalledDocument = new TypedDocumentString(`
    query StaffCalled($district: String, $called: String!, $after: String) {
  staffGrants(
    district: $district
    past: true
    called: $called
    first: 100
    after: $after
  ) {
    nodes {
      account
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:49afcc32407d34e5d07559e8669528890241857f2849f567657f85f77921c922"}) as unknown as TypedDocumentString<StaffCalledQuery, StaffCalledQueryVariables>;
export const StaffGrantDocument = new TypedDocumentString(`
    query StaffGrant($id: ID!) {
  now
  staffGrant(id: $id) {
    ...StaffGrantShown
    revision
    editions {
      ...EditionShown
    }
  }
}
    fragment EditionShown on Edition {
  number
  at
  by
  changes {
    ...EditionChanged
  }
}
fragment EditionChanged on EditionChange {
  field
  label
  before
  after
}
fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}`, {"hash":"sha256:60a86d8104c2a2a82e45e71dfe74c5e3ece988c03aae40613f65d4672140324f"}) as unknown as TypedDocumentString<StaffGrantQuery, StaffGrantQueryVariables>;
export const GiveRoleDocument = new TypedDocumentString(`
    mutation GiveRole($input: GiveRoleInput!) {
  giveRole(input: $input) {
    ...StaffGrantEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}
fragment StaffGrantEdited on StaffGrantResult {
  __typename
  ... on StaffGrant {
    ...StaffGrantShown
    revision
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:efea65c2c7087c21e62ae003c4de6c2531a42484a19b39277a358506d1cae3fc"}) as unknown as TypedDocumentString<GiveRoleMutation, GiveRoleMutationVariables>;
export const ChangeRoleEndDocument = new TypedDocumentString(`
    mutation ChangeRoleEnd($id: ID!, $revision: Int!, $endsAt: DateTime!) {
  changeRoleEnd(id: $id, revision: $revision, endsAt: $endsAt) {
    ...StaffGrantEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}
fragment StaffGrantEdited on StaffGrantResult {
  __typename
  ... on StaffGrant {
    ...StaffGrantShown
    revision
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:f1fefb7212500f6e87532dfb9fbb991e1c693bcff45d16a6ec90a1437b602f53"}) as unknown as TypedDocumentString<ChangeRoleEndMutation, ChangeRoleEndMutationVariables>;
export const TakeRoleDocument = new TypedDocumentString(`
    mutation TakeRole($id: ID!, $revision: Int!) {
  takeRole(id: $id, revision: $revision) {
    ...StaffGrantEdited
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}
fragment StaffGrantEdited on StaffGrantResult {
  __typename
  ... on StaffGrant {
    ...StaffGrantShown
    revision
  }
  ... on Refused {
    ...Refusals
  }
}`, {"hash":"sha256:8d55d5f8e3224e69a609d3072956a471f10efa2fe18c860d33c18eb7eceb428b"}) as unknown as TypedDocumentString<TakeRoleMutation, TakeRoleMutationVariables>;
export const MyRolesDocument = new TypedDocumentString(`
    query MyRoles {
  myRoles {
    ...StaffGrantShown
  }
}
    fragment StaffGrantShown on StaffGrant {
  id
  account
  name
  role
  district {
    code
    name
  }
  school {
    code
    name
  }
  subdistricts
  department
  items
  beginsAt
  endsAt
  takenAt
  givenAt
  givenBy
  state
  told
  mayChangeEnd
  mayTake
}`, {"hash":"sha256:a4f129099dc331dcf0a5000f3f3acd56422f7acf081235397ef9a4eaba3b8e09"}) as unknown as TypedDocumentString<MyRolesQuery, MyRolesQueryVariables>;
export const NoteMyRolesDocument = new TypedDocumentString(`
    mutation NoteMyRoles {
  noteMyRoles {
    id
    told
  }
}
    `, {"hash":"sha256:a88af997312537a8321f4774947b16c0b4fc39f5357c69d2d5d91cebddae3491"}) as unknown as TypedDocumentString<NoteMyRolesMutation, NoteMyRolesMutationVariables>;
export const RecordWayDocument = new TypedDocumentString(`
    query RecordWay($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...Way
    district {
      hotline
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:42161e5a95b0a6d6ac1daec7d785d6fcb50ef187c35b88457f6608e52a5bbf42"}) as unknown as TypedDocumentString<RecordWayQuery, RecordWayQueryVariables>;
export const RecordIdentityDocument = new TypedDocumentString(`
    query RecordIdentity($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...Way
    submittedAt
    district {
      hotline
    }
    identityCheck {
      status
      expectedBy
      overdue
      reason
    }
    reviewItems {
      kind
      status
      reason
      decidedAt
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:deb8de29c6092c013560d1c31d5b42c3e668a862cb2367e5edcec14a9feae345"}) as unknown as TypedDocumentString<RecordIdentityQuery, RecordIdentityQueryVariables>;
export const RecordStateDocument = new TypedDocumentString(`
    query RecordState($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    stage
    turn {
      holder
      text
    }
  }
}
    `, {"hash":"sha256:91be18365dcad2c32607351a7f03e4afba739be97cd192370db413cf484d1829"}) as unknown as TypedDocumentString<RecordStateQuery, RecordStateQueryVariables>;
export const RecordReviewDocument = new TypedDocumentString(`
    query RecordReview($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...Way
    district {
      hotline
    }
    reviewItems {
      ...ReviewItemShown
    }
    rejection {
      reason
      rule
      remedy
      rejectedAt
      appealDueAt
      appealedAt
      statement
      decidedAt
      accepted
      decision
    }
    actions {
      kind
      allowed
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}
fragment ReviewItemShown on ReviewItem {
  kind
  label
  decider
  deciderLabel
  waitsForStreet
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:760999aff784087e922c912236e763d3383631c629873e84c8745f295aca44a9"}) as unknown as TypedDocumentString<RecordReviewQuery, RecordReviewQueryVariables>;
export const AppealDocument = new TypedDocumentString(`
    mutation Appeal($number: CollectionNumber!, $statement: String!) {
  appeal(number: $number, statement: $statement) {
    __typename
    ... on CollectionRecord {
      number
      stage
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:2ee8190c4f72898e77b4ceafeba4e3be2999d8e40e0a808ffafe1182e5fa6e27"}) as unknown as TypedDocumentString<AppealMutation, AppealMutationVariables>;
export const RecordResultDocument = new TypedDocumentString(`
    query RecordResult($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...Way
    district {
      hotline
    }
    admissionResult {
      outcome
      note
      version
      correctedAt
      versions {
        ...ResultVersion
      }
      school {
        code
        name
        address
        phone
      }
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment ResultVersion on ResultVersion {
  number
  outcome
  school {
    code
    name
  }
  note
  since
  reason
}
fragment Way on CollectionRecord {
  turn {
    holder
    since
    until
    text
  }
  steps {
    kind
    label
    state
    holder
    doneAt
    opensAt
    closesAt
  }
  missedPreregistration
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:acb36fce73b7b815bb424bcb724fc99560e477be6b2866a997c9312557c16a9d"}) as unknown as TypedDocumentString<RecordResultQuery, RecordResultQueryVariables>;
export const RecordDatesDocument = new TypedDocumentString(`
    query RecordDates($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    dates {
      ...Dates
    }
  }
}
    fragment RecordCard on CollectionRecord {
  number
  viewerRelation
  season
  service
  stage
  registeredAt
  district {
    code
    name
  }
  child {
    name
  }
}
fragment Dates on RecordDate {
  kind
  label
  text
  firstDay
  lastDay
  dueAt
  wholeDays
}`, {"hash":"sha256:a445dd19f54b8664ae525fbf4f6d69b88603785d8a537fbd942c17c976972358"}) as unknown as TypedDocumentString<RecordDatesQuery, RecordDatesQueryVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int = 50, $after: String, $district: String) {
  webhooks(first: $first, after: $after, district: $district) {
    nodes {
      ...WebhookShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:4f4ca2981ae9b2109e562a156f33fd97fb356371aec7577fb8313da33995a043"}) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDocument = new TypedDocumentString(`
    query Webhook($id: ID!) {
  webhook(id: $id) {
    ...WebhookShown
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:78aa528f578ea867fa6ec4fd5147bb5dc8cbae3eb35a262031c6117895113c8f"}) as unknown as TypedDocumentString<WebhookQuery, WebhookQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($webhook: ID!, $state: WebhookDeliveryState, $first: Int = 50, $after: String) {
  webhookDeliveries(
    webhook: $webhook
    state: $state
    first: $first
    after: $after
  ) {
    nodes {
      ...DeliveryShown
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DeliveryShown on WebhookDelivery {
  id
  messageId
  cursor
  number
  state
  attempts
  createdAt
  triedAt
  dueAt
  status
  failure
}`, {"hash":"sha256:388978da5ca5eec3457163fb36ef7b7b51e9d6ec21f92c36aab580077d561445"}) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: WebhookInput!) {
  createWebhook(input: $input) {
    __typename
    ... on WebhookSecret {
      secret
      webhook {
        ...WebhookShown
      }
    }
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:9682a3487fee57541bbd124e808637d95742c10236fffde2b94b735bf6be5a0b"}) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = new TypedDocumentString(`
    mutation UpdateWebhook($id: ID!, $input: WebhookChangesInput!) {
  updateWebhook(id: $id, input: $input) {
    __typename
    ...WebhookShown
    ... on Refused {
      ...Refusals
    }
  }
}
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
fragment RefusalTold on Refusal {
  rule
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:80e5f59c08e018805e5b3b34e65456be43136d048080c7d6bd4097b210e50b4d"}) as unknown as TypedDocumentString<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($id: ID!) {
  rotateWebhookSecret(id: $id) {
    secret
    webhook {
      ...WebhookShown
    }
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:6d0610847df1d2c93be783cbff4d68d48816ef6fb6e77a08fa2792e74e35bb25"}) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const ReplayWebhookDocument = new TypedDocumentString(`
    mutation ReplayWebhook($id: ID!, $since: String!) {
  replayWebhook(id: $id, since: $since) {
    ...WebhookShown
  }
}
    fragment WebhookShown on Webhook {
  id
  name
  url
  district
  ofSystem
  state
  knowsResults
  createdAt
  deliveredAt
  failingSince
  pausedUntil
  waiting
  dead
}`, {"hash":"sha256:2ab144e1d5a15b563b01aa122d4671749ef24cd6ecb6e80e2d7c5dee8a2490da"}) as unknown as TypedDocumentString<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const ReplayWebhookDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayWebhookDeliveries($webhook: ID!, $deliveries: [ID!]!) {
  replayWebhookDeliveries(webhook: $webhook, deliveries: $deliveries)
}
    `, {"hash":"sha256:8affbb3d1e67317a653ddb3c81d274db6805d28075ac0fe6850e2fa063cf4f07"}) as unknown as TypedDocumentString<ReplayWebhookDeliveriesMutation, ReplayWebhookDeliveriesMutationVariables>;
export const DeleteWebhookDocument = new TypedDocumentString(`
    mutation DeleteWebhook($id: ID!) {
  deleteWebhook(id: $id)
}
    `, {"hash":"sha256:2ea84e97b9e1fc90ac3b7194a2a2e7577ee5821dc5c1a8ffb8cba9e05241f262"}) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;