import type { EntityManager } from '@mikro-orm/postgresql';
import { tables } from '../../src/database/tables.js';
import { CollectionRecord } from '../../src/record/record.entity.js';

/** Never run: what must not compile. Without the mistake, `@ts-expect-error` is one itself. */
export const mistakes = (em: EntityManager) => [
  // @ts-expect-error a column that there is not
  tables(em).selectFrom('collection_record').select('collectionNumber'),
  // @ts-expect-error the name of the column instead of the property's
  tables(em).selectFrom('collection_record').select('district_code'),
  // @ts-expect-error a word that the vocabulary does not have
  tables(em).selectFrom('collection_record').select('id').where('stage', '=', 'DONE'),
  // @ts-expect-error a table that there is not
  tables(em).selectFrom('record').selectAll(),
  // @ts-expect-error words where sealed bytes belong
  tables(em).updateTable('child').set({ name: '张三' }),
  // @ts-expect-error a property that there is not
  em.find(CollectionRecord, { collectionNumber: '1' }),
];
