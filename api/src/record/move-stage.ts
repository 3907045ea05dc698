import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from '../platform/sql.js';
import type { Stage } from '../vocabulary.js';
import { allows, TRANSITIONS, type StageAction, type StageActor } from './stages.js';

export interface StageMove {
  readonly recordId: string;
  readonly from: Stage;
  readonly action: StageAction;
  /** Who acts. Guardians by which of the two they are, staff by their office: never a person. */
  readonly actor: EventActor;
  readonly at: Date;
  /** A word of the vocabulary, such as the kind of a review item: it outlives a withdrawal, so nothing about anybody. */
  readonly note?: string;
}

/** As the history names who did something. */
export type EventActor = Exclude<StageActor, 'GUARDIAN'> | 'GUARDIAN' | 'SECOND_GUARDIAN';

const MOVE = `
  with moved as (
    update collection_record set stage = $3 where id = $1 and stage = $2 and withdrawn_at is null returning id
  )
  insert into record_event (record_id, kind, at, actor, from_stage, to_stage, note)
  select id, $4, $5, $6, $2, $3, $7 from moved returning id`;

/** Takes a step: the stage and its event in one statement. false when the record is no longer where it was. */
export async function moveStage(tx: EntityManager, move: StageMove): Promise<boolean> {
  const { to, event } = TRANSITIONS[move.action];
  if (!allows(move.action, move.from)) return false;
  const moved = await run(tx, MOVE, [
    ...[move.recordId, move.from, to, event],
    ...[move.at, move.actor, move.note ?? null],
  ]);
  return moved.length === 1;
}

/** The same for who holds the record's lock: nobody can have moved it meanwhile. The stage that was reached. */
export async function takeStep(
  tx: EntityManager,
  { id: recordId, stage: from }: { id: string; stage: Stage },
  action: StageAction,
  by: Pick<StageMove, 'actor' | 'at' | 'note'>,
): Promise<Stage> {
  if (!(await moveStage(tx, { recordId, from, action, ...by }))) {
    throw new Error('the stage changed under its own lock');
  }
  return TRANSITIONS[action].to;
}

/** What happened without a change of stage: a grant, a decided item, a correction. */
export async function noteEvent(
  tx: EntityManager,
  event: { recordId: string; stage: Stage; kind: string; actor: EventActor; at: Date; note?: string },
): Promise<void> {
  await run(
    tx,
    `insert into record_event (record_id, kind, at, actor, from_stage, to_stage, note) values ($1, $2, $3, $4, $5, $5, $6)`,
    [event.recordId, event.kind, event.at, event.actor, event.stage, event.note ?? null],
  );
}
