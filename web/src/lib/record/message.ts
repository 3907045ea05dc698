import type { GuardianRole } from '@enrolment/schema/client';
import { groupPhone } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** A message to one guardian addresses that guardian, not whoever reads it here. */
export function sentTo(recipient: GuardianRole | null | undefined, masked: string): string {
  const phone = groupPhone(masked);
  return recipient === 'SECOND' ? m.messages_to_second({ phone }) : m.messages_to({ phone });
}
