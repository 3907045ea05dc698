import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerPlayground } from './playground.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const directory = mkdtempSync(join(tmpdir(), 'playground-'));

async function anApi(sandboxUrl: string | null): Promise<FastifyInstance> {
  const app = Fastify();
  await registerPlayground(app, { sandboxUrl, directory });
  app.get('/graphql', () => ({ data: {} }));
  app.get('/healthz', () => ({ status: 'alive' }));
  return app;
}

beforeAll(() => {
  mkdirSync(join(directory, 'playground-assets'));
  writeFileSync(join(directory, 'index.html'), '<div id="playground" data-sandbox-url=""></div>');
  writeFileSync(join(directory, 'playground-assets', 'index-1a2b.js'), 'export {};');
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('the playground', () => {
  test('is what a browser gets at /graphql, under a policy without inline scripts', async () => {
    const app = await anApi('http://localhost:4100');
    const { headers, body } = await app.inject({ url: '/graphql', headers: { accept: BROWSER } });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).toContain('data-sandbox-url="http://localhost:4100"');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain(`default-src 'self'`);
    expect(policy).toContain(`connect-src 'self' http://localhost:4100`);
    expect(policy.filter((directive) => directive.includes('unsafe'))).toEqual([
      `style-src 'self' 'unsafe-inline'`,
    ]);
  });

  test('knows no sandbox in production', async () => {
    const app = await anApi(null);
    const { headers, body } = await app.inject({ url: '/graphql', headers: { accept: BROWSER } });
    expect(body).toContain('data-sandbox-url=""');
    expect(headers['content-security-policy']).toContain(`connect-src 'self';`);
  });

  test.each([
    ['a client that names no type', '/graphql', undefined],
    ['a client that wants JSON', '/graphql', 'application/json'],
    ['a client that likes JSON better', '/graphql', 'text/html;q=0.5, application/json'],
    ['a query by GET', '/graphql?query=%7Bnow%7D', BROWSER],
    ['another address', '/healthz', BROWSER],
  ])('leaves %s alone', async (_name, url, accept) => {
    const app = await anApi(null);
    const { headers } = await app.inject({ url, headers: accept ? { accept } : {} });
    expect(headers['content-type']).toContain('application/json');
  });

  test('serves its files to be kept for good, and nothing else of the folder', async () => {
    const app = await anApi(null);
    const file = await app.inject('/playground-assets/index-1a2b.js');
    expect(file.statusCode).toBe(200);
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const url of [
      '/playground-assets/../index.html',
      '/playground-assets/',
      '/playground-assets/x.js',
    ]) {
      expect((await app.inject(url)).statusCode).toBe(404);
    }
  });

  test('that is not built says so', async () => {
    const app = Fastify();
    await expect(
      registerPlayground(app, { sandboxUrl: null, directory: join(directory, 'away') }),
    ).rejects.toThrow('the playground is not built');
  });
});
