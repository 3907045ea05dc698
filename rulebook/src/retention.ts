import { businessDay, dayInWords } from './calendar.js';
import { RETENTION_NAMES } from './names.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { RetentionKind, Stage } from './vocabulary.js';
import { names, type Words } from './words.js';

const DAY_MS = 86_400_000;

export interface RetentionFacts {
  readonly stage: Stage;
  /** In days; a kind that has none is kept until one is set. */
  readonly periods: Readonly<Partial<Record<RetentionKind, number>>>;
  /** When the details of the record's district and service close; null as long as they have no window. */
  readonly detailsClose: Date | null;
  readonly archivedAt: Date | null;
}

/** The period after which a record is erased; `at` is null until the day from which the period runs is known. */
export interface Erasure {
  readonly kind: 'UNSUBMITTED' | 'RECORDS';
  readonly days: number;
  readonly at: Date | null;
}

const after = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** 到期删除 of one record, by the period that ends first; null if none is set. */
export function erasureOf({ stage, periods, detailsClose, archivedAt }: RetentionFacts): Erasure | null {
  const { UNSUBMITTED: unsubmitted, RECORDS: records } = periods;
  const whole: Erasure | null =
    records === undefined
      ? null
      : { kind: 'RECORDS', days: records, at: archivedAt && after(archivedAt, records) };
  if (STAGE_PLAN[stage].review !== 'UNSUBMITTED' || unsubmitted === undefined || !detailsClose) return whole;
  const at = after(detailsClose, unsubmitted);
  return whole?.at && whole.at < at ? whole : { kind: 'UNSUBMITTED', days: unsubmitted, at };
}

/** The same as its family reads it. */
export function erasureInWords(erasure: Erasure | null): Words {
  if (!erasure) {
    return {
      'zh-CN': '保存期限还没有公布，公布以后会写在这里。',
      en: 'How long this is kept has not been published yet. It will stand here.',
    };
  }
  const { kind, days, at } = erasure;
  if (!at) {
    return {
      'zh-CN': `本年度入学工作结束并归档后满 ${days} 天，自动删除。归档以后，这里会写明删除的日期。`,
      en: `This is erased ${days} days after the season has been archived. The date is shown here from then on.`,
    };
  }
  const day = dayInWords(businessDay(at));
  if (kind === 'UNSUBMITTED') {
    return {
      'zh-CN': `信息还没有提交。一直不提交的，保存到 ${day['zh-CN']}，到期自动删除。`,
      en: `The details have not been submitted. If they never are, this is kept until ${day.en} and then erased.`,
    };
  }
  return {
    'zh-CN': `保存到 ${day['zh-CN']}，到期自动删除。`,
    en: `This is kept until ${day.en} and then erased.`,
  };
}

/** 到期删除: how long a season keeps a kind of data, as its set-up says. */
export interface Kept {
  readonly kind: RetentionKind;
  readonly days: number;
}

/** From when on a period runs. */
const SINCE = names<RetentionKind>({
  UNSUBMITTED: ['在本区录入详细信息的时间截止后', 'after the district’s time for the details'],
  RECORDS: ['在本入学年度归档后', 'after the season has been archived'],
  MESSAGES: ['自发出之日起', 'after they were sent'],
  API_TOKENS: ['在到期或者撤销后', 'after they ended or were revoked'],
});

export interface SeasonEnds {
  /** When the details of the first district close; null as long as none has a window. */
  readonly detailsClose: Date | null;
  readonly archivedAt: Date | null;
}

/** From when on the first of what a season’s period is about is erased; null until that is known, and where each goes by itself. */
export function firstErasure({ kind, days }: Kept, { detailsClose, archivedAt }: SeasonEnds): Date | null {
  const from = { UNSUBMITTED: detailsClose, RECORDS: archivedAt, MESSAGES: null, API_TOKENS: null }[kind];
  return from && after(from, days);
}

/** The same for whoever runs the season. */
export function firstErasureInWords(kept: Kept, ends: SeasonEnds): Words {
  const at = firstErasure(kept, ends);
  if (at) {
    const day = dayInWords(businessDay(at));
    return {
      'zh-CN': `满 ${kept.days} 天以后删除，最早在 ${day['zh-CN']} 之后的夜里。`,
      en: `Erased after ${kept.days} days; the first in the night after ${day.en}.`,
    };
  }
  return {
    UNSUBMITTED: {
      'zh-CN': `本区录入截止后满 ${kept.days} 天删除；现在还没有区设录入时间。`,
      en: `Erased ${kept.days} days after the district’s time for the details; no district has set it yet.`,
    },
    RECORDS: {
      'zh-CN': `归档后满 ${kept.days} 天删除；现在还没有归档。`,
      en: `Erased ${kept.days} days after the season has been archived, which it is not yet.`,
    },
    MESSAGES: {
      'zh-CN': `每条发出满 ${kept.days} 天，当天夜里删除。`,
      en: `Each is erased in the night after it has been kept for ${kept.days} days.`,
    },
    API_TOKENS: {
      'zh-CN': `每个到期或者撤销满 ${kept.days} 天，当天夜里删除。`,
      en: `Each is erased in the night ${kept.days} days after it ended or was revoked.`,
    },
  }[kept.kind];
}

/** Whether a period is about what families have given. They read of no other. */
export const isOfFamilies = ({ kind }: Pick<Kept, 'kind'>): boolean => kind !== 'API_TOKENS';

/** A period of a season, as whoever registers reads it. */
export const periodInWords = ({ kind, days }: Kept): Words => ({
  'zh-CN': `${RETENTION_NAMES[kind]['zh-CN']}，${SINCE[kind]['zh-CN']}保存 ${days} 天，到期删除。`,
  en: `${RETENTION_NAMES[kind].en} are kept for ${days} days ${SINCE[kind].en}, and are then erased.`,
});
