import type { Role } from '@enrolment/rulebook/vocabulary.js';

/** A program that the provider lets in by client credentials. */
export interface SandboxSystem {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly district: string | null;
  /** What it may ask for; lower case, as scopes of a token are. */
  readonly scopes: readonly string[];
}

/** No secret: whoever reaches the sandbox can sign in there as anybody. */
export const SYSTEM_SECRET = 'sandbox-only';

export const SYSTEMS: readonly SandboxSystem[] = [
  {
    id: 'system-01',
    name: '东城区数据平台',
    role: 'DISTRICT_SYSTEM',
    district: '01',
    scopes: ['dashboards', 'lists', 'decisions', 'webhooks'],
  },
  {
    id: 'system-city',
    name: '市教委数据平台',
    role: 'MUNICIPAL_SYSTEM',
    district: null,
    scopes: ['dashboards', 'lists', 'imports', 'webhooks'],
  },
];

export const findSystem = (id: string | undefined) => SYSTEMS.find((system) => system.id === id) ?? null;

/** What the tokens of a system say beside its scopes. */
export const claimsOfSystem = ({ name, role, district }: SandboxSystem) => ({
  name,
  roles: [{ role, ...(district ? { district } : {}) }],
});
