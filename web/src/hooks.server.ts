import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { ApiAway, ApiFault, NotOpenYet } from '#lib/api/faults.ts';
import { displayAttributes, toTextSize, toTheme } from '#lib/display.ts';
import { paraglideMiddleware } from '#lib/i18n/messages/server.js';
import { compressed } from '#lib/server/compression.ts';
import { config } from '#lib/server/config.ts';
import { shared } from '#lib/server/kept-pages.ts';
import { readFrame } from '#lib/server/offices.ts';
import { readSession } from '#lib/server/session.ts';

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.session = null;
    event.locals.sessionTrouble = null;
    event.locals.display = {
      theme: toTheme(event.cookies.get('theme')),
      text: toTextSize(event.cookies.get('text')),
    };
    await readSession(event);
    event.locals.framed = null;
    await readFrame(event);
    const render = async () => {
      const response = await resolve(event, {
        transformPageChunk: ({ html }) =>
          html.replace('%language%', locale).replace('%display%', displayAttributes(event.locals.display)),
      });
      allowProviderForms(response.headers);
      // A page depends on language and display settings and may show a child: no shared cache may keep it.
      if (!response.headers.has('cache-control')) {
        response.headers.set(
          'cache-control',
          event.locals.session ? 'private, no-store' : 'private, no-cache',
        );
      }
      return response;
    };
    return compressed(event.request, await shared(event, locale, render));
  });

/** A form that signs in or out ends at the provider, and browsers hold redirects to form-action, too. */
function allowProviderForms(headers: Headers): void {
  const policy = headers.get('content-security-policy');
  if (!policy) return;
  const { issuer } = config().identity;
  headers.set(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${issuer.origin}`),
  );
}

export const handleError: HandleServerError = ({ error, event, kind }) => {
  if (error instanceof NotOpenYet) return { status: 503, message: 'No season is open', code: 'NOT_OPEN_YET' };
  if (error instanceof ApiAway) return { status: 503, message: 'The API is away', code: 'API_AWAY' };
  if (error instanceof ApiFault) {
    if (error.code === 'FORBIDDEN') return { status: 404, message: 'Not found' };
    if (error.code === 'RATE_LIMITED') return { status: 429, message: 'Too many requests', code: 'BUSY' };
    return {
      status: 500,
      message: 'The API failed',
      ...(error.incident ? { incident: error.incident } : {}),
    };
  }
  if (kind === 'app' || kind === 'framework') return;
  const incident = randomUUID();
  // Neither the address nor the error's message: both may carry what a person typed.
  console.error(
    JSON.stringify({
      level: 'error',
      incident,
      route: event.route.id,
      error: error instanceof Error ? error.name : typeof error,
      stack: error instanceof Error ? error.stack?.split('\n').slice(1, 8) : undefined,
    }),
  );
  return { status: 500, message: 'Internal error', incident };
};
