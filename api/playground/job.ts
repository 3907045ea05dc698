import type { ServiceKind, TypedDocumentString } from '@enrolment/schema/client';
import { parse, print } from 'graphql';
import type { Messages } from './messages';
import { results, type Results } from './results';
import type { Identity } from './sandbox';
import { session } from './session';

type Fill<Variables> = () => Variables | Promise<Variables>;
type Label = keyof Messages['steps'];

/** One operation of the site's own, with the variables that make it run as it is. */
export interface Step {
  readonly name: string;
  /** What the button says; an operation can come twice in a job. */
  readonly label: Label;
  readonly query: string;
  /** The variables made from earlier results; null while one of these is missing. */
  fill(results: Results): null | Fill<unknown>;
  /** Sent beside them: somebody else's token. */
  headers?(results: Results): Readonly<Record<string, string>>;
}

export interface Job {
  readonly name: keyof Messages['jobs'];
  /** Who can do it; without it, anybody. */
  fits?(identity: Identity): boolean;
  readonly steps: readonly Step[];
}

export interface Group {
  readonly name: keyof Messages['groups'];
  readonly jobs: readonly Job[];
}

export const DISTRICT = '01';
export const SERVICE: ServiceKind = 'NON_LOCAL_HUKOU';

export function step<Result, Variables>(
  label: Label,
  document: TypedDocumentString<Result, Variables>,
  fill: (results: Results) => null | Fill<Variables> = () => () => ({}) as Variables,
): Step {
  const parsed = parse(document.toString());
  const [operation] = parsed.definitions;
  const name = operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined;
  return { name: name ?? label, label, query: print(parsed), fill };
}

/** The other one of a couple: the sandbox's guardians come in pairs. */
export function partnerOf(id: string): string {
  const number = Number(id.slice(-2));
  return `guardian-${String(number % 2 === 1 ? number + 1 : number - 1).padStart(2, '0')}`;
}

/** The person signed in plays the guardian. */
export function guardian(): Identity {
  const { identity } = session.get();
  if (!identity) throw new Error('Nobody is signed in');
  return identity;
}

/** Whoever has registered the child of these examples, or anybody while there is none. */
export const isGuardian = ({ role, id }: Identity): boolean =>
  role === 'GUARDIAN' && (results.get().registered?.by ?? id) === id;
export const isSecondGuardian = ({ id }: Identity): boolean => {
  const { registered } = results.get();
  return registered !== undefined && id === partnerOf(registered.by);
};
const staffOfDistrict =
  (wanted: Identity['role']) =>
  ({ role, district }: Identity): boolean =>
    role === wanted && district === DISTRICT;
export const isOfficer = staffOfDistrict('DISTRICT_OFFICER');
export const isAdministrator = staffOfDistrict('DISTRICT_ADMIN');
export const isCity = ({ role }: Identity): boolean => role === 'MUNICIPAL_ADMIN';
export const isRegistrar = staffOfDistrict('SCHOOL_REGISTRAR');
