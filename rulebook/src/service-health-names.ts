import { EXPECTED_WAIT_MINUTES } from './identity-check.js';
import type { Language } from './refusal.js';
import { FAILED_HOURS, type HealthGroup, type HealthKind, type HealthState } from './service-health.js';
import { names } from './words.js';

export const HEALTH_GROUP_NAMES = names<HealthGroup>({
  MESSAGES: ['短信', 'Text messages'],
  IDENTITY: ['身份核验', 'Identity checks'],
  SYSTEMS: ['接入的系统', 'Connected systems'],
  WORK: ['任务', 'Jobs'],
  TIMETABLE: ['定时工作', 'Work by the clock'],
  EVIDENCE: ['核对', 'Verification'],
});

export const HEALTH_STATE_NAMES = names<HealthState>({
  OK: ['正常', 'OK'],
  LATE: ['晚了', 'Late'],
  FAILED: ['出错', 'Failed'],
});

export const HEALTH_NAMES = names<HealthKind>({
  SMS_GATEWAY: ['短信网关', 'SMS gateway'],
  CODES_WAITING: ['等待发送的验证码', 'Codes waiting to be sent'],
  CODES_FAILED: [
    `${FAILED_HOURS} 小时内没有发出的验证码`,
    `Codes not sent in the last ${FAILED_HOURS} hours`,
  ],
  MESSAGES_WAITING: ['等待发送的通知', 'Notices waiting to be sent'],
  BULK_MESSAGES_WAITING: ['等待发送的提醒和录取结果', 'Reminders and results waiting to be sent'],
  MESSAGES_FAILED: [
    `${FAILED_HOURS} 小时内放弃发送的通知`,
    `Notices given up in the last ${FAILED_HOURS} hours`,
  ],
  VERIFICATION_GATEWAY: ['核验网关', 'Verification gateway'],
  IDENTITY_CHECKS: [
    `超过 ${EXPECTED_WAIT_MINUTES} 分钟没有结果的核验`,
    `Checks without an answer for more than ${EXPECTED_WAIT_MINUTES} minutes`,
  ],
  WEBHOOKS: ['收不到变更通知的系统', 'Systems that receive no changes'],
  DEAD_LETTERS: ['放弃送达的变更通知', 'Notices of changes that were given up'],
  JOBS: ['停住或失败的批量任务', 'Bulk jobs that stand still or failed'],
  PUBLICATIONS: ['到时间没有公布的结果', 'Results not published at their time'],
  QUEUE: ['任务队列', 'Job queue'],
  GIVEN_UP: [
    `${FAILED_HOURS} 小时内队列放弃的任务`,
    `Jobs that the queue gave up in the last ${FAILED_HOURS} hours`,
  ],
  IDENTITY_QUESTIONS: ['追问核验结果', 'Asking again for identity checks'],
  VERDICTS: ['告知审核结果', 'Telling families what was decided'],
  REMINDERS: ['写提醒短信', 'Writing reminders'],
  PUBLISHING: ['按时公布结果', 'Publishing results at their time'],
  SEARCH_INDEXES: ['整理检索和查重', 'Search indexes and likenesses'],
  SWEEP: ['清理过期数据', 'Clearing what has expired'],
  ERASURE: ['到期删除', 'Erasing what is due'],
  AUDIT_SEAL: ['封存操作记录', 'Sealing the audit trail'],
  AUDIT_TRAIL: ['操作记录的核验', 'Verification of the audit trail'],
  COUNTERS: ['统计数的核对', 'Verification of the counters'],
});

/** The number in words; {n} is filled in. Where there is none, it is not counted. */
const COUNTS: Partial<Record<HealthKind, Readonly<Record<Language, readonly [one: string, more: string]>>>> =
  {
    SMS_GATEWAY: counted('最近 {n} 次都没有发出', 'The last try failed', 'The last {n} tries failed'),
    CODES_WAITING: counted('{n} 条在等', '{n} is waiting', '{n} are waiting'),
    CODES_FAILED: counted('{n} 条过期了没有发出', '{n} expired unsent', '{n} expired unsent'),
    MESSAGES_WAITING: counted('{n} 条在等', '{n} is waiting', '{n} are waiting'),
    BULK_MESSAGES_WAITING: counted('{n} 条在等', '{n} is waiting', '{n} are waiting'),
    MESSAGES_FAILED: counted('{n} 条不再发送', '{n} is not tried again', '{n} are not tried again'),
    VERIFICATION_GATEWAY: counted(
      '最近 {n} 次都没有受理',
      'The last try failed',
      'The last {n} tries failed',
    ),
    IDENTITY_CHECKS: counted('{n} 名儿童在等', '{n} child is waiting', '{n} children are waiting'),
    WEBHOOKS: counted('{n} 个接收地址', '{n} receiver', '{n} receivers'),
    DEAD_LETTERS: counted('{n} 条', '{n} notice', '{n} notices'),
    JOBS: counted('{n} 个任务', '{n} job', '{n} jobs'),
    PUBLICATIONS: counted('{n} 项', '{n} publication', '{n} publications'),
    QUEUE: counted('{n} 项到时间没有做', '{n} is due', '{n} are due'),
    GIVEN_UP: counted('{n} 项', '{n} job', '{n} jobs'),
    AUDIT_TRAIL: counted('{n} 处对不上', '{n} place does not hold', '{n} places do not hold'),
    COUNTERS: counted('{n} 个数对不上', '{n} count is wrong', '{n} counts are wrong'),
  };

/** How many, in words; null where nothing is to be counted. At the bound of what is looked through, there may be more. */
export function countInWords(
  kind: HealthKind,
  { count, more }: { readonly count: number; readonly more: boolean },
  language: Language,
): string | null {
  const words = COUNTS[kind];
  if (!words || count === 0) return null;
  const [one, several] = words[language];
  const text = count === 1 ? one : several;
  if (!more) return text.replace('{n}', String(count));
  // 以上 comes after the measure word.
  return language === 'en'
    ? text.replace('{n}', `${count} or more`)
    : text.replace(/\{n\} (\p{L})/u, `${count} $1以上`);
}

/** What to do about it. */
export const HEALTH_ADVICE = names<HealthKind>({
  SMS_GATEWAY: [
    '请运维联系短信网关的服务商。没有发出的短信都留着，网关恢复以后自动补发。',
    'Have operations call the provider of the SMS gateway. Nothing is lost: what was not sent goes out once the gateway works again.',
  ],
  CODES_WAITING: [
    '家长正开着页面等验证码。先看“短信网关”和“任务队列”；这两项正常，就请运维查看服务的日志。',
    'Families wait for these with the form open. Look at the SMS gateway and the job queue first; if both are well, have operations read the log.',
  ],
  CODES_FAILED: [
    '家长可以重新获取验证码，您不用处理。还在增加的话，看“短信网关”。',
    'Families can ask for another code; there is nothing for you to do. If the number grows, look at the SMS gateway.',
  ],
  MESSAGES_WAITING: [
    '通知晚了，家长在个人中心仍然看得到内容。请市里看“短信网关”和“任务队列”。',
    'The texts are late; families still read them on the site. The city looks at the SMS gateway and the job queue.',
  ],
  BULK_MESSAGES_WAITING: [
    '数量大的时候要发一阵子。还不减少的话，请市里看“短信网关”和“任务队列”。',
    'Many of them take a while. If the number does not fall, the city looks at the SMS gateway and the job queue.',
  ],
  MESSAGES_FAILED: [
    '网关好几天没有收下这些短信，系统不再重试。家长在个人中心看得到内容；有期限的事，请给家长打电话。',
    'The gateway took none of these for days, and they are not tried again. Families read them on the site; call them where a date is near.',
  ],
  VERIFICATION_GATEWAY: [
    '请运维联系核验服务的提供方。没有受理的核验都留着，恢复以后自动再送。',
    'Have operations call the provider of the verification. Nothing is lost: what was not taken is sent again once it works.',
  ],
  IDENTITY_CHECKS: [
    '系统会继续追问，家长也已经看到“比平时久”。等不及的，由审核员核对证件后人工决定。',
    'The service keeps asking, and the families have been told that it takes longer. What cannot wait, an officer decides by the documents.',
  ],
  WEBHOOKS: [
    '请对方系统的负责人检查接收地址。连续 72 小时收不到的已经停用，修好以后在“变更通知”里重新启用；期间的变更不会丢。',
    'Ask whoever runs the other system to check its address. What failed for 72 hours is switched off: switch it on again under Webhooks once it is mended. Nothing is lost meanwhile.',
  ],
  DEAD_LETTERS: [
    '对方恢复以后，在“变更通知”里打开这个接收地址，重新发送。',
    'Once the receiver is back, open it under Webhooks and send them again.',
  ],
  JOBS: [
    '失败的：做完的仍然有效，请发起人看原因，剩下的重新发起。停住的：请市里看“任务队列”。',
    'Failed: what was done stays done; whoever asked for it reads why and starts the rest again. Standing still: the city looks at the job queue.',
  ],
  PUBLICATIONS: [
    '请区管理员打开“公布”看原因，改好以后重新提出。只是晚了的，请市里看“任务队列”。',
    'The district’s administrator reads why under Publication and proposes it again. If it is only late, the city looks at the job queue.',
  ],
  QUEUE: [
    '没有服务进程在做，或者做不过来。请运维检查服务进程和数据库。',
    'No process works on the queue, or it cannot keep up. Have operations look at the processes and the database.',
  ],
  GIVEN_UP: [
    '这些任务试了几天都没有做成。请运维按日志查原因。',
    'These were tried for days in vain. Have operations find the reason in the log.',
  ],
  IDENTITY_QUESTIONS: byOperations(
    '没有结果的核验没有被追问',
    'Checks without an answer are not asked for again',
  ),
  VERDICTS: byOperations('家长晚收到审核结果的短信', 'Families are told late what was decided'),
  REMINDERS: byOperations('快到期的家长没有收到提醒', 'Families whose time runs out are not reminded'),
  PUBLISHING: byOperations('到时间的结果可能没有公布', 'Results may not be published at their time'),
  SEARCH_INDEXES: byOperations('新记录可能查不到，也没有查重', 'New records may not be found, nor compared'),
  SWEEP: byOperations('过期的验证码、导出等没有清理', 'Expired codes, exports and the like are not cleared'),
  ERASURE: byOperations('到期的数据没有删除', 'Data that are due are not erased'),
  AUDIT_SEAL: byOperations('操作记录没有按天封存', 'The audit trail is not sealed day by day'),
  AUDIT_TRAIL: [
    '对不上：记录可能被改动过，请保护现场，让运维按运行手册核验。只是晚了：请运维检查夜里的任务。',
    'Where it does not hold, it may have been changed: leave all as it is and have operations verify it by the manual. If it is only late, have operations look at the nightly task.',
  ],
  COUNTERS: [
    '对不上：看板上的数可能不准，记录本身不受影响，请运维先找原因再更正。只是晚了：请运维检查夜里的任务。',
    'Where they are wrong, the dashboard may be; the records are not. Have operations find the reason, then mend it. If it is only late, have operations look at the nightly task.',
  ],
});

function counted(zh: string, one: string, more: string) {
  return { 'zh-CN': [zh, zh], en: [one, more] } as const;
}

function byOperations(zh: string, en: string): readonly [string, string] {
  return [`${zh}。请运维检查服务进程和日志。`, `${en}. Have operations look at the processes and the log.`];
}
