import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** Methods that Chromium 86 or Safari 15 lack and src/lib/engine.ts does not add. */
const NEWER = new Set([
  'findLast',
  'toReversed',
  'canParse',
  'findLastIndex',
  'fromAsync',
  'groupBy',
  'isWellFormed',
  'toSpliced',
  'toWellFormed',
  'withResolvers',
  'randomUUID',
  'reportError',
  'checkVisibility',
  'moveBefore',
  'Segmenter',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'symmetricDifference',
  'intersection',
  'requestSubmit',
  'showModal',
  'showPopover',
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function builtScripts(): { file: string; text: string }[] {
  return globSync('web/build/client/_app/immutable/**/*.js').map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }));
}

/** Finds code that the oldest engines cannot run. They have class fields, but not the rest of ES2022. */
export function newerThanTheFloor(text: string): string[] {
  const found: string[] = [];
  const walk = (node: Node, inFunction: boolean): void => {
    const what = ageOf(node, inFunction);
    if (what) found.push(what);
    const within = inFunction || /Function/.test(node.type);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) walk(child, within);
    }
  };
  walk(parseAst(text) as unknown as Node, false);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

function ageOf(node: Node, inFunction: boolean): string | null {
  switch (node.type) {
    case 'StaticBlock':
      return node.type;
    case 'BinaryExpression': {
      const left = node['left'] as Node;
      return left.type === 'PrivateIdentifier' ? `#${String(left['name'])} in` : null;
    }
    case 'AwaitExpression':
      return inFunction ? null : 'await at the top';
    case 'ChainExpression': {
      const call = node['expression'] as Node;
      const given = call.type === 'CallExpression' ? (call['arguments'] as Node[]).slice(0, -1) : [];
      return given.some(({ type }) => type === 'SpreadElement') ? 'spread within an optional call' : null;
    }
    case 'Literal': {
      const regex = node['regex'] as { pattern: string; flags: string } | null | undefined;
      if (!regex) return null;
      if (/\(\?<[=!]/.test(regex.pattern)) return 'lookbehind';
      return /[dv]/.test(regex.flags) ? `flag ${regex.flags}` : null;
    }
    case 'CallExpression': {
      const callee = node['callee'] as Node;
      const { name } = (callee['property'] ?? {}) as { name?: string };
      return !callee['computed'] && name !== undefined && NEWER.has(name) ? name : null;
    }
    default:
      return null;
  }
}
