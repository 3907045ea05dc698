import { Field, ObjectType } from 'type-graphql';
import { RefusalView } from '../refusal.type.js';
import { explain, type Language } from '../rulebook/refusal.js';
import type { DetailBlock } from '../vocabulary.js';
import { DetailBlockEnum } from '../vocabulary.type.js';
import type { DetailsEditing } from './details.service.js';

@ObjectType('DetailsEditing', {
  description: 'How the details stand for who may change them now, before anything is sent.',
})
export class DetailsEditingView {
  constructor(
    private readonly editing: DetailsEditing,
    private readonly language: Language,
  ) {}

  @Field(() => [DetailBlockEnum], {
    description: 'The parts of the form that can be changed: all of them, or after a return those returned.',
  })
  get open(): readonly DetailBlock[] {
    return this.editing.open;
  }

  @Field(() => [RefusalView], {
    description:
      'What submitDetails would refuse if what was saved last were submitted now, in the order of the form; empty when it can be sent.',
  })
  get missing(): RefusalView[] {
    return this.editing.refusals.map((refusal) => new RefusalView(explain(refusal, this.language)));
  }
}
