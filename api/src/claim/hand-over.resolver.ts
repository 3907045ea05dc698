import type { Action } from '@enrolment/rulebook/access.js';
import { HAND_OVER_NOTE_LENGTH } from '@enrolment/rulebook/claim.js';
import type { Role } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { FreeText } from '../platform/free-text.js';
import { AT_ONCE } from '../review/batch.service.js';
import { BatchResultView } from '../review/batch.type.js';
import { CollectionNumber } from '../scalars.js';
import { RoleEnum } from '../vocabulary.type.js';
import type { Decider } from './hand-over.statements.js';

@ObjectType('Colleague', { description: 'Whoever decides on the records of a district now.' })
export class ColleagueView {
  @Field(() => ID, { description: 'Id of her role, for `handOverRecords`.' })
  readonly id: string;

  @Field(() => String, { description: 'Her name, as an administrator wrote it for colleagues.' })
  readonly name: string;

  @Field(() => RoleEnum, { description: 'Her role in the district.' })
  readonly role: Role;

  constructor({ id, name, role }: Decider) {
    this.id = id;
    this.name = name;
    this.role = role;
  }
}

@Resolver()
export class HandOverResolver {
  @Authorized<Action>('HAND_OVER_RECORDS')
  @Query(() => [ColleagueView], {
    description:
      'For officers of the district: the colleagues to whom they can give records, by name, without themselves. FORBIDDEN both for a district that does not exist and for one that is not theirs.',
  })
  async colleagues(
    @Arg('district', () => String, { description: 'Entry code of the district.' }) district: string,
    @Ctx() context: Context,
  ): Promise<ColleagueView[]> {
    const { em, services } = context;
    const deciders = await services.handOvers.colleagues(em, actorOf(context), district);
    return deciders.map((decider) => new ColleagueView(decider));
  }

  @Authorized<Action>('HAND_OVER_RECORDS')
  @Mutation(() => BatchResultView, {
    description:
      '转交, for officers of the record’s district: gives records to a colleague who decides there. She has them in hand without a touch until she decides or gives them back, or her role ends. What somebody else has in hand is refused (CLAIMED), but for administrators of the district. It is audited.',
  })
  async handOverRecords(
    @Arg('numbers', () => [CollectionNumber], {
      description: `Collection numbers of the records, at most ${AT_ONCE}.`,
    })
    numbers: string[],
    @Arg('colleague', () => ID, { description: 'Id of one of `colleagues`.' }) colleague: string,
    @Ctx() context: Context,
    @FreeText('note', {
      nullable: true,
      description: `What the colleague should know, in at most ${HAND_OVER_NOTE_LENGTH} characters; no family reads it.`,
    })
    note: string | null,
  ): Promise<BatchResultView> {
    const { em, services, language } = context;
    const actor = actorOf(context);
    const giving = services.handOvers.giving(actor, { colleague, note: note ?? null });
    const asked = { numbers, dryRun: false, revisions: new Map<string, number>() };
    return new BatchResultView(await services.batches.runNow(em, actor, giving, asked), language);
  }
}
