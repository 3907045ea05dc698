/**
 * The oldest engines that run the scripts are Chromium 86, WeChat's kernel on older Android phones, and Safari 15. The
 * build translates newer syntax and styles for them (vite.config.ts). This adds the library functions that they lack and
 * the code uses. A browser test goes the whole way with Chromium 86.
 */
export function startsScripts(): boolean {
  // The first came with Chromium 86 and Safari 14, the second with Chromium 67 and Safari 15.
  return 'replaceChildren' in Element.prototype && typeof BigInt64Array === 'function';
}

function give(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

export function makeUpForAge(): void {
  give(Object, 'hasOwn', (owner: object, key: PropertyKey) =>
    Object.prototype.hasOwnProperty.call(owner, key),
  );
  give(Array.prototype, 'at', function (this: unknown[], index: number) {
    return this[index < 0 ? this.length + index : index];
  });
  give(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  });
}
