import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { cursorOf, type NewestFirst } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { RefusedView } from '../refusal.type.js';
import { CollectionNumber } from '../scalars.js';
import { asEnum } from '../vocabulary.type.js';
import { messageId } from './message.js';
import type { WebhookFailure } from './sender.js';
import type { DeliveryState, WebhookState } from './webhook.entity.js';
import type { CountedWebhook } from './webhook.service.js';
import type { LogRow } from './webhook.statements.js';

const WebhookStateEnum = asEnum<WebhookState>('WebhookState', 'The states of a webhook.', {
  ACTIVE: 'It is told of changes.',
  PAUSED:
    'An administrator has paused it, or the API token that had registered it was revoked. Changes wait for it.',
  DISABLED:
    'It was switched off: for 72 hours no message had arrived, or the receiver answered 410. Changes wait for it.',
});
export const WebhookDeliveryStateEnum = asEnum<DeliveryState>(
  'WebhookDeliveryState',
  'The states of a delivery.',
  {
    WAITING: 'It is to be sent, or sent again.',
    DELIVERED: 'The receiver has answered with 2xx.',
    DEAD: 'It was given up after the tenth try. It can be replayed.',
  },
);
const WebhookFailureEnum = asEnum<WebhookFailure>('WebhookFailure', 'Why a try failed.', {
  STATUS: 'The receiver answered with another status than 2xx. Redirects are not followed.',
  INSIDE_ADDRESS: 'The name leads to an inside network; nothing was sent.',
  NAME_UNKNOWN: 'The name leads nowhere.',
  CERTIFICATE: 'The certificate is not valid for the name, or no secure connection came about.',
  TIMEOUT: 'No answer came within 10 seconds.',
  NO_CONNECTION: 'Nothing listens there.',
  NO_ANSWER: 'The connection ended without an answer.',
});

@ObjectType('Webhook', { description: 'Where another system is told of changes, by Standard Webhooks.' })
export class WebhookView {
  constructor(private readonly counted: CountedWebhook) {}

  @Field(() => ID, { description: 'Id of the webhook.' })
  get id(): string {
    return this.counted.webhook.id;
  }

  @Field(() => String, { description: 'What administrators know it by.' })
  get name(): string {
    return this.counted.webhook.name;
  }

  @Field(() => String, { description: 'Where messages go.' })
  get url(): string {
    return this.counted.webhook.url;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district whose changes it is told of; null for the whole city.',
  })
  get district(): string | null {
    return this.counted.webhook.district ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What the system that registered it is called: the name of its API token, or the client id that the identity provider knows it by; null if an administrator registered it.',
  })
  get ofSystem(): string | null {
    return this.counted.ofSystem;
  }

  @Field(() => WebhookStateEnum, { description: 'Its state.' })
  get state(): WebhookState {
    return this.counted.webhook.state;
  }

  @Field(() => Boolean, {
    description:
      'Whether it is told of admissions before they are published, as the district’s own staff is.',
  })
  get knowsResults(): boolean {
    return this.counted.webhook.knowsResults;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was created.' })
  get createdAt(): Date {
    return this.counted.webhook.createdAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a message last arrived; null before the first.',
  })
  get deliveredAt(): Date | null {
    return this.counted.webhook.succeededAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when no message has arrived; null while the last try was a success.',
  })
  get failingSince(): Date | null {
    return this.counted.webhook.failingSince ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it is tried again after a failure; null when it is not waiting for that.',
  })
  get pausedUntil(): Date | null {
    return this.counted.webhook.pausedUntil ?? null;
  }

  @Field(() => Int, { description: 'The number of deliveries that are not over yet.' })
  get waiting(): number {
    return this.counted.waiting;
  }

  @Field(() => Int, { description: 'The number of deliveries that were given up in the last 30 days.' })
  get dead(): number {
    return this.counted.dead;
  }
}

@ObjectType('WebhookSecret', { description: 'A webhook with its new secret, which is shown this once.' })
export class WebhookSecretView {
  @Field(() => WebhookView, { description: 'The webhook.' })
  readonly webhook: WebhookView;

  @Field(() => String, {
    description:
      'Signs its messages: `whsec_` and 32 bytes in base64, as libraries of Standard Webhooks take it.',
  })
  readonly secret: string;

  constructor({ webhook, secret }: { webhook: CountedWebhook; secret: string }) {
    this.webhook = new WebhookView(webhook);
    this.secret = secret;
  }
}

export const CreateWebhookResult = createUnionType({
  name: 'CreateWebhookResult',
  description: 'The new webhook with its secret, or the reasons why there is none.',
  types: () => [WebhookSecretView, RefusedView] as const,
});

export const WebhookResult = createUnionType({
  name: 'WebhookResult',
  description: 'The webhook as it is now, or the reasons why it was not changed.',
  types: () => [WebhookView, RefusedView] as const,
});

@ObjectType('WebhookConnection', { description: 'A page of webhooks, newest first.' })
export class WebhookConnectionView {
  @Field(() => [WebhookView], { description: 'The webhooks.' })
  readonly nodes: WebhookView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(webhooks: readonly CountedWebhook[], { first, before }: NewestFirst) {
    const page = { first, goesOn: before !== null };
    const { shown, pageInfo } = cutPage(webhooks, page, ({ webhook }) => webhook.id);
    this.nodes = shown.map((counted) => new WebhookView(counted));
    this.pageInfo = pageInfo;
  }
}

@ObjectType('WebhookDelivery', { description: 'What became of one change for one webhook.' })
class WebhookDeliveryView {
  constructor(private readonly row: LogRow) {}

  @Field(() => ID, { description: 'Id of the delivery, for `replayWebhookDeliveries`.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: 'The `webhook-id` of its message, the same at every try.' })
  get messageId(): string {
    return messageId(this.row.place);
  }

  @Field(() => String, { description: 'The cursor of the change, as `recordChanges` has it.' })
  get cursor(): string {
    return cursorOf(this.row.place);
  }

  @Field(() => CollectionNumber, { description: 'Collection number of the record that changed.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => WebhookDeliveryStateEnum, { description: 'Its state.' })
  get state(): DeliveryState {
    return this.row.state;
  }

  @Field(() => Int, { description: 'How often it was tried since it was created or last replayed.' })
  get attempts(): number {
    return this.row.attempts;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was created.' })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last tried; null before that.' })
  get triedAt(): Date | null {
    return this.row.triedAt ?? null;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it is due; null when it is over.' })
  get dueAt(): Date | null {
    return this.row.state === 'WAITING' ? this.row.dueAt : null;
  }

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer; null without one.' })
  get status(): number | null {
    return this.row.status ?? null;
  }

  @Field(() => WebhookFailureEnum, {
    nullable: true,
    description: 'Why the last try failed; null before it and after a success.',
  })
  get failure(): WebhookFailure | null {
    return this.row.failure ?? null;
  }
}

@ObjectType('WebhookDeliveryConnection', { description: 'A page of the log of a webhook, newest first.' })
export class WebhookDeliveryConnectionView {
  @Field(() => [WebhookDeliveryView], { description: 'The deliveries.' })
  readonly nodes: WebhookDeliveryView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(rows: readonly LogRow[], { first, before }: NewestFirst) {
    const { shown, pageInfo } = cutPage(rows, { first, goesOn: before !== null }, ({ id }) => id);
    this.nodes = shown.map((row) => new WebhookDeliveryView(row));
    this.pageInfo = pageInfo;
  }
}
