import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { sectionsOf } from '../sections.ts';
import { HELP, helpFor } from './topics.ts';

const web = fileURLToPath(new URL('../../../../', import.meta.url));
/** What tells of the site instead of standing on its buttons. */
const TELLING = ['office-help', 'manual', 'help'];

/** Every text of the site in a language, with anything where something is filled in. */
function wordsOf(locale: string): RegExp[] {
  const { 'plugin.inlang.messageFormat': format } = JSON.parse(
    readFileSync(join(web, 'project.inlang/settings.json'), 'utf8'),
  ) as { 'plugin.inlang.messageFormat': { pathPattern: string[] } };
  const files = format.pathPattern.filter((path) => !TELLING.some((name) => path.endsWith(`/${name}.json`)));
  const texts = files.flatMap((path) => {
    const messages = JSON.parse(readFileSync(join(web, path.replace('{locale}', locale)), 'utf8')) as Record<
      string,
      string | { match: Record<string, string> }[]
    >;
    return Object.values(messages).flatMap((text) =>
      typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match)),
    );
  });
  return texts
    .filter((text) => !text.startsWith('{'))
    .map((text) => {
      const parts = text.split(/\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${parts.join('.*')}$`);
    });
}

test.each(['zh-CN', 'en'])('what the help quotes stands on the pages, word for word: %s', (locale) => {
  const help = JSON.parse(readFileSync(join(web, `messages/${locale}/office-help.json`), 'utf8')) as Record<
    string,
    string
  >;
  const words = wordsOf(locale);
  const quoted = Object.values(help).flatMap((text) =>
    Array.from(text.matchAll(/“([^”]*)”/g), ([, word]) => word!),
  );
  expect(quoted.length).toBeGreaterThan(50);
  expect([...new Set(quoted)].filter((word) => !words.some((known) => known.test(word)))).toEqual([]);
});

test('each topic leads to a page that there is, and each section of the office has a topic', () => {
  const paths = HELP.flatMap(({ topics }) => topics.map(({ path }) => path));
  const pageOf = (path: string) =>
    ['(office)', '(school)'].some((group) =>
      existsSync(join(web, 'src/routes', group, path, '+page.svelte')),
    );
  expect(paths.filter((path) => !pageOf(path))).toEqual([]);
  const sections = sectionsOf({ may: () => true } as unknown as Parameters<typeof sectionsOf>[0]);
  // Told of beside the section next to them.
  const beside = ['/school/expected', '/office/webhooks'];
  expect(sections.map(({ path }) => path).filter((path) => !paths.includes(path))).toEqual(beside);
});

test('everybody reads what they may do, and nothing else', () => {
  const ids = (...actions: string[]) =>
    helpFor((action) => actions.includes(action)).flatMap(({ topics }) => topics.map(({ id }) => id));
  expect(ids('PREREGISTER')).toEqual(['preregister', 'lists']);
  expect(ids('DECIDE_GIVEN_ITEMS')).toEqual(['review']);
  expect(ids()).toEqual([]);
});
