import { SettingError } from '@enrolment/settings/setting-error.js';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = 'playground-assets';

export interface PlaygroundOptions {
  /** Where people try things out: it offers identities and codes to the page. null in production. */
  readonly sandboxUrl: string | null;
  /** The built bundle. */
  readonly directory: string;
}

/** The playground for browsers at GET /graphql; other clients pass on to the API. */
export async function registerPlayground(
  app: FastifyInstance,
  { sandboxUrl, directory }: PlaygroundOptions,
): Promise<void> {
  const sandbox = sandboxUrl ? new URL(sandboxUrl).origin : '';
  const page = readPage(directory).replace('data-sandbox-url=""', `data-sandbox-url="${sandbox}"`);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'accept',
    'content-security-policy': contentSecurityPolicy(sandbox),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isPlaygroundRequest(request)) return reply.headers(headers).send(page);
  });
  // The names hold a hash of the content.
  await app.register(fastifyStatic, {
    root: join(directory, ASSETS),
    prefix: `/${ASSETS}/`,
    decorateReply: false,
    immutable: true,
    maxAge: '1y',
  });
}

function readPage(directory: string): string {
  try {
    return readFileSync(join(directory, 'index.html'), 'utf8');
  } catch {
    throw new SettingError('the playground is not built: run npm run build, or set PLAYGROUND=off');
  }
}

/** Whether somebody opens /graphql in a browser; a query by GET goes to the API there, too. */
function isPlaygroundRequest({ method, routeOptions, query, headers }: FastifyRequest): boolean {
  if (method !== 'GET' || routeOptions.url !== '/graphql' || 'query' in (query as object)) return false;
  const accept = headers.accept ?? '';
  return weight(accept, 'text/html') > weight(accept, 'application/json');
}

/** The q of a media type that an Accept header names, 0 when it doesn't. */
function weight(accept: string, type: string): number {
  const range = accept.split(',').find((part) => part.trim().split(';')[0] === type);
  return range ? Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1) : 0;
}

/** For this page alone: its editor writes styles; nothing comes from anywhere else but the sandbox. */
function contentSecurityPolicy(sandbox: string): string {
  return [
    `default-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self' data:`,
    `img-src 'self' data:`,
    `connect-src 'self' ${sandbox}`.trimEnd(),
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
