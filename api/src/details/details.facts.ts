import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataKey } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import type { RecordRow } from '../record/record.service.js';
import type { DetailsFacts } from '../rulebook/details/check.js';
import { openBlocks } from '../rulebook/details/returned.js';
import { isCorrectable, type EditingFacts } from '../rulebook/details/window.js';
import type { DetailBlock, DocumentType, ReviewItemKind } from '../vocabulary.js';
import { openSubmitted, type SubmittedDetails } from './details.content.js';
import { narrowestNeeds } from './details.needs.js';
import { GATHER_FACTS, type FactsRow } from './details.statements.js';

export interface GatheredFacts {
  readonly facts: DetailsFacts;
  readonly editing: Omit<EditingFacts, 'stage'>;
  readonly submitted: SubmittedDetails | null;
  /** As the guardian's row has it now. */
  readonly secondGuardian: {
    readonly documentType: DocumentType;
    readonly documentIndex: Buffer;
    readonly phoneIndex: Buffer;
  } | null;
  /** The parts of the form that what was returned opens, as long as it can be corrected. */
  readonly openBlocks: (now: Date) => ReadonlySet<DetailBlock>;
}

/** What it depends on whether details may be saved or submitted: one statement. */
export async function gatherDetailsFacts(
  tx: EntityManager,
  record: RecordRow,
  key: DataKey,
): Promise<GatheredFacts> {
  const { id, season, district_code: district, service, ground } = record;
  const [row] = await run<FactsRow>(tx, GATHER_FACTS, [id, season, district, service]);
  if (!row) throw new Error('a live record without a child or guardian');
  const returned = returnedItems(row);
  const { DETAILS: details } = row.phases ?? {};
  return {
    facts: {
      needs: narrowestNeeds(row.requirements ?? [], ground),
      questions: row.questions ?? [],
      districts: new Set(row.districts),
      child: { documentNumber: key.open('child.document', row.child_document) },
      firstGuardian: {
        documentType: row.first_document_type,
        documentNumber: key.open('guardian.FIRST.document', row.first_document),
      },
    },
    editing: {
      window: details ? { opensAt: new Date(details.opensAt), closesAt: new Date(details.closesAt) } : null,
      returnedDueAt: returned.map(({ dueAt }) => dueAt),
      hotline: row.hotline ?? '',
    },
    submitted: row.submitted_sealed && openSubmitted(key, row.submitted_sealed),
    secondGuardian:
      row.second_document_type && row.second_document_index && row.second_phone_index
        ? {
            documentType: row.second_document_type,
            documentIndex: row.second_document_index,
            phoneIndex: row.second_phone_index,
          }
        : null,
    openBlocks: (now) =>
      openBlocks(returned.filter(({ dueAt }) => isCorrectable(dueAt, now)).map(({ kind }) => kind)),
  };
}

/** A returned identity check has no date of its own: it can be corrected until the calendar's correction closes. */
function returnedItems({ returned, identity_status: identity, phases }: FactsRow) {
  const items: { kind: ReviewItemKind; dueAt: Date | null }[] = (returned ?? []).map(({ kind, dueAt }) => ({
    kind,
    dueAt: dueAt === null ? null : new Date(dueAt),
  }));
  if (identity !== 'RETURNED') return items;
  const correction = phases?.CORRECTION;
  const dueAt = correction ? new Date(correction.closesAt) : null;
  return [...items, { kind: 'IDENTITY_AND_HUKOU' as const, dueAt }];
}
