import { sql, type RawBuilder } from 'kysely';
import { prepared, type Places } from '../database/prepared.js';

type Records = Places<{ records: readonly string[] }>;

/** Of all these records at once, so that a list costs as many statements as one record. */
const ofRecords = ({ records }: Records): RawBuilder<string> => sql<string>`any(${records}::uuid[])`;

export const selectChildren = prepared(
  (db, given: Records) =>
    db
      .selectFrom('child')
      .select(['record', 'nationality', 'name', 'documentType', 'document', 'sex', 'birthDate'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type ChildRow = Awaited<ReturnType<typeof selectChildren>>[number];

export const selectGuardians = prepared(
  (db, given: Records) =>
    db
      .selectFrom('guardian')
      .select(['record', 'role', 'name', 'documentType', 'document', 'phone', 'relation'])
      .where('record', '=', ofRecords(given))
      .orderBy('record')
      .orderBy('role'),
  'read',
);
export type GuardianRow = Awaited<ReturnType<typeof selectGuardians>>[number];

export const selectEvents = prepared(
  (db, given: Records) =>
    db
      .selectFrom('record_event')
      .select(['record', 'kind', 'at', 'actor', 'toStage', 'note'])
      .where('record', '=', ofRecords(given))
      .orderBy('id'),
  'read',
);
export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

/** So many events or messages of a record are told, the newest; a copy of what is held has all. */
export const MOST_OF_RECORD = 500;

/** With how many of each record are wanted, the newest. */
type Newest = Places<{ records: readonly string[]; most: string }>;

export const selectMessages = prepared(
  (db, given: Newest) =>
    db
      .selectFrom((eb) =>
        eb
          .selectFrom('message')
          .select([
            'id',
            'record',
            'channel',
            'recipient',
            'language',
            'keyId',
            'wrappedKey',
            'phone',
            'text',
          ])
          .select(['expiresAt', 'queuedAt', 'sentAt', 'delivered'])
          .select(({ fn }) =>
            fn
              .agg<string>('row_number')
              .over((over) => over.partitionBy('record').orderBy('queuedAt', 'desc').orderBy('id', 'desc'))
              .as('place'),
          )
          .where('record', '=', ofRecords(given))
          .as('newest'),
      )
      .selectAll()
      .where('place', '<=', given.most)
      .orderBy('queuedAt', 'desc')
      .orderBy('id', 'desc'),
  'read',
);
export type MessageRow = Awaited<ReturnType<typeof selectMessages>>[number];

export const selectLiveAuthorizations = prepared(
  (db, given: Records) =>
    db
      .selectFrom('record_authorization')
      .select(['id', 'record', 'grantedAt', 'revokedAt'])
      .where('record', '=', ofRecords(given))
      .where('revokedAt', 'is', null),
  'read',
);
export type AuthorizationRow = Awaited<ReturnType<typeof selectLiveAuthorizations>>[number];

export const selectAssistances = prepared(
  (db, given: Records) =>
    db
      .selectFrom('assistance')
      .select(['record', 'officerName', 'at', 'openedBy', 'openedUntil', 'takenOverAt'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type AssistanceRow = Awaited<ReturnType<typeof selectAssistances>>[number];

export const selectDetails = prepared(
  (db, given: Records) =>
    db
      .selectFrom('details')
      .select(['record', 'content', 'submitted', 'savedAt', 'savedBy'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type DetailsRow = Awaited<ReturnType<typeof selectDetails>>[number];

export const selectIdentityChecks = prepared(
  (db, given: Records) =>
    db
      .selectFrom('identity_check')
      .select(['record', 'status', 'requestedAt', 'overdueAt', 'checkedAt', 'reason', 'differences'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type IdentityCheckRow = Awaited<ReturnType<typeof selectIdentityChecks>>[number];

export const selectReviewItems = prepared(
  (db, given: Records) =>
    db
      .selectFrom('review_item')
      .select([
        'record',
        'kind',
        'part',
        'label',
        'labelEn',
        'status',
        'reason',
        'remedy',
        'dueAt',
        'decidedAt',
      ])
      .where('record', '=', ofRecords(given))
      .orderBy('record')
      .orderBy('position'),
  'read',
);
export type ReviewItemRow = Awaited<ReturnType<typeof selectReviewItems>>[number];

export const selectRejections = prepared(
  (db, given: Records) =>
    db
      .selectFrom('rejection')
      .select(['record', 'reason', 'rejectedAt', 'appealDueAt', 'statement', 'appealedAt'])
      .select(['decidedAt', 'accepted', 'decision'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type RejectionRow = Awaited<ReturnType<typeof selectRejections>>[number];

export const selectClaims = prepared((db, given: Records) =>
  db
    .selectFrom('record_claim')
    .select(['record', 'officer', 'name', 'since', 'touchedAt', 'givenUntil', 'giverName', 'note'])
    .where('record', '=', ofRecords(given)),
);
export type ClaimRow = Awaited<ReturnType<typeof selectClaims>>[number];

export const selectUntoldVerdicts = prepared((db, given: Records) =>
  db.selectFrom('untold_verdict').select(['record', 'dueAt']).where('record', '=', ofRecords(given)),
);
export type UntoldVerdictRow = Awaited<ReturnType<typeof selectUntoldVerdicts>>[number];

/** Those that still hold (`MissingOriginals.holds`). */
export const selectMissingOriginals = prepared((db, given: Records) =>
  db
    .selectFrom('missing_originals as m')
    .innerJoin('collection_record as r', 'r.id', 'm.record')
    .select(['m.record', 'm.school', 'm.at', 'm.form', 'm.kinds'])
    .where('m.record', '=', ofRecords(given))
    .whereRef('m.at', '>=', 'r.stageSince'),
);
export type MissingOriginalsRow = Awaited<ReturnType<typeof selectMissingOriginals>>[number];

export const selectAdmissions = prepared(
  (db, given: Records) =>
    db
      .selectFrom('admission')
      .select([
        'record',
        'school',
        'assignedSchool',
        'preregisteredAt',
        'outcome',
        'approvedAt',
        'note',
        'publishedAt',
      ])
      .select(['version', 'correctedAt'])
      .where('record', '=', ofRecords(given)),
  'read',
);
export type AdmissionRow = Awaited<ReturnType<typeof selectAdmissions>>[number];

/** Those that wait or were confirmed, by version. */
export const selectResultCorrections = prepared(
  (db, given: Records) =>
    db
      .selectFrom('result_correction')
      .select([
        'id',
        'record',
        'state',
        'version',
        'outcome',
        'note',
        'reason',
        'outcomeBefore',
        'noteBefore',
      ])
      .select(['by', 'name', 'at', 'secondAt', 'school', 'schoolBefore'])
      .where('record', '=', ofRecords(given))
      .where('state', '<>', 'DECLINED')
      .orderBy('record')
      .orderBy('version'),
  'read',
);
export type ResultCorrectionRow = Awaited<ReturnType<typeof selectResultCorrections>>[number];

/** From the primary: whoever has just read or written must see it. */
export const selectConversations = prepared((db, given: Records) =>
  db
    .selectFrom('conversation')
    .select(['record', 'officeWroteAt', 'familyWroteAt', 'readByFirst', 'readBySecond', 'readByOffice'])
    .select('waitingSince')
    .where('record', '=', ofRecords(given)),
);
export type ConversationRow = Awaited<ReturnType<typeof selectConversations>>[number];

export const selectConversationMessages = prepared((db, given: Newest) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('conversation_message')
        .select(['id', 'record', 'author', 'officer', 'name', 'text', 'writtenAt'])
        .select(({ fn }) =>
          fn
            .agg<string>('row_number')
            .over((over) => over.partitionBy('record').orderBy('writtenAt', 'desc').orderBy('id', 'desc'))
            .as('place'),
        )
        .where('record', '=', ofRecords(given))
        .as('newest'),
    )
    .selectAll()
    .where('place', '<=', given.most)
    .orderBy('record')
    .orderBy('writtenAt')
    .orderBy('id'),
);
export type ConversationMessageRow = Awaited<ReturnType<typeof selectConversationMessages>>[number];

export const selectFreezes = prepared((db, given: Records) =>
  db
    .selectFrom('record_freeze')
    .select(['record', 'since', 'name', 'reason'])
    .where('record', '=', ofRecords(given)),
);
export type FreezeRow = Awaited<ReturnType<typeof selectFreezes>>[number];

/** The newest of each record. */
export const selectCorrectionRequests = prepared((db, given: Records) =>
  db
    .selectFrom('correction_request')
    .distinctOn('record')
    .select(['id', 'record', 'by', 'at', 'values', 'evidence', 'takesTwo', 'state', 'officer', 'name'])
    .select(['decidedAt', 'answer'])
    .where('record', '=', ofRecords(given))
    .orderBy('record')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
);
export type CorrectionRequestRow = Awaited<ReturnType<typeof selectCorrectionRequests>>[number];
