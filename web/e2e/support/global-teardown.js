// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
import { stopProduct } from './started-product.js';

export default async function teardown() {
  await Promise.all(globalThis.__products.map(stopProduct));
}
