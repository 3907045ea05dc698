import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SNIPPETS, type Kind, type Shown } from '../../playground/snippets.js';

const run = promisify(execFile);

let received: { headers: IncomingHttpHeaders; body: string } | null = null;
let server: Server;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'enrolment-snippets-'));
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received = { headers: request.headers, body };
      response.setHeader('content-type', 'application/json').end('{"data":{"name":"东城区"}}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

const COMMANDS: Readonly<Record<Kind, (file: string) => [string, string[]]>> = {
  curl: (file) => ['sh', [file]],
  TypeScript: (file) => [process.execPath, [file]],
  Python: (file) => ['python3', [file]],
};

const hasCommand = (command: string) => spawnSync(command, ['--version']).status === 0;
const RUNS: readonly (readonly [Kind, boolean])[] = [
  ['curl', hasCommand('curl')],
  ['TypeScript', true],
  ['Python', hasCommand('python3')],
];

/** What a shell, a template and a Python text would each take for something of their own. */
const HARD = `it's "quoted" \\ back\\nslash \n $HOME \${x} \`tick\` """ 学 \\`;

for (const [kind, there] of RUNS) {
  (there ? test : test.skip)(`what is copied as ${kind} runs as it is, and sends the same`, async () => {
    const shown: Shown = {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      language: 'zh-CN',
      query: `query Name($text: String!) {\n  # it's "here" \\ \`\${x}\n  district(code: $text) {\n    name\n  }\n}`,
      variables: { text: HARD, yes: true, none: null, list: [1, 2.5] },
      signedIn: true,
    };
    const file = join(folder, `snippet.${kind === 'TypeScript' ? 'mjs' : 'txt'}`);
    writeFileSync(file, SNIPPETS[kind](shown));
    received = null;
    const [command, args] = COMMANDS[kind](file);
    const { stdout } = await run(command, args, {
      env: {
        PATH: process.env.PATH,
        ACCESS_TOKEN: 'token-of-mine',
        NO_PROXY: '*',
        PYTHONIOENCODING: 'utf-8',
      },
    });
    expect(stdout).toContain('东城区');
    const { headers, body } = received!;
    expect(JSON.parse(body)).toEqual({ query: shown.query, variables: shown.variables });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'accept-language': 'zh-CN',
      authorization: 'Bearer token-of-mine',
    });
  });
}

test('a snippet of somebody who is not signed in asks for no token', () => {
  const shown = {
    url: 'http://localhost/graphql',
    language: 'en',
    query: '{ now }',
    variables: {},
    signedIn: false,
  };
  for (const [kind] of RUNS) expect(SNIPPETS[kind](shown)).not.toMatch(/ACCESS_TOKEN|authorization/i);
});
