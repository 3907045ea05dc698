import { overwriteGetLocale, toLocale, baseLocale } from '#lib/i18n/messages/runtime.js';

// The language cookie is httpOnly: in the browser, the page itself says which language it is in.
overwriteGetLocale(() => toLocale(document.documentElement.lang) ?? baseLocale);
