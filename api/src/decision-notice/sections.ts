import { businessDay, dayInWords, inWords } from '@enrolment/rulebook/calendar.js';
import { CHECK_STATUS_NAMES, DOCUMENT_NAMES } from '@enrolment/rulebook/names.js';
import { REJECTION_RULE, type Verdict } from '@enrolment/rulebook/review.js';
import type { Cell, Section } from '../paper/layout.js';
import type { DecisionNoticeFacts, NoticeItem } from './facts.js';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  REJECTED: '审核未通过',
  UPHELD: '复核后维持原结果：审核未通过',
  REOPENED: '同意复核申请，重新审核',
};

const whole = (label: string, value: string): Cell[] => [{ label, value, span: 12 }];
const given = (label: string, value: string | null | undefined): Cell[][] =>
  value ? [whole(label, value)] : [];

export const dayOf = (at: Date): string => dayInWords(businessDay(at))['zh-CN'];

/** 2026 年 5 月 31 日 24:00 */
function endOf(at: Date): string {
  const year = businessDay(new Date(at.getTime() - 1)).slice(0, 4);
  return `${year} 年 ${inWords(at, true)['zh-CN']}`;
}

function dueIn({ appealDueAt, appealWorkingDays: days }: DecisionNoticeFacts): string {
  const counted =
    days === null ? '' : `（${days} 个工作日：周末、节假日和审核结果公布的当天不算，调休上班的日子算）`;
  return `${endOf(appealDueAt)} 前${counted}，以提交申请的时间为准`;
}

export const decidedAt = ({ verdict, rejectedAt, answeredAt }: DecisionNoticeFacts): Date =>
  verdict === 'REJECTED' ? rejectedAt : (answeredAt ?? rejectedAt);

/** What the notice says, block by block. */
export function sectionsOf(facts: DecisionNoticeFacts): Section[] {
  const { child, district, verdict, items, remedy, appealedAt } = facts;
  const secondLook = secondLookRows(facts);
  return [
    {
      title: '儿童',
      rows: [
        [{ label: '姓名', value: child.name, span: 12, strong: true }],
        [
          { label: '证件类型', value: DOCUMENT_NAMES[child.documentType]['zh-CN'], span: 6 },
          { label: '证件号码', value: child.documentNumber, span: 6 },
        ],
      ],
    },
    {
      title: '决定',
      rows: [
        [
          { label: '决定', value: VERDICTS[verdict], span: 8, strong: true },
          { label: '决定日期', value: dayOf(decidedAt(facts)), span: 4 },
        ],
        ...given('理由', verdict === 'REJECTED' ? facts.reason : facts.answer),
        whole('依据', REJECTION_RULE['zh-CN']),
      ],
    },
    { title: '审核情况', rows: items.map((item) => itemRow(item)) },
    ...(secondLook.length > 0 ? [{ title: '复核', rows: secondLook }] : []),
    {
      title: '办法',
      rows: [
        whole('下一步', remedy),
        // Nobody asks twice.
        ...(appealedAt === null ? [whole('复核期限', dueIn(facts))] : []),
      ],
    },
    {
      title: '联系',
      rows: [
        whole('电话', district.hotline.join('、') || '—'),
        ...given('地址', district.deskAddress),
        ...given('办公时间', district.deskHours),
      ],
    },
  ];
}

/** What the decision on the second look goes back to; of a record that was rejected again, how the second look ended. */
function secondLookRows({
  verdict,
  appealedAt,
  answeredAt,
  answer,
  rejectedAt,
  reason,
}: DecisionNoticeFacts): Cell[][] {
  if (appealedAt === null) return [];
  const asked: Cell = { label: '申请日期', value: dayOf(appealedAt), span: 6 };
  if (verdict !== 'REJECTED') {
    return [
      [{ label: '原决定', value: `${VERDICTS.REJECTED}，${dayOf(rejectedAt)}`, span: 6 }, asked],
      whole('原理由', reason),
    ];
  }
  if (answeredAt === null) return [whole(asked.label, asked.value)];
  return [
    [asked, { label: '答复日期', value: dayOf(answeredAt), span: 6 }],
    ...given('答复', answer && `${VERDICTS.REOPENED}。${answer}`),
  ];
}

function itemRow({ label, status, reason, remedy }: NoticeItem): Cell[] {
  const told = [CHECK_STATUS_NAMES[status]['zh-CN'], reason, remedy].filter((text) => text !== null);
  return [{ label, value: told.join('。').replaceAll(/([。！？!?.])。/gu, '$1'), span: 12, question: true }];
}
