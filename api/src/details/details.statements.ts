import type {
  CheckStatus,
  DocumentType,
  GuardianRole,
  QuestionKind,
  Relation,
  ReviewItemKind,
  ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { windowsOf } from '../calendar/windows.js';
import { prepared, type Places } from '../database/prepared.js';
import { firstOf } from '../database/tables.js';
import { selectPeople } from '../record/people.js';
import type { Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import type { Requirement } from './details.needs.js';

interface OfRecord {
  readonly record: string;
  /** The district of the home. */
  readonly home: string;
  readonly season: number;
  readonly district: string;
  readonly service: ServiceKind;
}

interface Question {
  readonly key: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly choices: string[] | null;
  readonly retiredAt: string | null;
}

interface Item {
  readonly kind: ReviewItemKind;
  readonly status: CheckStatus;
  readonly dueAt: string | null;
}

/** Everything that the rulebook needs: with each of the record's guardians the same. */
export const gatherFacts = prepared((db, { record, season, district, service, home }: Places<OfRecord>) =>
  selectPeople(db)
    .where('c.record', '=', sql<string>`${record}::uuid`)
    .leftJoin('details', 'details.record', 'c.record')
    .select(['details.content', 'details.submitted'])
    .select((eb) => [
      windowsOf({ season, district, service }).as('windows'),
      eb
        .selectFrom('detail_requirement as q')
        .select((q) =>
          q.fn
            .agg<Requirement[] | null>('json_agg', [
              jsonBuildObject({
                block: q.ref('q.block'),
                need: q.ref('q.need'),
                district: q.ref('q.district'),
                ground: q.ref('q.ground'),
              }),
            ])
            .as('requirements'),
        )
        .where('q.season', '=', season)
        .where('q.service', '=', service)
        .where((q) => q.or([q('q.district', 'is', null), q('q.district', '=', district)]))
        .as('requirements'),
      eb
        .selectFrom('district_question as q')
        .select((q) =>
          q.fn
            .agg<Question[] | null>('json_agg', [
              jsonBuildObject({
                key: q.ref('q.key'),
                label: q.ref('q.label'),
                kind: q.ref('q.kind'),
                required: q.ref('q.required'),
                choices: q.ref('q.choices'),
                retiredAt: q.ref('q.retiredAt'),
              }),
            ])
            .orderBy('q.position')
            .orderBy('q.key')
            .as('questions'),
        )
        .where('q.season', '=', season)
        .where('q.district', '=', district)
        .where('q.service', '=', service)
        .as('questions'),
      eb
        .selectFrom('district as d')
        .select((d) => d.fn.agg<string[]>('array_agg', ['d.code']).as('codes'))
        .as('districts'),
      eb
        .selectFrom('district as own')
        .select(({ ref }) => firstOf(ref('own.hotline')).as('hotline'))
        .where('own.code', '=', district)
        .as('hotline'),
      eb
        .selectFrom('district as h')
        .select('h.subdistrictsComplete')
        .where('h.code', '=', home)
        .as('subdistrictsComplete'),
      eb
        .selectFrom('subdistrict as s')
        .select((s) =>
          s.fn
            .agg<Subdistrict[] | null>('json_agg', [
              jsonBuildObject({
                name: s.ref('s.name'),
                nameEn: s.ref('s.nameEn'),
                code: s.ref('s.code'),
                formerNames: s.ref('s.formerNames'),
                closedFrom: s.ref('s.closedFrom'),
              }),
            ])
            .as('listed'),
        )
        .where('s.district', '=', home)
        .as('subdistricts'),
      eb
        .selectFrom('review_item as i')
        .select((i) =>
          i.fn
            .agg<Item[] | null>('json_agg', [
              jsonBuildObject({
                kind: i.ref('i.kind'),
                status: i.ref('i.status'),
                dueAt: i.ref('i.dueAt'),
              }),
            ])
            .as('items'),
        )
        .where('i.record', '=', record)
        .as('items'),
      eb
        .selectFrom('identity_check as i')
        .select('i.status')
        .where('i.record', '=', record)
        .as('identityStatus'),
      eb
        .selectFrom('identity_check as i')
        .select('i.checkedAt')
        .where('i.record', '=', record)
        .as('identityCheckedAt'),
    ]),
);

interface Written {
  readonly record: string;
  readonly season: number;
  readonly now: Date;
  readonly content: Buffer;
  /** Null as long as they are only saved. */
  readonly submitted: Buffer | null;
  /** 街道 of the home, as it is submitted. */
  readonly subdistrict: string | null;
  readonly savedBy: GuardianRole;
  readonly firstRelation: Relation | null;
  /** Whether there is a second guardian; null leaves whoever stands there. */
  readonly second: boolean | null;
  readonly name: Buffer | null;
  readonly nameIndex: readonly Buffer[] | null;
  readonly documentType: DocumentType | null;
  readonly document: Buffer | null;
  readonly documentIndex: Buffer | null;
  readonly phone: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly relation: Relation | null;
}

/**
 * Writes details, both guardians' rows and the record's next version, for a record that the transaction holds. In one
 * statement, the same for every form: in the last days of the window it is what the whole city does, again and again.
 */
export const writeDetails = prepared((db, given: Places<Written>) => {
  const { record, now, submitted } = given;
  return db
    .with('saved', (cte) =>
      cte
        .insertInto('details')
        .values({ record, content: given.content, submitted, savedAt: now, savedBy: given.savedBy })
        .onConflict((conflict) =>
          conflict.column('record').doUpdateSet((eb) => ({
            content: eb.ref('excluded.content'),
            submitted: eb.fn.coalesce('excluded.submitted', 'details.submitted'),
            savedAt: eb.ref('excluded.savedAt'),
            savedBy: eb.ref('excluded.savedBy'),
          })),
        ),
    )
    .with('first', (cte) =>
      cte
        .updateTable('guardian')
        .set({ relation: given.firstRelation })
        .where('record', '=', record)
        .where('role', '=', 'FIRST'),
    )
    .with('gone', (cte) =>
      cte
        .deleteFrom('guardian')
        .where('record', '=', record)
        .where('role', '=', 'SECOND')
        .where(sql<boolean>`not ${given.second}::boolean`),
    )
    .with('second', (cte) =>
      cte
        .insertInto('guardian')
        .columns([
          'record',
          'season',
          'role',
          'name',
          'nameIndex',
          'documentType',
          'document',
          'documentIndex',
          'phone',
          'phoneIndex',
          'relation',
        ])
        .expression(
          db
            .selectNoFrom([
              sql`${record}::uuid`.as('record'),
              sql`${given.season}::smallint`.as('season'),
              sql`'SECOND'`.as('role'),
              given.name.as('name'),
              given.nameIndex.as('nameIndex'),
              given.documentType.as('documentType'),
              given.document.as('document'),
              given.documentIndex.as('documentIndex'),
              given.phone.as('phone'),
              given.phoneIndex.as('phoneIndex'),
              given.relation.as('relation'),
            ])
            .where(sql<boolean>`${given.second}::boolean`),
        )
        .onConflict((conflict) =>
          conflict.columns(['record', 'role']).doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            nameIndex: eb.ref('excluded.nameIndex'),
            documentType: eb.ref('excluded.documentType'),
            document: eb.ref('excluded.document'),
            documentIndex: eb.ref('excluded.documentIndex'),
            phone: eb.ref('excluded.phone'),
            phoneIndex: eb.ref('excluded.phoneIndex'),
            relation: eb.ref('excluded.relation'),
          })),
        ),
    )
    .updateTable('collection_record')
    .set((eb) => ({
      version: eb('version', '+', 1),
      submittedAt: sql<Date | null>`case when ${submitted}::bytea is null then ${eb.ref('submittedAt')} else ${now} end`,
      residenceSubdistrict: sql<
        string | null
      >`case when ${submitted}::bytea is null then ${eb.ref('residenceSubdistrict')} else ${given.subdistrict} end`,
      updatedAt: now,
    }))
    .where('id', '=', record);
});
