import { SETTINGS, type Setting } from './settings.ts';

const fallbackOf = ({ type, fallback, production }: Setting): string => {
  const usual = fallback ? `\`${fallback}\`` : type.safeParse(undefined).success ? 'none' : 'must be set';
  if (production?.fallback === undefined) return usual;
  return `${usual}; in production ${production.fallback === null ? 'it must be set' : `\`${production.fallback}\``}`;
};

const titleOf = ({ type }: Setting): string =>
  ('unwrap' in type ? (type as { unwrap(): Setting['type'] }).unwrap() : type).meta()!['title']!;

/** docs/settings.md, printed from the settings themselves. */
export function renderSettings(): string {
  const rows = Object.entries<Setting>(SETTINGS).map(
    ([name, setting]) =>
      `| \`${name}\` | ${setting.meaning} | ${titleOf(setting)} | ${fallbackOf(setting)} | ${setting.readBy.join(', ')} | ${setting.secret ? 'yes' : ''} |`,
  );
  return [
    '# Settings',
    '',
    'Printed from `settings/src/settings.ts` by `npm run codegen`; do not edit it by hand.',
    '',
    'Each process reads its settings from the environment once, before anything else, and ends with one line for each',
    'mistake. A variable that is set but empty is not set. A secret is given to those processes alone that read it.',
    '`npm start` without settings is the sandbox: it makes keys of its own and fills in what must be set.',
    '',
    'With `NODE_ENV=production` nothing starts on the sandbox, on its published keys, on keys that were not drawn at random,',
    'or on addresses without https.',
    '',
    '| variable | what it is | type | default | read by | secret |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
