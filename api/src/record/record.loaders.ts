import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import * as select from './relations.statements.js';

export interface RecordLoaders {
  readonly child: DataLoader<string, select.ChildRow | null>;
  readonly guardians: DataLoader<string, select.GuardianRow[]>;
  readonly events: DataLoader<string, select.EventRow[]>;
  readonly messages: DataLoader<string, select.MessageRow[]>;
  readonly everyMessage: DataLoader<string, select.MessageRow[]>;
  readonly authorization: DataLoader<string, select.AuthorizationRow | null>;
  readonly assistance: DataLoader<string, select.AssistanceRow | null>;
  readonly details: DataLoader<string, select.DetailsRow | null>;
  readonly identityCheck: DataLoader<string, select.IdentityCheckRow | null>;
  readonly reviewItems: DataLoader<string, select.ReviewItemRow[]>;
  readonly rejection: DataLoader<string, select.RejectionRow | null>;
  readonly claim: DataLoader<string, select.ClaimRow | null>;
  readonly untoldVerdict: DataLoader<string, select.UntoldVerdictRow | null>;
  readonly admission: DataLoader<string, select.AdmissionRow | null>;
  readonly missingOriginals: DataLoader<string, select.MissingOriginalsRow | null>;
  readonly resultCorrections: DataLoader<string, select.ResultCorrectionRow[]>;
  readonly freeze: DataLoader<string, select.FreezeRow | null>;
  /** The newest. */
  readonly correctionRequest: DataLoader<string, select.CorrectionRequestRow | null>;
  readonly conversation: DataLoader<string, select.ConversationRow | null>;
  readonly conversationMessages: DataLoader<string, select.ConversationMessageRow[]>;
  readonly everyConversationMessage: DataLoader<string, select.ConversationMessageRow[]>;
}

type Select<Row, Given = object> = (
  em: EntityManager,
  given: { records: readonly string[] } & Given,
) => Promise<Row[]>;

const newest =
  <Row>(rowsOf: Select<Row, { most: string }>, most = select.MOST_OF_RECORD): Select<Row> =>
  (em, given) =>
    rowsOf(em, { ...given, most: String(most) });
const every = <Row>(rowsOf: Select<Row, { most: string }>): Select<Row> =>
  newest(rowsOf, Number.MAX_SAFE_INTEGER);

/** The relations of any number of records, one statement each; rows, not entities, since these are hot lists. */
export function recordLoaders(em: EntityManager): RecordLoaders {
  const many = <Row extends { record: string | null }>(rowsOf: Select<Row>) =>
    new DataLoader<string, Row[]>(async (records) => {
      const byRecord = Map.groupBy(await rowsOf(em, { records }), ({ record }) => record);
      return records.map((record) => byRecord.get(record) ?? []);
    });
  const one = <Row extends { record: string }>(rowsOf: Select<Row>) =>
    new DataLoader<string, Row | null>(async (records) => {
      const byRecord = new Map((await rowsOf(em, { records })).map((row) => [row.record, row]));
      return records.map((record) => byRecord.get(record) ?? null);
    });
  return {
    child: one(select.selectChildren),
    guardians: many(select.selectGuardians),
    events: many(select.selectEvents),
    messages: many(newest(select.selectMessages)),
    everyMessage: many(every(select.selectMessages)),
    authorization: one(select.selectLiveAuthorizations),
    assistance: one(select.selectAssistances),
    details: one(select.selectDetails),
    identityCheck: one(select.selectIdentityChecks),
    reviewItems: many(select.selectReviewItems),
    rejection: one(select.selectRejections),
    claim: one(select.selectClaims),
    untoldVerdict: one(select.selectUntoldVerdicts),
    admission: one(select.selectAdmissions),
    missingOriginals: one(select.selectMissingOriginals),
    resultCorrections: many(select.selectResultCorrections),
    freeze: one(select.selectFreezes),
    correctionRequest: one(select.selectCorrectionRequests),
    conversation: one(select.selectConversations),
    conversationMessages: many(newest(select.selectConversationMessages)),
    everyConversationMessage: many(every(select.selectConversationMessages)),
  };
}
