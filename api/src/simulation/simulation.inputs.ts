import type { ReviewItemKind, ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import { GroundEnum, ReviewItemKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import type { AskedSimulation } from './simulation.service.js';

@InputType({ description: 'One more document that families would need.' })
class SimulatedDocumentInput {
  @Field(() => ReviewItemKindEnum, { description: 'The review item that the document is for.' })
  item!: ReviewItemKind;

  @Field(() => ServiceKindEnum, {
    nullable: true,
    description: 'The service that needs it; every service when left out.',
  })
  service?: ServiceKind | null;

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'The ground that needs it, for TREATED_AS_LOCAL alone; every ground when left out.',
  })
  ground?: TreatedAsLocalGround | null;
}

@InputType({
  description:
    'A change of the rules to be simulated. What is left out stays as it is; at least one change is needed.',
})
export class SimulatePolicyInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Year of admission; the present season when left out.',
  })
  season?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Entry code 01 … 18; the whole city when left out.',
  })
  district?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The earliest birth date, included.' })
  bornFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The latest birth date, included.' })
  bornTo?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which the residence may have begun.',
  })
  residenceSince?: string | null;

  @Field(() => SimulatedDocumentInput, { nullable: true, description: 'One more document.' })
  document?: SimulatedDocumentInput | null;
}

/** What is left out is null. */
export const askedOf = ({ document, ...input }: SimulatePolicyInput): AskedSimulation => ({
  season: input.season ?? null,
  district: input.district ?? null,
  bornFrom: input.bornFrom ?? null,
  bornTo: input.bornTo ?? null,
  residenceSince: input.residenceSince ?? null,
  document: document
    ? { item: document.item, service: document.service ?? null, ground: document.ground ?? null }
    : null,
});
