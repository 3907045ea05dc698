import type { CheckStatus, PhaseKind, Stage } from '../vocabulary.js';
import { inWords } from './calendar.js';
import { correctable, type ReturnedItem } from './details/returned.js';
import type { Language } from './refusal.js';
import type { Window } from './window.js';

type Words = Readonly<Record<Language, string>>;

/** How the stages are called: the manual's words where it has them. */
export const STAGE_NAMES: Readonly<Record<Stage, Words>> = {
  REGISTERED: { 'zh-CN': '已注册', en: 'Registered' },
  DETAILS_DRAFTED: { 'zh-CN': '详细信息已暂存', en: 'Details saved as a draft' },
  SUBMITTED: { 'zh-CN': '身份证及户籍信息待验证', en: 'Identity and household registration to be verified' },
  IDENTITY_VERIFIED: {
    'zh-CN': '身份证及户籍信息已验证',
    en: 'Identity and household registration verified',
  },
  RETURNED: { 'zh-CN': '退回补充更正', en: 'Returned to be corrected' },
  REJECTED: { 'zh-CN': '审核未通过', en: 'Not approved' },
  APPEALED: { 'zh-CN': '复核中', en: 'Second look' },
  APPROVED: { 'zh-CN': '审核通过', en: 'Approved' },
  PREREGISTERED: { 'zh-CN': '学校预登记已完成', en: 'Preregistered by the school' },
  ADMITTED: { 'zh-CN': '区教委审核通过', en: 'Admitted by the district' },
  WITHDRAWN: { 'zh-CN': '已撤销', en: 'Withdrawn' },
};

/** Who has to act. */
export const TURN_HOLDERS = ['GUARDIAN', 'DISTRICT', 'SCHOOL', 'SYSTEM', 'NOBODY'] as const;
export type TurnHolder = (typeof TURN_HOLDERS)[number];

/** The steps of the way in the manual's order (二 to 五). */
export const STEP_KINDS = [
  'REGISTRATION',
  'DETAILS',
  'IDENTITY_CHECK',
  'REVIEW',
  'FORM',
  'PREREGISTRATION',
  'RESULT',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

interface StepPlan {
  readonly label: Words;
  readonly holder: TurnHolder;
  readonly phase: PhaseKind;
  /** Whether it lies behind a record in this stage. */
  readonly passed: readonly Stage[];
}

const FROM_APPROVED = ['APPROVED', 'PREREGISTERED', 'ADMITTED'] as const;
const FROM_SUBMITTED = ['SUBMITTED', 'IDENTITY_VERIFIED', 'REJECTED', 'APPEALED', ...FROM_APPROVED] as const;
const FROM_VERIFIED = ['IDENTITY_VERIFIED', 'REJECTED', 'APPEALED', ...FROM_APPROVED] as const;

const PLAN: Readonly<Record<StepKind, StepPlan>> = {
  REGISTRATION: {
    label: { 'zh-CN': '注册', en: 'Registration' },
    holder: 'GUARDIAN',
    phase: 'REGISTRATION',
    passed: ['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED', ...FROM_SUBMITTED],
  },
  DETAILS: {
    label: { 'zh-CN': '录入详细信息', en: 'Details' },
    holder: 'GUARDIAN',
    phase: 'DETAILS',
    passed: FROM_SUBMITTED,
  },
  IDENTITY_CHECK: {
    label: { 'zh-CN': '身份证及户籍信息核验', en: 'Identity and household check' },
    holder: 'SYSTEM',
    phase: 'DETAILS',
    passed: FROM_VERIFIED,
  },
  REVIEW: {
    label: { 'zh-CN': '入学资格审核', en: 'Review' },
    holder: 'DISTRICT',
    phase: 'REVIEW',
    passed: FROM_APPROVED,
  },
  FORM: {
    label: { 'zh-CN': '打印信息采集表', en: 'Collection form' },
    holder: 'GUARDIAN',
    phase: 'FORM_PRINTING',
    passed: ['PREREGISTERED', 'ADMITTED'],
  },
  PREREGISTRATION: {
    label: { 'zh-CN': '学校预登记', en: 'Preregistration at the school' },
    holder: 'SCHOOL',
    phase: 'SCHOOL_PREREGISTRATION',
    passed: ['PREREGISTERED', 'ADMITTED'],
  },
  RESULT: {
    label: { 'zh-CN': '入学结果', en: 'Result' },
    holder: 'DISTRICT',
    phase: 'RESULT',
    passed: [],
  },
};

/** What the way of one record depends on: its stage as its reader may know it, and what goes with it. */
export interface WayFacts {
  readonly stage: Stage;
  readonly phases: Readonly<Partial<Record<PhaseKind, Window>>>;
  /** When each stage was last reached, as far as the reader may know. */
  readonly reachedAt: Readonly<Partial<Record<Stage, Date>>>;
  readonly identity: { readonly status: CheckStatus; readonly overdue: boolean };
  /** What is returned, and until when each can be sent again. */
  readonly returned: readonly ReturnedItem[];
  /** Until when a second look can be asked for; null when it cannot. */
  readonly appealDueAt: Date | null;
  readonly resultPublished: boolean;
  readonly hotline: string;
}

export interface Turn {
  readonly holder: TurnHolder;
  readonly since: Date | null;
  readonly until: Date | null;
  /** One sentence: what is to be done, or what is being waited for. */
  readonly text: Words;
}

export interface Step {
  readonly kind: StepKind;
  readonly label: Words;
  readonly state: 'DONE' | 'NOW' | 'NEXT';
  readonly holder: TurnHolder;
  readonly doneAt: Date | null;
  readonly window: Window | null;
}

/** All steps in order: what is done, where it stands, what comes. */
export function stepsOf(facts: WayFacts): Step[] {
  const passed = STEP_KINDS.filter((kind) => isPassed(kind, facts));
  const now = STEP_KINDS.find((kind) => !passed.includes(kind));
  return STEP_KINDS.map((kind) => ({
    kind,
    label: PLAN[kind].label,
    state: passed.includes(kind) ? 'DONE' : kind === now ? 'NOW' : 'NEXT',
    holder: PLAN[kind].holder,
    doneAt: passed.includes(kind) ? doneAt(kind, facts) : null,
    window: facts.phases[PLAN[kind].phase] ?? null,
  }));
}

function isPassed(kind: StepKind, { stage, identity, resultPublished }: WayFacts): boolean {
  if (kind === 'RESULT') return resultPublished;
  // What was returned after the identity had been verified does not undo that.
  if (kind === 'IDENTITY_CHECK' && stage === 'RETURNED') return identity.status === 'PASSED';
  return PLAN[kind].passed.includes(stage);
}

const DONE_WITH: Readonly<Record<StepKind, Stage>> = {
  REGISTRATION: 'REGISTERED',
  DETAILS: 'SUBMITTED',
  IDENTITY_CHECK: 'IDENTITY_VERIFIED',
  REVIEW: 'APPROVED',
  FORM: 'PREREGISTERED',
  PREREGISTRATION: 'PREREGISTERED',
  RESULT: 'ADMITTED',
};

const doneAt = (kind: StepKind, { reachedAt }: WayFacts): Date | null => reachedAt[DONE_WITH[kind]] ?? null;

/** Whose turn it is, since when, until when, in a sentence. */
export function turnOf(facts: WayFacts, now: Date): Turn {
  const { stage, reachedAt } = facts;
  const since = reachedAt[stage] ?? null;
  if (stage === 'REGISTERED' || stage === 'DETAILS_DRAFTED') return detailsTurn(facts, now, since);
  if (stage === 'SUBMITTED') return identityTurn(facts, since);
  if (stage === 'RETURNED') return returnedTurn(facts, now, since);
  if (stage === 'IDENTITY_VERIFIED') {
    const window = facts.phases.REVIEW ?? null;
    return turn('DISTRICT', since, window?.closesAt ?? null, {
      'zh-CN': `区教委正在审核${untilWords(window, 'zh-CN')}，结果陆续公布。现在不需要您做什么。`,
      en: `The district is reviewing the record${untilWords(window, 'en')}. There is nothing for you to do now.`,
    });
  }
  if (stage === 'REJECTED') return rejectedTurn(facts, now, since);
  if (stage === 'APPEALED') {
    return turn('DISTRICT', since, null, {
      'zh-CN': '区教委正在复核您的申请，结果会发短信告诉您。现在不需要您做什么。',
      en: 'The district is taking a second look and will tell you by SMS. There is nothing for you to do now.',
    });
  }
  if (stage === 'APPROVED') return formTurn(facts, now, since);
  if (stage === 'WITHDRAWN') {
    return turn('NOBODY', since, null, { 'zh-CN': '信息已经撤销。', en: 'The record has been withdrawn.' });
  }
  return resultTurn(facts, now, since);
}

const turn = (holder: TurnHolder, since: Date | null, until: Date | null, text: Words): Turn => ({
  holder,
  since,
  until,
  text,
});

function untilWords(window: Window | null, language: Language): string {
  if (!window) return '';
  const { closesAt } = window;
  return language === 'en'
    ? ` until ${inWords(closesAt, true).en}`
    : `，到 ${inWords(closesAt, true)['zh-CN']} 为止`;
}

function detailsTurn({ phases, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  const window = phases.DETAILS;
  if (window && now < window.opensAt) {
    const opens = inWords(window.opensAt);
    return turn('NOBODY', since, window.opensAt, {
      'zh-CN': `${opens['zh-CN']} 起录入详细信息，在那以前不需要您做什么。`,
      en: `Details can be filled in from ${opens.en}; there is nothing for you to do before.`,
    });
  }
  if (!window || now >= window.closesAt) {
    return turn('GUARDIAN', since, null, {
      'zh-CN': `录入详细信息的时间已经过了，请尽快打区教委电话 ${hotline}。`,
      en: `The time for filling in the details is over; please call the district on ${hotline} soon.`,
    });
  }
  const closes = inWords(window.closesAt, true);
  return turn('GUARDIAN', since, window.closesAt, {
    'zh-CN': `请录入详细信息，${closes['zh-CN']}前提交即可，先后不影响入学安排。`,
    en: `Please fill in the details and submit them before ${closes.en}; earlier is not better.`,
  });
}

function identityTurn({ identity, hotline }: WayFacts, since: Date | null): Turn {
  if (identity.status === 'FAILED') {
    return turn('DISTRICT', since, null, {
      'zh-CN': `自动比对没有通过，由区教委人工核对，不影响审核。现在不需要您做什么；有疑问请打 ${hotline}。`,
      en: `The automatic match did not pass; an officer of the district looks at it. Nothing is lost and there is nothing for you to do now. Questions: ${hotline}.`,
    });
  }
  if (identity.overdue) {
    return turn('SYSTEM', since, null, {
      'zh-CN': `核验比平时久，我们会继续查询，也已经提醒区教委。现在不需要您做什么；有疑问请打 ${hotline}。`,
      en: `The check takes longer than usual; we keep asking and have told the district. There is nothing for you to do now. Questions: ${hotline}.`,
    });
  }
  return turn('SYSTEM', since, null, {
    'zh-CN': '系统正在核验身份证及户籍信息，一般几分钟。现在不需要您做什么。',
    en: 'The identity and household registration are being verified, usually within minutes. There is nothing for you to do now.',
  });
}

function returnedTurn({ returned, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  const [next] = correctable(returned, now);
  if (returned.length > 0 && !next) {
    return turn('GUARDIAN', since, null, {
      'zh-CN': `补充更正的时间已经过了，请尽快打区教委电话 ${hotline}。`,
      en: `The time for correcting what was returned is over; please call the district on ${hotline} soon.`,
    });
  }
  const due = next?.dueAt ?? null;
  return turn('GUARDIAN', since, due, {
    'zh-CN': `请补充更正退回的内容${due ? `，${inWords(due, true)['zh-CN']}前重新提交` : '，然后重新提交'}。`,
    en: `Please correct what was returned and submit it again${due ? ` before ${inWords(due, true).en}` : ''}.`,
  });
}

function rejectedTurn({ appealDueAt, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  if (!appealDueAt || now >= appealDueAt) {
    return turn('NOBODY', since, null, {
      'zh-CN': `审核没有通过。其他途径请打区教委电话 ${hotline}。`,
      en: `The record was not approved. For other ways please call the district on ${hotline}.`,
    });
  }
  const due = inWords(appealDueAt, true);
  return turn('GUARDIAN', since, appealDueAt, {
    'zh-CN': `审核没有通过。您可以在 ${due['zh-CN']}前申请复核一次。`,
    en: `The record was not approved. You can ask for a second look once, before ${due.en}.`,
  });
}

function formTurn({ phases }: WayFacts, now: Date, since: Date | null): Turn {
  const opens = [phases.FORM_PRINTING?.opensAt, phases.SCHOOL_PREREGISTRATION?.opensAt];
  const [printing] = opens;
  if (printing && now < printing) {
    return turn('NOBODY', since, printing, {
      'zh-CN': `全部审核通过。${inWords(printing)['zh-CN']} 起打印信息采集表，在那以前不需要您做什么。`,
      en: `Everything has passed. The form can be printed from ${inWords(printing).en}; there is nothing for you to do before.`,
    });
  }
  const school = phases.SCHOOL_PREREGISTRATION ?? null;
  return turn('GUARDIAN', since, school?.closesAt ?? null, {
    'zh-CN': `全部审核通过。请打印信息采集表，按学校通知带到学校预登记${untilWords(school, 'zh-CN')}。`,
    en: `Everything has passed. Please print the collection form and take it to the school when it asks for it${untilWords(school, 'en')}.`,
  });
}

function resultTurn({ phases, resultPublished }: WayFacts, now: Date, since: Date | null): Turn {
  if (resultPublished) {
    return turn('NOBODY', since, null, {
      'zh-CN': '入学结果已经公布。',
      en: 'The result has been published.',
    });
  }
  const window = phases.RESULT;
  const from = window && now < window.opensAt ? inWords(window.opensAt) : null;
  return turn('DISTRICT', since, window?.opensAt ?? null, {
    'zh-CN': `学校预登记已完成。入学结果由区教委${from ? ` ${from['zh-CN']} 起` : ''}统一公布，在那以前不需要您做什么。`,
    en: `The school has preregistered the child. The district publishes the results${from ? ` from ${from.en}` : ''}, for all families at the same moment; there is nothing for you to do before.`,
  });
}
