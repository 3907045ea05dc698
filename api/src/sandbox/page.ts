import type { Language } from '@enrolment/rulebook/refusal.js';
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readLanguage } from '../platform/language.js';
import { escapeHtml } from './identity-provider.js';

/** Markup that is safe as it stands. */
export class Html {
  constructor(readonly text: string) {}
}

/** Escapes what is put in, except Html and lists of it. */
export function html(
  strings: TemplateStringsArray,
  ...values: (string | number | Html | readonly Html[])[]
): Html {
  const show = (value: string | number | Html | readonly Html[]): string =>
    value instanceof Html
      ? value.text
      : typeof value === 'object'
        ? value.map(show).join('\n')
        : escapeHtml(String(value));
  return new Html(strings.reduce((text, part, index) => text + show(values[index - 1]!) + part));
}

export const languageOf = (request: FastifyRequest): Language =>
  readLanguage(request.headers['accept-language']);

const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7,#14181a); --sheet: light-dark(#fff,#1c2124); --ink: light-dark(#1d2528,#eceae4); --ink-soft: light-dark(#55626a,#a9b3b8); --line: light-dark(#dedbd3,#333b40); --line-strong: light-dark(#7c868b,#7f8a90); --pine: light-dark(#0f5c56,#6fc3b8); --pine-wash: light-dark(#e8f1ef,#1b2e2c); --apricot: light-dark(#9a4a06,#f2b272); --apricot-wash: light-dark(#fcf0e3,#33261a); }
* { box-sizing: border-box; } body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
:lang(en) { font-family: "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif; font-variant-east-asian: proportional-width; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; } h1 { font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2.125rem); line-height: 1.3; } h2 { font-size: 1.25rem; border-top: 2px solid var(--ink); padding-top: .75rem; margin-top: 2.25rem; }
.wrap { max-width: 52rem; margin: 0 auto; padding: 0 1rem; } main { padding: 1.5rem 0 3.5rem; } .band { background: var(--apricot-wash); color: var(--apricot); padding: .5rem 0; font-size: .9375rem; }
.soft { color: var(--ink-soft); font-size: .9375rem; } .lead { color: var(--ink-soft); margin-top: .75rem; max-width: 38rem; } a { color: var(--pine); text-underline-offset: .2em; }
:focus-visible { outline: none; box-shadow: 0 0 0 3px var(--paper), 0 0 0 6px var(--pine); border-radius: 3px; }
button { font: inherit; font-weight: 600; min-height: 2.875rem; padding: 0 1.25rem; border: 1px solid var(--pine); border-radius: .5rem; background: transparent; color: var(--pine); cursor: pointer; } button:hover { background: var(--pine-wash); }
.people { list-style: none; display: grid; gap: .5rem; margin-top: 1rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); } .people button { width: 100%; text-align: start; background: var(--sheet); border-color: var(--line-strong); color: var(--ink); padding: .5rem 1rem; line-height: 1.4; } .people + h3 { margin-top: 1.5rem; } h2 + h3 { margin-top: .75rem; } .people small { display: block; font-weight: 400; color: var(--ink-soft); }
.qr { display: grid; gap: 1rem; justify-items: start; margin-top: 1.5rem; } .qr svg { width: 11rem; height: 11rem; background: #fff; border: 1px solid var(--line); border-radius: .5rem; }
.rows { list-style: none; margin-top: .75rem; } .rows li { border-bottom: 1px solid var(--line); padding: .75rem 0; } .num { font-variant-numeric: tabular-nums; } .code { font-size: 1.5rem; font-weight: 650; letter-spacing: .1em; }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; } table { border-collapse: collapse; width: 100%; margin-top: 1rem; } .scroll { overflow-x: auto; } th, td { text-align: start; border-bottom: 1px solid var(--line); padding: .5rem .75rem .5rem 0; white-space: nowrap; } th { color: var(--ink-soft); font-weight: 500; font-size: .9375rem; }
`;

interface Page {
  language: Language;
  title: string;
  body: Html;
  /** A script for this page alone. */
  script?: string;
  /** Another origin to which forms may lead. */
  formsTo?: string;
  refreshSeconds?: number;
}

export function sendPage(
  reply: FastifyReply,
  { language, title, body, script, formsTo, refreshSeconds }: Page,
) {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    `form-action 'self'${formsTo ? ` ${formsTo}` : ''}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const band =
    language === 'en'
      ? 'Sandbox: everyone here is made up, nothing leaves this machine'
      : '试用环境：这里的人和数据都是虚构的，什么都不会发到外面';
  const refresh = refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : '';
  return reply
    .headers({
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escapeHtml(title)}</title><style nonce="${nonce}">${STYLE}</style></head><body><header class="band"><div class="wrap">${band}</div></header><div class="wrap"><main>${body.text}</main></div>${script ? `<script nonce="${nonce}">${script}</script>` : ''}</body></html>`,
    );
}
