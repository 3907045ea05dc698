// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
import { findChromium } from './chromium.js';
import { freePorts, startProduct } from './started-product.js';

/** Starts the whole product for each of jest's workers, as `npm start` does. */
export default async function setup({ maxWorkers }) {
  // This is done once, before all workers would do it at the same time.
  process.env.CHROME_PATH = await findChromium();
  globalThis.__products = [];
  const ports = await freePorts(3 * maxWorkers);
  const starts = Array.from({ length: maxWorkers }, (_, n) =>
    startProduct(globalThis.__products, ports.slice(3 * n, 3 * n + 3)),
  );
  process.env.E2E_PRODUCTS = JSON.stringify(await Promise.all(starts));
}
