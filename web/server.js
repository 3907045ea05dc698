// The site's own HTTP server around the built handler: settings checked first, security headers on every answer,
// static files too, and an orderly end.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { SettingError } from '@enrolment/settings/setting-error.ts';
import { config } from './src/lib/server/config.ts';

const GRACE_MS = 4_000;
const FORM_BYTES = 512 * 1024;
/** For scripts and styles, of which a page has dozens: the rest means nothing to them, and would weigh on the line. */
const HEADERS_OF_FILES = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const HEADERS = {
  ...HEADERS_OF_FILES,
  // Not no-referrer: browsers would then send `Origin: null` with forms.
  'referrer-policy': 'same-origin',
  'permissions-policy': permissions('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** The schools' desk reads codes by camera; no other page may open one. */
const HEADERS_OF_DESK = { ...HEADERS, 'permissions-policy': permissions('camera=(self)') };

/** @param {string} camera */
function permissions(camera) {
  return `${camera}, microphone=(), geolocation=(), payment=(), usb=()`;
}

/** @param {string | undefined} url */
function headersFor(url = '/') {
  if (url.startsWith('/_app/immutable/')) return HEADERS_OF_FILES;
  return /^\/school(?:[/?]|$)/.test(url) ? HEADERS_OF_DESK : HEADERS;
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}

function readSettings() {
  try {
    return config();
  } catch (error) {
    if (error instanceof SettingError) fail(error.message.replace(/^/gm, 'Bad setting: '));
    throw error;
  }
}

const { host, origin, port } = readSettings();
const scheme = origin.protocol.slice(0, -1);

// The adapter takes https unless a header says otherwise; ours comes from the setting, never from outside.
process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
// Of the one page that takes files; the others take words.
process.env['BODY_SIZE_LIMIT'] = String(6 * 1024 * 1024);
const built = new URL('./build/handler.js', import.meta.url);
if (!existsSync(built)) fail('The site is not built yet: run `npm run build -w web`.');
const { handler } = await import(built.href);

/** Answers under way. @type {Set<http.ServerResponse>} */
const underWay = new Set();
const server = http.createServer((request, response) => {
  underWay.add(response);
  response.once('close', () => underWay.delete(response));
  for (const [name, value] of Object.entries(headersFor(request.url))) response.setHeader(name, value);
  if (scheme === 'https')
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (request.url === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok');
    return;
  }
  if (request.headers.host !== origin.host) {
    // One address for all: cookies and forms belong to it (127.0.0.1 is not localhost to a browser).
    const safe = request.method === 'GET' || request.method === 'HEAD';
    response
      .writeHead(safe ? 307 : 421, safe ? { location: new URL(ownPath(request.url), origin).href } : {})
      .end();
    return;
  }
  if (isTooLarge(request)) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  request.headers['x-forwarded-proto'] = scheme;
  // Browsers inside of apps hide where a form comes from; a form of ours is known by what they say beside it.
  if (request.headers.origin === 'null' && isFromHere(request.headers)) {
    request.headers.origin = origin.origin;
  }
  handler(request, response, () => response.writeHead(404).end());
});

/**
 * More than a form of words says beforehand that it is. The page that takes files answers for itself.
 * @param {http.IncomingMessage} request
 */
function isTooLarge({ url = '/', headers }) {
  if (/^\/office\/bulk\/import(?:[/?]|$)/.test(url)) return false;
  const stated = headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : Infinity);
  return Number(stated) > FORM_BYTES;
}

/**
 * What scripts of other sites cannot set: the browser's own word, or the address of the page before.
 * @param {http.IncomingHttpHeaders} headers
 */
function isFromHere({ 'sec-fetch-site': site, referer }) {
  if (site !== undefined) return site === 'same-origin';
  return URL.parse(referer ?? '')?.origin === origin.origin;
}

/** @param {string | undefined} url */
function ownPath(url) {
  return `/${(url ?? '/').replace(/^[/\\]+/, '')}`;
}

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') fail(`Port ${port} is taken: stop what is using it or set WEB_PORT.`);
  if (error.code === 'EACCES')
    fail(`Port ${port} may not be used by this user: set WEB_PORT to one above 1023.`);
  fail(`The site cannot listen on port ${port}: ${error.message}`);
});
server.listen(port, host, () => {
  console.log(`Site ready at ${origin.origin}`);
});

let closing = false;
function close() {
  if (closing) return;
  closing = true;
  server.close(() => process.exit(0));
  // They would go on for ever; whoever follows them connects again, elsewhere.
  for (const response of underWay)
    if (response.getHeader('content-type') === 'text/event-stream') response.destroy();
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
process.on('SIGTERM', close);
process.on('SIGINT', close);
process.on('disconnect', close);
