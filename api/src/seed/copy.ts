import { Reference, ScalarReference, type EntityMetadata, type EntityProperty } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { Sealed } from '../platform/sealed.js';

const PIECE = 64 * 1024;

/** Where the properties of an entity are kept. */
interface Layout {
  readonly table: string;
  readonly columns: readonly (readonly [property: string, column: string])[];
}

/** What is to be written into a table. */
interface Table {
  readonly layout: Layout;
  pieces: Buffer[];
  last: string;
}

/** By the name of the entity. */
export type Layouts = ReadonlyMap<string, Layout>;

/** The ORM's own knowledge of tables and columns, for threads that do without it. */
export const layoutsOf = (orm: MikroORM): Layouts =>
  new Map(
    [...orm.getMetadata().getAll().values()].map(({ className, tableName: table, props }: EntityMetadata) => [
      className,
      { table, columns: props.filter(isWritten).map(({ name, fieldNames }) => [name, fieldNames[0]!]) },
    ]),
  );

/** Every column but the keys that the database gives. */
const isWritten = ({ persist, formula, mappedBy, autoincrement, fieldNames }: EntityProperty) =>
  persist !== false && !formula && !mappedBy && !autoincrement && fieldNames?.length === 1;

/**
 * Writes new entities into the database by COPY, ten times as fast as any insert, with the same columns and values as the
 * unit of work. Each becomes text at once, so that nothing else of it must be kept. It is in SQL text, since no builder has
 * COPY; tables and columns come from the entities.
 */
export class Copies {
  private readonly tables = new Map<NewableFunction, Table>();

  constructor(private readonly layouts: Layouts) {}

  /** The first entity of a table decides which tables it comes after. */
  add(entity: object): void {
    const table = this.tableOf(entity.constructor);
    this.addLine(table, lineOf(entity, table.layout));
  }

  /** The entity as a line of its table, for later: the line does not keep alive what the entity refers to. */
  line(entity: object): string {
    return lineOf(entity, this.tableOf(entity.constructor).layout);
  }

  addLines(kind: NewableFunction, lines: readonly string[]): void {
    const table = this.tableOf(kind);
    for (const line of lines) this.addLine(table, line);
  }

  private addLine(table: Table, line: string): void {
    table.last += line;
    if (table.last.length < PIECE) return;
    table.pieces.push(Buffer.from(table.last));
    table.last = '';
  }

  async write(client: Client): Promise<void> {
    for (const { layout, pieces, last } of this.tables.values()) {
      if (pieces.length === 0 && last === '') continue;
      const columns = layout.columns.map(([, column]) => `"${column}"`).join(', ');
      const stream = client.query(from(`copy "${layout.table}" (${columns}) from stdin`));
      for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
      stream.end(last);
      await finished(stream);
    }
    this.tables.clear();
  }

  private tableOf(kind: NewableFunction): Table {
    let table = this.tables.get(kind);
    if (!table) {
      const layout = this.layouts.get(kind.name);
      if (!layout) throw new Error(`${kind.name} is no entity`);
      table = { layout, pieces: [], last: '' };
      this.tables.set(kind, table);
    }
    return table;
  }
}

function lineOf(entity: object, { columns }: Layout): string {
  const values = entity as Readonly<Record<string, unknown>>;
  let line = '';
  for (const [property] of columns) line += `${line && '\t'}${inText(values[property])}`;
  return `${line}\n`;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function inText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') {
    return SPECIAL.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => ESCAPED[character]!) : value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Sealed) return bytes(value.bytes);
  if (Buffer.isBuffer(value)) return bytes(value);
  if (Array.isArray(value)) return `{${value.map((one: Buffer) => `"\\\\${bytes(one)}"`).join(',')}}`;
  return inText(keyOf(value));
}

const bytes = (value: Buffer): string => `\\\\x${value.toString('hex')}`;

/** The key of another entity that a property refers to: all of them have an id or a code. */
function keyOf(value: unknown): unknown {
  const entity = ScalarReference.isScalarReference(value)
    ? value.unwrap()
    : Reference.unwrapReference(value as object);
  const { id, code } = entity as { id?: unknown; code?: unknown };
  return id ?? code;
}
