import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** Statements in SQL text outside the migrations: how many a file has, eight in all at most. Each says why. */
const IN_SQL_TEXT: Readonly<Record<string, number>> = {
  'database/insert-at-once.ts': 1,
  'platform/audit/verify.ts': 1,
  'platform/clock.ts': 1,
  'platform/queue.ts': 1,
  'seed/copy.ts': 1,
  'seed/write.ts': 2,
};

/** Columns that an entity reads from another table, in words that MikroORM puts into its own statements. */
const IN_AN_ENTITY: Readonly<Record<string, number>> = { 'record/record.entity.ts': 3 };

const STATEMENT =
  /^\(?(select (?!1$)|insert into |update \S+ set |delete from |merge into |with (\S+ as |\$)|copy "|truncate |lock |drop |alter |create (role|table|schema|function) |grant |revoke |listen |notify |set |reset role|analyze$|(begin|commit|rollback)$)/;

/** Reads and writes nothing of the product: who may, who waits, who listens, and how a transaction is kept. */
const ADMINISTERS =
  /^(begin$|commit$|rollback$|set |reset role|create role |grant |listen |analyze$|alter table \S+ (dis|en)able trigger |select (pg_try_advisory_lock|pg_advisory_lock|pg_has_role|quote_ident|session_user as|from pg_roles|rolsuper or|graphile_worker\.force_unlock_workers))/;

test('SQL text is in the named places alone, in at most eight statements', () => {
  const found = files().map(([path, text]) => [path, statements(path, text).length] as const);
  expect(Object.fromEntries(found.filter(([, count]) => count > 0))).toEqual({
    ...IN_SQL_TEXT,
    ...IN_AN_ENTITY,
  });
  expect(Object.values(IN_SQL_TEXT).reduce((all, count) => all + count)).toBeLessThanOrEqual(8);
});

test.each(
  [IN_SQL_TEXT, IN_AN_ENTITY].flatMap((places) => Object.keys(places)).map((path) => [path, null] as const),
)('%s says why', (path) => {
  const comments =
    readFileSync(join(SOURCES, path), 'utf8')
      .match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm)
      ?.join('\n') ?? '';
  expect(comments).toMatch(/in SQL\s+(\* |\/\/ )?text|makes its text/i);
});

test('a statement is found however it is written', () => {
  const text = [
    "em.execute('select id from child');",
    'client.query(`\n  UPDATE child set name = $1`);',
    'sql`with ${parts} select 1`;',
    "say('select the district');",
    "client.query('listen clock');",
    '// `delete from child`',
  ];
  expect(statements('x.ts', text.join('\n'))).toEqual([
    'select id from child',
    'update child set name = $1',
    'with $ select 1',
    'select the district',
  ]);
});

const files = () =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(SOURCES, path), 'utf8')] as const);

/** The literals of a file that begin as a statement does, each value of a template being `$`. */
function statements(path: string, text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const words = literal(node)?.replace(/\s+/g, ' ').trim().toLowerCase();
    if (words !== undefined && STATEMENT.test(words) && !ADMINISTERS.test(words)) found.push(words);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

function literal(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `$${span.literal.text}`).join('');
}
