import type { Action } from '@enrolment/rulebook/access.ts';
import type { ServiceHealthQuery } from '@enrolment/schema/client';
import type { Mark } from './words.ts';

export type HealthLine = ServiceHealthQuery['serviceHealth']['lines'][number];
type Kind = HealthLine['kind'];

/** Where something is seen to, for those who may. */
const WAYS: readonly { kinds: readonly Kind[]; path: string; action: Action }[] = [
  { kinds: ['IDENTITY_CHECKS'], path: '/office/queue', action: 'DECIDE_ON_RECORD' },
  { kinds: ['WEBHOOKS', 'DEAD_LETTERS'], path: '/office/webhooks', action: 'ADMINISTER_WEBHOOKS' },
  { kinds: ['JOBS'], path: '/office/bulk', action: 'DECIDE_IN_BULK' },
  { kinds: ['PUBLICATIONS'], path: '/office/publication', action: 'PUBLISH_RESULTS' },
  { kinds: ['AUDIT_TRAIL', 'AUDIT_SEAL'], path: '/office/audit', action: 'READ_AUDIT_TRAIL' },
];

/** The page on which each kind is seen to, where there is one for this office. */
export const waysOut = (office: { may(action: Action): boolean }): Partial<Record<Kind, string>> =>
  Object.fromEntries(
    WAYS.filter(({ action }) => office.may(action)).flatMap(({ kinds, path }) =>
      kinds.map((kind) => [kind, path]),
    ),
  );

const MARKS: Record<HealthLine['state'], Mark> = { OK: 'done', LATE: 'turn', FAILED: 'wrong' };

export const healthMark = (state: HealthLine['state']): Mark => MARKS[state];
