import { CORRECTABLE, changedBy, correct, type Correction } from '@enrolment/rulebook/correction.js';
import {
  checkRequest,
  OPEN_REQUESTS,
  requestStanding,
  takesTwo,
  type Requestable,
} from '@enrolment/rulebook/correction-request.js';
import { checkAuditedReason } from '@enrolment/rulebook/disclosure.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import { RecordClaim } from '../claim/claim.entity.js';
import { goOn, refusedByClaim } from '../claim/claim.service.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { forbidden } from '../platform/errors.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { guardianOf, reachOf } from '../record/access.js';
import { personIndex, phoneIndex } from '../record/blind-indexes.js';
import { byGuardian, byOffice, type Chronicle, type Telling } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { peopleOf } from '../record/people.js';
import type { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import { CorrectionRequest } from './correction-request.entity.js';
import { correctionFacts } from './correction.statements.js';
import { asNamed, inWords, type CorrectionService } from './correction.service.js';

/** What is not asked for stays as it is. */
const asCorrection = (values: Readonly<Partial<Record<string, string>>>): Correction =>
  Object.fromEntries(CORRECTABLE.map((field) => [field, values[field] ?? null])) as Correction;

type Act = Parameters<typeof requestStanding>[1];

/** An open request as an officer decides on it. */
interface ReadRequest {
  readonly id: string;
  readonly takesTwo: boolean;
  readonly values: Readonly<Partial<Record<string, string>>>;
  /** What the first officer said. */
  readonly answer: string | null;
}

interface Reply {
  readonly act: Act;
  readonly action: AuditAction;
  readonly decide: (request: CorrectionRequest, key: DataKey) => void;
  readonly tell?: Telling;
}

interface Judged {
  readonly number: string;
  readonly reason: string;
}

/** 更正申请: a family asks, an officer decides, and where a document or phone changes a second one confirms. */
export class CorrectionRequestService {
  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly corrections: CorrectionService,
    private readonly chronicle: Chronicle,
  ) {}

  async request(
    em: EntityManager,
    actor: Actor,
    number: string,
    { evidence, ...asked }: Partial<Record<Requestable, string | null>> & { evidence: string },
  ): Promise<CollectionRecord | Refused> {
    const { now: at } = actor;
    return em.transactional(async (tx) => {
      const record = await this.records.hold(tx, actor, number);
      const key = record.keyFrom(this.keys);
      const people = await peopleOf(tx, record.id, key);
      const registered = inWords(record, people);
      const given: Partial<Record<string, string>> = Object.fromEntries(
        Object.entries(asked).flatMap(([field, value]) => (value ? [[field, value]] : [])),
      );
      const corrected = correct(registered, asCorrection(given));
      const found = await correctionFacts(tx, record, {
        document: personIndex(this.keys, corrected.child),
        phone: phoneIndex(this.keys, corrected.guardian.phone),
      });
      const facts = {
        ...found,
        stage: record.stage,
        second: people.second && asNamed(people.second),
        open: (await openOf(tx, record)) !== null,
      };
      const refusals = checkRequest(corrected, registered, evidence, facts, at);
      if (refusals.length > 0) return new Refused(refusals);
      const changed = changedBy(corrected, registered);
      const values = Object.fromEntries(
        changed.flatMap((field) => (given[field] ? [[field, given[field]]] : [])),
      );
      const request = { by: guardianOf(record), values, evidence, takesTwo: takesTwo(changed) };
      tx.persist(new CorrectionRequest(record, request, { at, key }));
      record.touch(at);
      const audit = { action: 'CORRECTION_REQUESTED', detail: { changed } } as const;
      await this.chronicle.write(tx, record, { by: byGuardian(record), at, audit });
      return record;
    });
  }

  async takeBack(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.records.hold(tx, actor, number);
      const request = await openOf(tx, record);
      if (!request) return new Refused([refuse('correctionRequestGone')]);
      request.takeBack();
      const audit = { action: 'CORRECTION_TAKEN_BACK' } as const;
      await this.chronicle.write(tx, record, { by: byGuardian(record), at: actor.now, audit });
      return record;
    });
  }

  /** Corrects what was asked for, or proposes it to a second officer where it takes two. */
  async accept(em: EntityManager, actor: Actor, judged: Judged): Promise<CollectionRecord | Refused> {
    const { number, reason } = judged;
    const read = await this.read(em, actor, number, 'ACCEPT');
    if (read instanceof Refused) return read;
    if (read.takesTwo) return this.propose(em, actor, judged);
    return this.carryOut(em, actor, number, { ...read, reason, act: 'ACCEPT' }, (request, key) =>
      request.accept(actor.viewer, reason, { at: actor.now, key }),
    );
  }

  /** 复核同意: the second officer corrects what the first one proposed. */
  async confirm(em: EntityManager, actor: Actor, number: string): Promise<CollectionRecord | Refused> {
    const read = await this.read(em, actor, number, 'SECOND');
    if (read instanceof Refused) return read;
    const reason = read.answer ?? '';
    return this.carryOut(em, actor, number, { ...read, reason, act: 'SECOND' }, (request) =>
      request.confirm(actor.viewer, actor.now),
    );
  }

  decline(em: EntityManager, actor: Actor, judged: Judged): Promise<CollectionRecord | Refused> {
    return this.reply(em, actor, judged, {
      act: 'DECLINE',
      action: 'CORRECTION_DECLINED',
      decide: (request, key) => request.decline(actor.viewer, judged.reason, { at: actor.now, key }),
      tell: { event: `correction-declined:${uuid()}`, text: 'CORRECTION_DECLINED' },
    });
  }

  private propose(em: EntityManager, actor: Actor, judged: Judged): Promise<CollectionRecord | Refused> {
    return this.reply(em, actor, judged, {
      act: 'ACCEPT',
      action: 'CORRECTION_PROPOSED',
      decide: (request, key) => request.propose(actor.viewer, judged.reason, { at: actor.now, key }),
    });
  }

  /** The open request in clear, if the officer may do this with it. */
  private async read(
    em: EntityManager,
    actor: Actor,
    number: string,
    act: Act,
  ): Promise<ReadRequest | Refused> {
    return em.fork().transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      const key = record.keyFrom(this.keys);
      const request = await openOf(tx, record);
      const refusals = requestStanding(standing(request), act, actor.viewer.subject);
      if (!request || refusals.length > 0) return new Refused(refusals);
      const { id, takesTwo, answer } = request;
      return { id, takesTwo, values: valuesIn(request, key), answer: answer?.open(key) ?? null };
    });
  }

  /** Corrects what the family asks for, as long as it is the same request that was read. */
  private carryOut(
    em: EntityManager,
    actor: Actor,
    number: string,
    { id, values, reason, act }: ReadRequest & { readonly reason: string; readonly act: Act },
    decide: (request: CorrectionRequest, key: DataKey) => void,
  ): Promise<CollectionRecord | Refused> {
    const given = { ...asCorrection(values), reason, revision: null };
    return this.corrections.correct(em, actor, number, given, async (tx, record) => {
      const open = await openOf(tx, record);
      if (open?.id !== id) return [refuse('correctionRequestGone')];
      const gone = requestStanding(standing(open), act, actor.viewer.subject);
      if (gone.length === 0) decide(open, record.keyFrom(this.keys));
      return gone;
    });
  }

  /** What an officer says of a request without correcting anything. */
  private reply(
    em: EntityManager,
    actor: Actor,
    { number, reason }: Judged,
    { act, action, decide, tell }: Reply,
  ): Promise<CollectionRecord | Refused> {
    return em.transactional(async (tx) => {
      const record = await this.held(tx, actor, number);
      const claim = await tx.findOne(RecordClaim, { record });
      const claimed = refusedByClaim(claim, actor);
      if (claimed.length > 0) return new Refused(claimed);
      const key = record.keyFrom(this.keys);
      const request = await openOf(tx, record);
      const refusals = [
        ...requestStanding(standing(request), act, actor.viewer.subject),
        ...(await this.checkAnswer(tx, record, key, request, reason)),
      ];
      if (!request || refusals.length > 0) return new Refused(refusals);
      decide(request, key);
      goOn(tx, record, claim, actor);
      record.touch(actor.now);
      await this.chronicle.write(tx, record, {
        by: byOffice(actor.viewer, record),
        at: actor.now,
        audit: { action, detail: { reason: reason.trim() } },
        ...(tell ? { tell } : {}),
      });
      return record;
    });
  }

  private async held(tx: EntityManager, { viewer }: Actor, number: string): Promise<CollectionRecord> {
    const record = await holdWithin(tx, reachOf(viewer, this.keys, 'DECIDE_CORRECTIONS'), number);
    if (!record) throw forbidden();
    return record;
  }

  /** It stands in the trail, which outlives a withdrawal, and so says nothing about anybody, nor who somebody is to be. */
  private async checkAnswer(
    tx: EntityManager,
    record: CollectionRecord,
    key: DataKey,
    request: CorrectionRequest | null,
    reason: string,
  ) {
    const { child, guardians } = await peopleOf(tx, record.id, key);
    const { childName = '', guardianName = '' } = request ? valuesIn(request, key) : {};
    const names = [child.name, ...guardians.map(({ name }) => name), childName, guardianName];
    return checkAuditedReason(reason, names, 'reason');
  }
}

const openOf = (tx: EntityManager, record: CollectionRecord): Promise<CorrectionRequest | null> =>
  tx.findOne(CorrectionRequest, { record, state: { $in: [...OPEN_REQUESTS] } });

const valuesIn = ({ values }: CorrectionRequest, key: DataKey) =>
  JSON.parse(values.open(key)) as Partial<Record<string, string>>;

const standing = (request: CorrectionRequest | null) =>
  request && { state: request.state, officer: request.officer ?? null };
