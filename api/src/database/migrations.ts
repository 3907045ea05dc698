import { readdirSync, readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

const FOLDER = new URL('../../migrations/', import.meta.url);

/** The reviewed SQL files of api/migrations, as MikroORM runs them: NNNN_name.up.sql with its NNNN_name.down.sql. */
export function migrations() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
    .map((file) => {
      const name = file.replace('.up.sql', '');
      return {
        name,
        class: class extends Migration {
          override up() {
            this.addSql(readSql(`${name}.up.sql`));
          }
          override down() {
            this.addSql(readSql(`${name}.down.sql`));
          }
        },
      };
    });
}

export const readSql = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
