import { mayAnywhere, type Action } from '@enrolment/rulebook/access.js';
import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transform } from 'node:stream';
import type { Askers } from '../askers.js';
import { LIMITS } from './limits.js';

const MEBIBYTE = 1024 * 1024;

/** Who may send more than others do, and how much. */
const LARGER: Partial<Record<Action, number>> = {
  // What the files of a whole city take, several times over (docs/setup.md).
  SET_UP_CITY: 4 * MEBIBYTE,
  // The largest file of decisions in base64, and what stands around it.
  DECIDE_IN_BULK: Math.ceil((OFFICE_RULES.fileTooLarge.limit * 4) / 3) * MEBIBYTE + LIMITS.bodyBytes,
};
export const LARGEST_BODY = Math.max(...Object.values(LARGER));

/**
 * A hook that lets only those who send files send more than others do. They say beforehand how much it is; what is too much is
 * refused before it is read.
 */
export const largeBody =
  (askers: Askers) => async (request: FastifyRequest, reply: FastifyReply, body: NodeJS.ReadableStream) => {
    const stated = request.headers['content-length'];
    if (stated === undefined) {
      const limited = body.pipe(atMost(LIMITS.bodyBytes));
      body.once('error', (error) => limited.destroy(error));
      return limited;
    }
    if (Number(stated) <= LIMITS.bodyBytes) return body;
    // With the answer of a refusal the connection closes, so nobody goes on sending.
    void reply.header('connection', 'close');
    if (Number(stated) > (await mostOf(askers, request, reply))) throw tooLarge();
    void reply.removeHeader('connection');
    return body;
  };

async function mostOf(askers: Askers, request: FastifyRequest, reply: FastifyReply): Promise<number> {
  const { viewer } = await askers.of(request, reply);
  const allowed = Object.entries(LARGER) as [Action, number][];
  return Math.max(
    0,
    ...allowed.flatMap(([action, bytes]) => (mayAnywhere(action, viewer?.roles ?? []) ? [bytes] : [])),
  );
}

/** Lets so much through. The request itself stays whole, since it has to be answered. */
function atMost(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(tooLarge());
      else done(null, chunk);
    },
  });
}

const tooLarge = () => Object.assign(new Error('too large'), { statusCode: 413 });
