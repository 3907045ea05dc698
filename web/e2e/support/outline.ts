import type { Page } from 'playwright-core';

/** The landmarks and headings that guide a screen reader, beyond what axe checks. */
export const outlineOf = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
    return {
      title: document.title,
      language: document.documentElement.lang,
      headings: seen('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1])),
      mains: seen('main').length,
      /** The number of animations and transitions. */
      moving:
        document.getAnimations().length +
        [...document.querySelectorAll('body *')].filter((one) =>
          /[1-9]/.test(getComputedStyle(one).transitionDuration + getComputedStyle(one).animationDuration),
        ).length,
      navigations: seen('nav').map((one) => one.getAttribute('aria-label') ?? ''),
    };
  });

type Outline = Awaited<ReturnType<typeof outlineOf>>;

/** What is wrong with the outline of a page in this language. */
export function faultsOf({ language, headings, mains, navigations }: Outline, expected: string): string[] {
  return [
    language !== expected && `in ${language}`,
    (headings[0] !== 1 || headings.lastIndexOf(1) !== 0) && `headings ${headings}`,
    headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1) && `headings ${headings}`,
    mains !== 1 && `${mains} mains`,
    (navigations.includes('') || new Set(navigations).size < navigations.length) &&
      `navigations ${navigations}`,
  ].filter((fault) => fault !== false);
}
