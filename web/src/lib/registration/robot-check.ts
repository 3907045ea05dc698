import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Does the proof of work of the robot check: about a second on a phone, with nothing to read or click. */
export async function solveRobotCheck({ id, challenge }: { id: string; challenge: string }) {
  const parsed = JSON.parse(challenge) as Challenge;
  const solution = await solveChallenge({ challenge: parsed, deriveKey });
  return { id, answer: btoa(JSON.stringify({ challenge: parsed, solution })) };
}
