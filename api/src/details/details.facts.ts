import type { EntityManager } from '@mikro-orm/postgresql';
import { windowsIn } from '../calendar/windows.js';
import type { DataKey } from '../platform/keys.js';
import { instant, run } from '../platform/sql.js';
import type { RecordRow } from '../record/record.service.js';
import { reviewShown } from '../record/visibility.js';
import type { DetailsFacts } from '../rulebook/details/check.js';
import type { Details } from '../rulebook/details/details.js';
import { correctable, openBlocks, returnedItems } from '../rulebook/details/returned.js';
import type { EditingFacts } from '../rulebook/details/window.js';
import type { DetailBlock, DocumentType } from '../vocabulary.js';
import { openDetails, openSubmitted, type SubmittedDetails } from './details.content.js';
import { narrowestNeeds } from './details.needs.js';
import { GATHER_FACTS, type FactsRow } from './details.statements.js';

export interface GatheredFacts {
  readonly facts: DetailsFacts;
  readonly editing: Omit<EditingFacts, 'stage'>;
  readonly submitted: SubmittedDetails | null;
  /** What was typed last. */
  readonly saved: Details | null;
  /** As the guardian's row has it now. */
  readonly secondGuardian: {
    readonly documentType: DocumentType;
    readonly documentIndex: Buffer;
    readonly phoneIndex: Buffer;
  } | null;
  /** The parts of the form that what was returned opens, as long as it can be corrected. */
  readonly openBlocks: ReadonlySet<DetailBlock>;
}

/** What it depends on whether details may be saved or submitted: one statement. */
export async function gatherDetailsFacts(
  tx: EntityManager,
  record: RecordRow,
  key: DataKey,
  now: Date,
): Promise<GatheredFacts> {
  const { id, season, district_code: district, service, ground } = record;
  const [row] = await run<FactsRow>(tx, GATHER_FACTS, [id, season, district, service]);
  if (!row) throw new Error('a live record without a child or guardian');
  const windows = windowsIn(row.windows);
  const returned = returnedItems({
    items: (row.items ?? []).map((item) => ({ ...item, dueAt: instant(item.dueAt) })),
    identity: row.identity && { ...row.identity, checkedAt: instant(row.identity.checkedAt) },
    reviewShown: reviewShown(record, now),
    correction: windows.CORRECTION,
  });
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
    editing: { window: windows.DETAILS ?? null, returned, hotline: row.hotline ?? '' },
    saved: row.content_sealed && openDetails(key, row.content_sealed),
    submitted: row.submitted_sealed && openSubmitted(key, row.submitted_sealed),
    secondGuardian:
      row.second_document_type && row.second_document_index && row.second_phone_index
        ? {
            documentType: row.second_document_type,
            documentIndex: row.second_document_index,
            phoneIndex: row.second_phone_index,
          }
        : null,
    openBlocks: openBlocks(correctable(returned, now).map(({ kind }) => kind)),
  };
}
