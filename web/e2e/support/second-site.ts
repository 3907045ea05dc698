import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { readSettings } from '../../../scripts/settings.ts';
import { freePorts } from './started-product.js';

/** Starts another process of the same site, as behind a load balancer, with the same origin, keys and API. */
export async function startSecondSite() {
  const [port] = await freePorts(1);
  const [web, api, sandbox] = [process.env.E2E_WEB!, process.env.E2E_API!, process.env.E2E_SANDBOX!].map(
    (address) => new URL(address).port,
  );
  const { env } = readSettings({
    ...process.env,
    WEB_PORT: web,
    API_PORT: api,
    SANDBOX_PORT: sandbox,
    DATA_DIR: process.env.E2E_DATA,
  });
  const site = spawn('node', ['web/server.js'], {
    env: { ...env, WEB_PORT: String(port) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: site.stdout }), 'line');
  return {
    /** Returns the status and the redirect's address without following it. */
    async get(path: string, cookie: string): Promise<{ status: number; location: string | undefined }> {
      const headers = { host: new URL(process.env.E2E_WEB!).host, cookie };
      const asked = request({ host: '127.0.0.1', port, path, headers }).end();
      const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
      answer.resume();
      return { status: answer.statusCode!, location: answer.headers.location };
    },
    async stop(): Promise<void> {
      site.kill('SIGTERM');
      await once(site, 'exit');
    },
  };
}
