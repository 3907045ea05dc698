import type { Page } from 'playwright-core';

/** Picks one of the made-up people on the provider's page, to which every page sends whoever is signed out. */
export async function signInAs(page: Page, name: RegExp): Promise<void> {
  await page.waitForURL(/\/oidc\/interaction\//);
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/oidc'));
}
