import type { Context } from '../context.js';
import { openDetails, openSubmitted } from '../details/details.content.js';
import { detailsInWords, namesOf } from '../details/details-in-words.js';
import { RevealedDocumentsView } from '../disclosure/disclosure.type.js';
import { instant } from '../platform/sql.js';
import type { CollectionRecordView } from '../record/record.type.js';
import type { Details } from '../rulebook/details/details.js';
import { ExportedDetailsView } from './record-export.type.js';

/** Whole numbers of child and guardians. */
export async function copiedDocuments(
  { row, key }: CollectionRecordView,
  { records }: Context,
): Promise<RevealedDocumentsView> {
  const [child, guardians] = await Promise.all([records.child.load(row.id), records.guardians.load(row.id)]);
  return new RevealedDocumentsView({
    childDocumentNumber: key.open('child.document', child!.document_sealed),
    guardians: guardians.map(({ role, document_sealed: document, phone_sealed: phone }) => ({
      role,
      documentNumber: key.open(`guardian.${role}.document`, document),
      phone: key.open(`guardian.${role}.phone`, phone),
    })),
  });
}

/** The details as submitted last, and as saved since. */
export async function copiedDetails(
  { row, key }: CollectionRecordView,
  whole: boolean,
  { records, districts, language }: Context,
): Promise<ExportedDetailsView[]> {
  const saved = await records.details.load(row.id);
  if (!saved) return [];
  const held: { submitted: boolean; at: Date; details: Details }[] = [];
  const submittedAt = instant(row.submitted_at);
  const savedAt = new Date(saved.saved_at);
  if (saved.submitted_sealed && submittedAt) {
    const { details } = openSubmitted(key, saved.submitted_sealed);
    held.push({ submitted: true, at: submittedAt, details });
  }
  if (!submittedAt || savedAt > submittedAt) {
    held.push({ submitted: false, at: savedAt, details: openDetails(key, saved.content_sealed) });
  }
  const names = await namesOf(
    held.map(({ details }) => details),
    row,
    { districts, language },
  );
  return held.map(
    ({ submitted, at, details }) =>
      new ExportedDetailsView({
        submitted,
        at,
        sections: detailsInWords(details, names, { language, whole }),
      }),
  );
}
