import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { PAGE_LIMIT, pageOf } from '../paging.js';
import { RefusedView } from '../refusal.type.js';
import { SimulatedDistrictView } from './outcome.type.js';
import { askedOf, SimulatePolicyInput } from './simulation.inputs.js';
import { SimulationConnectionView, SimulationView } from './simulation.type.js';

const DEFAULT_PAGE = 20;
const WHICH = { description: 'Id of the simulation.' };

const SimulationResult = createUnionType({
  name: 'SimulationResult',
  description: 'The simulation that was requested, or the reasons why it cannot be made.',
  types: () => [SimulationView, RefusedView] as const,
});

@Resolver(() => SimulationView)
export class SimulationResolver {
  @Authorized<Action>('SIMULATE')
  @Mutation(() => SimulationResult, {
    description:
      'For district administrators in their own district and municipal administrators everywhere: starts to count how many live records a change of the rules would change. Each administrator has one at a time. FORBIDDEN for any other place, whether or not it exists.',
  })
  async simulatePolicy(
    @Arg('input', () => SimulatePolicyInput, { description: 'The change, and where it would hold.' })
    input: SimulatePolicyInput,
    @Ctx() context: Context,
  ): Promise<SimulationView | RefusedView> {
    const { em, language, reference, services } = context;
    const actor = actorOf(context);
    const asked = await services.simulations.ask(em, actor, reference, askedOf(input));
    return asked instanceof Refused
      ? new RefusedView(asked.refusals, language)
      : new SimulationView(asked, actor.viewer.subject);
  }

  @Authorized<Action>('SIMULATE')
  @Query(() => SimulationView, {
    nullable: true,
    description:
      'A simulation of the viewer’s district or, for municipal administrators, any; null both when it does not exist and when the viewer may not see it.',
  })
  async simulation(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<SimulationView | null> {
    const actor = actorOf(context);
    const simulation = await context.services.simulations.find(context.em, actor, id);
    return simulation && new SimulationView(simulation, actor.viewer.subject);
  }

  @Authorized<Action>('SIMULATE')
  @Query(() => SimulationConnectionView, {
    description: 'The simulations that the viewer may see, whoever requested them; newest first.',
  })
  async simulations(
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of entries, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<SimulationConnectionView> {
    const actor = actorOf(context);
    const page = pageOf(first, after, DEFAULT_PAGE);
    const more = { ...page, first: page.first + 1 };
    const simulations = await context.services.simulations.list(context.em, actor, more);
    return new SimulationConnectionView(simulations, page, actor.viewer.subject);
  }

  @FieldResolver(() => DistrictView, {
    nullable: true,
    description: 'The district that was asked about; null for the whole city.',
  })
  district(@Root() { simulation }: SimulationView, @Ctx() context: Context): Promise<DistrictView | null> {
    return simulation.district == null ? Promise.resolve(null) : districtOf(simulation.district, context);
  }

  @Authorized<Action>('SIMULATE')
  @Mutation(() => SimulationView, {
    description:
      'Ends a simulation early, for whoever requested it. One that is over stays as it is. FORBIDDEN both for one that does not exist and for one of somebody else.',
  })
  async cancelSimulation(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<SimulationView> {
    const actor = actorOf(context);
    const simulation = await context.services.simulations.cancel(context.em, actor, id);
    return new SimulationView(simulation, actor.viewer.subject);
  }
}

@Resolver(() => SimulatedDistrictView)
export class SimulatedDistrictResolver {
  @FieldResolver(() => DistrictView, { description: 'The district.' })
  district(@Root() { outcome }: SimulatedDistrictView, @Ctx() context: Context): Promise<DistrictView> {
    return districtOf(outcome.district, context);
  }
}

const districtOf = async (code: string, { districts, language }: Context): Promise<DistrictView> =>
  new DistrictView((await districts.byCode.load(code))!, language);
