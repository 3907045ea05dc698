import type { Refusal } from './refusal.js';
import { checkPeople, withOthers, type PeopleFacts, type Registration } from './registration.js';
import { checkSignedPaper, type SignedPaper, type TextsInForce } from './signed-paper.js';
import { checkWindow } from './window.js';

/** What an officer fills in for a guardian at the desk. */
export interface DeskRegistration extends Omit<
  Registration,
  'noticeTicket' | 'privacyPolicyVersion' | 'smsCode'
> {
  readonly paper: SignedPaper;
}

/** 代办: the rules of the family’s own, with a signed paper in place of the notice’s ticket, the consent and the code. */
export const checkDeskRegistration = (
  input: DeskRegistration,
  facts: PeopleFacts & TextsInForce,
  now: Date,
): Refusal[] =>
  withOthers(facts, [
    ...checkWindow(facts.window, now, facts.hotline, null),
    ...checkPeople(input, facts, now),
    ...checkSignedPaper(input.paper, facts, 'paper'),
  ]);
