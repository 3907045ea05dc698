import { refuse, type Refusal } from './refusal.js';
import { OFFICE_RULES } from './office-rules.js';
import { normaliseLine } from './text.js';

/** A name as it is stored. */
export const webhookName = (raw: string): string => normaliseLine(raw);

/** What is seen of an address before anything is sent there. */
export interface WebhookAddress {
  /** With its colon; null where the text is no address. */
  readonly protocol: string | null;
  readonly length: number;
  readonly hasCredentials: boolean;
  readonly hasFragment: boolean;
  /** Whether it names an inside network itself. */
  readonly inside: boolean;
}

/** `plain` also allows http, where the address may be this machine. */
export function checkWebhook(
  { name, address }: { readonly name?: string | undefined; readonly address?: WebhookAddress | undefined },
  { plain }: { readonly plain: boolean },
): Refusal[] {
  const refusals: Refusal[] = [];
  if (name !== undefined) {
    const length = [...webhookName(name)].length;
    if (length === 0 || length > OFFICE_RULES.webhookName.limit)
      refusals.push(refuse('webhookName', { field: 'name' }));
  }
  if (address === undefined) return refusals;
  if (!isUsable(address, plain)) refusals.push(refuse('webhookAddress', { field: 'url' }));
  else if (address.inside) refusals.push(refuse('webhookInside', { field: 'url' }));
  return refusals;
}

const isUsable = (
  { protocol, length, hasCredentials, hasFragment }: WebhookAddress,
  plain: boolean,
): boolean =>
  (protocol === 'https:' || (plain && protocol === 'http:')) &&
  length <= OFFICE_RULES.webhookAddress.limit &&
  !hasCredentials &&
  !hasFragment;
