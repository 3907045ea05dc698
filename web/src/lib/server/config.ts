import { readSettingsOf } from '@enrolment/settings/read.ts';
import type { Environment } from '@enrolment/settings/settings.ts';

/** The settings of the site (docs/settings.md). Read by server.js before it listens, and by the pages' server side. */
export interface Config {
  port: number;
  host: string;
  /** What people type into the address bar: scheme, host, port. */
  origin: URL;
  apiUrl: URL;
  production: boolean;
  sessionSecret: string;
  identity: { issuer: URL; clientId: string; clientSecret: string; audience: string };
  /** Where the sandbox's own pages are; null unless this site runs on made-up people. */
  sandboxUrl: URL | null;
}

export function readConfig(env: Environment): Config {
  const settings = readSettingsOf('web', env);
  return {
    port: settings.WEB_PORT,
    host: settings.WEB_HOST,
    origin: new URL(settings.WEB_ORIGIN),
    apiUrl: new URL(settings.API_URL),
    production: settings.NODE_ENV === 'production',
    sessionSecret: settings.SESSION_SECRET,
    identity: {
      issuer: new URL(settings.OIDC_ISSUER),
      clientId: settings.OIDC_CLIENT_ID,
      clientSecret: settings.OIDC_CLIENT_SECRET,
      audience: settings.OIDC_AUDIENCE,
    },
    sandboxUrl: settings.SANDBOX ? new URL(settings.SANDBOX_URL) : null,
  };
}

let current: Config | undefined;

/** The settings of this process. They are read on first use: a build has none. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
