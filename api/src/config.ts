import { readSettingsOf } from '@enrolment/settings/read.js';
import type { Environment } from '@enrolment/settings/settings.js';

export interface Config {
  readonly production: boolean;
  readonly sandboxUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly dataKeys: string;
  readonly oidc: { issuer: string; audience: string };
  readonly sms: { url: string; token: string };
  readonly verification: { url: string; token: string; callbackUrl: string; callbackSecret: string };
  readonly webhooks: { readonly loopback: boolean };
  readonly forms: FormSettings;
  readonly playground: boolean;
  readonly trustedProxies: string;
  readonly logLevel: string;
}

export interface FormSettings {
  /** Where people reach the API: links to forms lead there. */
  readonly apiOrigin: string;
  /** Where people reach the site: the code on a form leads there. */
  readonly webOrigin: string;
  /** Files of fonts for characters that the fonts of the packages lack. */
  readonly rareGlyphFonts: readonly string[];
}

/** The settings of the API (docs/settings.md), by what they are for. */
export function readConfig(env: Environment): Config {
  const settings = readSettingsOf('api', env);
  return {
    production: settings.NODE_ENV === 'production',
    sandboxUrl: settings.SANDBOX ? settings.SANDBOX_URL : null,
    host: settings.API_HOST,
    port: settings.API_PORT,
    databaseUrl: settings.DATABASE_URL,
    dataKeys: settings.DATA_KEYS,
    oidc: { issuer: settings.OIDC_ISSUER, audience: settings.OIDC_AUDIENCE },
    sms: { url: settings.SMS_GATEWAY_URL, token: settings.SMS_GATEWAY_TOKEN },
    verification: {
      url: settings.VERIFY_GATEWAY_URL,
      token: settings.VERIFY_GATEWAY_TOKEN,
      callbackUrl: settings.VERIFY_CALLBACK_URL,
      callbackSecret: settings.VERIFY_CALLBACK_SECRET,
    },
    webhooks: { loopback: settings.WEBHOOK_LOOPBACK === 'on' },
    forms: {
      apiOrigin: new URL(settings.API_ORIGIN).origin,
      webOrigin: new URL(settings.WEB_ORIGIN).origin,
      rareGlyphFonts: settings.RARE_GLYPH_FONTS ?? [],
    },
    playground: settings.PLAYGROUND === 'on',
    trustedProxies: settings.TRUSTED_PROXIES,
    logLevel: settings.LOG_LEVEL,
  };
}
