import type { HandleClientError } from '@sveltejs/kit/hooks';
import { makeUpForAge, startsScripts } from '#lib/engine.ts';
import { overwriteGetLocale, toLocale, baseLocale } from '#lib/i18n/messages/runtime.js';
import { isMissingScript, loadAnew } from '#lib/stale-page.ts';

// An even older engine would break down half way. This keeps the scripts from starting, so the page stays as the server
// sent it; every form works that way.
if (!startsScripts()) throw new Error('too old for scripts');
makeUpForAge();

// The language cookie is httpOnly, so the browser reads the language from the page. It reads it once: a browser that
// translates the page changes it later.
const language = toLocale(document.documentElement.lang) ?? baseLocale;
overwriteGetLocale(() => language);

export const handleError: HandleClientError = ({ error, event }) => {
  // The form went through and only the next page's script is missing: the server can send that page whole.
  if (isMissingScript(error)) loadAnew(event.url);
};
