import { SERVICE_KINDS, type ServiceKind } from '@enrolment/rulebook/vocabulary.ts';
import type { PublicationShownFragment, PublicationState } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';
import type { Mark } from '../words.ts';

const STATES: Record<PublicationState, { word: () => string; mark: Mark }> = {
  PROPOSED: { word: m.office_pub_state_proposed, mark: 'turn' },
  CONFIRMED: { word: m.office_pub_state_confirmed, mark: 'wait' },
  PUBLISHED: { word: m.office_pub_state_published, mark: 'done' },
  CANCELLED: { word: m.office_pub_state_cancelled, mark: 'off' },
  EXPIRED: { word: m.office_pub_state_expired, mark: 'off' },
  FAILED: { word: m.office_pub_state_failed, mark: 'wrong' },
};
export const stateName = ({ state }: PublicationShownFragment): string => STATES[state].word();
export const stateMark = ({ state }: PublicationShownFragment): Mark => STATES[state].mark;

/** Whether it waits for somebody, or for its time. */
export const isOpen = ({ state }: PublicationShownFragment): boolean =>
  state === 'PROPOSED' || state === 'CONFIRMED';

/** How many results it publishes. */
export const resultsOf = ({ counts }: PublicationShownFragment): number =>
  counts.admitted + counts.notAdmitted;

/** The service that an address is about; one of them in any case. */
export const serviceIn = (name: string | null): ServiceKind =>
  SERVICE_KINDS.find((service) => service === name) ?? 'NON_LOCAL_HUKOU';
