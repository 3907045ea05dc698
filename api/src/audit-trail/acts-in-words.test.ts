import { expect, test } from '@jest/globals';
import { RULES } from '@enrolment/rulebook/rules.js';
import { actInWords } from './acts-in-words.js';

test.each([
  ['BULK_TRIED', { kind: 'REJECT_RECORDS', total: 25 }, '审核未通过，25 条', 'rejections, 25 records'],
  ['BULK_STARTED', { kind: 'CLAIM_RECORDS', total: 1, trial: 'x' }, '认领，1 条', 'taking in hand, 1 record'],
  ['SECOND_PERSON_SET', { needed: 'false' }, '不需要', 'it does not'],
  [
    'CALENDAR_SET',
    { version: 2, changes: ['NON_LOCAL_HUKOU.REVIEW.closesAt: — → 2026-06-30T16:00:00.000Z'] },
    '非本市户籍适龄儿童入学服务 · 入学资格审核 · 截止: — → 6 月 30 日 24:00',
    'Enrolment of children without Beijing hukou · Review · closes: — → 24:00 on 30 June',
  ],
  [
    'RETURN_TEXT_CHANGED',
    { version: 3, changes: ['remedy: 请补交 → 请到窗口补交', 'active: yes → no'] },
    '怎么办: 请补交 → 请到窗口补交；状态: 启用 → 停用',
    'What to do: 请补交 → 请到窗口补交; State: in use → switched off',
  ],
  [
    'ROLE_END_CHANGED',
    {
      version: 2,
      account: 'officer-01',
      role: 'DISTRICT_OFFICER',
      changes: ['endsAt: — → 2027-06-30T16:00:00.000Z'],
    },
    'officer-01: 截止: — → 2027 年 6 月 30 日 24:00',
    'officer-01: Ends: — → 24:00 on 30 June 2027',
  ],
  [
    'SEASON_PLANNED',
    { version: 2, year: '2027', changes: ['bornTo: 2021-08-31 → 2021-09-30'] },
    '2027: 出生日期到: 2021 年 8 月 31 日 → 2021 年 9 月 30 日',
    '2027: Born until: 31 August 2021 → 30 September 2021',
  ],
  ['SEASON_PLANNED', { bornFrom: '2020-09-01', bornTo: '2021-08-31' }, null, null],
  [
    'OWN_DATA_SET',
    { kind: 'QUESTIONS', version: 1, changes: ['LOCAL_HUKOU.MONTHS.required: no → yes'] },
    '本市户籍适龄儿童入学服务 · MONTHS · 必答: 否 → 是',
    'Enrolment of children with Beijing hukou · MONTHS · Required: no → yes',
  ],
  [
    'OWN_DATA_SET',
    { kind: 'POLICIES', version: 2, changes: ['招生意见.body: 一 → 二'] },
    '招生意见 · 正文: 一 → 二',
    '招生意见 · Text: 一 → 二',
  ],
  [
    'OWN_DATA_SET',
    { kind: 'POLICIES', version: 3, changes: ['Notice：2027.body: — → 一', 'Notice: 2027.body: — → 一'] },
    'Notice：2027 · 正文: — → 一；Notice: 2027.body: — → 一',
    'Notice：2027 · Text: — → 一; Notice: 2027.body: — → 一',
  ],
  [
    'NOTICE_PUBLISHED',
    { kind: 'PRIVACY', version: '2027-1' },
    '《个人信息保护政策》 2027-1',
    'Privacy policy 2027-1',
  ],
  [
    'REFUSED_AT_DESK',
    { rules: ['documentAlreadyRegistered', 'consentRequired'] },
    `${RULES.documentAlreadyRegistered.text['zh-CN']} ${RULES.consentRequired.text['zh-CN']}`,
    `${RULES.documentAlreadyRegistered.text.en} ${RULES.consentRequired.text.en}`,
  ],
  ['RECORD_READ', { purpose: 'x' }, null, null],
  ['PHASE_SET', { service: 'NON_LOCAL_HUKOU' }, null, null],
] as const)('%s', (action, detail, zh, en) => {
  expect(actInWords(action, detail, 'zh-CN')).toBe(zh);
  expect(actInWords(action, detail, 'en')).toBe(en);
});
