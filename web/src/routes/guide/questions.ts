import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/schema/client';
import { SERVICE_PATHS } from '#lib/registration/services.ts';

/** Of the seven grounds six are asked for; the seventh, foreign nationality, is the first question already. */
export const GROUNDS_TO_ASK = [
  'ONE_PARENT_LOCAL',
  'WORK_RESIDENCE_PERMIT',
  'TAIWAN_COMPATRIOT',
  'OVERSEAS_CHINESE',
  'POSTDOCTORAL',
  'MILITARY_RELOCATION',
] as const;

export const NO_HUKOU = 'none';

/** The checklist of a service: district and ground are all that is in its address. */
export function checklistPath(
  service: ServiceKind,
  ground: TreatedAsLocalGround | null,
  district: string,
): string {
  const { path } = SERVICE_PATHS.find((known) => known.service === service)!;
  const query = new URLSearchParams({ ...(district && { district }), ...(ground && { ground }) }).toString();
  return query ? `/guide/${path}?${query}` : `/guide/${path}`;
}
