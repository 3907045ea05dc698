// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 120_000;

/** Opens all ports at once: a port that was given back could be found again. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Starts it on free ports with its own data folder, and returns what its tests need to know. */
export async function startProduct(products, ports, settings = {}) {
  const [web, api, sandbox] = ports;
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-e2e-'));
  const product = spawn('node', ['--import', './scripts/node-version.js', 'scripts/start.ts'], {
    env: {
      ...process.env,
      WEB_PORT: String(web),
      API_PORT: String(api),
      SANDBOX_PORT: String(sandbox),
      DATA_DIR: folder,
      // Each test creates the records that it needs.
      SANDBOX_RECORDS: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  products.push({ product, folder });
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
  return {
    E2E_DATA: folder,
    E2E_PRODUCT: String(product.pid),
    E2E_WEB: `http://localhost:${web}`,
    E2E_API: `http://localhost:${api}`,
    E2E_SANDBOX: `http://localhost:${sandbox}`,
  };
}

export async function stopProduct({ product, folder }) {
  // One that could not start has ended already.
  if (product.exitCode === null && product.signalCode === null) {
    const ended = new Promise((done) => product.once('exit', done));
    product.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
