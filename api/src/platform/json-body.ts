import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';

/** JSON is UTF-8 (RFC 8259, 8.1): what claims to be something else is 415, and what is something else is 400. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /;\s*charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset && !/^utf-?8$/i.test(charset)) return done(fault(415));
    const bytes = body as Buffer;
    if (!isUtf8(bytes)) return done(fault(400));
    parse(request, bytes.toString(), done);
  });
}

const fault = (statusCode: number) => Object.assign(new Error('no UTF-8'), { statusCode });
