// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
import { rmSync } from 'node:fs';

export default async function teardown() {
  const { product, folder } = globalThis.__product;
  const ended = new Promise((done) => product.once('exit', done));
  product.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
