import { mayAnywhere } from '@enrolment/rulebook/access.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transform } from 'node:stream';
import type { Askers } from '../askers.js';
import { LIMITS } from '../platform/limits.js';

/** What the files of a whole city take, several times over (docs/setup.md). */
export const CITY_BYTES = 4 * 1024 * 1024;

/**
 * A hook that lets only those who may set up the city send more than others do. They say beforehand how much it is; what is
 * too much is refused before it is read.
 */
export const cityBody =
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
    if (!(await maySetUp(askers, request, reply))) throw tooLarge();
    void reply.removeHeader('connection');
    return body;
  };

async function maySetUp(askers: Askers, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const { viewer } = await askers.of(request, reply);
  return viewer !== null && mayAnywhere('SET_UP_CITY', viewer.roles);
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
