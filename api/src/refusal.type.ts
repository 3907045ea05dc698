import type { ExplainedRefusal, Language, Refusal, RefusalCode } from '@enrolment/rulebook/refusal.js';
import { explain } from '@enrolment/rulebook/refusal.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { RefusalCodeEnum } from './vocabulary.type.js';

@ObjectType('Refusal', { description: 'A rule that the input breaks, in the reader’s language.' })
export class RefusalView {
  constructor(private readonly explained: ExplainedRefusal) {}

  @Field(() => String, {
    description: 'Id of the rule as in `rules`, such as documentAlreadyRegistered. It never changes.',
  })
  get rule(): string {
    return this.explained.rule;
  }

  @Field(() => RefusalCodeEnum, { description: 'The kind of rule; several rules can share one.' })
  get code(): RefusalCode {
    return this.explained.code;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Path in the input, such as child.documentNumber; null when the whole input is concerned.',
  })
  get field(): string | null {
    return this.explained.field;
  }

  @Field(() => String, {
    description:
      'A sentence for the person, in the language that Accept-Language asks for: zh-CN (the default) or en.',
  })
  get message(): string {
    return this.explained.message;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the person can do now; null when there is nothing to add.',
  })
  get wayOut(): string | null {
    return this.explained.wayOut;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Where the rule stands in the manual, such as 一(二)5, or the standard that it comes from.',
  })
  get clause(): string | null {
    return this.explained.clause;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'In how many seconds it can be tried again; null unless a cooldown or limit was met.',
  })
  get retryAfterSeconds(): number | null {
    return this.explained.retryAfterSeconds;
  }
}

@ObjectType('Refused', {
  description: 'The input breaks rules. All of them are listed at once, and nothing was written.',
})
export class RefusedView {
  @Field(() => [RefusalView], { description: 'Every broken rule, in the order of the form.' })
  readonly refusals: RefusalView[];

  constructor(refusals: readonly Refusal[], language: Language) {
    this.refusals = refusals.map((refusal) => new RefusalView(explain(refusal, language)));
  }
}
