import type { AskedDocument } from '@enrolment/rulebook/simulation.js';
import type { ReviewItemKind, ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { NewestFirst } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { CalendarDate } from '../scalars.js';
import { asEnum, GroundEnum, ReviewItemKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { SimulatedDistrictView } from './outcome.type.js';
import type { Simulation, SimulationState } from './simulation.entity.js';

const SimulationStateEnum = asEnum<SimulationState>('SimulationState', 'The states of a simulation.', {
  QUEUED: 'It has not begun.',
  RUNNING: 'Records are being counted.',
  DONE: 'Every record is counted, and the results are there.',
  FAILED: 'It was given up after several tries, for a reason on our side. It can be requested again.',
  CANCELLED: 'Whoever requested it cancelled it.',
});

@ObjectType('SimulatedDocument', { description: 'One more document that families would need.' })
class SimulatedDocumentView {
  constructor(private readonly asked: AskedDocument) {}

  @Field(() => ReviewItemKindEnum, { description: 'The review item that the document is for.' })
  get item(): ReviewItemKind {
    return this.asked.item;
  }

  @Field(() => ServiceKindEnum, {
    nullable: true,
    description: 'The service that needs it; null for every service.',
  })
  get service(): ServiceKind | null {
    return this.asked.service;
  }

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'The ground that needs it; null for every ground.',
  })
  get ground(): TreatedAsLocalGround | null {
    return this.asked.ground;
  }
}

@ObjectType('Simulation', {
  description:
    'How many live records a change of the rules would change. It is counted while nobody waits for it, and no record is changed by it. Read it again to see its progress. It is kept for 90 days.',
})
export class SimulationView {
  constructor(
    readonly simulation: Simulation,
    private readonly viewer: string,
  ) {}

  @Field(() => ID, { description: 'Id of the simulation, for `simulation` and `cancelSimulation`.' })
  get id(): string {
    return this.simulation.id;
  }

  @Field(() => SimulationStateEnum, { description: 'Its state.' })
  get state(): SimulationState {
    return this.simulation.state;
  }

  @Field(() => Boolean, { description: 'Whether the viewer requested it.' })
  get own(): boolean {
    return this.simulation.askedBy === this.viewer;
  }

  @Field(() => Int, { description: 'Year of admission.' })
  get season(): number {
    return this.simulation.season;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The simulated earliest birth date; null when it stays as it is.',
  })
  get bornFrom(): string | null {
    return this.simulation.change.bornFrom;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The simulated latest birth date; null when it stays as it is.',
  })
  get bornTo(): string | null {
    return this.simulation.change.bornTo;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which the residence may have begun; null without a cut-off.',
  })
  get residenceSince(): string | null {
    return this.simulation.change.residenceSince;
  }

  @Field(() => SimulatedDocumentView, {
    nullable: true,
    description: 'The simulated document; null without one.',
  })
  get document(): SimulatedDocumentView | null {
    const { document } = this.simulation.change;
    return document && new SimulatedDocumentView(document);
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The number of live records to be counted; null before it begins.',
  })
  get total(): number | null {
    return this.simulation.total ?? null;
  }

  @Field(() => Int, {
    description: 'The number of records counted so far. It starts again when a process has ended.',
  })
  get done(): number {
    return this.simulation.done;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was requested.' })
  get createdAt(): Date {
    return this.simulation.createdAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment whose records are counted, all of one moment; null before it begins.',
  })
  get asOf(): Date | null {
    return this.simulation.asOf ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended, in whatever state; null before that.',
  })
  get finishedAt(): Date | null {
    return this.simulation.finishedAt ?? null;
  }

  @Field(() => [SimulatedDistrictView], {
    nullable: true,
    description:
      'The numbers of each district with a live record, in the order of the codes; null until it is DONE. They are whole numbers: whoever reads them may read the records.',
  })
  get results(): SimulatedDistrictView[] | null {
    return this.simulation.results?.map((outcome) => new SimulatedDistrictView(outcome)) ?? null;
  }
}

@ObjectType('SimulationConnection', { description: 'A page of simulations, newest first.' })
export class SimulationConnectionView {
  @Field(() => [SimulationView], { description: 'The simulations.' })
  readonly nodes: SimulationView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(simulations: readonly Simulation[], { first, before }: NewestFirst, viewer: string) {
    const { shown, pageInfo } = cutPage(simulations, { first, goesOn: before !== null }, ({ id }) => id);
    this.nodes = shown.map((simulation) => new SimulationView(simulation, viewer));
    this.pageInfo = pageInfo;
  }
}
