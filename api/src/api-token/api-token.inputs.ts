import type { TokenScope } from '@enrolment/rulebook/vocabulary.js';
import { TOKEN_NAME_LENGTH } from '@enrolment/rulebook/api-token.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { Field, InputType } from 'type-graphql';
import { TokenScopeEnum } from '../vocabulary.type.js';

@InputType({ description: 'What a new API token is to be like.' })
export class ApiTokenInput {
  @Field(() => String, {
    description: `What the system is called, so that the list says which it is: at most ${TOKEN_NAME_LENGTH} characters.`,
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Entry code of the district whose system it is. Left out for a system of the city, for which only municipal administrators create tokens.',
  })
  district?: string | null;

  @Field(() => Date, {
    description: `When it ends: in the future, at most ${OFFICE_RULES.tokenExpiry.limit} days from now.`,
  })
  expiresAt!: Date;

  @Field(() => [TokenScopeEnum], {
    defaultValue: ['DASHBOARDS'],
    description: 'What it is for, at least one. IMPORTS is for the city alone, DECISIONS for a district.',
  })
  scopes!: TokenScope[];

  @Field(() => [String], {
    defaultValue: [],
    description: `The addresses from which it may be used, IPv4 or IPv6, in CIDR notation, such as 192.0.2.0/24 or 2001:db8::/32; at most ${OFFICE_RULES.tokenRange.limit}. Without any it may be used from anywhere.`,
  })
  addressRanges!: string[];
}
