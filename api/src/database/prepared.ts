import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Compilable, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import { tables, type Tables } from './tables.js';

/** Holds the place of a value that each call gives. */
class Place {
  constructor(readonly name: string) {}
}

export type Places<Given> = { readonly [Name in keyof Given]: RawBuilder<Given[Name]> };

type Row = Record<string, unknown>;

/**
 * A typed statement of fixed text, built once a process: for what is asked thousands of times a second. What differs
 * from call to call is given by name, and the rows come by the names of the properties, as from `tables`.
 */
export function prepared<Given extends object, Result>(
  build: (db: Kysely<Tables>, given: Places<Given>) => Compilable<Result>,
  type: 'read' | 'write' = 'write',
): (em: EntityManager, given: Given) => Promise<Result[]> {
  let compiled: CompiledQuery<Result> | undefined;
  let names: [column: string, property: string][] | undefined;
  const places = new Proxy({}, { get: (_, name: string) => sql`${new Place(name)}` }) as Places<Given>;

  /** The plug-in that names the columns is asked once, with a row whose values are its own names. */
  const namesOf = async (em: EntityManager, row: Row): Promise<[string, string][]> => {
    const probe = Object.fromEntries(Object.keys(row).map((column) => [column, column]));
    const plugin = tables(em).getExecutor().plugins.at(-1)!;
    const { rows } = await plugin.transformResult({ queryId: compiled!.queryId, result: { rows: [probe] } });
    return Object.entries(rows[0]!).map(([property, column]) => [column as string, property]);
  };

  return async (em, given) => {
    compiled ??= build(tables(em), places).compile();
    const parameters = compiled.parameters.map((value) =>
      value instanceof Place ? given[value.name as keyof Given] : value,
    );
    const { rows } = await em.getKysely({ type }).executeQuery({ ...compiled, parameters });
    if (rows.length === 0) return [];
    const columns = (names ??= await namesOf(em, rows[0] as Row));
    return (rows as Row[]).map(
      (row) => Object.fromEntries(columns.map(([column, property]) => [property, row[column]])) as Result,
    );
  };
}
