import { inWords } from './calendar.js';
import { correctable } from './details/returned.js';
import type { Language } from './refusal.js';
import type { Turn, TurnHolder, WayFacts } from './way.js';
import type { Window } from './window.js';
import type { Words } from './words.js';

/** Whose turn it is at a stage; `since` is when the stage was reached. */
export type TurnAt = (facts: WayFacts, now: Date, since: Date | null) => Turn;

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

export function detailsTurn({ phases, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  const window = phases.DETAILS;
  if (window && now < window.opensAt) {
    const opens = inWords(window.opensAt);
    return turn('NOBODY', since, window.opensAt, {
      'zh-CN': `${opens['zh-CN']} 起录入详细信息，在此之前不需要您做什么。`,
      en: `Details can be filled in from ${opens.en}; there is nothing for you to do until then.`,
    });
  }
  if (!window || now >= window.closesAt) {
    return turn('GUARDIAN', since, null, {
      'zh-CN': `录入详细信息的时间已经过了，请尽快拨打区教委电话 ${hotline}。`,
      en: `The time for filling in the details is over; please call the district on ${hotline} soon.`,
    });
  }
  const closes = inWords(window.closesAt, true);
  return turn('GUARDIAN', since, window.closesAt, {
    'zh-CN': `请录入详细信息，${closes['zh-CN']} 前提交即可，先后不影响入学安排。`,
    en: `Please fill in the details and submit them before ${closes.en}; earlier is not better.`,
  });
}

export function identityTurn({ identity, hotline }: WayFacts, _now: Date, since: Date | null): Turn {
  if (identity.status === 'FAILED') {
    return turn('DISTRICT', since, null, {
      'zh-CN': `自动比对没有通过，由区教委人工核对，不影响审核。现在不需要您做什么；如有疑问，请拨打 ${hotline}。`,
      en: `The automatic match did not pass, so an officer of the district checks it by hand. Nothing is lost, and there is nothing for you to do now. Questions: ${hotline}.`,
    });
  }
  if (identity.overdue) {
    return turn('SYSTEM', since, null, {
      'zh-CN': `核验比平时久，我们会继续查询，也已经提醒区教委。现在不需要您做什么；如有疑问，请拨打 ${hotline}。`,
      en: `The check is taking longer than usual. We keep asking and have told the district. There is nothing for you to do now. Questions: ${hotline}.`,
    });
  }
  return turn('SYSTEM', since, null, {
    'zh-CN': '系统正在核验身份证及户籍信息，一般几分钟。现在不需要您做什么。',
    en: 'The identity and household registration are being verified, usually within minutes. There is nothing for you to do now.',
  });
}

export function returnedTurn({ returned, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  const [next] = correctable(returned, now);
  if (returned.length > 0 && !next) {
    return turn('GUARDIAN', since, null, {
      'zh-CN': `补充更正的时间已经过了，请尽快拨打区教委电话 ${hotline}。`,
      en: `The time for correcting what was returned is over; please call the district on ${hotline} soon.`,
    });
  }
  const due = next?.dueAt ?? null;
  return turn('GUARDIAN', since, due, {
    'zh-CN': `请补充更正退回的内容${due ? `，${inWords(due, true)['zh-CN']} 前重新提交` : '，然后重新提交'}。`,
    en: `Please correct what was returned and submit it again${due ? ` before ${inWords(due, true).en}` : ''}.`,
  });
}

export function rejectedTurn({ appealDueAt, hotline }: WayFacts, now: Date, since: Date | null): Turn {
  if (!appealDueAt || now >= appealDueAt) {
    return turn('NOBODY', since, null, {
      'zh-CN': `审核没有通过。其他途径请拨打区教委电话 ${hotline}。`,
      en: `The record was not approved. To ask about other ways, please call the district on ${hotline}.`,
    });
  }
  const due = inWords(appealDueAt, true);
  return turn('GUARDIAN', since, appealDueAt, {
    'zh-CN': `审核没有通过。您可以在 ${due['zh-CN']} 前申请复核一次。`,
    en: `The record was not approved. You can ask for a second look once, before ${due.en}.`,
  });
}

/** Approved, and no school has preregistered the child while it could: there will be no result, and the district has to be asked. */
export const missedPreregistration = (
  { stage, phases }: Pick<WayFacts, 'stage' | 'phases'>,
  now: Date,
): boolean => {
  const window = phases.SCHOOL_PREREGISTRATION;
  return stage === 'APPROVED' && window !== undefined && window.closesAt <= now;
};

export function formTurn(facts: WayFacts, now: Date, since: Date | null): Turn {
  const { phases, hotline } = facts;
  if (missedPreregistration(facts, now)) {
    return turn('GUARDIAN', since, null, {
      'zh-CN': `审核已通过，但学校预登记已经截止，孩子没有预登记，所以没有入学结果。请尽快拨打区教委电话 ${hotline}，问怎样补办。`,
      en: `Everything has passed, but no school preregistered the child while it could, so there is no result. Please call the district on ${hotline} soon and ask how to make up for it.`,
    });
  }
  const opens = [phases.FORM_PRINTING?.opensAt, phases.SCHOOL_PREREGISTRATION?.opensAt];
  const [printing] = opens;
  if (printing && now < printing) {
    return turn('NOBODY', since, printing, {
      'zh-CN': `全部审核通过。${inWords(printing)['zh-CN']} 起打印信息采集表，在此之前不需要您做什么。`,
      en: `Everything has passed. The form can be printed from ${inWords(printing).en}; there is nothing for you to do until then.`,
    });
  }
  const school = phases.SCHOOL_PREREGISTRATION ?? null;
  return turn('GUARDIAN', since, school?.closesAt ?? null, {
    'zh-CN': `全部审核通过。请打印信息采集表，按学校通知带到学校预登记${untilWords(school, 'zh-CN')}。`,
    en: `Everything has passed. Please print the collection form and take it to the school at the time it gives you${untilWords(school, 'en')}.`,
  });
}

export function resultTurn({ phases, resultPublished }: WayFacts, now: Date, since: Date | null): Turn {
  if (resultPublished) {
    return turn('NOBODY', since, null, {
      'zh-CN': '入学结果已经公布，请查看结果和接下来要办的事。',
      en: 'The result has been published. Please see it, and what comes next.',
    });
  }
  const window = phases.RESULT;
  const from = window && now < window.opensAt ? inWords(window.opensAt) : null;
  return turn('DISTRICT', since, window?.opensAt ?? null, {
    'zh-CN': `学校预登记已完成。入学结果由区教委${from ? ` ${from['zh-CN']} 起` : ''}统一公布，在此之前不需要您做什么。`,
    en: `The school has preregistered the child. The district publishes the results${from ? ` from ${from.en}` : ''}, for all families at the same moment; there is nothing for you to do until then.`,
  });
}

export function reviewTurn({ phases }: WayFacts, _now: Date, since: Date | null): Turn {
  const window = phases.REVIEW ?? null;
  return turn('DISTRICT', since, window?.closesAt ?? null, {
    'zh-CN': `区教委正在审核${untilWords(window, 'zh-CN')}，结果陆续公布。现在不需要您做什么。`,
    en: `The district is reviewing the record${untilWords(window, 'en')}. There is nothing for you to do now.`,
  });
}

export const SECOND_LOOK_UNDER_WAY: Words = {
  'zh-CN': '区教委正在复核您的申请，结果会发短信告诉您。现在不需要您做什么。',
  en: 'The district is taking a second look and will tell you by SMS. There is nothing for you to do now.',
};

export const appealTurn = (_facts: WayFacts, _now: Date, since: Date | null): Turn =>
  turn('DISTRICT', since, null, SECOND_LOOK_UNDER_WAY);

export function withdrawnTurn(_facts: WayFacts, _now: Date, since: Date | null): Turn {
  return turn('NOBODY', since, null, { 'zh-CN': '信息已经撤销。', en: 'The record has been withdrawn.' });
}
