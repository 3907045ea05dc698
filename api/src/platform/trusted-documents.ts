import { holdsOffice } from '@enrolment/rulebook/access.js';
import { readFileSync } from 'node:fs';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './errors.js';
import type { Viewer } from './identity.js';

const MANIFEST = new URL('../../../schema/client/persisted-documents.json', import.meta.url);

const documents = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>;
const texts = new Set(Object.values(documents));

/** A document of the site's build, as it stands there. */
export const isRegistered = (text: string): boolean => texts.has(text);

const named = new WeakSet<FastifyRequest>();

/** Whether a request came without a document, and named one of the site's. */
export const namesDocument = (request: FastifyRequest): boolean => named.has(request);

/**
 * Lets a request name a document of the site's build by `documentId` ("sha256:…") instead of sending its text: the
 * documents of schema/operations, and no others.
 */
export function acceptDocumentIds(app: FastifyInstance): void {
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

const UNKNOWN: Readonly<Record<Language, string>> = {
  'zh-CN': '这里只回答本网站自己的查询。工作人员和业务系统凭访问令牌可以自己写查询。',
  en: 'Only the site’s own documents are answered here. Staff and systems may send theirs, with an access token.',
};

/** In production a document of one's own is for staff and systems alone; everybody else's pages name theirs. */
export function checkOwnDocument(request: FastifyRequest, viewer: Viewer | null, language: Language): void {
  if (named.has(request) || (viewer && holdsOffice(viewer.roles))) return;
  throw new ApiError('BAD_USER_INPUT', {
    message: UNKNOWN[language],
    status: 400,
    reason: 'DOCUMENT_UNKNOWN',
  });
}
