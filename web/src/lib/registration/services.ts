import type { ServiceKind } from '@enrolment/schema/client';

/** The services by their names in an address. */
const PATHS = {
  'non-local-hukou': 'NON_LOCAL_HUKOU',
  'treated-as-local': 'TREATED_AS_LOCAL',
  'local-hukou': 'LOCAL_HUKOU',
} as const satisfies Record<string, ServiceKind>;

export const SERVICE_PATHS = Object.entries(PATHS).map(([path, service]) => ({ path, service }));

export function serviceOfPath(path: string): ServiceKind | null {
  return Object.hasOwn(PATHS, path) ? PATHS[path as keyof typeof PATHS] : null;
}
