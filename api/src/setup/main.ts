import { readSettings } from '@enrolment/settings/read.js';
import { SettingError } from '@enrolment/settings/setting-error.js';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database/orm.js';
import { isWorkbook, type SetupFile } from './setup.file.js';
import { SECTIONS } from './setup.sections.js';
import { setUp, type SetupReport } from './setup.service.js';
import { writeWorkbook } from './setup.workbook.js';

/** Reads files, and the YAML files and workbooks in folders. */
export function readFiles(paths: readonly string[]): SetupFile[] {
  return paths.flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new SettingError(`${path} is not there`);
    const names = stats.isDirectory()
      ? readdirSync(path)
          .filter((name) => /\.(ya?ml|xlsx)$/i.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path];
    return names.map((name) =>
      isWorkbook(name) ? { name, bytes: readFileSync(name) } : { name, text: readFileSync(name, 'utf8') },
    );
  });
}

const SIGNS = { ADDED: '+', CHANGED: '~', REMOVED: '-' };

export function tell({ mistakes, changes, applied }: SetupReport): string {
  if (mistakes.length > 0) {
    return mistakes
      .map(
        ({ file, sheet, line, message }) =>
          `${[file, sheet, line].filter((part) => part).join(':')}: ${message}`,
      )
      .join('\n');
  }
  if (changes.length === 0) return 'setup: everything stands as the files say';
  const lines = changes.map(({ section, kind, key }) => `${SIGNS[kind]} ${section} ${key}`);
  const end = applied
    ? `setup: ${changes.length} changes made`
    : `setup: ${changes.length} changes would be made; add --apply to make them`;
  return [...lines, end].join('\n');
}

const EXAMPLE = fileURLToPath(new URL('../../setup/example/', import.meta.url));
const USAGE =
  'usage: npm run setup -- [--apply] FILE_OR_FOLDER …, or npm run setup -- --template CITY.xlsx (docs/setup.md)';

/** Writes the example as a workbook to begin with. It overwrites no other file. */
async function writeTemplate(path: string | undefined): Promise<void> {
  if (path === undefined || !isWorkbook(path)) throw new SettingError(USAGE);
  const files = readFiles([EXAMPLE]).flatMap((file) => ('text' in file ? [file] : []));
  const workbook = await writeWorkbook(files, SECTIONS);
  if (existsSync(path)) throw new SettingError(`${path} is there already`);
  writeFileSync(path, workbook);
  console.log(`setup: ${path} holds the example; change it, and try it with npm run setup -- ${path}`);
}

/** `node dist/setup/main.js [--apply] FILE…`, or `--template FILE` */
async function main(): Promise<void> {
  if (process.argv[2] === '--template') return writeTemplate(process.argv[3]);
  const settings = readSettings(['DATABASE_URL', 'SANDBOX'], process.env);
  const given = process.argv.slice(2);
  const paths = given.filter((word) => word !== '--apply');
  if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) {
    throw new SettingError(USAGE);
  }
  const files = readFiles(paths);
  const orm = await openDatabase(settings.DATABASE_URL, 'enrolment_app');
  try {
    const report = await setUp(orm.em, files, {
      apply: given.includes('--apply'),
      now: new Date(),
      actor: { subject: 'setup', role: 'OPERATOR' },
      ...(settings.SANDBOX ? { today: new Date() } : {}),
    });
    console.log(tell(report));
    if (report.mistakes.length > 0) process.exitCode = 1;
  } finally {
    await orm.close();
  }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  main().catch((error: unknown) => {
    const { code, message } = error as { code?: string; message: string };
    const unprepared = code === '42P01' || code === '22023';
    console.error(`setup: ${unprepared ? 'the database is not prepared: run npm run db:migrate' : message}`);
    process.exitCode = 1;
  });
}
