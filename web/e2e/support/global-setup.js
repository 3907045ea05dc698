// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 120_000;

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** The whole product as `npm start` runs it, on free ports and a data folder of its own. */
export default async function setup() {
  const [web, api, sandbox] = [await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-e2e-'));
  const product = spawn('node', ['--import', './scripts/node-version.js', 'scripts/start.ts'], {
    env: {
      ...process.env,
      WEB_PORT: String(web),
      API_PORT: String(api),
      SANDBOX_PORT: String(sandbox),
      DATA_DIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [product.stdout, product.stderr]) stream.on('data', (chunk) => (output += chunk));
  await new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the product did not start:\n${output}`)), START_MS);
    product.once('exit', () => fail(new Error(`the product ended:\n${output}`)));
    const look = setInterval(() => {
      if (!output.includes('Ctrl-C')) return;
      clearTimeout(timer);
      clearInterval(look);
      done();
    }, 100);
  });
  process.env.E2E_PRODUCT = String(product.pid);
  process.env.E2E_WEB = `http://localhost:${web}`;
  process.env.E2E_API = `http://localhost:${api}`;
  process.env.E2E_SANDBOX = `http://localhost:${sandbox}`;
  globalThis.__product = { product, folder };
}
