import './office-rules.js';
import { checkCorrected, type Correctable, type CorrectionFacts, type Registered } from './correction.js';
import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';

/**
 * Where a family's request for a correction stands: asked for; decided by one officer and waiting for a second; corrected;
 * declined; taken back by the family.
 */
export const CORRECTION_REQUEST_STATES = [
  'REQUESTED',
  'PROPOSED',
  'ACCEPTED',
  'DECLINED',
  'TAKEN_BACK',
] as const;
export type CorrectionRequestState = (typeof CORRECTION_REQUEST_STATES)[number];

/** Those that an officer has something to do for. */
export const OPEN_REQUESTS = ['REQUESTED', 'PROPOSED'] as const satisfies readonly CorrectionRequestState[];
export const isOpenRequest = (state: CorrectionRequestState): boolean =>
  OPEN_REQUESTS.some((open) => open === state);

/** What a family writes about what proves it. */
export const EVIDENCE_LENGTH = 500;

/** What says who somebody is, and where codes go: whoever changed one of these could take a record over. */
const SECONDED: readonly Correctable[] = [
  'childDocumentType',
  'childDocumentNumber',
  'guardianDocumentType',
  'guardianDocumentNumber',
  'guardianPhone',
];

/** Whether a second officer has to confirm it. */
export const takesTwo = (changed: readonly Correctable[]): boolean =>
  changed.some((field) => SECONDED.includes(field));

/** The fields that a family can ask for: what it typed of itself, and not where it lives or what follows from that. */
export const REQUESTABLE = [
  'childName',
  'childDocumentNumber',
  'birthDate',
  'sex',
  'guardianName',
  'guardianDocumentNumber',
  'guardianPhone',
] as const satisfies readonly Correctable[];
export type Requestable = (typeof REQUESTABLE)[number];

/**
 * A family asks for a correction with what proves it. Whether somebody else has the document or the phone is not told here:
 * an officer meets it when she decides.
 */
export function checkRequest(
  corrected: Registered,
  registered: Registered,
  evidence: string,
  { open, ...facts }: Omit<CorrectionFacts, 'documentTaken' | 'phoneUsed'> & { readonly open: boolean },
  now: Date,
): Refusal[] {
  if (open) return [refuse('correctionRequested')];
  const known = { ...facts, documentTaken: false, phoneUsed: 0 };
  return [
    ...checkCorrected(corrected, registered, known, now),
    ...checkReason(evidence, 'evidence', { required: true, longest: EVIDENCE_LENGTH }),
  ];
}

/** Whether this officer can do something about a request that is open. */
export function requestStanding(
  request: { readonly state: CorrectionRequestState; readonly officer: string | null } | null,
  act: 'ACCEPT' | 'SECOND' | 'DECLINE',
  officer: string,
): Refusal[] {
  const from = { ACCEPT: ['REQUESTED'], SECOND: ['PROPOSED'], DECLINE: OPEN_REQUESTS }[
    act
  ] as readonly string[];
  if (request === null || !from.includes(request.state)) return [refuse('correctionRequestGone')];
  return act === 'SECOND' && request.officer === officer ? [refuse('correctionSecondPerson')] : [];
}
