import { sql, type Expression, type ExpressionBuilder } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Tables } from '../database/tables.js';
import type { DataKey } from '../platform/keys.js';
import { ChildInWords, GuardianInWords, People } from './people.js';
import type { RecordLoaders } from './record.loaders.js';
import type { ChildRow, GuardianRow } from './relations.statements.js';

/** JSON has no bytes: sealed values come in base64. */
type InText<Row> = { [Column in keyof Row]: Row[Column] extends Buffer ? string : Row[Column] };

const inText = (bytes: Expression<Buffer>) => sql<string>`encode(${bytes}, 'base64')`;
const inBytes = (text: string) => Buffer.from(text, 'base64');

/** The record is `r` in whatever statement asks. */
type OfRecord = ExpressionBuilder<Tables & { r: Tables['collection_record'] }, 'r'>;

/** A column of a record's row: its child, whom nearly every reader of a record shows. */
export const childBeside = (eb: OfRecord) =>
  eb
    .selectFrom('child as c')
    .whereRef('c.record', '=', 'r.id')
    .select(({ ref }) =>
      jsonBuildObject({
        record: ref('c.record'),
        nationality: ref('c.nationality'),
        name: inText(ref('c.name')),
        documentType: ref('c.documentType'),
        document: inText(ref('c.document')),
        sex: ref('c.sex'),
        birthDate: inText(ref('c.birthDate')),
      })
        .$castTo<InText<ChildRow>>()
        .as('child'),
    )
    .as('child');

/** A column of a record's row: its guardians, the first one first. */
export const guardiansBeside = (eb: OfRecord) =>
  eb
    .selectFrom('guardian as g')
    .whereRef('g.record', '=', 'r.id')
    .select(({ fn, ref }) =>
      fn
        .jsonAgg(
          jsonBuildObject({
            record: ref('g.record'),
            role: ref('g.role'),
            name: inText(ref('g.name')),
            documentType: ref('g.documentType'),
            document: inText(ref('g.document')),
            phone: inText(ref('g.phone')),
            relation: ref('g.relation'),
          }),
        )
        .orderBy('g.role')
        .$castTo<InText<GuardianRow>[] | null>()
        .as('guardians'),
    )
    .as('guardians');

interface WithPeople {
  readonly id: string;
  readonly child: InText<ChildRow> | null;
  readonly guardians?: readonly InText<GuardianRow>[] | null;
}

const childIn = ({ name, document, birthDate, ...rest }: InText<ChildRow>): ChildRow => ({
  ...rest,
  name: inBytes(name),
  document: inBytes(document),
  birthDate: inBytes(birthDate),
});

const guardianIn = ({ name, document, phone, ...rest }: InText<GuardianRow>): GuardianRow => ({
  ...rest,
  name: inBytes(name),
  document: inBytes(document),
  phone: inBytes(phone),
});

/** What was read beside a record need not be read again by the loaders of the same operation. */
export function primePeople(records: RecordLoaders, { id, child, guardians }: WithPeople): void {
  if (child) records.child.prime(id, childIn(child));
  if (guardians) records.guardians.prime(id, guardians.map(guardianIn));
}

/** The people read beside a live record. */
export function peopleBeside({ child, guardians }: WithPeople, key: DataKey): People {
  if (!child || !guardians) throw new Error('a live record without its people');
  return new People(
    new ChildInWords(childIn(child), key),
    guardians.map((guardian) => new GuardianInWords(guardianIn(guardian), key)),
  );
}
