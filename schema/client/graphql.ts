/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What can be done with a record. */
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

/** 入学结果: what the district decides after the preregistration. */
export type AdmissionOutcome =
  /** 录取. */
  | 'ADMITTED'
  /** 未录取. */
  | 'NOT_ADMITTED'
  /** Not decided yet. */
  | 'PENDING';

/** The answer to a robot check. */
export type CaptchaAnswerInput = {
  /** The widget’s payload: base64 of JSON with challenge and solution. */
  answer: string;
  /** Which check. */
  id: string | number;
};

/** How a check or a review item stands. */
export type CheckStatus =
  /** 未通过. By the automatic match it never ends anything: it waits for an officer. */
  | 'FAILED'
  /** 通过. */
  | 'PASSED'
  /** 待审核: not decided yet. */
  | 'PENDING'
  /** 退回补充更正: the family can correct it. */
  | 'RETURNED';

/** The child, as on the household register or document. Cannot be edited by the guardian afterwards (manual 二(二)2). */
export type ChildInput = {
  /** 出生日期; agrees with the document number and lies in the season’s range. */
  birthDate: string;
  /** 证件号码; blanks, full-width digits and a lower-case x are understood. */
  documentNumber: string;
  /** 证件类型. */
  documentType: DocumentType;
  /** Entry code of the hukou’s district, when it is in Beijing. */
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

/** What was read and accepted before a registration. */
export type ConsentKind =
  /** 监护人须知 of the service. */
  | 'GUARDIAN_NOTICE'
  /** 《个人信息保护政策》. */
  | 'PRIVACY_POLICY';

/** What is set right in a registration; what is left out stays as it is. */
export type CorrectionInput = {
  /** The child’s birth date. */
  birthDate?: string | null | undefined;
  /** The child’s document number, of the same type of document. */
  childDocumentNumber?: string | null | undefined;
  /** The child’s name. */
  childName?: string | null | undefined;
  /** The first guardian’s name. */
  guardianName?: string | null | undefined;
  /** The first guardian’s phone: the way for who has lost the phone of the registration. */
  guardianPhone?: string | null | undefined;
  /** The child’s sex. */
  sex?: Sex | null | undefined;
};

/** What a date of a family is about. */
export type DateKind =
  /** Until when a second look can be asked for. */
  | 'APPEAL_DUE'
  /** Until when details can be submitted. */
  | 'DETAILS_DUE'
  /** From when on details can be filled in. */
  | 'DETAILS_OPEN'
  /** From when on the form can be printed. */
  | 'FORM_PRINTING'
  /** From when on results are published. */
  | 'RESULT'
  /** Until when what was returned can be corrected. */
  | 'RETURNED_DUE'
  /** 入学资格审核: the days on which the district shows its decisions. */
  | 'REVIEW'
  /** 学校预登记: the days on which schools take the form. */
  | 'SCHOOL_PREREGISTRATION';

/** The parts of the details form. */
export type DetailBlock =
  /** What is asked of the child beyond the registration. */
  | 'CHILD'
  /** 在京务工就业. */
  | 'EMPLOYMENT'
  /** 监护人: relations, and the second guardian. */
  | 'GUARDIANS'
  /** 户口簿. */
  | 'HOUSEHOLD'
  /** The district’s own questions. */
  | 'QUESTIONS'
  /** 在京实际住所. */
  | 'RESIDENCE'
  /** 北京市居住证. */
  | 'RESIDENCE_PERMIT';

/** The details form. Every field but the version is optional while drafting; submitDetails says which are missing. A save replaces the whole: what is left out is empty. Refusals name fields by their path, and entries of lists by what they are about, not by their place: employments.FIRST.employerCreditCode, residencePermits.SECOND.validUntil, answers.KEY. District.detailsForm has the fields with these paths. */
export type DetailsInput = {
  /** Answers to the district’s own questions, and to no others. */
  answers?: Array<DistrictAnswerInput> | null | undefined;
  /** 在京务工就业: of one guardian at least. */
  employments?: Array<EmploymentInput> | null | undefined;
  /** 民族, GB/T 3304 code: 01 … 56, 97, 98. */
  ethnicity?: string | null | undefined;
  /** What the first guardian is to the child. */
  firstGuardianRelation?: Relation | null | undefined;
  /** 户口簿. */
  household?: HouseholdInput | null | undefined;
  /** Why there is no second guardian; at most 200 characters. */
  noSecondGuardianReason?: string | null | undefined;
  /** 在京实际住所. */
  residence?: ResidenceInput | null | undefined;
  /** 北京市居住证 of the guardians. */
  residencePermits?: Array<ResidencePermitInput> | null | undefined;
  /** 监护人(二); or noSecondGuardianReason, one of the two. */
  secondGuardian?: SecondGuardianInput | null | undefined;
  /** 监护人(二) while half filled in, so that nothing typed is lost; read as secondGuardian where that is not given. Refusals say secondGuardian. */
  secondGuardianDraft?: SecondGuardianDraftInput | null | undefined;
  /** The record’s version that was read: STALE_VERSION when somebody saved in between. */
  version: number;
};

/** An answer to one of the district’s own questions. */
export type DistrictAnswerInput = {
  /** DistrictQuestion.key. */
  key: string;
  /** By the question’s kind: text, one of the choices, YYYY-MM-DD, digits such as 3.5, or true and false. */
  value: string;
};

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
  /** 居民身份证, GB 11643-1999: 18 characters with a check digit. */
  | 'RESIDENT_ID'
  /** 台湾居民来往大陆通行证: 8 digits. */
  | 'TAIWAN_PERMIT'
  /** 台湾居民居住证: 18 characters from 830000. */
  | 'TAIWAN_RESIDENCE';

/** 在京务工就业 of one guardian. All kinds but FLEXIBLE need the employer or business and its credit code. */
export type EmploymentInput = {
  /** 统一社会信用代码, GB 32100-2015. */
  employerCreditCode?: string | null | undefined;
  /** 单位名称; at most 100 characters. */
  employerName?: string | null | undefined;
  /** Whose; one entry for each guardian at most. */
  guardian: GuardianRole;
  /** 参保区: entry code of the district that insures; null when outside Beijing. */
  insuredDistrict?: string | null | undefined;
  /** 就业类型. */
  kind?: EmploymentKind | null | undefined;
};

/** 就业类型: decides which authority checks it. */
export type EmploymentKind =
  /** 单位职工. */
  | 'EMPLOYED'
  /** 灵活就业: without an employer. */
  | 'FLEXIBLE'
  /** 企业法定代表人. */
  | 'LEGAL_REPRESENTATIVE'
  /** 合伙人. */
  | 'PARTNER'
  /** 个体工商户. */
  | 'SELF_EMPLOYED'
  /** 企业股东. */
  | 'SHAREHOLDER';

/** How a field of the form is filled in. */
export type FieldInput =
  /** One of the choices. */
  | 'CHOICE'
  /** A calendar day. */
  | 'DATE'
  /** The entry code of a district. */
  | 'DISTRICT'
  /** A line of text. */
  | 'TEXT';

/** 监护人(一), who registers. */
export type FirstGuardianInput = {
  /** 证件号码. */
  documentNumber: string;
  /** 证件类型. */
  documentType: DocumentType;
  /** 姓名. */
  name: string;
  /** 手机号: the one that the code was sent to. */
  phone: string;
};

/** Whether a printed form still holds. */
export type FormStatus =
  /** 已更新: the record has been changed since; a new print is needed. */
  | 'SUPERSEDED'
  /** 无法识别: no form of this service has this code. */
  | 'UNKNOWN'
  /** 有效: it says what the record says. */
  | 'VALID'
  /** 已撤销: the record was withdrawn. */
  | 'WITHDRAWN';

/** Which of the two guardians. */
export type GuardianRole =
  /** 监护人(一), who registers. */
  | 'FIRST'
  /** 监护人(二), filled in with the details. */
  | 'SECOND';

/** Four answers about a child; nothing of them is stored. */
export type GuidanceInput = {
  /** Birth date. */
  birthDate: string;
  /** A ground for being treated as local, when there is one. */
  ground?: TreatedAsLocalGround | null | undefined;
  /** Whether the child has Beijing hukou. */
  hukouInBeijing: boolean;
  /** GB/T 2260 province code of the hukou, when it is not in Beijing. */
  hukouRegion?: string | null | undefined;
  /** ISO 3166-1 alpha-2, such as CN; ZZ for another one that need not be named. */
  nationality: string;
};

/** 户口簿: the household in which the child is registered. */
export type HouseholdInput = {
  /** 户籍地址, as on the first page; at most 120 characters. */
  address?: string | null | undefined;
  /** 户主姓名; of a collective household its name. */
  headName?: string | null | undefined;
  /** 孩子与户主关系, such as 子; at most 20 characters. */
  headRelation?: string | null | undefined;
  /** 户别. */
  kind?: HouseholdKind | null | undefined;
};

/** 户别. */
export type HouseholdKind =
  /** 集体户 */
  | 'COLLECTIVE'
  /** 家庭户 */
  | 'FAMILY';

/** Whether a part of the details form is needed. */
export type Need =
  /** Not asked, and not taken: what is not needed is not collected. */
  | 'NOT_ASKED'
  /** It can be left out; once begun it has to be right. */
  | 'OPTIONAL'
  /** Details cannot be submitted without it. */
  | 'REQUIRED';

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

/** How the answer to a district’s question is given. */
export type QuestionKind =
  /** Yes or no: true or false. */
  | 'BOOLEAN'
  /** One of the choices. */
  | 'CHOICE'
  /** A calendar day, YYYY-MM-DD. */
  | 'DATE'
  /** A number. */
  | 'NUMBER'
  /** Free text. */
  | 'TEXT';

/** Which rule the input breaks; `rules` has their texts. */
export type RefusalCode =
  /** Born outside the season’s range. */
  | 'AGE_OUT_OF_RANGE'
  /** The idempotency key was used with other input. */
  | 'ATTEMPT_REUSED'
  /** The robot check did not pass or was used before. */
  | 'CAPTCHA_FAILED'
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
  /** Birth date or sex disagree with the document number. */
  | 'DOCUMENT_MISMATCH'
  /** Written in a way that it cannot be. */
  | 'INVALID_FORMAT'
  /** 监护人须知 was not opened, or less than its reading time ago (manual 一(一)4). */
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
  /** No code is valid any more: expired or used. */
  | 'SMS_CODE_EXPIRED'
  /** Another code than the one sent (manual 一(二)6). */
  | 'SMS_CODE_WRONG'
  /** Less than 180 s since the last code (manual 六(二)3). */
  | 'SMS_COOLDOWN'
  /** Too many codes for this phone today. */
  | 'SMS_DAILY_LIMIT'
  /** The record is not in a stage that allows this. */
  | 'STAGE_CONFLICT'
  /** Somebody saved in between. */
  | 'STALE_VERSION';

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
  /** A UUID of the client’s: the same key with the same input answers with the same record. */
  idempotencyKey: string | number;
  /** The ticket of guardianNotice, opened at least 10 s and at most 24 h ago. */
  noticeTicket: string;
  /** The version of the privacy policy that was accepted. */
  privacyPolicyVersion: string;
  /** The chosen service. */
  service: ServiceKind;
  /** The six digits sent to the guardian’s phone. */
  smsCode: string;
};

/** What a guardian is to the child. */
export type Relation =
  /** 父亲 */
  | 'FATHER'
  /** 祖父母或外祖父母 */
  | 'GRANDPARENT'
  /** 母亲 */
  | 'MOTHER'
  /** 其他法定监护人 */
  | 'OTHER_LEGAL_GUARDIAN';

/** Asks for a code to register a child. */
export type RequestSmsCodeInput = {
  /** A solved robot check of the same person. */
  captcha: CaptchaAnswerInput;
  /** The child’s name: the SMS then says, masked, for whom the code is. */
  childName?: string | null | undefined;
  /** Mobile number of mainland China; +86, blanks and full-width digits are understood. */
  phone: string;
};

/** 在京实际住所. OWNED and RELATIVE_OWNED need the number of the real-estate certificate; RENTED and PUBLIC_RENTAL that of the filed lease, and its term; the others need no number. */
export type ResidenceInput = {
  /** 详细地址; at most 120 characters. */
  address?: string | null | undefined;
  /** 不动产权证号 or 租赁备案号, by kind; with its words, 京(2020)…不动产权第…号. */
  certificateNumber?: string | null | undefined;
  /** 住房类型. */
  kind?: ResidenceKind | null | undefined;
  /** 租期开始; for RENTED and PUBLIC_RENTAL alone. */
  leaseFrom?: string | null | undefined;
  /** 租期结束: not before it starts, and not over. */
  leaseTo?: string | null | undefined;
  /** 街道（乡镇）; at most 40 characters. */
  subdistrict?: string | null | undefined;
};

/** 住房类型: each is proved by a document of its own. */
export type ResidenceKind =
  /** 单位住房. */
  | 'EMPLOYER_PROVIDED'
  /** 其他. */
  | 'OTHER'
  /** 自有住房: by the real-estate certificate. */
  | 'OWNED'
  /** 公租房: by its lease. */
  | 'PUBLIC_RENTAL'
  /** 直系亲属的住房: by the real-estate certificate. */
  | 'RELATIVE_OWNED'
  /** 租住住房: by the filed lease. */
  | 'RENTED';

/** 北京市居住证 of one guardian; needed of each whose document is RESIDENT_ID. */
export type ResidencePermitInput = {
  /** 居住地址, as on the permit. */
  address?: string | null | undefined;
  /** Whose; one entry for each guardian at most. */
  guardian: GuardianRole;
  /** 证号. */
  number?: string | null | undefined;
  /** 有效期至: today or later. */
  validUntil?: string | null | undefined;
};

/** What is reviewed. Which items a record has depends on its service and district: they are data. */
export type ReviewItemKind =
  /** 在京务工就业材料. */
  | 'EMPLOYMENT'
  /** 按本市户籍对待的认定材料. */
  | 'GROUND'
  /** 全家户口簿. */
  | 'HOUSEHOLD_REGISTER'
  /** 身份证及户籍信息: decided by the automatic match, or by an officer. */
  | 'IDENTITY_AND_HUKOU'
  /** Something that one district asks for. */
  | 'OTHER'
  /** 在京实际住所居住材料. */
  | 'RESIDENCE'
  /** 北京市居住证 of the guardians. */
  | 'RESIDENCE_PERMIT';

/** What a signed-in person may be. */
export type Role =
  /** 区教委管理员 of one district. */
  | 'DISTRICT_ADMIN'
  /** 区教委审核人员 of one district. */
  | 'DISTRICT_OFFICER'
  /** 监护人: sees what she registered. */
  | 'GUARDIAN'
  /** 市教委管理员: the whole city. */
  | 'MUNICIPAL_ADMIN'
  /** 学校登记员 of one school. */
  | 'SCHOOL_REGISTRAR';

/** The same, half filled in. */
export type SecondGuardianDraftInput = {
  /** 证件号码. */
  documentNumber?: string | null | undefined;
  /** 证件类型. */
  documentType?: DocumentType | null | undefined;
  /** 姓名. */
  name?: string | null | undefined;
  /** 手机号. */
  phone?: string | null | undefined;
  /** What this guardian is to the child. */
  relation?: Relation | null | undefined;
};

/** 监护人(二): the other legal guardian, who can be authorised. */
export type SecondGuardianInput = {
  /** 证件号码: not the child’s, and not the first guardian’s. */
  documentNumber: string;
  /** 证件类型. */
  documentType: DocumentType;
  /** 姓名. */
  name: string;
  /** 手机号: with it and the document the guardian signs in once authorised. */
  phone: string;
  /** What this guardian is to the child. */
  relation: Relation;
};

/** The three services (the manual calls each 适龄儿童入学服务). */
export type ServiceKind =
  /** 本市户籍适龄儿童入学服务: children with Beijing hukou. */
  | 'LOCAL_HUKOU'
  /** 非本市户籍适龄儿童入学服务: children without Beijing hukou. */
  | 'NON_LOCAL_HUKOU'
  /** 按本市户籍对待、外国籍适龄儿童入学服务: one of seven grounds. */
  | 'TREATED_AS_LOCAL';

/** Sex (GB/T 2261.1). */
export type Sex =
  /** 女, code 2. */
  | 'FEMALE'
  /** 男, code 1. */
  | 'MALE';

/** How far a record is on its way. */
export type Stage =
  /** 区教委审核通过. */
  | 'ADMITTED'
  /** 申请复核: the guardian asked for a second look. */
  | 'APPEALED'
  /** 审核通过: the form can be printed. */
  | 'APPROVED'
  /** 已暂存: a draft of the details is kept. */
  | 'DETAILS_DRAFTED'
  /** 身份证及户籍信息已验证: the review items are being decided. */
  | 'IDENTITY_VERIFIED'
  /** 学校预登记已完成. */
  | 'PREREGISTERED'
  /** 已注册: waits for the details. */
  | 'REGISTERED'
  /** 审核未通过: with the reason and the way to ask for a second look. */
  | 'REJECTED'
  /** 退回补充更正: the reason is shown, the guardian may submit again. */
  | 'RETURNED'
  /** 已提交: 身份证及户籍信息待验证. */
  | 'SUBMITTED'
  /** 已撤销. */
  | 'WITHDRAWN';

/** The steps of the way (manual 一 to 五). */
export type StepKind =
  /** 录入详细信息. */
  | 'DETAILS'
  /** 打印信息采集表. */
  | 'FORM'
  /** 身份证及户籍信息核验. */
  | 'IDENTITY_CHECK'
  /** 学校预登记. */
  | 'PREREGISTRATION'
  /** 注册. */
  | 'REGISTRATION'
  /** 入学结果. */
  | 'RESULT'
  /** 入学资格审核. */
  | 'REVIEW';

/** How a step stands. */
export type StepState =
  /** Behind the record. */
  | 'DONE'
  /** Still to come. */
  | 'NEXT'
  /** Where the record stands. */
  | 'NOW';

/** What lets a child use TREATED_AS_LOCAL (manual 七). */
export type TreatedAsLocalGround =
  /** 外国籍: a child of foreign nationality. */
  | 'FOREIGN_NATIONAL'
  /** 正在办理随军手续的现役军人子女: child of a serviceman whose family is moving to Beijing. */
  | 'MILITARY_RELOCATION'
  /** 父母一方为本市户籍: one parent has Beijing hukou. */
  | 'ONE_PARENT_LOCAL'
  /** 区侨务部门认定的华侨子女: child of overseas Chinese, confirmed by the district’s office. */
  | 'OVERSEAS_CHINESE'
  /** 在京在站博士后研究人员子女: child of a postdoctoral researcher at a Beijing station. */
  | 'POSTDOCTORAL'
  /** 区台办认定的台胞子女: child of a Taiwan compatriot, confirmed by the district’s Taiwan office. */
  | 'TAIWAN_COMPATRIOT'
  /** 父母一方持有《北京市工作居住证》: one parent holds a Beijing work residence permit. */
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

/** How the viewer came to a record. */
export type ViewerRelation =
  /** 监护人(二): was authorised by the registrant (授权); may not withdraw or authorise. */
  | 'AUTHORIZED'
  /** 监护人(一): registered it. */
  | 'REGISTRANT'
  /** Sees it in an office: district, city or school. */
  | 'STAFF';

export type AuditTrailQueryVariables = Exact<{
  number?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { edges: Array<{ cursor: string, node: { at: string, actor: string, actorId: string | null, byStaff: boolean, action: string, summary: string, record: string | null, detail: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RevealDocumentsMutationVariables = Exact<{
  number: string;
  purpose: string;
}>;


export type RevealDocumentsMutation = { revealDocuments: { childDocumentNumber: string, guardians: Array<{ role: GuardianRole, documentNumber: string, phone: string }> } };

export type AuthorizationQueryVariables = Exact<{
  number: string;
}>;


export type AuthorizationQuery = { collectionRecord: { number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> } | null };

export type GrantAuthorizationMutationVariables = Exact<{
  number: string;
}>;


export type GrantAuthorizationMutation = { grantAuthorization:
    | { __typename: 'CollectionRecord', number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RevokeAuthorizationMutationVariables = Exact<{
  number: string;
}>;


export type RevokeAuthorizationMutation = { revokeAuthorization:
    | { __typename: 'CollectionRecord', number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type AuthorizationStateFragment = { number: string, viewerRelation: ViewerRelation, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, authorization: { id: string, grantedAt: string, revokedAt: string | null, active: boolean, guardian: { name: string, documentNumber: string, phone: string } } | null, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }> };

export type DetailsFormQueryVariables = Exact<{
  district: string;
  service: ServiceKind;
  ground?: TreatedAsLocalGround | null | undefined;
}>;


export type DetailsFormQuery = { district: { code: string, name: string, hotline: Array<string>, detailsForm: Array<{ kind: DetailBlock, label: string, need: Need, fields: Array<{ path: string, label: string, why: string, where: string, input: FieldInput, kinds: Array<string> | null, required: boolean, longest: number, masked: boolean, choices: Array<{ value: string, label: string }> | null }> }>, questions: Array<{ key: string, label: string, help: string | null, kind: QuestionKind, required: boolean, choices: Array<string> | null, options: Array<{ value: string, label: string }> | null }> } | null };

export type RecordDetailsQueryVariables = Exact<{
  number: string;
}>;


export type RecordDetailsQuery = { now: string, collectionRecord: { number: string, stage: Stage, version: number, submittedAt: string | null, details: { draft: boolean, savedAt: string, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind, address: string, headName: string, headRelation: string } | null, residence: { kind: ResidenceKind, subdistrict: string, address: string, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string, validUntil: string, address: string }>, answers: Array<{ key: string, value: string }>, advice: Array<{ field: string, text: string }> } | null, detailsEditing: { open: Array<DetailBlock>, missing: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, answers: Array<{ key: string, value: string }> } | null } | null };

export type DetailsPageQueryVariables = Exact<{
  number: string;
}>;


export type DetailsPageQuery = { now: string, collectionRecord: { version: number, ground: TreatedAsLocalGround | null, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, turn: { text: string }, district: { hotline: Array<string>, code: string, name: string }, child: { documentNumber: string, name: string }, guardians: Array<{ name: string, documentType: DocumentType, phone: string }>, authorization: { active: boolean } | null, reviewItems: Array<{ kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, detailsEditing: { open: Array<DetailBlock>, missing: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, answers: Array<{ key: string, value: string }> } | null } | null };

export type RecordDraftQueryVariables = Exact<{
  number: string;
}>;


export type RecordDraftQuery = { collectionRecord: { version: number, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, answers: Array<{ key: string, value: string }> } | null } | null };

export type DetailsStateFragment = { detailsEditing: { open: Array<DetailBlock>, missing: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> } | null, detailsDraft: { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, answers: Array<{ key: string, value: string }> } | null };

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
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SubmitDetailsMutationVariables = Exact<{
  number: string;
  input: DetailsInput;
}>;


export type SubmitDetailsMutation = { submitDetails:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, version: number, submittedAt: string | null }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type DetailsShownFragment = { draft: boolean, savedAt: string, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind, address: string, headName: string, headRelation: string } | null, residence: { kind: ResidenceKind, subdistrict: string, address: string, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string, validUntil: string, address: string }>, answers: Array<{ key: string, value: string }>, advice: Array<{ field: string, text: string }> };

export type DetailsTypedFragment = { savedAt: string, savedBy: GuardianRole, ethnicity: string | null, firstGuardianRelation: Relation | null, noSecondGuardianReason: string | null, household: { kind: HouseholdKind | null, address: string | null, headName: string | null, headRelation: string | null } | null, residence: { kind: ResidenceKind | null, subdistrict: string | null, address: string | null, certificateNumber: string | null, leaseFrom: string | null, leaseTo: string | null } | null, secondGuardian: { name: string | null, documentType: DocumentType | null, documentNumber: string | null, phone: string | null, relation: Relation | null } | null, employments: Array<{ guardian: GuardianRole, kind: EmploymentKind | null, employerName: string | null, employerCreditCode: string | null, insuredDistrict: string | null }>, residencePermits: Array<{ guardian: GuardianRole, number: string | null, validUntil: string | null, address: string | null }>, answers: Array<{ key: string, value: string }> };

export type RulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RulesQuery = { rules: Array<{ code: RefusalCode, clause: string | null, text: string, wayOut: string | null, limit: number | null }> };

export type CollectionFormQueryVariables = Exact<{
  number: string;
}>;


export type CollectionFormQuery = { collectionRecord: { formUrl: string | null, formCharactersByHand: Array<string> } | null };

export type FormVerificationQueryVariables = Exact<{
  code: string;
}>;


export type FormVerificationQuery = { formVerification: { status: FormStatus, number: string | null, printedAt: string | null } };

export type IdentityCheckQueryVariables = Exact<{
  number: string;
}>;


export type IdentityCheckQuery = { now: string, collectionRecord: { number: string, stage: Stage, identityCheck: { status: CheckStatus, requestedAt: string | null, expectedBy: string | null, overdue: boolean, checkedAt: string | null, reason: string | null } } | null };

export type DecideIdentityCheckMutationVariables = Exact<{
  numbers: Array<string> | string;
  status: CheckStatus;
  reason?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type DecideIdentityCheckMutation = { decideIdentityCheck: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null } }> } };

export type BatchOutcomeFragment = { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null } }> };

export type DecideReviewItemMutationVariables = Exact<{
  numbers: Array<string> | string;
  kind: ReviewItemKind;
  status: CheckStatus;
  reason?: string | null | undefined;
  remedy?: string | null | undefined;
  dueAt?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type DecideReviewItemMutation = { decideReviewItem: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null } }> } };

export type RejectRecordsMutationVariables = Exact<{
  numbers: Array<string> | string;
  reason: string;
  dryRun?: boolean | null | undefined;
}>;


export type RejectRecordsMutation = { rejectRecords: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null } }> } };

export type DecideAppealMutationVariables = Exact<{
  number: string;
  accepted: boolean;
  reason: string;
}>;


export type DecideAppealMutation = { decideAppeal:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CorrectRegistrationMutationVariables = Exact<{
  number: string;
  input: CorrectionInput;
  reason: string;
}>;


export type CorrectRegistrationMutation = { correctRegistration:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, version: number }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type PreregisterMutationVariables = Exact<{
  numbers: Array<string> | string;
  school: string;
  dryRun?: boolean | null | undefined;
}>;


export type PreregisterMutation = { preregister: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null } }> } };

export type ApproveAdmissionsMutationVariables = Exact<{
  numbers: Array<string> | string;
  outcome: AdmissionOutcome;
  note?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type ApproveAdmissionsMutation = { approveAdmissions: { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null } }> } };

export type PublishResultsMutationVariables = Exact<{
  district: string;
  service: ServiceKind;
}>;


export type PublishResultsMutation = { publishResults:
    | { __typename: 'Published', count: number, at: string }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SetPhaseMutationVariables = Exact<{
  district: string;
  service: ServiceKind;
  kind: PhaseKind;
  opensAt: string;
  closesAt: string;
}>;


export type SetPhaseMutation = { setPhase:
    | { __typename: 'Phase', kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type SchoolsQueryVariables = Exact<{
  district: string;
}>;


export type SchoolsQuery = { schools: Array<{ code: string, name: string, address: string | null, phone: string | null }> };

export type BatchFragment = { dryRun: boolean, done: Array<string>, refused: Array<{ number: string, refusal: { code: RefusalCode, field: string | null, message: string, wayOut: string | null } }> };

export type RecordFileQueryVariables = Exact<{
  number: string;
}>;


export type RecordFileQuery = { collectionRecord: { number: string, stage: Stage, version: number, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, reviewItems: Array<{ kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, remedy: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, admissionResult: { outcome: AdmissionOutcome, preregisteredAt: string | null, approvedAt: string | null, publishedAt: string | null, note: string | null, school: { code: string, name: string, address: string | null, phone: string | null } | null } | null, history: Array<{ kind: string, at: string, by: string, note: string | null }>, messages: Array<{ text: string }> } | null };

export type RecordExportQueryVariables = Exact<{
  number: string;
  ticket?: string | null | undefined;
}>;


export type RecordExportQuery = { districts: Array<{ code: string, name: string }>, recordExport: { madeAt: string, whole: boolean, holding: Array<string>, record: { ground: TreatedAsLocalGround | null, version: number, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, child: { documentType: DocumentType, documentNumber: string, nationality: string, sex: Sex, birthDate: string, hukouProvince: string | null, hukouDistrict: string | null, residenceDistrict: string, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, identityCheck: { status: CheckStatus, requestedAt: string | null, checkedAt: string | null, reason: string | null }, reviewItems: Array<{ kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, admissionResult: { outcome: AdmissionOutcome, preregisteredAt: string | null, approvedAt: string | null, publishedAt: string | null, note: string | null, school: { code: string, name: string } | null } | null, history: Array<{ kind: string, at: string, by: string, note: string | null }>, messages: Array<{ sentAt: string, sentTo: string | null, channel: string, text: string, delivered: boolean | null, expiresAt: string | null }>, consents: Array<{ kind: ConsentKind, version: string, title: string, publishedAt: string, acceptedAt: string, language: string | null, hashes: Array<{ language: string, sha256: string }> }>, district: { code: string, name: string } }, documents: { childDocumentNumber: string, guardians: Array<{ role: GuardianRole, documentNumber: string, phone: string }> } | null, details: Array<{ submitted: boolean, at: string, sections: Array<{ kind: DetailBlock, label: string, lines: Array<{ path: string, label: string, value: string, input: string }> }> }>, grants: Array<{ grantedAt: string, revokedAt: string | null }>, trail: Array<{ at: string, actor: string, byStaff: boolean, action: string, summary: string, detail: string | null }> } };

export type RequestExportCodeMutationVariables = Exact<{
  number: string;
}>;


export type RequestExportCodeMutation = { requestExportCode:
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type ConfirmExportMutationVariables = Exact<{
  number: string;
  smsCode: string;
}>;


export type ConfirmExportMutation = { confirmExport:
    | { __typename: 'ExportConfirmed', ticket: string, expiresAt: string }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RecordConsentsQueryVariables = Exact<{
  number: string;
}>;


export type RecordConsentsQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, consents: Array<{ kind: ConsentKind, version: string, title: string, body: string, publishedAt: string, acceptedAt: string, language: string | null, hashes: Array<{ language: string, sha256: string }> }>, district: { code: string, name: string }, child: { name: string } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, phone: string | null, roles: Array<{ role: Role, district: { code: string, name: string } | null, school: { code: string, name: string } | null }> } | null };

export type MyRecordsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRecordsQuery = { now: string, myRecords: Array<{ number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, dates: Array<{ kind: DateKind }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, district: { code: string, name: string }, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null }> };

export type RecordQueryVariables = Exact<{
  number: string;
}>;


export type RecordQuery = { now: string, collectionRecord: { version: number, ground: TreatedAsLocalGround | null, submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, child: { documentType: DocumentType, documentNumber: string, nationality: string, sex: Sex, birthDate: string, hukouProvince: string | null, hukouDistrict: string | null, residenceDistrict: string, name: string }, guardians: Array<{ role: GuardianRole, name: string, documentType: DocumentType, documentNumber: string, phone: string, relation: Relation | null }>, messages: Array<{ sentAt: string, sentTo: string | null, channel: string, text: string, delivered: boolean | null, expiresAt: string | null }>, history: Array<{ kind: string, at: string, by: string, note: string | null }>, dates: Array<{ kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean }>, actions: Array<{ kind: ActionKind, allowed: boolean, reason: string | null }>, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RequestWithdrawalCodeMutationVariables = Exact<{
  number: string;
}>;


export type RequestWithdrawalCodeMutation = { requestWithdrawalCode:
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type WithdrawRecordMutationVariables = Exact<{
  number: string;
  smsCode: string;
}>;


export type WithdrawRecordMutation = { withdrawRecord:
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'Withdrawn', number: string, at: string }
   };

export type RecordCardFragment = { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { code: string, name: string }, child: { name: string } };

export type SiteFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteFrameQuery = { season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, icpFiling: string, policeFiling: string } };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { now: string, season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }> }, districts: Array<{ code: string, name: string, hotline: Array<string>, schedule: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

export type DistrictEntranceQueryVariables = Exact<{
  code: string;
}>;


export type DistrictEntranceQuery = { now: string, season: { year: number }, district: { code: string, name: string, hotline: Array<string>, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }>, nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> } | null };

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

export type GuardianNoticeQueryVariables = Exact<{
  service: ServiceKind;
  district: string;
}>;


export type GuardianNoticeQuery = { guardianNotice: { version: string, title: string, body: string, minimumReadingSeconds: number, ticket: string } };

export type PrivacyPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type PrivacyPolicyQuery = { privacyPolicy: { version: string, title: string, body: string } };

export type RequestCaptchaMutationVariables = Exact<{ [key: string]: never; }>;


export type RequestCaptchaMutation = { requestCaptcha: { id: string, challenge: string } };

export type RequestSmsCodeMutationVariables = Exact<{
  input: RequestSmsCodeInput;
}>;


export type RequestSmsCodeMutation = { requestSmsCode:
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
    | { __typename: 'SmsCodeSent', sentTo: string, cooldownSeconds: number, expiresAt: string }
   };

export type RegisterChildMutationVariables = Exact<{
  input: RegisterChildInput;
}>;


export type RegisterChildMutation = { registerChild:
    | { __typename: 'CollectionRecord', number: string, stage: Stage, registeredAt: string }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type CodeSentFragment = { sentTo: string, cooldownSeconds: number, expiresAt: string };

export type RefusalsFragment = { refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> };

export type RefusalToldFragment = { code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null };

export type RecordWayQueryVariables = Exact<{
  number: string;
}>;


export type RecordWayQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RecordIdentityQueryVariables = Exact<{
  number: string;
}>;


export type RecordIdentityQuery = { now: string, collectionRecord: { submittedAt: string | null, number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, identityCheck: { status: CheckStatus, expectedBy: string | null, overdue: boolean, reason: string | null }, reviewItems: Array<{ kind: ReviewItemKind, status: CheckStatus, reason: string | null, decidedAt: string | null }>, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type RecordStateQueryVariables = Exact<{
  number: string;
}>;


export type RecordStateQuery = { collectionRecord: { stage: Stage, turn: { holder: TurnHolder, text: string } } | null };

export type RecordReviewQueryVariables = Exact<{
  number: string;
}>;


export type RecordReviewQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, reviewItems: Array<{ kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null }>, rejection: { reason: string, rule: string, remedy: string, rejectedAt: string, appealDueAt: string, appealedAt: string | null, statement: string | null, decidedAt: string | null, accepted: boolean | null, decision: string | null } | null, actions: Array<{ kind: ActionKind, allowed: boolean }>, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null } | null };

export type AppealMutationVariables = Exact<{
  number: string;
  statement: string;
}>;


export type AppealMutation = { appeal:
    | { __typename: 'CollectionRecord', number: string, stage: Stage }
    | { __typename: 'Refused', refusals: Array<{ code: RefusalCode, field: string | null, message: string, wayOut: string | null, clause: string | null, retryAfterSeconds: number | null }> }
   };

export type RecordResultQueryVariables = Exact<{
  number: string;
}>;


export type RecordResultQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, district: { hotline: Array<string>, code: string, name: string }, admissionResult: { outcome: AdmissionOutcome, note: string | null, publishedAt: string | null, school: { code: string, name: string, address: string | null, phone: string | null } | null } | null, child: { name: string }, turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }> } | null };

export type WayFragment = { turn: { holder: TurnHolder, since: string | null, until: string | null, text: string }, steps: Array<{ kind: StepKind, label: string, state: StepState, holder: TurnHolder, doneAt: string | null, opensAt: string | null, closesAt: string | null }>, admissionResult: { publishedAt: string | null } | null };

export type RecordDatesQueryVariables = Exact<{
  number: string;
}>;


export type RecordDatesQuery = { now: string, collectionRecord: { number: string, viewerRelation: ViewerRelation, season: number, service: ServiceKind, stage: Stage, registeredAt: string, dates: Array<{ kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean }>, district: { code: string, name: string }, child: { name: string } } | null };

export type DatesFragment = { kind: DateKind, label: string, text: string, firstDay: string, lastDay: string, dueAt: string | null, wholeDays: boolean };

export type ReviewItemShownFragment = { kind: ReviewItemKind, label: string, status: CheckStatus, reason: string | null, remedy: string | null, dueAt: string | null, decidedAt: string | null };

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
export const RefusalToldFragmentDoc = new TypedDocumentString(`
    fragment RefusalTold on Refusal {
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}
    `, {"fragmentName":"RefusalTold"}) as unknown as TypedDocumentString<RefusalToldFragment, unknown>;
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
  answers {
    key
    value
  }
}
fragment RefusalTold on Refusal {
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"DetailsState"}) as unknown as TypedDocumentString<DetailsStateFragment, unknown>;
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
export const BatchFragmentDoc = new TypedDocumentString(`
    fragment Batch on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
    }
  }
}
    `, {"fragmentName":"Batch"}) as unknown as TypedDocumentString<BatchFragment, unknown>;
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
export const CodeSentFragmentDoc = new TypedDocumentString(`
    fragment CodeSent on SmsCodeSent {
  sentTo
  cooldownSeconds
  expiresAt
}
    `, {"fragmentName":"CodeSent"}) as unknown as TypedDocumentString<CodeSentFragment, unknown>;
export const RefusalsFragmentDoc = new TypedDocumentString(`
    fragment Refusals on Refused {
  refusals {
    ...RefusalTold
  }
}
    fragment RefusalTold on Refusal {
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"fragmentName":"Refusals"}) as unknown as TypedDocumentString<RefusalsFragment, unknown>;
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
  status
  reason
  remedy
  dueAt
  decidedAt
}
    `, {"fragmentName":"ReviewItemShown"}) as unknown as TypedDocumentString<ReviewItemShownFragment, unknown>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($number: CollectionNumber, $first: Int = 50, $after: String) {
  auditTrail(number: $number, first: $first, after: $after) {
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
    `, {"hash":"sha256:5321225f553ad95c648c8cba46bb5b9b635648303e056c0e0275bfa1cb06eb39"}) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:65670f5d3ec5e6630121a05dea201df9998fa0eeaed51869fa5b6a82893557ca"}) as unknown as TypedDocumentString<GrantAuthorizationMutation, GrantAuthorizationMutationVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:3091409127e48ad80c367249b4d176d3c6ab8b26dd2f9737226236261a08192a"}) as unknown as TypedDocumentString<RevokeAuthorizationMutation, RevokeAuthorizationMutationVariables>;
export const DetailsFormDocument = new TypedDocumentString(`
    query DetailsForm($district: String!, $service: ServiceKind!, $ground: TreatedAsLocalGround) {
  district(code: $district) {
    code
    name
    hotline
    detailsForm(service: $service, ground: $ground) {
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
    questions(service: $service) {
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
    `, {"hash":"sha256:b9412f3211f27526c5bbe3a310c4391a18a08066283f5f00f73825a4b23b0edd"}) as unknown as TypedDocumentString<DetailsFormQuery, DetailsFormQueryVariables>;
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
    fragment DetailsState on CollectionRecord {
  detailsEditing {
    open
    missing {
      ...RefusalTold
    }
  }
  detailsDraft {
    ...DetailsTyped
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
  answers {
    key
    value
  }
}
fragment RefusalTold on Refusal {
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:d7cdbaf08fb57b8ea988993268622a85a79f98af12a0f5c3313d6ba38980f4a5"}) as unknown as TypedDocumentString<RecordDetailsQuery, RecordDetailsQueryVariables>;
export const DetailsPageDocument = new TypedDocumentString(`
    query DetailsPage($number: CollectionNumber!) {
  now
  collectionRecord(number: $number) {
    ...RecordCard
    ...DetailsState
    version
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
    fragment DetailsState on CollectionRecord {
  detailsEditing {
    open
    missing {
      ...RefusalTold
    }
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
  answers {
    key
    value
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
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:1a51219b742c00928e7107335563748941197baed53a46a3101ad68a670c9202"}) as unknown as TypedDocumentString<DetailsPageQuery, DetailsPageQueryVariables>;
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
  answers {
    key
    value
  }
}`, {"hash":"sha256:7a242701ad0f98d7490047ae234192bb2c574a4e666261d57b01027e3bf1edc5"}) as unknown as TypedDocumentString<RecordDraftQuery, RecordDraftQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:4dfa62f412dabdeccea02b1377b04d4d6cd677b8e2b5cd41dbaa8b936fb02ff8"}) as unknown as TypedDocumentString<SaveDetailsMutation, SaveDetailsMutationVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6bc78623082b47c2229e8982a4dd7a3e39deba019de7dce2876ad1ee1967b485"}) as unknown as TypedDocumentString<SubmitDetailsMutation, SubmitDetailsMutationVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules {
  rules {
    code
    clause
    text
    wayOut
    limit
  }
}
    `, {"hash":"sha256:6d0f16de1d772cfa0920fd9f316aabcd3faa6973b545ab48c4489886b7216fe9"}) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const CollectionFormDocument = new TypedDocumentString(`
    query CollectionForm($number: CollectionNumber!) {
  collectionRecord(number: $number) {
    formUrl
    formCharactersByHand
  }
}
    `, {"hash":"sha256:112724cb45b2d478e44276e3c031c8234f193132d5d1626b7aca4cb66dd09e38"}) as unknown as TypedDocumentString<CollectionFormQuery, CollectionFormQueryVariables>;
export const FormVerificationDocument = new TypedDocumentString(`
    query FormVerification($code: String!) {
  formVerification(code: $code) {
    status
    number
    printedAt
  }
}
    `, {"hash":"sha256:7ed5de047df54a93d04fced05e361eb4db6e0707d4dc280e2cb087d3938448bf"}) as unknown as TypedDocumentString<FormVerificationQuery, FormVerificationQueryVariables>;
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
    mutation DecideIdentityCheck($numbers: [CollectionNumber!]!, $status: CheckStatus!, $reason: String, $dryRun: Boolean) {
  decideIdentityCheck(
    numbers: $numbers
    status: $status
    reason: $reason
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
}`, {"hash":"sha256:85fdaa6e85619f6ccdb07cee21c0b40f5245a0b37a0453aa55162081cd4654ca"}) as unknown as TypedDocumentString<DecideIdentityCheckMutation, DecideIdentityCheckMutationVariables>;
export const DecideReviewItemDocument = new TypedDocumentString(`
    mutation DecideReviewItem($numbers: [CollectionNumber!]!, $kind: ReviewItemKind!, $status: CheckStatus!, $reason: String, $remedy: String, $dueAt: DateTime, $dryRun: Boolean = false) {
  decideReviewItem(
    numbers: $numbers
    kind: $kind
    status: $status
    reason: $reason
    remedy: $remedy
    dueAt: $dueAt
    dryRun: $dryRun
  ) {
    ...Batch
  }
}
    fragment Batch on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
    }
  }
}`, {"hash":"sha256:35b84c42edc0d6275b3851d1808cd9d6d76d12047ed1e0104dcd0fc8f58db30e"}) as unknown as TypedDocumentString<DecideReviewItemMutation, DecideReviewItemMutationVariables>;
export const RejectRecordsDocument = new TypedDocumentString(`
    mutation RejectRecords($numbers: [CollectionNumber!]!, $reason: String!, $dryRun: Boolean = false) {
  rejectRecords(numbers: $numbers, reason: $reason, dryRun: $dryRun) {
    ...Batch
  }
}
    fragment Batch on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
    }
  }
}`, {"hash":"sha256:52307970250284283438288b0a9b7344487050a8e791531233200b1d7a61eab5"}) as unknown as TypedDocumentString<RejectRecordsMutation, RejectRecordsMutationVariables>;
export const DecideAppealDocument = new TypedDocumentString(`
    mutation DecideAppeal($number: CollectionNumber!, $accepted: Boolean!, $reason: String!) {
  decideAppeal(number: $number, accepted: $accepted, reason: $reason) {
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:0afe72904e40e94bf6d24263d60a6378ad496e8e72dac5e5208a315c51b35ad0"}) as unknown as TypedDocumentString<DecideAppealMutation, DecideAppealMutationVariables>;
export const CorrectRegistrationDocument = new TypedDocumentString(`
    mutation CorrectRegistration($number: CollectionNumber!, $input: CorrectionInput!, $reason: String!) {
  correctRegistration(number: $number, input: $input, reason: $reason) {
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:bf13eae62d5065b72e99fa454eed50898bfe5d132dbe3542c8c6b190d6c8af56"}) as unknown as TypedDocumentString<CorrectRegistrationMutation, CorrectRegistrationMutationVariables>;
export const PreregisterDocument = new TypedDocumentString(`
    mutation Preregister($numbers: [CollectionNumber!]!, $school: String!, $dryRun: Boolean = false) {
  preregister(numbers: $numbers, school: $school, dryRun: $dryRun) {
    ...Batch
  }
}
    fragment Batch on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
    }
  }
}`, {"hash":"sha256:df52351f3ff4e12927842bfabfef6036a2917e58105d20aab9adc592d646d60d"}) as unknown as TypedDocumentString<PreregisterMutation, PreregisterMutationVariables>;
export const ApproveAdmissionsDocument = new TypedDocumentString(`
    mutation ApproveAdmissions($numbers: [CollectionNumber!]!, $outcome: AdmissionOutcome!, $note: String, $dryRun: Boolean = false) {
  approveAdmissions(
    numbers: $numbers
    outcome: $outcome
    note: $note
    dryRun: $dryRun
  ) {
    ...Batch
  }
}
    fragment Batch on BatchResult {
  dryRun
  done
  refused {
    number
    refusal {
      code
      field
      message
      wayOut
    }
  }
}`, {"hash":"sha256:df72e202a78715b97ed5528114e0c8cd68e177a8e0740e9ee2b7601c023c7d5f"}) as unknown as TypedDocumentString<ApproveAdmissionsMutation, ApproveAdmissionsMutationVariables>;
export const PublishResultsDocument = new TypedDocumentString(`
    mutation PublishResults($district: String!, $service: ServiceKind!) {
  publishResults(district: $district, service: $service) {
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:782e36aacfbecefee31b34da49a1cd9352aa29ff7ec8cf64cec5e96d95463c77"}) as unknown as TypedDocumentString<PublishResultsMutation, PublishResultsMutationVariables>;
export const SetPhaseDocument = new TypedDocumentString(`
    mutation SetPhase($district: String!, $service: ServiceKind!, $kind: PhaseKind!, $opensAt: DateTime!, $closesAt: DateTime!) {
  setPhase(
    district: $district
    service: $service
    kind: $kind
    opensAt: $opensAt
    closesAt: $closesAt
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:6878a6cced3a369d1e12b0208f33d532bca448348035f4cbe94d0f74593553c7"}) as unknown as TypedDocumentString<SetPhaseMutation, SetPhaseMutationVariables>;
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
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:63538ab461c31695bbcf8b0d2cdd80865a145118c41fcc16cc64c3db73df61e4"}) as unknown as TypedDocumentString<RecordFileQuery, RecordFileQueryVariables>;
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
        school {
          code
          name
        }
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
        channel
        text
        delivered
        expiresAt
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
fragment ReviewItemShown on ReviewItem {
  kind
  label
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:a1264a5820e8c322dd189d83ebc2ad5c06307bddce5736b712f6e0c7bbe90d93"}) as unknown as TypedDocumentString<RecordExportQuery, RecordExportQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:1d02cfbe696ff18a04e86709e1230fcad7d5803ecb38ec87ffc3bc5a6023053a"}) as unknown as TypedDocumentString<RequestExportCodeMutation, RequestExportCodeMutationVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:f5f351372b4b682efdb0028cc7a7dc9a82b1a814e716237c456fbb691a3dae32"}) as unknown as TypedDocumentString<ConfirmExportMutation, ConfirmExportMutationVariables>;
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
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
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
    `, {"hash":"sha256:67c2574c32f965920f426e4c43c7f3ff589e57f6575fbd045a80f6c25ac6f276"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const MyRecordsDocument = new TypedDocumentString(`
    query MyRecords {
  now
  myRecords {
    ...RecordCard
    ...Way
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
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:5eca4619403c416e98fc597296c0b79d7ecf43d7e41b7bdb3ad23fdecf471cf4"}) as unknown as TypedDocumentString<MyRecordsQuery, MyRecordsQueryVariables>;
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
    messages {
      sentAt
      sentTo
      channel
      text
      delivered
      expiresAt
    }
    history {
      kind
      at
      by
      note
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
}`, {"hash":"sha256:6613a0cd32d3d9870c92f93bb5f25f591b2d18da4cdc9d2a42217ece0a0359ce"}) as unknown as TypedDocumentString<RecordQuery, RecordQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:d20538a5a9dd23e202ee947ac019a16e3a133d10bc94d02d65c37f2faeea4a72"}) as unknown as TypedDocumentString<RequestWithdrawalCodeMutation, RequestWithdrawalCodeMutationVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:918564100ceaea543c9b1c2f345c13bc00e5ade935f98a6bbae47c4930c40ba3"}) as unknown as TypedDocumentString<WithdrawRecordMutation, WithdrawRecordMutationVariables>;
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
    schedule(service: NON_LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
  }
}
    `, {"hash":"sha256:bb259236ced7f9a84f132476faab8730da330c6094931442dbcdfe3e69c65b0a"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;
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
    `, {"hash":"sha256:8520bb42213cee9a5b27ea3b42d11cea5548d5e92efb09483b18066b4f1041b2"}) as unknown as TypedDocumentString<DistrictEntranceQuery, DistrictEntranceQueryVariables>;
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
  privacyPolicy {
    version
    title
    body
  }
}
    `, {"hash":"sha256:f181d3aa841b11b6087118325e50c5ce7b9d471469545c16bb2f039430c01ad3"}) as unknown as TypedDocumentString<PrivacyPolicyQuery, PrivacyPolicyQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:5c822aef4cb834dd70652972ac80f21133756e28fc277cceed62b8df92a5944a"}) as unknown as TypedDocumentString<RequestSmsCodeMutation, RequestSmsCodeMutationVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:db7a6d6891d7ea0b8355b94bbdbc3f12236fa930f26bb4326827fe1529113a2e"}) as unknown as TypedDocumentString<RegisterChildMutation, RegisterChildMutationVariables>;
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
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:082ec354a20dd7c2e835a13ee4013edd73288547d8c70cbdbdd07c20c6364b4c"}) as unknown as TypedDocumentString<RecordWayQuery, RecordWayQueryVariables>;
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
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:fbd63e158fd219e233e14bb6d7271692cc9e8757535b47a0ab78951abed7ca05"}) as unknown as TypedDocumentString<RecordIdentityQuery, RecordIdentityQueryVariables>;
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
  admissionResult {
    publishedAt
  }
}
fragment ReviewItemShown on ReviewItem {
  kind
  label
  status
  reason
  remedy
  dueAt
  decidedAt
}`, {"hash":"sha256:1d24f478435d3f7799ea17e9293ca669b594cc77e1858dc8f16ad44e57f9bb9d"}) as unknown as TypedDocumentString<RecordReviewQuery, RecordReviewQueryVariables>;
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
  code
  field
  message
  wayOut
  clause
  retryAfterSeconds
}`, {"hash":"sha256:78a04ec25243e0f25fa4d8c7b4c64a4d0565b0c697e064858cc50d44a5197dec"}) as unknown as TypedDocumentString<AppealMutation, AppealMutationVariables>;
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
  admissionResult {
    publishedAt
  }
}`, {"hash":"sha256:dbb9699d25f6993617a389b30c374a228559b0318d751eb29acc89b1a852f137"}) as unknown as TypedDocumentString<RecordResultQuery, RecordResultQueryVariables>;
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