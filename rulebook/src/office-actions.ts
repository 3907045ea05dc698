import { staysInHand } from './claim.js';
import { correctionStanding } from './correction.js';
import { identityStanding } from './identity-check.js';
import { checkFrozen } from './likeness.js';
import { refuse, type Refusal } from './refusal.js';
import { admissionStanding, itemStanding, stageConflict } from './review.js';
import { allows } from './stages.js';
import type { CheckStatus, Stage } from './vocabulary.js';

/** What an office does with a record, as its page offers it. */
export const OFFICE_ACTIONS = [
  'CLAIM',
  'RELEASE',
  'TAKE_OVER',
  'HAND_OVER',
  'PASS_IDENTITY',
  'RETURN_IDENTITY',
  'DECIDE_ITEMS',
  'REJECT',
  'DECIDE_APPEAL',
  'DECIDE_ADMISSION',
  'CORRECT_REGISTRATION',
  'REVEAL_DOCUMENT',
] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

interface OfficeFacts {
  readonly stage: Stage;
  readonly check: CheckStatus | null;
  /** Whether review items have been laid out. */
  readonly items: boolean;
  readonly published: boolean;
  /** Why a decision is refused if a colleague has the record in hand. */
  readonly claimed: Refusal[];
  /** Whether the viewer has it in hand. */
  readonly mine: boolean;
  readonly administers: boolean;
  /** Whether the document of the record is disputed. */
  readonly frozen: boolean;
}

const onlyIf = (possible: boolean): Refusal[] => (possible ? [] : [refuse('notAllowed')]);

/** Nor is anything decided on while its document is disputed. */
const undisputed =
  (standing: (facts: OfficeFacts) => Refusal[]) =>
  (facts: OfficeFacts): Refusal[] =>
    facts.frozen ? checkFrozen(true) : standing(facts);

/** What a colleague has in hand is left alone. */
const unclaimed =
  (standing: (facts: OfficeFacts) => Refusal[]) =>
  (facts: OfficeFacts): Refusal[] =>
    facts.claimed.length > 0 ? facts.claimed : standing(facts);

const STANDINGS: Readonly<Record<OfficeAction, (facts: OfficeFacts) => Refusal[]>> = {
  CLAIM: unclaimed(({ mine }) => onlyIf(!mine)),
  RELEASE: ({ mine }) => onlyIf(mine),
  TAKE_OVER: ({ claimed, administers }) => onlyIf(claimed.length > 0 && administers),
  HAND_OVER: ({ stage, claimed, administers }) => {
    if (!staysInHand(stage)) return [stageConflict(stage)];
    return administers ? [] : claimed;
  },
  PASS_IDENTITY: unclaimed(undisputed((facts) => identityStanding('PASSED', facts))),
  RETURN_IDENTITY: unclaimed(undisputed((facts) => identityStanding('RETURNED', facts))),
  DECIDE_ITEMS: unclaimed(undisputed(({ stage, items }) => itemStanding({ stage, exists: items }))),
  REJECT: unclaimed(undisputed(({ stage }) => (allows('REJECT', stage) ? [] : [stageConflict(stage)]))),
  DECIDE_APPEAL: unclaimed(
    undisputed(({ stage }) => (allows('ACCEPT_APPEAL', stage) ? [] : [stageConflict(stage)])),
  ),
  DECIDE_ADMISSION: unclaimed(undisputed(admissionStanding)),
  CORRECT_REGISTRATION: unclaimed(({ stage }) => correctionStanding(stage)),
  REVEAL_DOCUMENT: () => [],
};

/** Whether each action can be taken now, by the very functions that the mutations ask. */
export const standingOf = (action: OfficeAction, facts: OfficeFacts): Refusal[] => STANDINGS[action](facts);
