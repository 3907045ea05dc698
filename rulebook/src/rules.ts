import type { OFFICE_RULES } from './office-rules.js';
import type { Language, RefusalCode } from './refusal.js';

type Text = Readonly<Record<Language, string>>;

export interface Rule {
  readonly code: RefusalCode;
  /** Where the rule stands in the city's 2025 manual, or the standard that it comes from; null for plain form checks. */
  readonly clause: string | null;
  readonly limit: number | null;
  readonly text: Text;
  readonly wayOut: Text | null;
}

export const rule = <Limit extends number | null = null>(
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

export const callDistrict: [string, string] = [
  '请拨打区教委电话 {hotline}。',
  'Please call the district on {hotline}.',
];

const chooseThatService: [string, string] = ['请改选该项服务。', 'Please choose that service instead.'];

/** The rules that families meet, and those that both meet. */
export const RULES = {
  required: rule('REQUIRED', '这一项还没有填写。', 'This has not been filled in yet.'),
  nameFormat: rule('INVALID_FORMAT', '姓名里不能有“{character}”。', 'A name cannot contain “{character}”.', {
    wayOut: [
      '请按户口簿或证件上的姓名填写。少数民族姓名可以用“·”；外文姓名按护照填写，可以用空格、连字符、撇号、逗号、斜杠和括号。',
      'Please write it as in the household register or document. A name can contain “·”; a foreign name can also contain what its passport prints: spaces, hyphens, apostrophes, commas, slashes and brackets.',
    ],
  }),
  nameLength: rule(
    'INVALID_FORMAT',
    '姓名最多 {limit} 个字。',
    'A name can have at most {limit} characters.',
    {
      limit: 50,
    },
  ),
  documentFormat: rule(
    'INVALID_FORMAT',
    '{documentType}号码的格式不对。',
    'The number does not have the format of this document: {documentType}.',
    { wayOut: ['{shape}', '{shape}'] },
  ),
  documentChecksum: rule(
    'DOCUMENT_CHECKSUM',
    '号码的最后一位对不上，可能有一位抄错了。',
    'The last character does not match the others: one of them may be mistyped.',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请对着证件再看一遍这 18 位。', 'Please compare all 18 characters with the document.'],
    },
  ),
  documentOfOtherKind: rule(
    'DOCUMENT_MISMATCH',
    '这是{documentType}的号码，不是居民身份证号码。',
    'This is the number of another document, not of a resident ID: {documentType}.',
    {
      clause: 'GB 11643-1999',
      wayOut: ['证件类型请改选“{documentType}”。', 'Please choose that kind of document: {documentType}.'],
    },
  ),
  birthDateMismatch: rule(
    'DOCUMENT_MISMATCH',
    '出生日期与证件号码里的（{expected}）不一致。',
    'The birth date differs from the one in the document number ({expected}).',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请核对证件号码和出生日期。', 'Please check the document number and the birth date.'],
    },
  ),
  sexMismatch: rule(
    'DOCUMENT_MISMATCH',
    '性别与证件号码里的（{expected}）不一致。',
    'The sex differs from the one in the document number ({expected}).',
    {
      clause: 'GB 11643-1999',
      wayOut: ['请核对证件号码和性别。', 'Please check the document number and the sex.'],
    },
  ),
  documentAlreadyRegistered: rule(
    'DOCUMENT_ALREADY_REGISTERED',
    '这个证件号码已经注册过一个采集编号。',
    'This document number already has a collection number.',
    {
      clause: '一(二)3',
      limit: 1,
      wayOut: [
        '如果是您或家人注册的，请到个人中心查看；如果不是，请拨打区教委电话 {hotline}。',
        'If you or your family registered it, look under “My children”; if not, please call the district on {hotline}.',
      ],
    },
  ),
  phoneFormat: rule(
    'INVALID_FORMAT',
    '请填写中国内地的 {limit} 位手机号。',
    'Please enter a mobile number of mainland China with {limit} digits.',
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
        '可以改用另一位监护人的手机号，或在个人中心撤销不再需要的一个；需要帮助请拨打 {hotline}。',
        'Please use another guardian’s phone, or withdraw a record that is no longer needed; for help call {hotline}.',
      ],
    },
  ),
  dateFormat: rule('INVALID_FORMAT', '日期 {value} 不存在。', '{value} is not a day of the calendar.', {
    wayOut: ['请按“年-月-日”填写，例如 2020-03-05。', 'Please write year-month-day, such as 2020-03-05.'],
  }),
  birthDateInFuture: rule('INVALID_FORMAT', '出生日期不能晚于今天。', 'This birth date is in the future.'),
  valueUnknown: rule('INVALID_FORMAT', '没有“{value}”这个选项。', '“{value}” is not one of the choices.'),
  tooYoung: rule(
    'AGE_OUT_OF_RANGE',
    '孩子还不到入学年龄：本入学年度要求在 {bornTo} 或以前出生。',
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
    '孩子超过了本入学年度的年龄：要求在 {bornFrom} 或以后出生。',
    'The child is too old: this season is for children born on or after {bornFrom}.',
    {
      clause: '七',
      wayOut: [
        '超龄儿童请向入学所在区教委咨询，电话 {hotline}。',
        'For older children please call the education commission of the district on {hotline}.',
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
        '请回到首页，选择孩子户籍或居住地所在的区。',
        'Please go back and choose the district of the household registration or of the residence.',
      ],
    },
  ),
  nationalityForeign: rule(
    'CONSULT_DISTRICT',
    '外国籍的孩子适用“按本市户籍对待、外国籍适龄儿童入学服务”。',
    'Children of foreign nationality use the service “treated as local or of foreign nationality”.',
    {
      clause: '七',
      wayOut: [
        '请改选该项服务，并向入学所在区教委咨询，电话 {hotline}。',
        'Please choose that service, and call the education commission of the district on {hotline}.',
      ],
    },
  ),
  hukouInBeijing: rule(
    'SERVICE_MISMATCH',
    '户籍在北京的孩子适用“本市户籍适龄儿童入学服务”。',
    'Children with Beijing hukou use the service for children with Beijing hukou.',
    { clause: '七', wayOut: chooseThatService },
  ),
  hukouOutsideBeijing: rule(
    'SERVICE_MISMATCH',
    '户籍不在北京的孩子适用“非本市户籍适龄儿童入学服务”。',
    'Children whose hukou is elsewhere use the service for children without Beijing hukou.',
    { clause: '七', wayOut: chooseThatService },
  ),
  taiwanChild: rule(
    'SERVICE_MISMATCH',
    '台湾同胞子女由区台办认定后，按本市户籍对待。',
    'Children of Taiwan compatriots are treated as local once the district’s Taiwan affairs office has confirmed it.',
    {
      clause: '七',
      wayOut: [
        '认定后，请选择“按本市户籍对待、外国籍适龄儿童入学服务”。',
        'After that, please use the service “treated as local or of foreign nationality”.',
      ],
    },
  ),
  hongKongMacaoChild: rule(
    'CONSULT_DISTRICT',
    '香港、澳门孩子的入学由入学所在区教委办理。',
    'The education commission of the district enrols children from Hong Kong and Macao.',
    { clause: '七', wayOut: callDistrict },
  ),
  groundRequired: rule(
    'REQUIRED',
    '请选择按本市户籍对待的情形。',
    'Please choose the ground for being treated as local.',
    { clause: '七' },
  ),
  groundNotForService: rule(
    'SERVICE_MISMATCH',
    '有这种情形的孩子适用“按本市户籍对待、外国籍适龄儿童入学服务”。',
    'A child with this ground uses the service “treated as local or of foreign nationality”.',
    { clause: '七', wayOut: chooseThatService },
  ),
  groundNotForNationality: rule(
    'SERVICE_MISMATCH',
    '国籍与所选的情形不一致。',
    'The nationality does not match the chosen ground.',
    { clause: '七', wayOut: callDistrict },
  ),
  documentNotForChild: rule(
    'DOCUMENT_MISMATCH',
    '证件类型与孩子的国籍或户籍不一致。',
    'The kind of document does not match the child’s nationality or household registration.',
    { clause: '七', wayOut: callDistrict },
  ),
  hukouRequired: rule('REQUIRED', '请选择户籍所在地。', 'Please choose where the household is registered.'),
  windowNotYet: rule(
    'OUTSIDE_WINDOW',
    '还没有开始，{opensAt} 开放。',
    'This has not opened yet; it opens on {opensAt}.',
    { wayOut: ['先后不影响入学安排，到时再来办理即可。', 'Earlier is not better: please come back then.'] },
  ),
  windowOver: rule(
    'OUTSIDE_WINDOW',
    '办理时间已过，{closesAt} 截止。',
    'The time for this is over; it closed at {closesAt}.',
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
    '请至少阅读监护人须知 {limit} 秒，还差 {seconds} 秒。',
    'Please read the guardian’s notice for at least {limit} seconds; {seconds} more to go.',
    { clause: '一(一)4', limit: 10, wayOut: ['请稍等片刻再确认。', 'Please confirm in a moment.'] },
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
    '安全验证没有通过，或者已经用过。',
    'The robot check did not pass, or it has already been used.',
    { wayOut: ['请重新验证一次。', 'Please do the check once more.'] },
  ),
  smsCodeFormat: rule('INVALID_FORMAT', '短信验证码是 {limit} 位数字。', 'The SMS code has {limit} digits.', {
    clause: '一(二)6',
    limit: 6,
  }),
  smsCodeWrong: rule(
    'SMS_CODE_WRONG',
    '短信验证码不对，还可以试 {left} 次。',
    'The SMS code is wrong. Tries left: {left}.',
    {
      clause: '一(二)6',
      limit: 5,
      wayOut: ['请填写最近一条短信里的数字。', 'Please use the digits of the latest message.'],
    },
  ),
  smsCodeWrongLast: rule(
    'SMS_CODE_WRONG',
    '短信验证码不对，次数已经用完，这个验证码作废了。',
    'The SMS code is wrong. No tries are left, and the code is void.',
    {
      clause: '一(二)6',
      wayOut: ['请 {minutes} 分钟后重新获取验证码。', 'Please request a new code after {minutes} minutes.'],
    },
  ),
  smsCodeExpired: rule(
    'SMS_CODE_EXPIRED',
    '没有可用的短信验证码：可能已经过期（{limit} 分钟），或者已经用过。',
    'There is no valid SMS code: it may have expired (after {limit} minutes) or been used.',
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
    '两次获取验证码须间隔 {limit} 秒，还差 {seconds} 秒。',
    'You can request a code every {limit} seconds; {seconds} more to go.',
    {
      clause: '六(二)3',
      limit: 180,
      wayOut: [
        '短信可能晚到，请先看看有没有收到。',
        'Messages can be late: please check whether it has arrived.',
      ],
    },
  ),
  smsDailyLimit: rule(
    'SMS_DAILY_LIMIT',
    '您今天已经为这个手机号获取了 {limit} 次验证码。',
    'You have requested {limit} codes for this phone today.',
    { clause: '六(二)3', limit: 10, wayOut: ['请明天再试。', 'Please try again tomorrow.'] },
  ),
  smsPhoneLimit: rule(
    'SMS_DAILY_LIMIT',
    '今天几个账号一共为这个手机号获取了 {limit} 次验证码，今天不能再发送了。',
    'Several accounts together have requested {limit} codes for this phone today. No more will be sent today.',
    {
      clause: '六(二)3',
      limit: 30,
      wayOut: [
        '请明天再试，或换一个手机号。如果不是您或家人获取的，请不要把收到的验证码告诉别人。',
        'Please try again tomorrow, or use another phone. If neither you nor your family requested them, do not tell anybody the codes.',
      ],
    },
  ),
  smsAccountLimit: rule(
    'SMS_DAILY_LIMIT',
    '您的账号今天已经获取了 {limit} 次验证码。',
    'Your account has requested {limit} codes today.',
    {
      limit: 30,
      wayOut: [
        '请明天再试。今天就要截止的，请拨打区教委电话。',
        'Please try again tomorrow. If something closes today, please call the district.',
      ],
    },
  ),
  textTooLong: rule(
    'INVALID_FORMAT',
    '这一项最多 {most} 个字。',
    'This can have at most {most} characters.',
    {
      wayOut: ['请精简后再填写。', 'Please make it shorter.'],
    },
  ),
  textInvisible: rule(
    'INVALID_FORMAT',
    '这里有一个看不见或显示不出来的字符（{character}）。',
    'This contains a character that cannot be seen or shown ({character}).',
    { wayOut: ['请删除后重新输入。', 'Please delete it and type it again.'] },
  ),
  numberFormat: rule('INVALID_FORMAT', '这一项要填数字。', 'Please answer with a number.', {
    wayOut: ['请只填阿拉伯数字，例如 12 或 3.5。', 'Please use digits, such as 12 or 3.5.'],
  }),
  entryTwice: rule('INVALID_FORMAT', '同一项填了两次。', 'This was entered twice.', {
    wayOut: ['请只保留一份。', 'Please keep only one.'],
  }),
  tooManyEntries: rule(
    'INVALID_FORMAT',
    '这一项最多填 {limit} 份。',
    'You can enter at most {limit} of these.',
    { limit: 4, wayOut: ['每位监护人填一份即可。', 'One for each guardian is enough.'] },
  ),
  notAsked: rule(
    'NOT_ALLOWED',
    '本区的这项服务不需要填写这一项。',
    'This district and service do not ask for this.',
    {
      clause: '教育部 2022 年义务教育招生入学通知',
      wayOut: [
        '请不要填写：不需要的信息一律不收集。',
        'Please leave it out: what is not needed is not collected.',
      ],
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
        'It is at the top right of the business licence; it never contains the letters I, O, S, V or Z.',
      ],
    },
  ),
  creditCodeCheck: rule(
    'INVALID_FORMAT',
    '统一社会信用代码的最后一位对不上，可能有一位抄错了。',
    'The last character of the credit code does not match the others: one may be mistyped.',
    {
      clause: 'GB 32100-2015',
      wayOut: [
        '请对着营业执照再看一遍这 18 位。',
        'Please compare all 18 characters with the business licence.',
      ],
    },
  ),
  collectionNumberCheck: rule(
    'INVALID_FORMAT',
    '信息采集编号有一位不对。',
    'A digit of the collection number is wrong.',
    {
      clause: '二(一)',
      wayOut: ['请对着“个人中心”里的再看一遍。', 'Please compare it with “My children”.'],
    },
  ),
  certificateWrongKind: rule(
    'INVALID_FORMAT',
    '这看起来不是{certificate}的编号。',
    'This does not look like the number of a {certificate}.',
    { clause: '二(二)', wayOut: ['{shape}', '{shape}'] },
  ),
  relationNotOfSex: rule(
    'CONFIRMATION_NEEDED',
    '从证件号码看，性别与所选的关系不一致。',
    'By the document number, the sex does not match this relation.',
    {
      clause: '二(二)',
      wayOut: [
        '请核对关系和证件号码；情况确实如此的，提交前确认一下即可。',
        'Please check relation and number. If it is right, simply confirm it before you submit.',
      ],
    },
  ),
  relationTwice: rule(
    'CONFIRMATION_NEEDED',
    '两位监护人与孩子的关系填得一样。',
    'Both guardians have the same relation to the child.',
    {
      clause: '二(二)',
      wayOut: [
        '请核对；情况确实如此的，提交前确认一下即可。',
        'Please check it. If it is right, simply confirm it before you submit.',
      ],
    },
  ),
  leaseEndsBeforeStart: rule(
    'INVALID_FORMAT',
    '租期的结束日期早于开始日期（{day}）。',
    'The lease ends before it starts ({day}).',
    { wayOut: ['请对照租赁合同改正这两个日期。', 'Please correct the two dates to match the lease.'] },
  ),
  leaseOver: rule('INVALID_FORMAT', '租期已于 {day} 结束。', 'The lease ended on {day}.', {
    clause: '二(二)',
    wayOut: [
      '请填写现行的租赁合同及其备案号。',
      'Please enter the current lease and the number of its filing.',
    ],
  }),
  permitNumberFormat: rule(
    'INVALID_FORMAT',
    '居住证号码的格式不对。',
    'This does not look like the number of a residence permit.',
    { clause: '二(二)', wayOut: ['号码印在居住证正面。', 'It is printed on the front of the permit.'] },
  ),
  permitExpired: rule('INVALID_FORMAT', '居住证已于 {day} 到期。', 'The residence permit expired on {day}.', {
    clause: '二(二)',
    wayOut: [
      '请先到派出所或居住证受理点办理签注，再填写新的有效期。',
      'Please have it renewed at the police station first, then enter the new date.',
    ],
  }),
  evidenceExpired: rule(
    'INVALID_FORMAT',
    '这份材料 {day} 已经到期。',
    'This permit or certificate ended on {day}.',
    {
      clause: '七',
      wayOut: [
        '请先到签发机关办理延期或换发，再填新的有效期。',
        'Please have it renewed by the office that issued it, then give the new date.',
      ],
    },
  ),
  evidenceEndsBeforeStart: rule(
    'INVALID_FORMAT',
    '有效期的结束早于开始（{day}）。',
    'It ends before it begins ({day}).',
    { clause: '七', wayOut: ['请对照材料改正两个日期。', 'Please correct the two dates by the paper.'] },
  ),
  evidenceHolder: rule(
    'INVALID_FORMAT',
    '持有人既不是孩子，也不是这里填写的监护人。',
    'The holder is neither the child nor a guardian given here.',
    {
      clause: '七',
      wayOut: [
        '请选孩子或监护人（一）；材料是监护人（二）的，请先填写监护人（二）。',
        'Please choose the child or guardian (1); if it is guardian (2)’s, please fill in guardian (2) first.',
      ],
    },
  ),
  employmentMissing: rule(
    'REQUIRED',
    '请至少填写一位监护人的就业情况。',
    'Please enter the work of at least one guardian.',
    { clause: '二(二)' },
  ),
  secondGuardianMissing: rule(
    'REQUIRED',
    '请填写监护人（二）；没有的，请写明原因。',
    'Please enter guardian (2), or say why there is none.',
    { clause: '二(二)' },
  ),
  secondGuardianAndReason: rule(
    'INVALID_FORMAT',
    '已经填写监护人（二）的，不用再写没有的原因。',
    'You have entered guardian (2), so no reason for having none is needed.',
    { clause: '二(二)', wayOut: ['两项请只保留一项。', 'Please keep only one of the two.'] },
  ),
  guardiansTheSame: rule(
    'INVALID_FORMAT',
    '监护人（二）与监护人（一）的证件号码相同。',
    'Guardian (2) has the same document number as guardian (1).',
    {
      clause: '二(二)',
      wayOut: [
        '监护人（二）请填写另一位法定监护人；没有的，请写明原因。',
        'Guardian (2) is the other legal guardian; if there is none, say why.',
      ],
    },
  ),
  guardianIsChild: rule(
    'INVALID_FORMAT',
    '监护人与孩子的证件号码相同。',
    'The guardian has the same document number as the child.',
    {
      clause: '二(二)',
      wayOut: ['请填写监护人本人的证件号码。', 'Please enter the guardian’s own document number.'],
    },
  ),
  guardianUnderAge: rule(
    'INVALID_FORMAT',
    '按证件号码计算，监护人不满 {limit} 周岁。',
    'According to the document number, the guardian is under {limit}.',
    {
      clause: '民法典第十七条、第二十七条',
      limit: 18,
      wayOut: [
        '请核对是不是监护人本人的证件号码；监护人应当是成年人。',
        'Please check that the number is the guardian’s own; a guardian has to be an adult.',
      ],
    },
  ),
  permitOfOtherGuardian: rule(
    'INVALID_FORMAT',
    '两位监护人的居住证号码相同。',
    'Both guardians have the same residence permit number.',
    {
      clause: '二(二)',
      wayOut: [
        '居住证一人一证，请分别填写各自的号码。',
        'Each person has their own permit; please enter each guardian’s number.',
      ],
    },
  ),
  staleVersion: rule('STALE_VERSION', '您打开之后，又有人保存过。', 'Somebody saved after you opened this.', {
    wayOut: [
      '您填写的内容没有丢；请重新读取，对照两份后再保存。',
      'What you typed is not lost: please read the record again, compare the two and save.',
    ],
  }),
  detailsLocked: rule(
    'STAGE_CONFLICT',
    '在现阶段，详细信息不能再修改。',
    'At this stage the details cannot be changed any more.',
    { clause: '二(二)', wayOut: callDistrict },
  ),
  notReturned: rule(
    'NOT_ALLOWED',
    '这一项没有退回，不能修改。',
    'This was not returned and cannot be changed.',
    {
      clause: '二(二)',
      wayOut: [
        '请只修改退回的部分，其他内容保持提交时的样子。',
        'Please change only what was returned, and leave the rest as it was submitted.',
      ],
    },
  ),
  attemptReused: rule(
    'ATTEMPT_REUSED',
    '这次提交之前已经用过，但内容不同。',
    'This submission has been used before with other content.',
    {
      wayOut: [
        '前一次可能已经成功：请先到个人中心查看；没有这个孩子的，再提交一次。',
        'The first one may have gone through: look under “My children”, and submit again if the child is not there.',
      ],
    },
  ),
  secondGuardianNeeded: rule(
    'REQUIRED',
    '详细信息里还没有监护人（二），没有可以授权的人。',
    'The details name no second guardian yet, so there is nobody to authorise.',
    {
      wayOut: [
        '请先在信息采集里填写监护人（二）的姓名、证件和手机号。',
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
    'The record is at “{stage}”, so this cannot be done now.',
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
    'This contains invisible control characters.',
    { wayOut: ['请删除后重新填写。', 'Please remove them and write it again.'] },
  ),
  reasonPersonal: rule(
    'INVALID_FORMAT',
    '这里不能有人名，也不能有 {limit} 位以上的数字。',
    'This may not contain anybody’s name, or {limit} or more digits.',
    {
      limit: 7,
      wayOut: [
        '家长会看到这句话，撤销以后它也会保留：请只写原因。',
        'The family reads it, and it stays after a withdrawal: please give the reason only.',
      ],
    },
  ),
  correctionRequested: rule(
    'STAGE_CONFLICT',
    '已有一份更正申请在处理。',
    'A request for a correction is being dealt with already.',
    {
      wayOut: [
        '要改申请内容的，请先撤回再重新申请。',
        'To ask for something else, please take it back first.',
      ],
    },
  ),
  correctionRequestGone: rule(
    'STAGE_CONFLICT',
    '这份更正申请已经处理过了，或者已经撤回。',
    'This request has been dealt with, or taken back.',
    { wayOut: ['请刷新页面。', 'Please load the page again.'] },
  ),
  recordFrozen: rule(
    'STAGE_CONFLICT',
    '证件有争议，区教委正在核实，暂停办理。',
    'Whose document it is, is disputed: the district is clearing it up, and nothing is decided meanwhile.',
    {
      wayOut: [
        '核实清楚、解除冻结以后再办理。',
        'Please go on once it has been cleared up and the freeze has been lifted.',
      ],
    },
  ),
  messagesTooMany: rule(
    'NOT_ALLOWED',
    '一天最多留言 {limit} 条。',
    'At most {limit} messages can be written in a day.',
    {
      limit: 10,
      wayOut: [
        '请明天再写，几件事可以写在一条里；着急的话请打电话。',
        'Please write again tomorrow, several things in one message; if it is urgent, please call.',
      ],
    },
  ),
  appealOnce: rule('STAGE_CONFLICT', '复核只能申请一次。', 'You can ask for a second look only once.', {
    limit: 1,
    wayOut: callDistrict,
  }),
  appealOver: rule(
    'OUTSIDE_WINDOW',
    '申请复核的时间（审核未通过后 {limit} 个工作日）已经过了。',
    'The time to ask for a second look ({limit} working days after the verdict) is over.',
    { limit: 10, wayOut: callDistrict },
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
    'The result has not been published. It appears here once the school has preregistered the child and the district has approved and published the result.',
    { clause: '五(二)1' },
  ),
  formNotYet: rule(
    'STAGE_CONFLICT',
    '所有审核项都通过后才能打印信息采集表。',
    'The collection form can be printed once every review item has passed.',
    { clause: '三(二)3' },
  ),
  correctionEmpty: rule('REQUIRED', '没有要更正的内容。', 'Nothing in it changes the registration.', {
    clause: '二(二)2',
  }),
  seasonNone: rule('STAGE_CONFLICT', '现在没有进行中的入学年度。', 'No season is open at present.', {
    wayOut: [
      '请写明是哪个年度，或由市教委先启用年度。',
      'Please name the season, or ask the city to open one first.',
    ],
  }),
  seasonNotNamed: rule(
    'REQUIRED',
    '现在有几个年度同时进行，即 {years}。',
    'Several seasons are open: {years}.',
    { wayOut: ['请写明是哪个年度。', 'Please name the season.'] },
  ),
  seasonUnknown: rule('INVALID_FORMAT', '没有 {year} 这个入学年度。', 'There is no season {year}.', {
    wayOut: ['请由市教委先建立这个年度。', 'The city has to plan it first.'],
  }),
  withdrawalTooLate: rule(
    'STAGE_CONFLICT',
    '学校已经预登记，不能再撤销。',
    'A school has preregistered the child, so the record can no longer be withdrawn.',
    { clause: '六', wayOut: callDistrict },
  ),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES | keyof typeof OFFICE_RULES;

const known: Record<string, Rule> = { ...RULES };

/** Rules that the office alone meets come with what checks them: the families' pages do without their texts. */
export const learn = (rules: Readonly<Record<string, Rule>>): void => void Object.assign(known, rules);

export const ruleOf = (name: RuleName): Rule => known[name]!;
