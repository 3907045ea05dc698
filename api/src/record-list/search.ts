import type { RecordSearch } from '@enrolment/rulebook/record-search.js';
import { sql, type Expression } from 'kysely';
import { anyOf } from '../database/tables.js';
import type { KeyRing } from '../platform/keys.js';
import type { ofRecord } from '../record/access.predicates.js';
import { documentIndex, namePartIndex, phoneIndex } from '../record/blind-indexes.js';

type OfRecord = ReturnType<typeof ofRecord>;

/** Records that a search finds, by their number or by the blind indexes of their people. */
export function foundBy(search: RecordSearch, keys: KeyRing, eb: OfRecord) {
  switch (search.kind) {
    case 'NUMBER':
      return eb('r.number', '=', search.number);
    case 'PHONE':
      return eb(
        'r.id',
        'in',
        eb
          .selectFrom('guardian as g')
          .select('g.record')
          .where('g.phoneIndex', '=', phoneIndex(keys, search.phone)),
      );
    case 'DOCUMENT': {
      const indexes = anyOf(search.keys.map((key) => documentIndex(keys, key)));
      return eb(
        'r.id',
        'in',
        eb
          .selectFrom('child as c')
          .select('c.record')
          .where('c.documentIndex', '=', indexes)
          .union(eb.selectFrom('guardian as g').select('g.record').where('g.documentIndex', '=', indexes)),
      );
    }
    case 'NAME': {
      const holds = (names: Expression<readonly Buffer[]>) =>
        eb.or(
          search.parts.map((parts) => {
            const indexes = parts.map((part) => namePartIndex(keys, part));
            return sql<boolean>`${names} @> ${indexes}::bytea[]`;
          }),
        );
      return eb(
        'r.id',
        'in',
        eb
          .selectFrom('child as c')
          .select('c.record')
          .where((c) => holds(c.ref('c.nameIndex')))
          .union(
            eb
              .selectFrom('guardian as g')
              .select('g.record')
              .where((g) => holds(g.ref('g.nameIndex'))),
          ),
      );
    }
  }
}
