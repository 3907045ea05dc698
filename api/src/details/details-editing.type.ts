import { explain, type Language } from '@enrolment/rulebook/refusal.js';
import type { DetailBlock, Sex } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import { RefusalView } from '../refusal.type.js';
import { DetailBlockEnum, SexEnum } from '../vocabulary.type.js';
import type { DetailsEditing } from './details.service.js';

@ObjectType('DetailsEditing', {
  description:
    'What the details still need before they can be sent. Only whoever may change them now can read it.',
})
export class DetailsEditingView {
  constructor(
    private readonly editing: DetailsEditing,
    private readonly language: Language,
  ) {}

  @Field(() => [DetailBlockEnum], {
    description:
      'The parts of the form that can be changed: all of them, or after a return only the returned ones.',
  })
  get open(): readonly DetailBlock[] {
    return this.editing.open;
  }

  @Field(() => [RefusalView], {
    description:
      'What submitDetails would refuse if the last saved version were submitted now, in the order of the form; empty when it can be sent.',
  })
  get missing(): RefusalView[] {
    return this.editing.refusals.map((refusal) => new RefusalView(explain(refusal, this.language)));
  }

  @Field(() => [RefusalView], {
    description:
      'What is unusual in the last saved version but may be right, such as two mothers; submitDetails accepts it with relationsConfirmed.',
  })
  get toConfirm(): RefusalView[] {
    return this.editing.toConfirm.map((refusal) => new RefusalView(explain(refusal, this.language)));
  }

  @Field(() => SexEnum, {
    nullable: true,
    description:
      'The first guardian’s sex, read from the document number; null when the number does not tell it.',
  })
  get firstGuardianSex(): Sex | null {
    return this.editing.firstGuardianSex;
  }
}
