// @ts-nocheck: jest loads this as plain JavaScript before anything is compiled.
// Each of jest's workers has its own product, because its tests move the clock and stop processes.
const products = JSON.parse(process.env.E2E_PRODUCTS);
Object.assign(process.env, products[Number(process.env.JEST_WORKER_ID) - 1]);
