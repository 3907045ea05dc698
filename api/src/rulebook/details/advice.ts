import { isCalendarDate } from '../calendar.js';
import type { Text } from './choices.js';
import type { Details } from './details.js';

/** Something that breaks no rule and still wants to be known. */
export interface Advice {
  readonly field: string;
  readonly text: Text;
}

/** What runs out between today and the end of the review: accepted now, and asked about later if it is not renewed. */
export function adviseDetails(details: Details, reviewEndsOn: string | null): Advice[] {
  const endsBefore = (day: string | null): day is string =>
    day !== null && reviewEndsOn !== null && isCalendarDate(day) && day < reviewEndsOn;
  const leaseTo = details.residence?.leaseTo ?? null;
  return [
    ...(endsBefore(leaseTo) ? [{ field: 'residence.leaseTo', text: leaseEnds(leaseTo) }] : []),
    ...details.residencePermits.flatMap(({ guardian, validUntil }) =>
      endsBefore(validUntil)
        ? [{ field: `residencePermits.${guardian}.validUntil`, text: permitEnds(validUntil) }]
        : [],
    ),
  ];
}

const leaseEnds = (day: string): Text => ({
  'zh-CN': `租期 ${day} 结束，那时审核可能还没有完成；请及时续租并重新备案。`,
  en: `The lease ends on ${day}, perhaps before the review does; please renew and file it in time.`,
});

const permitEnds = (day: string): Text => ({
  'zh-CN': `居住证 ${day} 到期，那时审核可能还没有完成；请及时签注。`,
  en: `The permit ends on ${day}, perhaps before the review does; please have it renewed in time.`,
});
