import type { Details } from '@enrolment/rulebook/details/details.js';
import type { Context } from '../context.js';
import { openDetails, openSubmitted } from '../details/details.content.js';
import { namesOf } from '../details/detail-names.js';
import { detailsInWords } from '../details/details-in-words.js';
import { RevealedDocumentsView } from '../disclosure/disclosure.type.js';
import { loadPeople } from '../record/people.js';
import type { CollectionRecordView } from '../record/record.type.js';
import { ExportedDetailsView } from './record-export.type.js';

/** Whole numbers of child and guardians. */
export async function copiedDocuments(
  { row, key }: CollectionRecordView,
  { records }: Context,
): Promise<RevealedDocumentsView> {
  const people = (await loadPeople(records, row.id, key))!;
  return new RevealedDocumentsView({
    childDocumentNumber: people.child.documentNumber,
    guardians: people.guardians.map(({ role, documentNumber, phone }) => ({ role, documentNumber, phone })),
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
  const { submittedAt } = row;
  const savedAt = saved.savedAt;
  if (saved.submitted && submittedAt) {
    const { details } = openSubmitted(key, saved.submitted);
    held.push({ submitted: true, at: submittedAt, details });
  }
  if (!submittedAt || savedAt > submittedAt) {
    held.push({ submitted: false, at: savedAt, details: openDetails(key, saved.content) });
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
