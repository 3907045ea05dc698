// Both languages say the same things: the same keys, in the same files, with the same placeholders, none of them unused.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const web = path.resolve(import.meta.dirname, '..');
const settings = JSON.parse(readFileSync(path.join(web, 'project.inlang/settings.json'), 'utf8')) as {
  baseLocale: string;
  locales: string[];
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const faults: string[] = [];
const keysSeen = new Set<string>();

for (const pattern of settings['plugin.inlang.messageFormat'].pathPattern) {
  const base = messagesOf(pattern, settings.baseLocale);
  for (const key of Object.keys(base)) {
    if (keysSeen.has(key)) faults.push(`${key} stands in two files`);
    keysSeen.add(key);
  }
  for (const locale of settings.locales) compareWithBase(pattern, locale, base);
}
for (const key of unusedKeys()) faults.push(`${key} is used nowhere`);

for (const fault of faults) console.error(`messages: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);

/** A text, or one for each form of a number: 1 day, 2 days. */
type Message = string | { match: Record<string, string> }[];

function messagesOf(pattern: string, locale: string): Record<string, string> {
  const text = readFileSync(path.join(web, pattern.replace('{locale}', locale)), 'utf8');
  const messages = Object.entries(JSON.parse(text) as Record<string, Message>);
  return Object.fromEntries(messages.map(([key, message]) => [key, wordsOf(message)]));
}

function wordsOf(message: Message): string {
  return typeof message === 'string'
    ? message
    : message.flatMap(({ match }) => Object.values(match)).join('\n');
}

function compareWithBase(pattern: string, locale: string, base: Record<string, string>): void {
  const file = pattern.replace('{locale}', locale);
  const messages = messagesOf(pattern, locale);
  for (const [key, text] of Object.entries(base)) {
    const other = messages[key];
    if (!other?.trim()) faults.push(`${key} is missing in ${file}`);
    else if (placeholders(other) !== placeholders(text))
      faults.push(`${key} has other placeholders in ${file}`);
  }
  for (const key of Object.keys(messages)) {
    if (!Object.hasOwn(base, key)) faults.push(`${key} stands in ${file} only`);
  }
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{[^}]*\}/g))].sort().join(' ');
}

function unusedKeys(): string[] {
  const sources = readdirSync(path.join(web, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.startsWith(path.join('lib', 'i18n', 'messages')))
    .map((file) => readFileSync(path.join(web, 'src', file), 'utf8'))
    .join('\n');
  const used = new Set(Array.from(sources.matchAll(/\bm\.(\w+)/g), ([, key]) => key));
  return [...keysSeen].filter((key) => !used.has(key));
}
