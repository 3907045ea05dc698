import type { Details } from '@enrolment/rulebook/details/details.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { IsWorkingDay } from '@enrolment/rulebook/working-days.js';
import type { ReviewItem } from '../review/review.entity.js';
import { atWork, later } from './arrivals.js';
import { Lot, type Chance } from './chance.js';
import type { ItemLaid, Reference, SeasonCalendar } from './city.js';
import type { Life } from './life.js';

/** What a story is told with. */
export interface Setting {
  readonly chance: Chance;
  readonly calendar: SeasonCalendar;
  readonly isWorkingDay: IsWorkingDay;
  /** Nothing happens after it. */
  readonly until: Date;
  /** Whether the season is over: nobody waits for an answer any more. */
  readonly over: boolean;
  readonly trouble: number;
  readonly details: Details;
  readonly items: readonly ItemLaid[];
  readonly schools: Reference['schools'];
  /** When the district publishes, from 0 to 1 of its window. */
  readonly publication: number;
}

/** How a family goes on after the registration. */
const WAYS = new Lot<'FORGETS' | 'DRAFTS' | 'WITHDRAWS' | 'SUBMITS'>([
  ['FORGETS', 3],
  ['DRAFTS', 3],
  ['WITHDRAWS', 3],
  ['SUBMITS', 91],
]);

const RETURNED: Readonly<Partial<Record<ReviewItemKind, readonly [reason: string, remedy: string]>>> = {
  HOUSEHOLD_REGISTER: ['户口簿地址与填写的不一致。', '请照户口簿首页“住址”栏填写后重新提交。'],
  RESIDENCE: ['租赁备案号查不到。', '请核对备案证明上的编号后重新提交。'],
  RESIDENCE_PERMIT: ['居住证有效期已过。', '请办理签注，填写新的有效期后重新提交。'],
  EMPLOYMENT: ['单位名称与统一社会信用代码不一致。', '请照营业执照填写后重新提交。'],
  GROUND: ['认定材料不清楚。', '请到区教委窗口出示原件后重新提交。'],
};
const FAILED: Readonly<Partial<Record<ReviewItemKind, string>>> = {
  HOUSEHOLD_REGISTER: '户籍登记与户口簿不符。',
  RESIDENCE: '所填住房不是住宅，不能作为入学住房。',
  RESIDENCE_PERMIT: '没有有效的北京市居住证。',
  EMPLOYMENT: '社会保险中断，不符合本区要求。',
  GROUND: '不符合按本市户籍对待的条件。',
};

/** Goes through a record's life up to the end of the story: whatever would happen later has not happened yet. */
export function tell(life: Life, registeredAt: Date, setting: Setting): void {
  const { chance, calendar, until, details } = setting;
  const way = chance.from(WAYS);
  const opens = calendar.DETAILS?.opensAt ?? registeredAt;
  const closes = calendar.DETAILS?.closesAt ?? registeredAt;
  const begins = later(registeredAt > opens ? registeredAt : opens, chance.wait(0.3));
  const isOver = (at: Date) => at >= until || at >= closes;
  if (way === 'FORGETS' || isOver(begins)) return;
  const drafted = way === 'DRAFTS' || chance.happens(0.6);
  if (drafted) life.save(half(details), begins);
  if (way === 'DRAFTS') return;
  const ends = later(begins, chance.wait(chance.happens(0.7) ? 0.4 : 20));
  if (isOver(ends)) return;
  if (way === 'WITHDRAWS') return life.withdraw(ends);
  if (drafted && chance.happens(0.35)) life.authorize(new Date((begins.getTime() + ends.getTime()) / 2));
  life.submit(details, ends, setting.items);
  const verified = verify(life, ends, setting);
  const approved = verified && review(life, verified, setting);
  if (approved) finish(life, approved, setting);
}

/** A draft: the first half of the form. */
const half = (details: Details): Details => ({
  ...details,
  employments: [],
  residencePermits: [],
  answers: [],
});

/** The identity check: mostly the gateway's answer within a minute, now and then an officer's. */
function verify(
  life: Life,
  submittedAt: Date,
  { chance, until, trouble, details, items }: Setting,
): Date | null {
  const answered = later(submittedAt, 0.003 + chance.share() * 0.02);
  // Nobody has waited for an answer longer than a minute: a check that is overdue is one of a gateway that is away.
  if (answered >= until) return null;
  if (!chance.happens(trouble * 0.6)) {
    life.answer('PASSED', answered);
    return answered;
  }
  life.answer('FAILED', answered);
  const looked = atWork(later(answered, chance.wait(22)), chance);
  if (looked >= until) return null;
  if (chance.happens(0.8)) {
    life.decideIdentity('PASSED', null, looked);
    return looked;
  }
  life.decideIdentity('RETURNED', '孩子的姓名与户籍登记不一致。', looked);
  const again = later(looked, chance.wait(20));
  if (again >= until || chance.happens(0.2)) return null;
  life.submit(details, again, items);
  const answeredAgain = later(again, 0.01);
  if (answeredAgain >= until) return null;
  // Nothing has changed in the documents that an officer returned: the answer is the same, and she decides once more.
  life.answer('FAILED', answeredAgain);
  const decided = atWork(later(answeredAgain, chance.wait(12)), chance);
  if (decided >= until) return null;
  life.decideIdentity('PASSED', null, decided);
  return decided;
}

/** The review; returns when the record was approved, null if it was not, or not yet. */
function review(life: Life, verifiedAt: Date, setting: Setting): Date | null {
  const { chance, calendar, until } = setting;
  const opens = calendar.REVIEW?.opensAt ?? verifiedAt;
  const closes = calendar.CORRECTION?.closesAt ?? until;
  let at = later(verifiedAt > opens ? verifiedAt : opens, chance.wait(14));
  const next = (hours: number): boolean => {
    at = atWork(later(at, hours), chance);
    return at < until && at < closes;
  };
  if (!next(0)) return null;
  life.read(at);
  const item = chance.of(life.items);
  const trouble = chance.happens(setting.trouble) && item !== undefined;
  for (const one of life.items) {
    if (trouble && one === item) continue;
    life.decide(one, { status: 'PASSED', reason: null, remedy: null }, at);
    if (!next(0.02 + chance.wait(0.4))) return null;
  }
  if (!trouble) return at;
  const mended = chance.happens(0.67) ? mend(life, item, at, setting) : contest(life, item, at, setting);
  if (!mended) return null;
  life.decide(item, { status: 'PASSED', reason: null, remedy: null }, mended);
  return mended;
}

/** An item is returned, corrected and sent again; returns when it is looked at again. */
function mend(
  life: Life,
  item: ReviewItem,
  at: Date,
  { chance, until, details, items, calendar }: Setting,
): Date | null {
  const [reason, remedy] = RETURNED[item.kind] ?? ['材料不清楚。', '请补充后重新提交。'];
  life.decide(item, { status: 'RETURNED', reason, remedy }, at);
  const again = later(at, chance.wait(26));
  const closes = calendar.CORRECTION?.closesAt ?? until;
  if (again >= until || again >= closes || chance.happens(0.15)) return null;
  life.submit(details, again, items);
  const looked = atWork(later(again, chance.wait(14)), chance);
  return looked < until ? looked : null;
}

/** An item fails and the record is rejected. Some appeal, and some of these are right; returns when it is looked at again. */
function contest(
  life: Life,
  item: ReviewItem,
  at: Date,
  { chance, until, over, isWorkingDay }: Setting,
): Date | null {
  const reason = FAILED[item.kind] ?? '材料不符合要求。';
  life.decide(item, { status: 'FAILED', reason, remedy: null }, at);
  const rejected = later(at, 0.2);
  if (rejected >= until || chance.happens(0.1)) return null;
  life.reject(reason, rejected, isWorkingDay);
  const appealed = later(rejected, Math.min(60, chance.wait(20)));
  if (appealed >= until || chance.happens(0.45)) return null;
  life.appeal('我们已补齐材料，请再核对一次。', appealed);
  const decided = atWork(later(appealed, chance.wait(20)), chance);
  if (decided >= until || (chance.happens(0.3) && !over)) return null;
  const accepted = chance.happens(0.4);
  life.decideAppeal(accepted, accepted ? '经核对，补充的材料有效。' : '补充的材料仍不符合要求。', decided);
  const looked = later(decided, 0.1);
  return accepted && looked < until ? looked : null;
}

/** The school, the district's decision, and its publication. */
function finish(
  life: Life,
  approvedAt: Date,
  { chance, calendar, until, schools, publication }: Setting,
): void {
  const window = calendar.SCHOOL_PREREGISTRATION;
  const { RESULT: result } = calendar;
  if (!window || schools.length === 0 || chance.happens(0.05)) return;
  const from = approvedAt > window.opensAt ? approvedAt : window.opensAt;
  const came = atWork(later(from, chance.wait(20)), chance);
  if (came >= until || came >= window.closesAt) return;
  life.preregister(chance.of(schools), came);
  const decided = atWork(later(came, chance.wait(16)), chance);
  if (decided >= until || chance.happens(0.01)) return;
  const admitted = chance.happens(0.975);
  life.admit(
    admitted ? 'ADMITTED' : 'NOT_ADMITTED',
    admitted ? null : '学位已满，请按区教委安排就读。',
    decided,
  );
  if (!result) return;
  const span = result.closesAt.getTime() - result.opensAt.getTime();
  const first = new Date(Math.floor(result.opensAt.getTime() + publication * span));
  // What is decided afterwards is published by itself, two days later.
  const published = first > decided ? first : later(decided, 48);
  if (published < until && published < result.closesAt) life.publish(published);
}
