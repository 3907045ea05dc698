import { Field, Int, ObjectType } from 'type-graphql';
import type { ExplainedRefusal, Language, Refusal, RefusalCode } from './rulebook/refusal.js';
import { explain } from './rulebook/refusal.js';
import { RefusalCodeEnum } from './vocabulary.type.js';

@ObjectType('Refusal', { description: 'A rule that the input breaks, in the reader’s language.' })
export class RefusalView {
  constructor(private readonly explained: ExplainedRefusal) {}

  @Field(() => RefusalCodeEnum, { description: 'Which rule.' })
  get code(): RefusalCode {
    return this.explained.code;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Path in the input, such as child.documentNumber; null for the whole.',
  })
  get field(): string | null {
    return this.explained.field;
  }

  @Field(() => String, {
    description: 'A sentence for the person, in the language of Accept-Language: zh-CN (default) or en.',
  })
  get message(): string {
    return this.explained.message;
  }

  @Field(() => String, { nullable: true, description: 'What this person can do now.' })
  get wayOut(): string | null {
    return this.explained.wayOut;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Where the rule stands in the manual, such as 一(二)5, or the standard that it is.',
  })
  get clause(): string | null {
    return this.explained.clause;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'In how many seconds it can be tried again, for cooldowns and limits.',
  })
  get retryAfterSeconds(): number | null {
    return this.explained.retryAfterSeconds;
  }
}

@ObjectType('Refused', {
  description: 'The input breaks rules: all of them at once, and nothing was written.',
})
export class RefusedView {
  @Field(() => [RefusalView], { description: 'Every broken rule, in the order of the form.' })
  readonly refusals: RefusalView[];

  constructor(refusals: readonly Refusal[], language: Language) {
    this.refusals = refusals.map((refusal) => new RefusalView(explain(refusal, language)));
  }
}

/** What a use case answers when rules are broken; resolvers put it into words. */
export class Refused {
  constructor(readonly refusals: readonly Refusal[]) {}
}
