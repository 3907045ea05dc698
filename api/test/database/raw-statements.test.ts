import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** Statements in SQL text outside the migrations: how many a file has, eight in all at most. Each says why. */
const IN_SQL_TEXT: Readonly<Record<string, number>> = {
  'database/insert-at-once.ts': 1,
  'platform/audit/walk.ts': 2,
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

test('a column in a fragment of SQL is a reference, which the compiler checks', () => {
  const checked = files().filter(([path]) => !(path in IN_SQL_TEXT));
  const named = checked.flatMap(([path, text]) =>
    fragments(path, text).flatMap((fragment) => namesIn(fragment).map((name) => `${path}: ${name}`)),
  );
  expect(named).toEqual([]);
  // These take any word for a name.
  expect(checked.filter(([, text]) => /\bsql\.(ref|raw|id|table|column)\b/.test(text))).toEqual([]);
});

test('a name is found in whatever fragment, and a word of SQL is none', () => {
  const text = [
    'sql<Date>`coalesce(r.submitted_at, ${end}) `',
    'sql`case when state = \'DONE\' then ${one}::text[] else "e".facts end`',
    'sql`count(*)::int`',
    'unnest.as(sql`given(number, revision)`)',
    'say(`r.id`)',
  ];
  expect(fragments('x.ts', text.join(';\n')).map(namesIn)).toEqual([
    ['r.submitted_at'],
    ['state', '"e".facts'],
    [],
    [],
  ]);
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

/** What a fragment says between its values, quotes and types, and is neither a function nor a word of SQL. */
const namesIn = (fragment: string): string[] =>
  // The columns of a function's rows are named where it is called.
  /^\w+ ?\([\w", ]+\)$/.test(fragment)
    ? []
    : [
        ...fragment
          .replace(/'[^']*'|::\w+(\[\])?|[\w.]+(?=\()/g, ' ')
          .matchAll(/(?:[a-z_]\w*|"\w+")(?:\.(?:\w+|"\w+"))?/gi),
      ].flatMap(([word]) => (WORDS.has(word.toLowerCase()) ? [] : [word]));

const WORDS = new Set(
  'all and any array by case else end false filter in is not null or order ordinality over then true when where with'.split(
    ' ',
  ),
);

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

/** The templates that Kysely's `sql` takes, in the same way. */
function fragments(path: string, text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql')
      found.push(literal(node.template)!.replace(/\s+/g, ' ').trim());
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
