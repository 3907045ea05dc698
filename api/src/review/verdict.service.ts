import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { isLive } from '@enrolment/rulebook/claim.js';
import { Message } from '../message/message.entity.js';
import { enqueue } from '../message/outbox.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { bySystem, type Chronicle, type Telling } from '../record/chronicle.js';
import { holdAll, holdWithin } from '../record/hold.js';
import type { CollectionRecord } from '../record/record.entity.js';
import { shownFrom, standingShownFrom } from '../record/visibility.js';
import { BatchFacts } from './batch-facts.js';
import { UntoldVerdict } from './untold-verdict.entity.js';
import { findDue } from './verdict.statements.js';

/** The records that are told of at a time, and the most in a run; the next run, a minute later, goes on. */
const PORTION = 200;
const PORTIONS = 25;

/** What the family is told of a decision of the district, and when. */
export class VerdictService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /**
   * Told at once, or as soon as the calendar shows it; but while an officer has the record in hand she may decide more of it,
   * or take it back, so it waits, and what stands then is told by one message.
   */
  async tell(
    record: CollectionRecord,
    { event, text }: Pick<Telling, 'event' | 'text'>,
    facts: BatchFacts,
    now: Date,
    shown = shownFrom(record, now),
  ): Promise<{ tell?: Telling }> {
    const claim = await facts.claim(record);
    const untold = await facts.untold(record);
    const inHand = claim !== undefined && isLive(claim, now);
    if (!untold && !inHand) return { tell: { event, text, at: shown } };
    const waiting = untold ?? facts.begin(new UntoldVerdict(record));
    waiting.wait(inHand ? claim.officer : waiting.officer, now, shown);
    return {};
  }

  /** An officer is done with a record for now; whether something is told for that. */
  async leave(em: EntityManager, { viewer, now }: Actor, number: string): Promise<boolean> {
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reachOf(viewer, this.keys, 'CLAIM_RECORD'), number);
      if (!record) throw forbidden();
      const untold = await tx.findOne(UntoldVerdict, { record });
      return endWait(tx, record, untold, viewer.subject, now);
    });
  }

  /** The queue's task: tells what is due, and returns how many families are told. One that cannot be told stops no other. */
  async tellDue(em: EntityManager, now: Date): Promise<number> {
    const tell = (numbers: readonly string[]) =>
      em.fork().transactional((tx) => this.tellThese(tx, numbers, now));
    const failures: unknown[] = [];
    let told = 0;
    for (let portion = 0; portion < PORTIONS; portion++) {
      const due = await findDue(em.fork(), now, PORTION);
      const all = due.length > 0 ? await tell(due).catch(() => null) : 0;
      told += all ?? 0;
      if (all === null) {
        for (const number of due) told += await tell([number]).catch((error) => (failures.push(error), 0));
      }
      if (due.length < PORTION) break;
    }
    // The queue tells of it, and tries again in a minute.
    if (failures.length > 0) throw failures[0];
    return told;
  }

  private async tellThese(tx: EntityManager, numbers: readonly string[], now: Date): Promise<number> {
    const held = await holdAll(tx, numbers);
    const records = [...held.values()];
    const facts = new BatchFacts(tx, records, this.keys);
    let told = 0;
    for (const record of records) {
      // Under the lock: another process may have told it, and its officer may have decided more.
      const untold = await facts.untold(record);
      if (!untold || untold.dueAt > now) continue;
      const shown = standingShownFrom(record, now);
      if (shown > now) {
        untold.putOff(shown);
        continue;
      }
      tx.remove(untold);
      const tell = await this.standing(tx, record, facts);
      if (!tell) continue;
      await this.chronicle.write(tx, record, { by: bySystem, at: now, tell }, await facts.people(record));
      told += 1;
    }
    return told;
  }

  /** What is to be told of the record as it stands; nothing of what was taken back or overtaken. */
  private async standing(
    tx: EntityManager,
    record: CollectionRecord,
    facts: BatchFacts,
  ): Promise<Telling | null> {
    const event = appealEvent(record);
    const decided = (await facts.rejection(record))?.decidedAt != null;
    // The family asks once, so its answer is told once, by whatever message comes first.
    const appeal = decided && (await tx.count(Message, { eventKey: event })) === 0;
    const verdict = verdictOf(record);
    if (appeal) {
      const text = verdict && record.stage !== 'REJECTED' ? verdict.text : 'APPEAL_DECIDED';
      return { event, text };
    }
    return verdict && { event: eventOf(verdict.kind), text: verdict.text };
  }
}

type VerdictKind = 'returned' | 'identity-returned' | 'approved' | 'rejected';

/** The key of a verdict's message: written in the transaction that takes it for told, so once; the same may be decided again. */
export const eventOf = (kind: VerdictKind): string => `${kind}:${uuid()}`;

export const appealEvent = ({ id }: CollectionRecord): string => `appeal:${id}`;

function verdictOf({
  stage,
  identityStatus,
}: CollectionRecord): { kind: VerdictKind; text: Telling['text'] } | null {
  if (stage === 'APPROVED') return { kind: 'approved', text: 'APPROVED' };
  if (stage === 'REJECTED') return { kind: 'rejected', text: 'REJECTED' };
  if (stage !== 'RETURNED') return null;
  return identityStatus === 'RETURNED'
    ? { kind: 'identity-returned', text: 'IDENTITY_RETURNED' }
    : { kind: 'returned', text: 'RETURNED' };
}

/** The officer's wait is over: the queue's task tells it right after the transaction. */
export async function endWait(
  tx: EntityManager,
  record: CollectionRecord,
  untold: UntoldVerdict | null | undefined,
  officer: string,
  now: Date,
): Promise<boolean> {
  if (!untold?.endWait(officer, now, standingShownFrom(record, now))) return false;
  await enqueue(tx, { task: 'tell_verdicts', payload: '{}', key: 'tell_verdicts' });
  return true;
}
