import { EXPECTED_STAGES } from '@enrolment/rulebook/stages.js';
import type { DocumentType } from '@enrolment/rulebook/vocabulary.js';
import { expressionBuilder, sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import { anyOf, type Tables } from '../database/tables.js';

/** How far a viewer sees: her own records, those she is authorised for, her districts or school, or the whole city. */
export interface Reach {
  readonly subject: string;
  readonly wholeCity: boolean;
  readonly districts: readonly string[];
  /** The document and phone by which a grant or a record of the desk may name her, as the identity provider knows them. */
  readonly named: Named;
  readonly schools: { readonly districts: readonly string[]; readonly codes: readonly string[] };
}

type Named = [documentType: string | null, document: Buffer | null, phone: Buffer | null];

/** The record is `r` in whatever statement asks. */
type OfRecord = ExpressionBuilder<OfRecordTables, 'r'>;
type OfRecordTables = Tables & { r: Tables['collection_record'] };

/** Gives the same conditions to a statement that joins more tables. */
export const ofRecord = (): OfRecord => expressionBuilder<OfRecordTables, 'r'>();

/** A value, or the place of one in a prepared statement. */
type Given<Value> = Value | RawBuilder<Value>;

/** A reach with its values side by side, as statements take them. */
export interface ReachValues {
  readonly subject: Given<string>;
  readonly wholeCity: Given<boolean>;
  readonly districts: Given<readonly string[]>;
  readonly documentType: Given<DocumentType | null>;
  readonly documentIndex: Given<Buffer | null>;
  readonly phoneIndex: Given<Buffer | null>;
  readonly schoolDistricts: Given<readonly string[]>;
  readonly schools: Given<readonly string[]>;
}

type Plain<Values> = { readonly [Name in keyof Values]: Exclude<Values[Name], RawBuilder<unknown>> };

export const valuesOf = ({ subject, wholeCity, districts, named, schools }: Reach): Plain<ReachValues> => ({
  subject,
  wholeCity,
  districts,
  documentType: named[0] as DocumentType | null,
  documentIndex: named[1],
  phoneIndex: named[2],
  schoolDistricts: schools.districts,
  schools: schools.codes,
});

/** Who registered it. */
const isRegistrant = (eb: OfRecord, { subject }: ReachValues) => eb('r.registeredBy', '=', subject as string);

/** Whether a live grant names this person. It is asked each time, so a revoked grant has no effect. */
const isAuthorized = (eb: OfRecord, { documentType, documentIndex, phoneIndex }: ReachValues) =>
  eb.exists(
    eb
      .selectFrom('record_authorization as g')
      .select(sql`1`.as('one'))
      .whereRef('g.record', '=', 'r.id')
      .where('g.revokedAt', 'is', null)
      .where('g.documentType', '=', documentType as DocumentType)
      .where('g.documentIndex', '=', documentIndex as Buffer)
      .where('g.phoneIndex', '=', phoneIndex as Buffer),
  );

/** Whether the viewer handles the record, as its registrant or as the authorised guardian. */
export const handledBy = (reach: ReachValues) => (eb: OfRecord) =>
  eb.or([isRegistrant(eb, reach), isAuthorized(eb, reach)]);

/**
 * The records that the desk has registered for whoever has this document, and that no account has taken over. They are
 * not yet hers to handle, and no matter of the office for her any more. Of which type the desk called it does not count.
 */
const waitingFor = (eb: OfRecord, { documentIndex }: Pick<ReachValues, 'documentIndex'>) =>
  eb
    .selectFrom('guardian as f')
    .innerJoin('assistance as w', 'w.record', 'f.record')
    .select('f.record as id')
    .where('f.documentIndex', '=', documentIndex as Buffer)
    .where('f.role', '=', 'FIRST')
    .where('w.takenOverAt', 'is', null);

const waitsFor = (eb: OfRecord, reach: Pick<ReachValues, 'documentIndex'>) =>
  eb.exists(waitingFor(eb, reach).whereRef('f.record', '=', 'r.id'));

/** A record of a viewer's own districts, or any one of the city: withdrawn ones as well. */
export const ofOffices =
  ({ wholeCity, districts, documentIndex }: Pick<ReachValues, 'wholeCity' | 'districts' | 'documentIndex'>) =>
  (eb: OfRecord) =>
    eb.and([
      eb.or([sql<boolean>`${wholeCity}::boolean`, eb('r.district', '=', anyOf(districts))]),
      eb.not(waitsFor(eb, { documentIndex })),
    ]);

/** A live record for an office to act upon; none that the viewer handles as a family. */
export const actedOnWithin = (reach: ReachValues) => (eb: OfRecord) =>
  eb.and([eb('r.withdrawnAt', 'is', null), ofOffices(reach)(eb), eb.not(handledBy(reach)(eb))]);

/** A school sees the approved children of its district, and from its own preregistration on those of its own. */
const atSchools =
  ({ schoolDistricts, schools }: Pick<ReachValues, 'schoolDistricts' | 'schools'>) =>
  (eb: OfRecord) =>
    eb.and([
      eb('r.district', '=', anyOf(schoolDistricts)),
      eb.or([
        eb('r.stage', 'in', EXPECTED_STAGES),
        eb.exists(
          eb
            .selectFrom('admission as s')
            .select(sql`1`.as('one'))
            .whereRef('s.record', '=', 'r.id')
            .where('s.school', '=', anyOf(schools)),
        ),
      ]),
    ]);

/** A live record in reach of an office. */
const inReachOf = (values: ReachValues) => (eb: OfRecord) =>
  eb.and([eb('r.withdrawnAt', 'is', null), eb.or([ofOffices(values)(eb), atSchools(values)(eb)])]);

/**
 * The records that somebody handles as a family, or will handle. They are found by their own indexes, once for a whole
 * list.
 */
export const ownOf =
  ({ subject, documentType, documentIndex, phoneIndex }: ReachValues) =>
  (eb: OfRecord) =>
    eb
      .selectFrom('collection_record as own')
      .select('own.id')
      .where('own.registeredBy', '=', subject as string)
      .union(
        eb
          .selectFrom('record_authorization as g')
          .select('g.record as id')
          .where('g.revokedAt', 'is', null)
          .where('g.documentType', '=', documentType as DocumentType)
          .where('g.documentIndex', '=', documentIndex as Buffer)
          .where('g.phoneIndex', '=', phoneIndex as Buffer),
      )
      .union(waitingFor(eb, { documentIndex }));

/** What the viewer handles as a family is no matter of the office. */
export const notOwn = (reach: Reach) => (eb: OfRecord) =>
  eb('r.id', '<>', sql<string>`all(array(${ownOf(valuesOf(reach))(eb)}))`);

/**
 * Live records that a viewer's offices list: the same reach with no more branches than the viewer has offices, so that
 * those of one district are found by index. What the viewer handles as a family is not the office's to list.
 */
export const listedTo = (reach: Reach) => (eb: OfRecord) => {
  const values = valuesOf(reach);
  const { wholeCity, districts, schools } = reach;
  const reached = [
    ...(districts.length > 0 ? [eb('r.district', 'in', districts)] : []),
    ...(schools.codes.length > 0 ? [atSchools(values)(eb)] : []),
  ];
  return eb.and([eb('r.withdrawnAt', 'is', null), ...(wholeCity ? [] : [eb.or(reached)]), notOwn(reach)(eb)]);
};

/** Whether family or office may see the record. */
export const visibleTo = (reach: ReachValues) => (eb: OfRecord) =>
  eb.or([isRegistrant(eb, reach), isAuthorized(eb, reach), inReachOf(reach)(eb)]);

/** Whether a guardian of the record has the viewer’s document: the family names her, whether or not she is authorised. */
export const namesViewer =
  ({ documentType, documentIndex }: ReachValues) =>
  (eb: OfRecord) =>
    eb
      .exists(
        eb
          .selectFrom('guardian as named')
          .whereRef('named.record', '=', 'r.id')
          .where('named.documentType', '=', documentType as DocumentType)
          .where('named.documentIndex', '=', documentIndex as Buffer)
          .select('named.record'),
      )
      .as('namesViewer');

/** The viewer’s relation to the record. */
export const viewerRelation = (reach: ReachValues) => (eb: OfRecord) =>
  eb
    .case()
    .when(isRegistrant(eb, reach))
    .then(sql<'REGISTRANT' | 'AUTHORIZED' | 'STAFF'>`'REGISTRANT'`)
    .when(isAuthorized(eb, reach))
    .then(sql<'AUTHORIZED'>`'AUTHORIZED'`)
    .else(sql<'STAFF'>`'STAFF'`)
    .end()
    .as('viewerRelation');
