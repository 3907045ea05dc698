import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DEFAULT_PAGE, PAGE_LIMIT, pageOf, placeOf } from '../paging.js';
import { ApiError } from '../platform/errors.js';
import { RefusedView } from '../refusal.type.js';
import type { DeliveryState } from './webhook.entity.js';
import { WebhookChangesInput, WebhookInput } from './webhook.inputs.js';
import {
  CreateWebhookResult,
  WebhookConnectionView,
  WebhookDeliveryConnectionView,
  WebhookDeliveryStateEnum,
  WebhookResult,
  WebhookSecretView,
  WebhookView,
} from './webhook.type.js';

const FIRST = {
  nullable: true,
  defaultValue: DEFAULT_PAGE,
  description: `The number of entries, at most ${PAGE_LIMIT}.`,
};
const AFTER = { nullable: true, description: 'The endCursor of the previous page.' };
const WHICH = { description: 'Id of the webhook.' };
const NOT_YOURS = 'FORBIDDEN both for a webhook that does not exist and for one of another district.';

@Resolver()
export class WebhookResolver {
  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Query(() => WebhookView, {
    nullable: true,
    description:
      'A webhook, for the administrators of its district and of the city, and for the system that registered it; null both when it does not exist and when the viewer may not see it.',
  })
  async webhook(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<WebhookView | null> {
    const found = await context.services.webhooks.find(context.em, actorOf(context), id);
    return found && new WebhookView(found);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Query(() => WebhookConnectionView, {
    description:
      'Newest first: the webhooks of the viewer’s districts, all of them for administrators of the city, and for systems those that they registered.',
  })
  async webhooks(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Arg('district', () => String, {
      nullable: true,
      description: 'Entry code of a district: only its webhooks. FORBIDDEN where they are not theirs.',
    })
    district: string | null,
    @Ctx() context: Context,
  ): Promise<WebhookConnectionView> {
    const page = pageOf(first, after);
    const asked = { ...page, first: page.first + 1, district: district ?? null };
    const { em, services } = context;
    return new WebhookConnectionView(await services.webhooks.list(em, actorOf(context), asked), page);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Query(() => WebhookDeliveryConnectionView, {
    description: `The log of a webhook, newest first; deliveries that are over are kept for 30 days. ${NOT_YOURS}`,
  })
  async webhookDeliveries(
    @Arg('webhook', () => ID, WHICH) webhook: string,
    @Arg('state', () => WebhookDeliveryStateEnum, {
      nullable: true,
      description: 'Only those in this state.',
    })
    state: DeliveryState | null,
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: Context,
  ): Promise<WebhookDeliveryConnectionView> {
    const page = pageOf(first, after);
    const asked = { ...page, webhook, state: state ?? null, first: page.first + 1 };
    const log = await context.services.webhooks.log(context.em, actorOf(context), asked);
    return new WebhookDeliveryConnectionView(log, page);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => CreateWebhookResult, {
    description:
      'Has another system told of every change of a stage and every publication from now on. The answer shows the secret this once. A district and the city have at most 50 webhooks each.',
  })
  async createWebhook(
    @Arg('input', () => WebhookInput, { description: 'The webhook.' }) input: WebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookSecretView | RefusedView> {
    const { em, services, language } = context;
    const given = { ...input, district: input.district ?? null };
    const result = await services.webhooks.create(em, actorOf(context), given);
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new WebhookSecretView(result);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => WebhookResult, {
    description: `Changes a webhook, pauses it or switches it on again. From then on it is told what the person who changed it may know. ${NOT_YOURS}`,
  })
  async updateWebhook(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('input', () => WebhookChangesInput, { description: 'What to change.' }) input: WebhookChangesInput,
    @Ctx() context: Context,
  ): Promise<WebhookView | RefusedView> {
    const { em, services, language } = context;
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const result = await services.webhooks.update(em, actorOf(context), id, given);
    return result instanceof Refused ? new RefusedView(result.refusals, language) : new WebhookView(result);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => WebhookSecretView, {
    description: `Gives a webhook a new secret. For 24 hours messages are signed with the previous one as well. ${NOT_YOURS}`,
  })
  async rotateWebhookSecret(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<WebhookSecretView> {
    return new WebhookSecretView(await context.services.webhooks.rotate(context.em, actorOf(context), id));
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => WebhookView, {
    description: `Sends every change after a cursor once more, each with the same id. ${NOT_YOURS} BAD_USER_INPUT for a cursor that is none or is beyond the newest change.`,
  })
  async replayWebhook(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('since', () => String, { description: 'The cursor of the last change that is not sent again.' })
    since: string,
    @Ctx() context: Context,
  ): Promise<WebhookView> {
    const place = placeOf(since, undefined, 'since')!;
    return new WebhookView(await context.services.webhooks.replay(context.em, actorOf(context), id, place));
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => Int, {
    description: `Sends these deliveries once more, each with the same id, and returns how many; those that are waiting anyway are not counted. ${NOT_YOURS}`,
  })
  async replayWebhookDeliveries(
    @Arg('webhook', () => ID, WHICH) webhook: string,
    @Arg('deliveries', () => [ID], { description: `Ids of the deliveries, at most ${PAGE_LIMIT}.` })
    deliveries: string[],
    @Ctx() context: Context,
  ): Promise<number> {
    if (deliveries.length > PAGE_LIMIT)
      throw new ApiError('BAD_USER_INPUT', { message: `deliveries must be at most ${PAGE_LIMIT}.` });
    const { em, services } = context;
    return services.webhooks.replayDeliveries(em, actorOf(context), webhook, deliveries);
  }

  @Authorized<Action>('ADMINISTER_WEBHOOKS')
  @Mutation(() => Boolean, { description: `Deletes a webhook and its log. Returns true. ${NOT_YOURS}` })
  async deleteWebhook(@Arg('id', () => ID, WHICH) id: string, @Ctx() context: Context): Promise<boolean> {
    return context.services.webhooks.delete(context.em, actorOf(context), id);
  }
}
