import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { readConfig as readApiConfig } from '../api/src/config.ts';
import { readConfig as readWebConfig } from '../web/src/lib/server/config.ts';
import { ROOT } from './command.ts';

type Environment = Record<string, string>;
type Reader = (env: Environment) => unknown;

/** Settings that a real deployment could have. */
const REAL: Environment = {
  DATABASE_PASSWORD: 'x',
  DATA_KEYS: `index=${'A'.repeat(43)}=,one=${'A'.repeat(43)}=`,
  SESSION_SECRET: 'x'.repeat(32),
  WEB_ORIGIN: 'https://enrolment.example',
  OIDC_ISSUER: 'https://identity.example',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'x',
  OIDC_AUDIENCE: 'x',
  SMS_GATEWAY_URL: 'https://sms.example',
  SMS_GATEWAY_TOKEN: 'x',
  VERIFY_GATEWAY_URL: 'https://verification.example',
  VERIFY_GATEWAY_TOKEN: 'x',
  VERIFY_CALLBACK_URL: 'https://enrolment.example/callbacks/verification',
};

/**
 * What is wrong with the settings in docker-compose.yml, or null. Nothing here starts a container, but what each
 * process would be given, for real and in the sandbox, has to please that process's own reader.
 */
export async function checkCompose(): Promise<string | null> {
  // The compiled one: its source imports a neighbour by the name that it has when compiled.
  const compiled = new URL('../api/dist/sandbox/settings.js', import.meta.url).href;
  const { readSandboxSettings } = (await import(compiled)) as { readSandboxSettings: Reader };
  const readers = { migrate: readApiConfig, api: readApiConfig, web: readWebConfig };
  const sandbox = parseEnv(read('sandbox.env')) as Environment;
  const wrong = [
    ...complaints('for real', REAL, readers),
    ...complaints('with sandbox.env', sandbox, { ...readers, sandbox: readSandboxSettings }),
  ];
  return wrong.length > 0 ? wrong.join('\n') : null;
}

function complaints(which: string, given: Environment, readers: Record<string, Reader>): string[] {
  const tell = (name: string, work: () => unknown): string[] => {
    try {
      work();
      return [];
    } catch (error) {
      return [`docker-compose.yml ${which}, ${name}: ${(error as Error).message}`];
    }
  };
  return Object.entries(readers).flatMap(([name, reader]) =>
    tell(name, () => reader(settingsOf(name, given))),
  );
}

function settingsOf(service: string, given: Environment): Environment {
  const { services } = parse(fillIn(read('docker-compose.yml'), given), { merge: true }) as {
    services: Record<string, { environment: Record<string, unknown> }>;
  };
  const settings = Object.entries(services[service]!.environment);
  return Object.fromEntries(settings.map(([name, value]) => [name, String(value ?? '')]));
}

/** `${NAME:-otherwise}` and `${NAME:?what is missing}`, as Compose reads them. */
function fillIn(text: string, given: Environment): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name];
    if (value) return value;
    if (kind === '?') throw new Error(rest);
    return rest;
  });
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
