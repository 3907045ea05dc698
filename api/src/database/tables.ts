import type { EntityManager, InferKyselyDB } from '@mikro-orm/postgresql';
import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';
import type { AdmissionSchema } from '../admission/admission.entity.js';
import type { MissingOriginalsSchema } from '../school-desk/missing-originals.entity.js';
import type { PreregistrationSchema } from '../admission/preregistration.entity.js';
import type { ApiTokenSchema } from '../api-token/api-token.entity.js';
import type { AssistanceSchema } from '../assistance/assistance.entity.js';
import type { AuthorizationSchema } from '../authorization/authorization.entity.js';
import type { CaptchaSchema } from '../captcha/captcha.entity.js';
import type { RecordClaimSchema } from '../claim/claim.entity.js';
import type { ChildSchema } from '../child/child.entity.js';
import type { AnswerTemplateSchema } from '../conversation/answer-template.entity.js';
import type { ConversationMessageSchema, ConversationSchema } from '../conversation/conversation.entity.js';
import type { CorrectionRequestSchema } from '../correction/correction-request.entity.js';
import type { TallyChangeSchema, TallyMarkSchema, TallySchema } from '../dashboard/tally.entity.js';
import type { DetailRequirementSchema, DetailsSchema } from '../details/details.entity.js';
import type {
  DistrictQuestionSchema,
  DistrictSchema,
  PhaseSchema,
  PolicySchema,
} from '../district/district.entity.js';
import type { EditionSchema } from '../edition/edition.entity.js';
import type { GuardianSchema } from '../guardian/guardian.entity.js';
import type { HolidaySchema } from '../holiday/holiday.entity.js';
import type { IdentityCheckSchema } from '../identity-check/identity-check.entity.js';
import type { ItemDeciderSchema } from '../joint-review/item-decider.entity.js';
import type { JobBadLineSchema, JobRowSchema, JobSchema } from '../job/job.entity.js';
import type { MessageSchema } from '../message/message.entity.js';
import type { MessageSentenceSchema } from '../message/message-sentence.entity.js';
import type { NearDuplicateSchema } from '../likeness/near-duplicate.entity.js';
import type { RecordFreezeSchema } from '../likeness/record-freeze.entity.js';
import type { NoticeTextSchema } from '../notice/notice.entity.js';
import type { AuditChainSchema, AuditEntrySchema } from '../platform/audit/audit.entity.js';
import type { ClockOffsetSchema } from '../platform/clock.entity.js';
import type { CollectionSerialSchema } from '../registration/collection-serial.entity.js';
import type { PulseSchema } from '../service-health/pulse.entity.js';
import type { PublicationSchema } from '../publication/publication.entity.js';
import type { RateWindowSchema } from '../platform/rates/rate-window.entity.js';
import type { Sealed } from '../platform/sealed.js';
import type { RecordChangeSchema } from '../record-change/record-change.entity.js';
import type { CollectionRecordSchema, RecordEventSchema } from '../record/record.entity.js';
import type {
  RejectionSchema,
  ReviewItemSchema,
  ReviewPaperSchema,
  ReviewRequirementSchema,
} from '../review/review.entity.js';
import type { UntoldVerdictSchema } from '../review/untold-verdict.entity.js';
import type { ReturnTextSchema } from '../return-text/return-text.entity.js';
import type { ResultCorrectionSchema } from '../result-correction/result-correction.entity.js';
import type { RetentionPeriodSchema } from '../retention/retention.entity.js';
import type { SavedViewSchema } from '../saved-view/saved-view.entity.js';
import type { SchoolPlanSchema, SchoolSchema } from '../school/school.entity.js';
import type { SeasonSchema, SiteSchema } from '../season/season.entity.js';
import type { SimulationSchema } from '../simulation/simulation.entity.js';
import type { SmsCodeSchema, SmsQuotaSchema, SmsTriesSchema } from '../sms-code/sms-code.entity.js';
import type { StaffGrantSchema } from '../staff-grant/staff-grant.entity.js';
import type { SubdistrictSchema } from '../subdistrict/subdistrict.entity.js';
import type { WebhookDeliverySchema, WebhookSchema } from '../webhook/webhook.entity.js';

type Schemas =
  | typeof AdmissionSchema
  | typeof ApiTokenSchema
  | typeof AnswerTemplateSchema
  | typeof AssistanceSchema
  | typeof AuditChainSchema
  | typeof AuditEntrySchema
  | typeof AuthorizationSchema
  | typeof CaptchaSchema
  | typeof ChildSchema
  | typeof ClockOffsetSchema
  | typeof CollectionRecordSchema
  | typeof CollectionSerialSchema
  | typeof ConversationMessageSchema
  | typeof ConversationSchema
  | typeof CorrectionRequestSchema
  | typeof DetailRequirementSchema
  | typeof DetailsSchema
  | typeof DistrictQuestionSchema
  | typeof DistrictSchema
  | typeof EditionSchema
  | typeof GuardianSchema
  | typeof HolidaySchema
  | typeof IdentityCheckSchema
  | typeof ItemDeciderSchema
  | typeof JobBadLineSchema
  | typeof JobRowSchema
  | typeof JobSchema
  | typeof MessageSchema
  | typeof MessageSentenceSchema
  | typeof MissingOriginalsSchema
  | typeof NearDuplicateSchema
  | typeof NoticeTextSchema
  | typeof PhaseSchema
  | typeof PolicySchema
  | typeof PreregistrationSchema
  | typeof PublicationSchema
  | typeof PulseSchema
  | typeof RateWindowSchema
  | typeof RecordChangeSchema
  | typeof RecordClaimSchema
  | typeof RecordEventSchema
  | typeof RecordFreezeSchema
  | typeof RejectionSchema
  | typeof ResultCorrectionSchema
  | typeof RetentionPeriodSchema
  | typeof ReturnTextSchema
  | typeof ReviewItemSchema
  | typeof ReviewPaperSchema
  | typeof ReviewRequirementSchema
  | typeof SavedViewSchema
  | typeof SchoolPlanSchema
  | typeof SchoolSchema
  | typeof SeasonSchema
  | typeof SimulationSchema
  | typeof SiteSchema
  | typeof SmsCodeSchema
  | typeof SmsQuotaSchema
  | typeof SmsTriesSchema
  | typeof StaffGrantSchema
  | typeof SubdistrictSchema
  | typeof UntoldVerdictSchema
  | typeof WebhookDeliverySchema
  | typeof WebhookSchema
  | typeof TallyChangeSchema
  | typeof TallyMarkSchema
  | typeof TallySchema;

/** Rows carry sealed values as the bytes that they are; `DataKey.open` or the entity opens them. */
type AsBytes<Table> = {
  [Column in keyof Table]: Sealed extends NonNullable<Table[Column]>
    ? Buffer | Exclude<Table[Column], Sealed>
    : Table[Column];
};

type Declared = InferKyselyDB<Schemas, { columnNamingStrategy: 'property'; processOnCreateHooks: true }>;

/** The tables by name, their columns by the names of the entities' properties. */
export type Tables = { [Name in keyof Declared]: AsBytes<Declared[Name]> };

/**
 * Typed statements, for what the unit of work has no words for: checked against the entities, and in the entity
 * manager's transaction when it has one. Moments come as dates. `read` marks what a replica may answer.
 */
export function tables(em: EntityManager, type: 'read' | 'write' = 'write'): Kysely<Tables> {
  const byProperty = em.getKysely({ columnNamingStrategy: 'property', type } as const);
  return byProperty as unknown as Kysely<Tables>;
}

/** `= any(values)`: one parameter, however many they are, so that the statement keeps its text and its plan. */
export const anyOf = <Value>(values: readonly Value[] | RawBuilder<readonly Value[]>): RawBuilder<Value> =>
  sql<Value>`any(${values})`;

/** `= any(array(select …))`: what another statement finds is read first, and the rows are found by it. */
export const anyFound = <Value>(found: Expression<unknown>): RawBuilder<Value> =>
  sql<Value>`any(array(${found}))`;

/** The first of an array; null where there is none. */
export const firstOf = <Value>(array: Expression<readonly Value[]>): RawBuilder<Value | null> =>
  sql<Value | null>`(${array})[1]`;
