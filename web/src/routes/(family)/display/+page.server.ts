import { redirect, type RequestEvent } from '@sveltejs/kit';
import { TEXT_SIZES, THEMES } from '#lib/display.ts';
import { textIn } from '#lib/form-text.ts';
import { isLocale } from '#lib/i18n/messages/runtime.js';
import { m } from '#lib/i18n/messages/messages.js';
import { safeReturnPath } from '#lib/server/return-path.ts';
import type { Actions, PageServerLoad } from './$types.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const load: PageServerLoad = ({ url }) => ({
  crumbs: [{ label: m.display_title() }],
  returnTo: safeReturnPath(url.searchParams.get('return'), '/'),
});

export const actions: Actions = {
  /** Takes theme and text size, or one of them, from this page and from the footer of every page. */
  set: async (event) => {
    const form = await event.request.formData();
    const theme = THEMES.find((known) => known === form.get('theme'));
    const text = TEXT_SIZES.find((known) => known === form.get('text'));
    if (theme) remember(event, 'theme', theme);
    if (text) remember(event, 'text', text);
    goBack(form);
  },
  language: async (event) => {
    const form = await event.request.formData();
    const language = form.get('language');
    if (isLocale(language)) remember(event, 'language', language);
    goBack(form);
  },
};

function remember(event: RequestEvent, name: 'theme' | 'text' | 'language', value: string): void {
  event.cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: YEAR_SECONDS });
}

function goBack(form: FormData): never {
  redirect(303, safeReturnPath(textIn(form, 'return'), '/'));
}
