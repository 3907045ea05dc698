import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/schema/client';
import { SERVICE_PATHS } from '#lib/registration/services.ts';

/** The six grounds. Foreign nationality is not among them: the first question has asked for it already. */
export const GROUNDS_TO_ASK = [
  'ONE_PARENT_LOCAL',
  'WORK_RESIDENCE_PERMIT',
  'TAIWAN_COMPATRIOT',
  'OVERSEAS_CHINESE',
  'POSTDOCTORAL',
  'MILITARY_RELOCATION',
] as const;

export const NO_HUKOU = 'none';

/** The checklist of a service; its address names district and ground, nothing more. */
export function checklistPath(
  service: ServiceKind,
  ground: TreatedAsLocalGround | null,
  district: string,
): string {
  const { path } = SERVICE_PATHS.find((known) => known.service === service)!;
  const query = new URLSearchParams({ ...(district && { district }), ...(ground && { ground }) }).toString();
  return query ? `/guide/${path}?${query}` : `/guide/${path}`;
}
