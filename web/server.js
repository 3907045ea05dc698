// The site's own HTTP server around the built handler: settings checked first, security headers on every answer,
// static files too, and an orderly end.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { config, BadSetting } from './src/lib/server/config.ts';

const GRACE_MS = 4_000;
const HEADERS = {
  'x-content-type-options': 'nosniff',
  // Not no-referrer: browsers would then send `Origin: null` with forms.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}

function readSettings() {
  try {
    return config();
  } catch (error) {
    if (error instanceof BadSetting) fail(`Bad setting: ${error.message}`);
    throw error;
  }
}

const { host, origin, port } = readSettings();
const scheme = origin.protocol.slice(0, -1);

// The adapter takes https unless a header says otherwise; ours comes from the setting, never from outside.
process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
const built = new URL('./build/handler.js', import.meta.url);
if (!existsSync(built)) fail('The site is not built yet: run `npm run build -w web`.');
const { handler } = await import(built.href);

const server = http.createServer((request, response) => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
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
  request.headers['x-forwarded-proto'] = scheme;
  handler(request, response, () => response.writeHead(404).end());
});

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
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
process.on('SIGTERM', close);
process.on('SIGINT', close);
process.on('disconnect', close);
