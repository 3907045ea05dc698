import type { Language, RefusalCode } from './refusal.js';

type Text = Readonly<Record<Language, string>>;

export interface Rule {
  readonly code: RefusalCode;
  /** Where the rule stands in the city's 2025 manual, or the standard that it is; null for plain form checks. */
  readonly clause: string | null;
  readonly limit: number | null;
  readonly text: Text;
  readonly wayOut: Text | null;
}

const rule = <Limit extends number | null = null>(
  code: RefusalCode,
  zh: string,
  en: string,
  rest: { clause?: string; limit?: Limit; wayOut?: [zh: string, en: string] } = {},
) => ({
  code,
  clause: rest.clause ?? null,
  limit: (rest.limit ?? null) as Limit,
  text: { 'zh-CN': zh, en },
  wayOut: rest.wayOut ? { 'zh-CN': rest.wayOut[0], en: rest.wayOut[1] } : null,
});

const callDistrict: [string, string] = [
  '请打区教委电话 {hotline}。',
  'Please call the district on {hotline}.',
];

const chooseThatService: [string, string] = ['请改选那项服务。', 'Please choose that service.'];

/** Every rule, once: what refusals cite, what the `rules` query serves and what docs/rulebook.md prints. */
export const RULES = {
  required: rule('REQUIRED', '这一项还没有填。', 'This has not been filled in yet.'),

  nameFormat: rule('INVALID_FORMAT', '姓名里不能有“{character}”。', 'A name cannot contain “{character}”.', {
    wayOut: [
      '请照户口簿或证件上的姓名填写，少数民族姓名可以用“·”，外文姓名可以用空格、连字符和撇号。',
      'Please write it as on the household register or document; “·”, spaces, hyphens and apostrophes are fine.',
    ],
  }),
  nameLength: rule('INVALID_FORMAT', '姓名最多 {limit} 个字。', 'A name has at most {limit} characters.', {
    limit: 50,
  }),
  documentFormat: rule(
    'INVALID_FORMAT',
    '这不像一个{documentType}号码。',
    'This does not look like a number of this document: {documentType}.',
    { wayOut: ['{shape}', '{shape}'] },
  ),
  documentChecksum: rule(
    'DOCUMENT_CHECKSUM',
    '号码的最后一位对不上，可能有一位抄错了。',
    'The last character does not fit the others: one of them may be mistyped.',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请对着证件再看一遍这 18 位。', 'Please compare all 18 characters with the document.'],
    },
  ),
  birthDateMismatch: rule(
    'DOCUMENT_MISMATCH',
    '出生日期和证件号码里的（{expected}）不一样。',
    'The birth date differs from the one in the document number ({expected}).',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请核对证件号码和出生日期。', 'Please check the document number and the birth date.'],
    },
  ),
  sexMismatch: rule(
    'DOCUMENT_MISMATCH',
    '性别和证件号码里的（{expected}）不一样。',
    'The sex differs from the one in the document number ({expected}).',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请核对证件号码和性别。', 'Please check the document number and the sex.'],
    },
  ),
  documentAlreadyRegistered: rule(
    'DOCUMENT_ALREADY_REGISTERED',
    '这个证件号码已经有一个采集编号。',
    'This document number already has a collection number.',
    {
      clause: '一(二)3',
      limit: 1,
      wayOut: [
        '如果是您或家人注册的，请到个人中心查看；如果不是，请打区教委电话 {hotline}。',
        'If you or your family registered it, see “My children”; if not, please call the district on {hotline}.',
      ],
    },
  ),
  phoneFormat: rule(
    'INVALID_FORMAT',
    '手机号要填中国内地的 {limit} 位号码。',
    'Please give a mobile number of mainland China, {limit} digits.',
    { limit: 11 },
  ),
  phoneLimitReached: rule(
    'PHONE_LIMIT_REACHED',
    '这个手机号已经注册了 {limit} 个采集编号，不能再注册。',
    'This phone already has {limit} collection numbers and cannot take another.',
    {
      clause: '一(二)5',
      limit: 3,
      wayOut: [
        '可以换另一位监护人的手机号，或在个人中心撤销不再需要的一个；需要帮助请打 {hotline}。',
        'Use another guardian’s phone, or withdraw one that is no longer needed; for help call {hotline}.',
      ],
    },
  ),
  dateFormat: rule('INVALID_FORMAT', '没有 {value} 这一天。', 'There is no such day as {value}.', {
    wayOut: ['请按“年-月-日”填写，例如 2020-03-05。', 'Please write year-month-day, such as 2020-03-05.'],
  }),
  birthDateInFuture: rule('INVALID_FORMAT', '出生日期还没有到。', 'This birth date is in the future.'),
  valueUnknown: rule('INVALID_FORMAT', '没有“{value}”这个选项。', 'There is no choice “{value}”.'),

  tooYoung: rule(
    'AGE_OUT_OF_RANGE',
    '孩子还不到入学年龄：这个入学年度要求在 {bornTo} 或以前出生。',
    'The child is too young: this season is for children born on or before {bornTo}.',
    {
      wayOut: [
        '请在孩子年满 6 周岁的那一年再来登记。',
        'Please come back in the year in which the child turns six.',
      ],
    },
  ),
  tooOld: rule(
    'AGE_OUT_OF_RANGE',
    '孩子超过了这个入学年度的年龄：{bornFrom} 或以后出生。',
    'The child is older than this season’s range: born on or after {bornFrom}.',
    {
      clause: '七',
      wayOut: [
        '超龄儿童请咨询入学所在区教委，电话 {hotline}。',
        'For older children please ask the district’s education office on {hotline}.',
      ],
    },
  ),
  districtMismatch: rule(
    'DISTRICT_MISMATCH',
    '户籍和居住地都不在所选的入学区，其中一项必须一致。',
    'Neither the household registration nor the residence is in the chosen district; one of them must be.',
    {
      clause: '一(二)2',
      wayOut: [
        '请回到首页，选择孩子居住地或户籍所在的区。',
        'Please go back and choose the district of the residence or of the household registration.',
      ],
    },
  ),
  nationalityForeign: rule(
    'CONSULT_DISTRICT',
    '外国籍的孩子走“按本市户籍对待、外国籍适龄儿童入学服务”。',
    'Children of foreign nationality use the service “treated as local or of foreign nationality”.',
    {
      clause: '七',
      wayOut: [
        '请改选那项服务，并向入学所在区教委咨询，电话 {hotline}。',
        'Please choose that service, and ask the district’s education office on {hotline}.',
      ],
    },
  ),
  hukouInBeijing: rule(
    'SERVICE_MISMATCH',
    '户籍在北京的孩子走“本市户籍适龄儿童入学服务”。',
    'Children with Beijing hukou use the service for children with Beijing hukou.',
    { clause: '七', wayOut: chooseThatService },
  ),
  hukouOutsideBeijing: rule(
    'SERVICE_MISMATCH',
    '户籍不在北京的孩子走“非本市户籍适龄儿童入学服务”。',
    'Children whose hukou is elsewhere use the service for children without Beijing hukou.',
    { clause: '七', wayOut: chooseThatService },
  ),
  taiwanChild: rule(
    'SERVICE_MISMATCH',
    '台湾同胞子女由区台办认定后，按本市户籍对待。',
    'Children of Taiwan compatriots are treated as local once the district’s Taiwan office has confirmed it.',
    {
      clause: '七',
      wayOut: [
        '认定后，请走“按本市户籍对待、外国籍适龄儿童入学服务”。',
        'Then please use the service “treated as local or of foreign nationality”.',
      ],
    },
  ),
  hongKongMacaoChild: rule(
    'CONSULT_DISTRICT',
    '香港、澳门的孩子由入学所在区教委办理。',
    'Children from Hong Kong and Macao are served by the district’s education office.',
    { clause: '七', wayOut: callDistrict },
  ),
  groundRequired: rule(
    'REQUIRED',
    '请选择按本市户籍对待的理由。',
    'Please choose the ground for being treated as local.',
    { clause: '七' },
  ),
  groundNotForService: rule(
    'SERVICE_MISMATCH',
    '有这个理由的孩子走“按本市户籍对待、外国籍适龄儿童入学服务”。',
    'A child with this ground uses the service “treated as local or of foreign nationality”.',
    { clause: '七', wayOut: chooseThatService },
  ),
  groundNotForNationality: rule(
    'SERVICE_MISMATCH',
    '国籍和所选的理由不一致。',
    'The nationality does not fit the chosen ground.',
    { clause: '七', wayOut: callDistrict },
  ),
  hukouRequired: rule('REQUIRED', '请选择户籍所在地。', 'Please choose where the household is registered.'),

  windowNotYet: rule(
    'OUTSIDE_WINDOW',
    '还没有开始，{opensAt} 开放。',
    'This has not opened yet; it opens on {opensAt}.',
    { wayOut: ['先后不影响入学安排，到时候再来就可以。', 'Earlier is not better: please come back then.'] },
  ),
  windowOver: rule(
    'OUTSIDE_WINDOW',
    '办理时间已过，{closesAt} 截止。',
    'The time for this is over; it closed on {closesAt}.',
    { wayOut: callDistrict },
  ),
  windowNone: rule(
    'OUTSIDE_WINDOW',
    '这个区现在没有开放这项服务。',
    'This district does not offer this service at present.',
    { wayOut: callDistrict },
  ),
  noticeTooEarly: rule(
    'NOTICE_NOT_READ',
    '监护人须知请至少读 {limit} 秒，还差 {seconds} 秒。',
    'Please read the guardian’s notice for at least {limit} seconds; {seconds} to go.',
    { clause: '一(一)4', limit: 10, wayOut: ['稍等片刻再确认就可以。', 'Please confirm in a moment.'] },
  ),
  noticeNotRead: rule(
    'NOTICE_NOT_READ',
    '请先阅读并确认这个区、这项服务的监护人须知。',
    'Please first read and confirm the guardian’s notice of this district and service.',
    { clause: '一(一)4', wayOut: ['请打开监护人须知，读完再继续。', 'Open the notice, read it and go on.'] },
  ),
  noticeTooOld: rule(
    'NOTICE_NOT_READ',
    '监护人须知是 {limit} 小时以前打开的，请再读一遍。',
    'The guardian’s notice was opened more than {limit} hours ago; please read it again.',
    { clause: '一(一)4', limit: 24 },
  ),
  consentRequired: rule(
    'CONSENT_REQUIRED',
    '请阅读并接受现行的《个人信息保护政策》。',
    'Please read and accept the personal information protection policy now in force.',
    { clause: '一(一)5' },
  ),

  captchaFailed: rule(
    'CAPTCHA_FAILED',
    '验证没有通过，或已经用过。',
    'The robot check did not pass, or has been used already.',
    { wayOut: ['请重新验证一次。', 'Please do the check once more.'] },
  ),
  smsCodeFormat: rule('INVALID_FORMAT', '短信验证码是 {limit} 位数字。', 'The SMS code has {limit} digits.', {
    clause: '一(二)6',
    limit: 6,
  }),
  smsCodeWrong: rule(
    'SMS_CODE_WRONG',
    '短信验证码不对，还可以试 {left} 次。',
    'The SMS code is not right; {left} tries are left.',
    {
      clause: '一(二)6',
      limit: 5,
      wayOut: ['请看最近一条短信里的数字。', 'Please use the digits of the latest message.'],
    },
  ),
  smsCodeWrongLast: rule(
    'SMS_CODE_WRONG',
    '短信验证码不对，次数已经用完，这个验证码作废了。',
    'The SMS code is not right; no tries are left and the code is void.',
    {
      clause: '一(二)6',
      wayOut: ['请 {minutes} 分钟后重新获取验证码。', 'Please request a new code after {minutes} minutes.'],
    },
  ),
  smsCodeExpired: rule(
    'SMS_CODE_EXPIRED',
    '没有可用的短信验证码，它可能过期（{limit} 分钟）或已经用过。',
    'There is no valid SMS code: it may have expired ({limit} minutes) or been used.',
    { clause: '一(二)6', limit: 5, wayOut: ['请重新获取验证码。', 'Please request a new code.'] },
  ),
  smsAttemptsExceeded: rule(
    'SMS_ATTEMPTS_EXCEEDED',
    '验证码输错次数太多，已经作废。',
    'The code was wrong too often and is void.',
    {
      clause: '一(二)6',
      limit: 15,
      wayOut: ['请 {limit} 分钟后重新获取验证码。', 'Please request a new code after {limit} minutes.'],
    },
  ),
  smsCooldown: rule(
    'SMS_COOLDOWN',
    '两次获取验证码要隔 {limit} 秒，还差 {seconds} 秒。',
    'Codes can be requested every {limit} seconds; {seconds} to go.',
    {
      clause: '六(二)3',
      limit: 180,
      wayOut: [
        '短信可能晚到，请先看看有没有收到。',
        'Messages can be late: please look whether it has arrived.',
      ],
    },
  ),
  smsDailyLimit: rule(
    'SMS_DAILY_LIMIT',
    '这个手机号今天已经获取了 {limit} 次验证码。',
    'This phone has requested {limit} codes today.',
    { clause: '六(二)3', limit: 10, wayOut: ['请明天再试。', 'Please try again tomorrow.'] },
  ),

  textTooLong: rule('INVALID_FORMAT', '这一项最多 {most} 个字。', 'This has at most {most} characters.', {
    wayOut: ['请写短一些。', 'Please make it shorter.'],
  }),
  textInvisible: rule(
    'INVALID_FORMAT',
    '这里有一个看不见的字符（{character}）。',
    'There is a character that cannot be seen ({character}).',
    { wayOut: ['请删掉重新输入。', 'Please delete it and type it again.'] },
  ),
  numberFormat: rule('INVALID_FORMAT', '这一题要填数字。', 'This is answered with a number.', {
    wayOut: ['请只写阿拉伯数字，例如 12 或 3.5。', 'Please write digits, such as 12 or 3.5.'],
  }),
  entryTwice: rule('INVALID_FORMAT', '同一项填了两次。', 'This is given twice.', {
    wayOut: ['请只留一份。', 'Please keep one.'],
  }),
  tooManyEntries: rule(
    'INVALID_FORMAT',
    '这一项最多填 {limit} 份。',
    'At most {limit} of these can be given.',
    { limit: 4, wayOut: ['每位监护人填一份就够。', 'One for each guardian is enough.'] },
  ),
  notAsked: rule(
    'NOT_ALLOWED',
    '这个区的这项服务不问这一项。',
    'This district and service do not ask for this.',
    {
      clause: '教育部 2022 年义务教育招生入学通知',
      wayOut: ['请不要填，不需要的信息不收集。', 'Please leave it out: what is not needed is not collected.'],
    },
  ),
  creditCodeFormat: rule(
    'INVALID_FORMAT',
    '统一社会信用代码是 {limit} 位数字和大写字母。',
    'A unified social credit code has {limit} digits and letters.',
    {
      clause: 'GB 32100-2015',
      limit: 18,
      wayOut: [
        '请看营业执照右上角；里面没有字母 I、O、S、V、Z。',
        'It is upper right on the business licence; it has no letters I, O, S, V and Z.',
      ],
    },
  ),
  creditCodeCheck: rule(
    'INVALID_FORMAT',
    '统一社会信用代码的最后一位对不上，可能有一位抄错了。',
    'The last character of the credit code does not fit the others: one may be mistyped.',
    {
      clause: 'GB 32100-2015',
      wayOut: [
        '请对着营业执照再看一遍这 18 位。',
        'Please compare all 18 characters with the business licence.',
      ],
    },
  ),
  certificateWrongKind: rule(
    'INVALID_FORMAT',
    '这不像{certificate}的编号。',
    'This does not look like the number of this: {certificate}.',
    { clause: '二(二)', wayOut: ['{shape}', '{shape}'] },
  ),
  leaseEndsBeforeStart: rule(
    'INVALID_FORMAT',
    '租期结束早于开始（{day}）。',
    'The lease ends before it starts ({day}).',
    { wayOut: ['请对照租赁合同改正两个日期。', 'Please correct the two dates by the lease.'] },
  ),
  leaseOver: rule('INVALID_FORMAT', '租期 {day} 已经结束。', 'The lease ended on {day}.', {
    clause: '二(二)',
    wayOut: [
      '请填现在的租赁合同和它的备案号。',
      'Please give the present lease and the number of its filing.',
    ],
  }),
  permitNumberFormat: rule(
    'INVALID_FORMAT',
    '这不像一个居住证号码。',
    'This does not look like the number of a residence permit.',
    { clause: '二(二)', wayOut: ['号码印在居住证正面。', 'It is printed on the front of the permit.'] },
  ),
  permitExpired: rule('INVALID_FORMAT', '居住证 {day} 已经到期。', 'The residence permit ended on {day}.', {
    clause: '二(二)',
    wayOut: [
      '请先到派出所或居住证受理点签注，再填新的有效期。',
      'Please have it renewed at the police station first, then give the new date.',
    ],
  }),
  employmentMissing: rule(
    'REQUIRED',
    '至少要填一位监护人的就业情况。',
    'The work of one guardian at least has to be given.',
    { clause: '二(二)' },
  ),
  secondGuardianMissing: rule(
    'REQUIRED',
    '请填监护人（二）；没有的，写明原因。',
    'Please give guardian (2), or say why there is none.',
    { clause: '二(二)' },
  ),
  secondGuardianAndReason: rule(
    'INVALID_FORMAT',
    '填了监护人（二），就不用写没有的原因。',
    'With guardian (2) given, there is no reason to give for having none.',
    { clause: '二(二)', wayOut: ['请两样只留一样。', 'Please keep one of the two.'] },
  ),
  guardiansTheSame: rule(
    'INVALID_FORMAT',
    '监护人（二）和监护人（一）的证件号码一样。',
    'Guardian (2) has the same document number as guardian (1).',
    {
      clause: '二(二)',
      wayOut: [
        '监护人（二）填另一位法定监护人；没有的，写明原因。',
        'Guardian (2) is the other legal guardian; if there is none, say why.',
      ],
    },
  ),
  guardianIsChild: rule(
    'INVALID_FORMAT',
    '监护人（二）和孩子的证件号码一样。',
    'Guardian (2) has the same document number as the child.',
    {
      clause: '二(二)',
      wayOut: ['请填监护人本人的证件号码。', 'Please give the guardian’s own document number.'],
    },
  ),
  staleVersion: rule('STALE_VERSION', '您打开以后，另有人保存过。', 'Somebody saved after you opened this.', {
    wayOut: [
      '您填的没有丢；请重新读取，对照两份，再保存。',
      'What you typed is not lost: please read the record again, compare the two and save.',
    ],
  }),
  detailsLocked: rule(
    'STAGE_CONFLICT',
    '现在这个阶段，详细信息不能再改。',
    'At this stage the details cannot be changed any more.',
    { clause: '二(二)', wayOut: callDistrict },
  ),
  notReturned: rule(
    'NOT_ALLOWED',
    '这一项没有退回，不能改。',
    'This was not returned and cannot be changed.',
    {
      clause: '二(二)',
      wayOut: [
        '请只改退回的部分，其他照提交时的样子。',
        'Please change what was returned alone and leave the rest as it was submitted.',
      ],
    },
  ),

  attemptReused: rule(
    'ATTEMPT_REUSED',
    '这次提交已经用过，内容不同。',
    'This submission has been used before, with other content.',
    {
      wayOut: [
        '前一次可能已经成功：请先看个人中心；没有这个孩子的，再提交一次。',
        'The first one may have gone through: look at “My children”, and submit again if the child is not there.',
      ],
    },
  ),
  secondGuardianNeeded: rule(
    'REQUIRED',
    '详细信息里还没有监护人(二)，没有可以授权的人。',
    'The details name no second guardian yet, so there is nobody to authorise.',
    {
      wayOut: [
        '请先在信息采集里填写监护人(二)的姓名、证件和手机号。',
        'Please first fill in the second guardian’s name, document and phone in the details.',
      ],
    },
  ),
  alreadyAuthorized: rule('STAGE_CONFLICT', '当前已授权。', 'The second guardian is authorised already.', {
    wayOut: ['需要时可以取消授权。', 'You can revoke it at any time.'],
  }),
  notAuthorized: rule('STAGE_CONFLICT', '当前未授权。', 'Nobody is authorised at present.'),
  notAllowed: rule('NOT_ALLOWED', '您不能对这条记录做这件事。', 'You cannot do this with this record.'),
  stageConflict: rule(
    'STAGE_CONFLICT',
    '现在是“{stage}”，不能做这件事。',
    'The record is at “{stage}”: this cannot be done now.',
    {
      wayOut: ['请刷新页面，看看现在到哪一步了。', 'Please reload the page to see how far the record is.'],
    },
  ),
  reasonTooLong: rule('INVALID_FORMAT', '最多写 {limit} 个字。', 'At most {limit} characters.', {
    limit: 500,
  }),
  reasonFormat: rule(
    'INVALID_FORMAT',
    '里面有看不见的控制字符。',
    'There are invisible control characters in it.',
    { wayOut: ['请删掉后重新填写。', 'Please remove them and write it again.'] },
  ),
  reasonPersonal: rule(
    'INVALID_FORMAT',
    '这里不能有人名，也不能有 {limit} 位以上的数字。',
    'Nobody’s name can stand here, nor {limit} digits and more.',
    {
      limit: 7,
      wayOut: [
        '家长会看到这句话，撤销以后它也留着：请只写为什么。',
        'The family reads it and it outlives a withdrawal: please say only why.',
      ],
    },
  ),
  dueDatePast: rule('INVALID_FORMAT', '期限要晚于现在。', 'The due date must lie ahead.'),
  reviewItemNone: rule(
    'NOT_ALLOWED',
    '这条记录没有这个审核项。',
    'The record does not have this review item.',
  ),
  appealOnce: rule('STAGE_CONFLICT', '复核只能申请一次。', 'A second look can be asked for once.', {
    limit: 1,
    wayOut: callDistrict,
  }),
  appealOver: rule(
    'OUTSIDE_WINDOW',
    '申请复核的时间（审核未通过后 {limit} 天）已经过了。',
    'The time to ask for a second look ({limit} days after the verdict) is over.',
    { limit: 10, wayOut: callDistrict },
  ),
  schoolOfOtherDistrict: rule(
    'NOT_ALLOWED',
    '这所学校不在孩子的入学区。',
    'The school is not in the district of the record.',
    { clause: '五(一)' },
  ),
  resultPublished: rule(
    'STAGE_CONFLICT',
    '入学结果已经公布，不能再改。',
    'The result has been published and cannot be changed any more.',
    { clause: '五(二)1' },
  ),
  resultNotYet: rule(
    'STAGE_CONFLICT',
    '入学结果还没有公布。学校预登记、区教委审核通过并公布后，这里就能看到。',
    'The result has not been published. It shows once the school has preregistered the child, and the district has approved and published.',
    { clause: '五(二)1' },
  ),
  formNotYet: rule(
    'STAGE_CONFLICT',
    '所有审核项都通过后才能打印信息采集表。',
    'The collection form can be printed once every review item has passed.',
    { clause: '三(二)3' },
  ),
  correctionEmpty: rule(
    'REQUIRED',
    '没有要更正的内容。',
    'There is nothing in it that would change what is registered.',
    { clause: '二(二)2' },
  ),
  phaseOrder: rule('INVALID_FORMAT', '结束时间要晚于开始时间。', 'The end must be after the beginning.'),
  withdrawalTooLate: rule(
    'STAGE_CONFLICT',
    '学校已经预登记，不能再撤销。',
    'A school has preregistered the child; the record can no longer be withdrawn.',
    { clause: '六', wayOut: callDistrict },
  ),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
