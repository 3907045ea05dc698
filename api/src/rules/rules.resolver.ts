import { describe, type Language, type RefusalCode } from '@enrolment/rulebook/refusal.js';
import { ALL_RULES } from '@enrolment/rulebook/office-rules.js';
import type { Rule, RuleName } from '@enrolment/rulebook/rules.js';
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { RefusalCodeEnum } from '../vocabulary.type.js';

@ObjectType('Rule', {
  description:
    'A rule of the rulebook, as refusals cite it. 〈〉 and [] stand for what differs from case to case.',
})
class RuleView {
  constructor(
    private readonly name: RuleName,
    private readonly language: Language,
  ) {}

  private get rule(): Rule {
    return ALL_RULES[this.name];
  }

  @Field(() => String, {
    description: 'Its id, such as documentAlreadyRegistered: what `Refusal.rule` names. It never changes.',
  })
  get id(): string {
    return this.name;
  }

  @Field(() => RefusalCodeEnum, { description: 'The code with which it refuses.' })
  get code(): RefusalCode {
    return this.rule.code;
  }

  @Field(() => String, { nullable: true, description: 'Clause of the manual or standard.' })
  get clause(): string | null {
    return this.rule.clause;
  }

  @Field(() => String, { description: 'Its sentence, in the reader’s language.' })
  get text(): string {
    return describe(this.name, this.language).text;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The way out that it offers, in the reader’s language; null when there is none.',
  })
  get wayOut(): string | null {
    return describe(this.name, this.language).wayOut;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The rule’s limit, such as 3, 180 or 10; null for a rule without one.',
  })
  get limit(): number | null {
    return this.rule.limit;
  }
}

@Resolver()
export class RulesResolver {
  @Query(() => [RuleView], { description: 'The rulebook, as data. Needs no sign-in.' })
  rules(@Ctx() { language }: Context): RuleView[] {
    return (Object.keys(ALL_RULES) as RuleName[]).map((name) => new RuleView(name, language));
  }
}
