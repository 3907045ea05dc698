import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { describe, type Language, type RefusalCode } from '../rulebook/refusal.js';
import { RULES, type Rule, type RuleName } from '../rulebook/rules.js';
import { RefusalCodeEnum } from '../vocabulary.type.js';

@ObjectType('Rule', {
  description:
    'A rule of the rulebook: what refusals cite. 〈〉 and [] stand for what differs from case to case.',
})
export class RuleView {
  constructor(
    private readonly name: RuleName,
    private readonly language: Language,
  ) {}

  private get rule(): Rule {
    return RULES[this.name];
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
    description: 'The way out that it offers, in the reader’s language.',
  })
  get wayOut(): string | null {
    return describe(this.name, this.language).wayOut;
  }

  @Field(() => Int, { nullable: true, description: '3, 180, 10 … where the rule has a limit.' })
  get limit(): number | null {
    return this.rule.limit;
  }
}

@Resolver()
export class RulesResolver {
  @Query(() => [RuleView], { description: 'The rulebook, as data. No sign-in.' })
  rules(@Ctx() { language }: Context): RuleView[] {
    return (Object.keys(RULES) as RuleName[]).map((name) => new RuleView(name, language));
  }
}
