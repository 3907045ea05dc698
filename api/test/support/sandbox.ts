import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxDatabase } from '../../src/sandbox/database.js';
import { createSandbox } from '../../src/sandbox/server.js';
import { AUDIENCE } from './outside.js';
import { freePort } from './process.js';

/** The sandbox of `npm start`, for tests of what its identity provider lets in. Its database is never asked. */
export async function startSandbox() {
  const folder = await mkdtemp(join(tmpdir(), 'enrolment-sandbox-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    host: '127.0.0.1',
    port,
    url,
    folder,
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    webOrigin: 'http://localhost:3000',
    client: { id: 'enrolment-web', secret: 'secret', audience: AUDIENCE },
    smsToken: 'sms-token',
    verifyToken: 'verify-token',
    verifyCallbackSecret: 'callback-secret',
  };
  const app = await createSandbox(settings, await SandboxDatabase.open(settings.databaseUrl));
  await app.listen({ host: settings.host, port });
  return {
    url,
    issuer: `${url}/oidc`,
    async stop() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
