import { freePorts, startProduct, stopProduct } from './started-product.js';

/**
 * Starts a product for the tests of one file alone, where those of others would be in the way. It takes the place of the
 * worker's product until the returned function is called.
 */
export async function startOwnCity(
  settings: Readonly<Record<string, string>> = {},
): Promise<() => Promise<void>> {
  const products: Parameters<typeof stopProduct>[0][] = [];
  const own = await startProduct(products, await freePorts(3), settings);
  const shared = Object.keys(own).map((name) => [name, process.env[name]]);
  Object.assign(process.env, own);
  return async () => {
    Object.assign(process.env, Object.fromEntries(shared));
    await Promise.all(products.map(stopProduct));
  };
}
