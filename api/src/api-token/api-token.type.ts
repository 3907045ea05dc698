import type { TokenScope } from '@enrolment/rulebook/vocabulary.js';
import { Field, ID, ObjectType } from 'type-graphql';
import type { NewestFirst } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { TokenScopeEnum } from '../vocabulary.type.js';
import type { ApiToken } from './api-token.entity.js';
import type { CreatedToken } from './api-token.service.js';

@ObjectType('ApiToken', { description: 'A newly created API token, with its secret.' })
export class ApiTokenView {
  constructor(private readonly created: CreatedToken) {}

  @Field(() => ID, { description: 'Id of the token, for `revokeApiToken`.' })
  get id(): string {
    return this.created.token.id;
  }

  @Field(() => String, { description: 'What the system is called.' })
  get name(): string {
    return this.created.token.name;
  }

  @Field(() => String, {
    description:
      'The secret, to be sent as `Authorization: Bearer …`, and never in an address. It begins with `enrol_` and is shown this once: only its hash is kept.',
  })
  get secret(): string {
    return this.created.secret;
  }

  @Field(() => Date, { description: 'When it ends.' })
  get expiresAt(): Date {
    return this.created.token.expiresAt;
  }
}

@ObjectType('ListedApiToken', { description: 'An API token in the list; its secret is not kept.' })
export class ListedApiTokenView {
  constructor(private readonly token: ApiToken) {}

  @Field(() => ID, { description: 'Id of the token, for `revokeApiToken`.' })
  get id(): string {
    return this.token.id;
  }

  @Field(() => String, { description: 'What the system is called.' })
  get name(): string {
    return this.token.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district whose system it is; null for a system of the city.',
  })
  get district(): string | null {
    return this.token.district ?? null;
  }

  @Field(() => [TokenScopeEnum], { description: 'What it is for.' })
  get scopes(): TokenScope[] {
    return this.token.scopes;
  }

  @Field(() => [String], {
    description: 'The addresses from which it may be used, in CIDR; empty for anywhere.',
  })
  get addressRanges(): string[] {
    return this.token.addressRanges;
  }

  @Field(() => Date, { description: 'When it was created.' })
  get createdAt(): Date {
    return this.token.createdAt;
  }

  @Field(() => Date, { description: 'When it ends, unless it is revoked before.' })
  get expiresAt(): Date {
    return this.token.expiresAt;
  }

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null for one that was not.' })
  get revokedAt(): Date | null {
    return this.token.revokedAt ?? null;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last used, to the minute; null for one that never was.',
  })
  get lastUsedAt(): Date | null {
    return this.token.lastUsedAt ?? null;
  }
}

@ObjectType('ApiTokenConnection', { description: 'A page of API tokens, newest first.' })
export class ApiTokenConnectionView {
  @Field(() => [ListedApiTokenView], { description: 'The tokens.' })
  readonly nodes: ListedApiTokenView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(tokens: readonly ApiToken[], { first, before }: NewestFirst) {
    const { shown, pageInfo } = cutPage(tokens, { first, goesOn: before !== null }, ({ id }) => id);
    this.nodes = shown.map((token) => new ListedApiTokenView(token));
    this.pageInfo = pageInfo;
  }
}
