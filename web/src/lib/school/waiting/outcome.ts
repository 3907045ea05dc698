import type { Refusal } from '#lib/api/refusals.ts';

/** What the site answers about one decision. */
export type SendAnswer =
  | { outcome: 'DONE'; number: string }
  | {
      outcome: 'TOLD';
      number: string | null;
      /** How what was brought stands, in words. */
      standing: readonly string[];
      refusals: readonly Refusal[];
    };

/** Why one was not answered at all; it waits. */
export type Later = 'AWAY' | 'BUSY' | 'SIGNED_OUT' | 'OTHER_PERSON';
export type Outcome = SendAnswer | { outcome: 'LATER'; why: Later };

const LATER: Readonly<Record<number, Later>> = { 401: 'SIGNED_OUT', 409: 'OTHER_PERSON', 429: 'BUSY' };

/** Reads an answer. What does not come from the desk itself, such as the sign-in page of a wireless network, is none. */
export function outcomeOf(status: number, body: unknown): Outcome {
  if (status === 200 && isAnswer(body)) return body;
  return { outcome: 'LATER', why: LATER[status] ?? 'AWAY' };
}

function isAnswer(body: unknown): body is SendAnswer {
  const outcome = (body as Partial<SendAnswer> | null)?.outcome;
  return outcome === 'DONE' || outcome === 'TOLD';
}

/** What is kept of it beside the number: how it stands says more than the rule that was broken. */
export const reasonsOf = ({
  standing,
  refusals,
}: Extract<SendAnswer, { outcome: 'TOLD' }>): readonly string[] =>
  standing.length > 0
    ? standing
    : refusals.map(({ message, wayOut }) => [message, wayOut].filter(Boolean).join(' '));
