import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './errors.js';
import type { Viewer } from './identity.js';

const MANIFEST = new URL('../../../schema/client/persisted-documents.json', import.meta.url);

const named = new WeakSet<FastifyRequest>();

/**
 * Lets a request name a document of the site's build by `documentId` ("sha256:…") instead of sending its text: the
 * documents of schema/operations, and no others.
 */
export function acceptDocumentIds(app: FastifyInstance): void {
  const documents = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>;
  app.addHook('preHandler', async (request) => {
    const { body } = request;
    if (typeof body !== 'object' || body === null || !('documentId' in body)) return;
    const { documentId, ...rest } = body as Record<string, unknown>;
    const id = String(documentId);
    const text = Object.hasOwn(documents, id) ? documents[id] : undefined;
    if (!text || 'query' in rest) throw Object.assign(new Error('unknown document'), { statusCode: 400 });
    named.add(request);
    request.body = { ...rest, query: text };
  });
}

/** In production a document of one's own is for staff alone; everybody else's pages name theirs. */
export function checkOwnDocument(request: FastifyRequest, viewer: Viewer | null): void {
  const staff = viewer?.roles.some(({ role }) => role !== 'GUARDIAN');
  if (named.has(request) || staff) return;
  throw new ApiError('BAD_USER_INPUT', {
    message: 'Only documents that are registered here are answered.',
    status: 400,
  });
}
