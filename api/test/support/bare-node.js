// @ts-nocheck: Node loads this as plain JavaScript before any test.
import 'reflect-metadata';
import { addEventHandler } from 'jest-circus';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * The API's tests run in bare Node, so that a worker loads the API once and not anew for each file. They test what is built:
 * whatever they import of `api/src` comes from `api/dist`.
 */
const API = fileURLToPath(new URL('../../', import.meta.url));
const GLOBALS = new URL('./jest-globals.js', import.meta.url).href;
/** Packages of ours that are built. */
const BUILT = /^@enrolment\/(rulebook|settings)\//;

const isRelative = (specifier) => /^\.{1,2}\//.test(specifier);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    if (BUILT.test(specifier)) return next(specifier.replace(/\.ts$/, '.js'), context);
    if (!isRelative(specifier) || !context.parentURL?.startsWith('file:')) return next(specifier, context);
    const path = fileURLToPath(new URL(specifier, context.parentURL));
    const built = path.replace(`${API}src/`, `${API}dist/`);
    if (built !== path && existsSync(built)) return next(pathToFileURL(built).href, context);
    // Sources import `./x.js`, as the compiled ones need it; what is bundled imports `./x`.
    const source = path.replace(/\.js$|(?<!\.\w+)$/, '.ts');
    return next(existsSync(path) || !existsSync(source) ? specifier : pathToFileURL(source).href, context);
  },
});

/** The runner waits for ever. No test measures time: this is for what hangs. */
const LONGEST_MS = 600_000;

const bounded = (run) => async () => {
  const ended = new AbortController();
  const overdue = after(LONGEST_MS, null, { signal: ended.signal }).then(
    () => Promise.reject(new Error(`not over within ${LONGEST_MS / 1000} s`)),
    () => {},
  );
  try {
    await Promise.race([run(), overdue]);
  } finally {
    ended.abort();
  }
};

addEventHandler(({ name }, { currentDescribeBlock }) => {
  const added = { add_test: currentDescribeBlock.tests, add_hook: currentDescribeBlock.hooks }[name]?.at(-1);
  if (added?.fn) added.fn = bounded(added.fn);
});
