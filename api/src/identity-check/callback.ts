import { VERIFICATION_CALLBACK } from '@enrolment/settings/paths.js';
import { readDifferences } from '@enrolment/rulebook/identity-check.js';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock.js';
import { isCallbackSigned } from './callback-signature.js';
import type { VerificationAnswer } from './identity-check.service.js';
import { isUuid } from '../platform/uuid.js';

const LONGEST_BODY = 64 * 1024;

/**
 * Where the verification gateway answers (docs/operations.md). Whoever can sign is believed, and nobody else; what is of no
 * consequence any more is answered like what is, so that the gateway stops sending and learns nothing.
 */
export function registerVerificationCallback(
  app: FastifyInstance,
  {
    secret,
    clock,
    receive,
  }: {
    secret: string;
    clock: Clock;
    receive: (answer: VerificationAnswer, now: Date) => Promise<void>;
  },
): void {
  void app.register(async (scope) => {
    // The signature covers the bytes as they came, whatever they claim to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(VERIFICATION_CALLBACK, { bodyLimit: LONGEST_BODY }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { 'x-timestamp': timestamp, 'x-signature': signature } = request.headers;
      const now = clock.now();
      if (!isCallbackSigned(secret, { timestamp, signature, body }, now))
        return reply.status(401).send({ error: 'signature' });
      const answer = readAnswer(body.toString());
      if (!answer) return reply.status(400).send({ error: 'requestId, outcome: PASSED or FAILED' });
      await receive(answer, now);
      return { taken: true };
    });
  });
}

function readAnswer(text: string): VerificationAnswer | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof answer !== 'object' || answer === null) return null;
  const { requestId, outcome, differences } = answer as Record<string, unknown>;
  if (typeof requestId !== 'string' || !isUuid(requestId)) return null;
  if (outcome === 'PASSED') return { requestId, outcome, differences: [] };
  return outcome === 'FAILED' ? { requestId, outcome, differences: readDifferences(differences) } : null;
}
