import type {
  DeliveryShownFragment,
  WebhookDeliveryState,
  WebhookFailure,
  WebhookShownFragment,
} from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import type { Mark } from '../words.ts';

interface State {
  word: string;
  mark: Mark;
}

export function webhookState({ state, failingSince }: WebhookShownFragment): State {
  if (state === 'DISABLED') return { word: m.office_hook_disabled(), mark: 'wrong' };
  if (state === 'PAUSED') return { word: m.office_hook_paused(), mark: 'off' };
  return failingSince === null
    ? { word: m.office_hook_active(), mark: 'done' }
    : { word: m.office_hook_failing(), mark: 'turn' };
}

export const whatItKnows = ({ knowsResults }: WebhookShownFragment): string =>
  knowsResults ? m.office_hook_knows_results() : m.office_hook_knows_published();

/** Whether an administrator registered it, or which system. */
export const registeredBy = ({ ofSystem }: WebhookShownFragment): string =>
  ofSystem === null ? m.office_hook_by_administrator() : m.office_hook_by_system({ name: ofSystem });

const DELIVERY_STATES: Record<WebhookDeliveryState, { word: () => string; mark: Mark }> = {
  WAITING: { word: m.office_hook_waiting, mark: 'wait' },
  DELIVERED: { word: m.office_hook_delivered, mark: 'done' },
  DEAD: { word: m.office_hook_dead, mark: 'wrong' },
};
export const DELIVERY_STATE_NAMES = Object.keys(DELIVERY_STATES) as WebhookDeliveryState[];
export const deliveryWord = (state: WebhookDeliveryState): string => DELIVERY_STATES[state].word();
export const deliveryMark = (state: WebhookDeliveryState): Mark => DELIVERY_STATES[state].mark;

const FAILURES: Record<Exclude<WebhookFailure, 'STATUS'>, () => string> = {
  INSIDE_ADDRESS: m.office_hook_inside,
  NAME_UNKNOWN: m.office_hook_unknown,
  CERTIFICATE: m.office_hook_certificate,
  TIMEOUT: m.office_hook_timeout,
  NO_CONNECTION: m.office_hook_connection,
  NO_ANSWER: m.office_hook_silent,
};

/** How the last try ended; empty before the first. */
export function answerInWords({ status, failure }: DeliveryShownFragment): string {
  if (failure !== null && failure !== 'STATUS') return FAILURES[failure]();
  return status === null ? '' : m.office_hook_status({ status });
}
