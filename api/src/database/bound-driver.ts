import { EntityManagerType, isRaw, Utils, type Configuration, type LockMode } from '@mikro-orm/core';
import {
  AbstractSqlDriver,
  EntityManager,
  MikroORM,
  PostgreSqlConnection,
  PostgreSqlNativeQueryBuilder,
  PostgreSqlPlatform,
} from '@mikro-orm/postgresql';
import { CompiledQuery, type Driver, type PostgresDialect } from 'kysely';

type Execute = PostgreSqlConnection['execute'];
type Overrides = Parameters<PostgreSqlConnection['createKyselyDialect']>[0];

/**
 * MikroORM 7 writes every value into the text of its statements and sends them by the simple protocol: nothing is
 * prepared, and every value stands in the server's log and in pg_stat_activity. Here values travel beside the text.
 * It leans on internals of 7.2.1, so the version is pinned and test/database/persistence.test.ts looks at the server.
 */
class BoundConnection extends PostgreSqlConnection {
  override async execute<T>(
    ...[query, params = [], method = 'all', transaction, loggerContext]: Parameters<Execute>
  ): Promise<T> {
    await this.ensureConnection();
    const built = query instanceof PostgreSqlNativeQueryBuilder ? query.toRaw() : query;
    const given = (isRaw(built) ? built.params : params) as unknown[];
    const values: unknown[] = [];
    const text = bind(isRaw(built) ? built.sql : (built as string), given, values, this.platform);
    return this.executeQuery(
      text,
      async () => {
        const result = await (transaction ?? this.getClient()).executeQuery(CompiledQuery.raw(text, values));
        return this.transformRawResult(result, method);
      },
      { query: text, params: given, ...loggerContext },
    );
  }

  override createKyselyDialect(overrides: Overrides): PostgresDialect {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    dialect.createDriver = () => releasing(createDriver());
    return dialect;
  }
}

/**
 * Kysely's transactions keep their connection for good when its `begin` or its `rollback` fails, as they do when
 * PostgreSQL cuts it, and ten of them are the end of the pool (https://github.com/kysely-org/kysely/issues/1990, open).
 * It goes back to the pool here, as upstream means to do it, and the pool throws a broken one away. A failed `commit` is
 * followed by MikroORM's `rollback`, which fails in its turn.
 */
function releasing(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver);
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.beginTransaction = async (connection, settings) => {
    try {
      await begin(connection, settings);
    } catch (error) {
      await driver.releaseConnection(connection);
      throw error;
    }
  };
  driver.rollbackTransaction = async (connection) => {
    try {
      await rollback(connection);
    } catch (error) {
      await driver.releaseConnection(connection);
      throw error;
    }
  };
  return driver;
}

interface Quoting {
  quoteIdentifier(id: string): string;
}

/** `?` is a value, `??` an identifier and `\\?` a question mark, as everywhere in MikroORM. */
function bind(text: string, params: readonly unknown[], values: unknown[], platform: Quoting): string {
  if (params.length === 0) return text;
  let next = 0;
  const value = (given: unknown): string => {
    if (isRaw(given)) return bind(given.sql, given.params as unknown[], values, platform);
    if (Array.isArray(given)) return given.map(value).join(', ');
    values.push(Utils.isPlainObject(given) ? JSON.stringify(given) : given);
    return `$${values.length}`;
  };
  return text.replace(/\\\?|\?\??/g, (mark) => {
    if (mark === '\\?') return '?';
    const given = params[next];
    next += 1;
    return mark === '??' ? platform.quoteIdentifier(given as string) : value(given);
  });
}

/** Rows are locked as PostgreSQL's own updates lock them, so rows that only refer to one by its key need not wait. */
class NativeQueryBuilder extends PostgreSqlNativeQueryBuilder {
  protected override addLockClause(): void {
    super.addLockClause();
    const { lockMode } = this.options as { lockMode?: LockMode };
    const place = lockMode === undefined ? -1 : this.parts.indexOf('for update');
    if (place >= 0) this.parts[place] = 'for no key update';
  }
}

class Platform extends PostgreSqlPlatform {
  override createNativeQueryBuilder(): NativeQueryBuilder {
    return new NativeQueryBuilder(this);
  }
}

/** MikroORM's driver for PostgreSQL with these parts in place of its own. */
export class BoundDriver extends AbstractSqlDriver<PostgreSqlConnection> {
  declare [EntityManagerType]: EntityManager<this>;

  constructor(config: Configuration) {
    super(config, new Platform(), BoundConnection, ['kysely', 'pg']);
  }

  override createEntityManager(useContext?: boolean): this[typeof EntityManagerType] {
    return new EntityManager(this.config, this, this.metadata, useContext) as this[typeof EntityManagerType];
  }

  override getORMClass() {
    return MikroORM as never;
  }
}
