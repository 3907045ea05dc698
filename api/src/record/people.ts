import type { DocumentType, GuardianRole, Relation, Sex } from '@enrolment/rulebook/vocabulary.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import { CHILD_PLACE } from '../child/child.entity.js';
import { prepared, type Places } from '../database/prepared.js';
import type { Tables } from '../database/tables.js';
import { guardianPlace } from '../guardian/guardian.entity.js';
import type { DataKey } from '../platform/keys.js';
import { Sealed } from '../platform/sealed.js';
import type { RecordLoaders } from './record.loaders.js';

/** Bytes in the row of a statement, a value of its own in an entity. */
type SealedText = Buffer | Sealed;

interface SealedChild {
  readonly name: SealedText;
  readonly document: SealedText;
  readonly documentType: DocumentType;
  readonly birthDate: SealedText;
  readonly nationality: string;
  readonly sex: Sex;
}

interface SealedGuardian {
  readonly role: GuardianRole;
  readonly name: SealedText;
  readonly document: SealedText;
  readonly documentType: DocumentType;
  readonly phone: SealedText;
  readonly relation?: Relation | null | undefined;
}

const openAt = (place: string, sealed: SealedText, key: DataKey): string =>
  key.open(place, sealed instanceof Sealed ? sealed.bytes : sealed);

/** One value of a child, for a statement that reads no more of the row. */
export const openChild = <Property extends keyof typeof CHILD_PLACE>(
  property: Property,
  row: Pick<SealedChild, Property>,
  key: DataKey,
): string => openAt(CHILD_PLACE[property], row[property], key);

/** The same of a guardian. */
export const openGuardian = <Property extends 'name' | 'document' | 'phone'>(
  property: Property,
  row: Pick<SealedGuardian, 'role' | Property>,
  key: DataKey,
): string => openAt(guardianPlace(row.role, property), row[property], key);

/** The child of a record, from a row or an entity. A sealed value is opened when it is read. */
export class ChildInWords {
  readonly documentType: DocumentType;
  readonly nationality: string;
  readonly sex: Sex;

  constructor(
    private readonly row: SealedChild,
    private readonly key: DataKey,
  ) {
    this.documentType = row.documentType;
    this.nationality = row.nationality;
    this.sex = row.sex;
  }

  get name(): string {
    return openChild('name', this.row, this.key);
  }

  get documentNumber(): string {
    return openChild('document', this.row, this.key);
  }

  get birthDate(): string {
    return openChild('birthDate', this.row, this.key);
  }
}

/** A guardian of a record, in the same way. */
export class GuardianInWords {
  readonly role: GuardianRole;
  readonly documentType: DocumentType;
  readonly relation: Relation | null;

  constructor(
    private readonly row: SealedGuardian,
    private readonly key: DataKey,
  ) {
    this.role = row.role;
    this.documentType = row.documentType;
    this.relation = row.relation ?? null;
  }

  get name(): string {
    return openGuardian('name', this.row, this.key);
  }

  get documentNumber(): string {
    return openGuardian('document', this.row, this.key);
  }

  get phone(): string {
    return openGuardian('phone', this.row, this.key);
  }
}

/** The people of a record. Nothing but this module opens them. */
export class People {
  readonly first: GuardianInWords;
  readonly second: GuardianInWords | null;

  constructor(
    readonly child: ChildInWords,
    guardians: readonly GuardianInWords[],
  ) {
    const first = guardians.find(({ role }) => role === 'FIRST');
    if (!first) throw new Error('a live record without its first guardian');
    this.first = first;
    this.second = guardians.find(({ role }) => role === 'SECOND') ?? null;
  }

  get guardians(): readonly GuardianInWords[] {
    return this.second ? [this.first, this.second] : [this.first];
  }

  /** The child's name as messages give it. */
  get maskedChild(): string {
    return maskName(this.child.name);
  }
}

/** The people of a record whose rows the loaders have read: null once the record is withdrawn. */
export async function loadPeople(
  { child, guardians }: Pick<RecordLoaders, 'child' | 'guardians'>,
  record: string,
  key: DataKey,
): Promise<People | null> {
  const [row, rows] = await Promise.all([child.load(record), guardians.load(record)]);
  return (
    row &&
    new People(
      new ChildInWords(row, key),
      rows.map((guardian) => new GuardianInWords(guardian, key)),
    )
  );
}

/** Child and guardians: as many rows of a record as guardians, the child in each. Larger statements join more to it. */
export const selectPeople = (db: Kysely<Tables>) =>
  db
    .selectFrom('child as c')
    .innerJoin('guardian as g', 'g.record', 'c.record')
    .select([
      'c.record as childRecord',
      'c.name as childName',
      'c.document as childDocument',
      'c.documentType as childDocumentType',
      'c.birthDate as childBirthDate',
      'c.nationality',
      'c.sex',
    ])
    .select(['g.role', 'g.name', 'g.document', 'g.documentType', 'g.phone', 'g.relation'])
    .orderBy('g.role');

const findPeople = prepared((db, given: Places<{ records: readonly string[] }>) =>
  selectPeople(db).where('c.record', '=', sql<string>`any(${given.records}::uuid[])`),
);

type PeopleRow = Awaited<ReturnType<typeof findPeople>>[number];

/** The people of a live record. */
export async function peopleOf(em: EntityManager, record: string, key: DataKey): Promise<People> {
  const people = (await peopleOfAll(em, [{ id: record, key }])).get(record);
  if (!people) throw new Error('a live record without its child');
  return people;
}

/** The people of many records, by the record's id. */
export async function peopleOfAll(
  em: EntityManager,
  records: readonly { readonly id: string; readonly key: DataKey }[],
): Promise<Map<string, People>> {
  const keys = new Map(records.map(({ id, key }) => [id, key]));
  const rows = await findPeople(em, { records: [...keys.keys()] });
  const people = new Map<string, People>();
  for (const [id, ofOne] of Map.groupBy(rows, ({ childRecord }) => childRecord)) {
    people.set(id, peopleIn(ofOne, keys.get(id)!));
  }
  return people;
}

/** The people of one record in the rows of a statement that has read more with them. */
export function peopleIn(rows: readonly PeopleRow[], key: DataKey): People {
  const [row] = rows;
  if (!row) throw new Error('a live record without its child');
  const child = {
    name: row.childName,
    document: row.childDocument,
    documentType: row.childDocumentType,
    birthDate: row.childBirthDate,
    nationality: row.nationality,
    sex: row.sex,
  };
  const guardians = rows.map((guardian) => new GuardianInWords(guardian, key));
  return new People(new ChildInWords(child, key), guardians);
}
