import { createHash } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { Admission } from '../admission/admission.entity.js';
import { MissingOriginals } from '../school-desk/missing-originals.entity.js';
import { Preregistration } from '../admission/preregistration.entity.js';
import { ApiToken } from '../api-token/api-token.entity.js';
import { Authorization } from '../authorization/authorization.entity.js';
import { Captcha } from '../captcha/captcha.entity.js';
import { Child } from '../child/child.entity.js';
import { Assistance } from '../assistance/assistance.entity.js';
import { RecordClaim } from '../claim/claim.entity.js';
import { Conversation, ConversationMessage } from '../conversation/conversation.entity.js';
import { CorrectionRequest } from '../correction/correction-request.entity.js';
import { Tally, TallyChange, TallyMark } from '../dashboard/tally.entity.js';
import { DetailRequirement, Details } from '../details/details.entity.js';
import { AnswerTemplate } from '../conversation/answer-template.entity.js';
import { District, DistrictQuestion, Phase, Policy } from '../district/district.entity.js';
import { Edition } from '../edition/edition.entity.js';
import { Guardian } from '../guardian/guardian.entity.js';
import { IdentityCheck } from '../identity-check/identity-check.entity.js';
import { Job, JobBadLine, JobRow } from '../job/job.entity.js';
import { Message } from '../message/message.entity.js';
import { MessageSentence } from '../message/message-sentence.entity.js';
import { NearDuplicate } from '../likeness/near-duplicate.entity.js';
import { RecordFreeze } from '../likeness/record-freeze.entity.js';
import { NoticeText } from '../notice/notice.entity.js';
import { AuditChain, AuditEntry } from '../platform/audit/audit.entity.js';
import { AuditSeal } from '../platform/audit/audit-seal.entity.js';
import { AuditVerification } from '../platform/audit/audit-verification.entity.js';
import { ClockOffset } from '../platform/clock.entity.js';
import { Pulse } from '../service-health/pulse.entity.js';
import { Publication } from '../publication/publication.entity.js';
import { ResultCorrection } from '../result-correction/result-correction.entity.js';
import { RateWindow } from '../platform/rates/rate-window.entity.js';
import { RecordChange } from '../record-change/record-change.entity.js';
import { CollectionRecord, RecordEvent } from '../record/record.entity.js';
import { CollectionSerial } from '../registration/collection-serial.entity.js';
import { Holiday } from '../holiday/holiday.entity.js';
import { ItemDecider } from '../joint-review/item-decider.entity.js';
import { Rejection, ReviewItem, ReviewPaper, ReviewRequirement } from '../review/review.entity.js';
import { Subdistrict } from '../subdistrict/subdistrict.entity.js';
import { UntoldVerdict } from '../review/untold-verdict.entity.js';
import { ReturnText } from '../return-text/return-text.entity.js';
import { RetentionPeriod } from '../retention/retention.entity.js';
import { SavedView } from '../saved-view/saved-view.entity.js';
import { School, SchoolPlan } from '../school/school.entity.js';
import { Season, Site } from '../season/season.entity.js';
import { EndedSession } from '../session/ended-session.entity.js';
import { Simulation } from '../simulation/simulation.entity.js';
import { SmsCode, SmsQuota, SmsTries } from '../sms-code/sms-code.entity.js';
import { StaffGrant } from '../staff-grant/staff-grant.entity.js';
import { Webhook, WebhookDelivery } from '../webhook/webhook.entity.js';
import { Outbox } from '../message/outbox.js';
import { AtCommit } from './at-commit.js';
import { BoundDriver } from './bound-driver.js';
import { ImpatientClient } from './impatient-client.js';
import { migrations } from './migrations.js';

/** The three roles of the database: its owner, the service and the queue. None of them can sign in. */
type DatabaseRole = 'enrolment_owner' | 'enrolment_app' | 'enrolment_jobs';

/** The same address, acting as one of the service's roles from the first statement on. */
export function asRole(databaseUrl: string, role: DatabaseRole): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c role=${role}`);
  return url.toString();
}

const preparedNames = new Map<string, string>();

/** Statements that come in many lengths would otherwise stay prepared on every connection. */
const PREPARED_AT_MOST = 500;

/** Names every parametrised statement, so that PostgreSQL plans each of them once per connection. */
class PooledClient extends ImpatientClient {
  override query(text: unknown, values?: unknown, callback?: unknown): unknown {
    const pass = super.query.bind(this) as (...args: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values)) return pass(text, values, callback);
    if (values.length === 0) return pass(text, callback);
    let name = preparedNames.get(text);
    if (!name && preparedNames.size >= PREPARED_AT_MOST) return pass(text, values, callback);
    if (!name) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
      preparedNames.set(text, name);
    }
    return pass({ name, text, values }, callback);
  }
}

/** Days stay text (YYYY-MM-DD), moments become dates, in whatever statement they come. */
const TYPES = new pg.TypeOverrides();
TYPES.setTypeParser(pg.types.builtins.DATE, (text) => text);

const STATEMENT_TIMEOUT_MS = 5_000;
/** A database that does not even report the time-out is silent. */
const ANSWER_MS = STATEMENT_TIMEOUT_MS + 1_000;

const TIMEOUTS = { statement_timeout: STATEMENT_TIMEOUT_MS, query_timeout: ANSWER_MS };

/** On a busy machine a connection can take seconds to open; whether the database answers at all is for the line to ask. */
const CONNECT_MS = STATEMENT_TIMEOUT_MS;

/** The places of the line (platform/line.ts), and some for the queue and the health checks. */
const CONNECTIONS = 28;

interface DatabaseOptions {
  readonly poolSize?: number;
  /** For commands that read everything: their statements have no time limit. */
  readonly patient?: boolean;
}

export async function openDatabase(
  databaseUrl: string,
  role: DatabaseRole,
  { poolSize = CONNECTIONS, patient = false }: DatabaseOptions = {},
): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      driver: BoundDriver,
      subscribers: [new Outbox(), new AtCommit()],
      // A record is read without its relations unless they are requested.
      autoJoinOneToOneOwner: false,
      autoJoinRefsForFilters: false,
      entities: [
        Admission,
        AnswerTemplate,
        ApiToken,
        AuditChain,
        AuditEntry,
        AuditSeal,
        AuditVerification,
        Authorization,
        Captcha,
        Child,
        ClockOffset,
        CollectionRecord,
        CollectionSerial,
        Conversation,
        ConversationMessage,
        CorrectionRequest,
        DetailRequirement,
        Details,
        District,
        DistrictQuestion,
        Edition,
        EndedSession,
        Guardian,
        Holiday,
        IdentityCheck,
        ItemDecider,
        Job,
        JobBadLine,
        JobRow,
        Message,
        MessageSentence,
        MissingOriginals,
        NearDuplicate,
        NoticeText,
        Phase,
        Policy,
        Preregistration,
        Publication,
        Pulse,
        RateWindow,
        RecordChange,
        Assistance,
        RecordClaim,
        RecordEvent,
        RecordFreeze,
        Rejection,
        ResultCorrection,
        ReturnText,
        ReviewItem,
        RetentionPeriod,
        ReviewPaper,
        ReviewRequirement,
        SavedView,
        School,
        SchoolPlan,
        Season,
        Simulation,
        Site,
        SmsCode,
        SmsQuota,
        SmsTries,
        StaffGrant,
        Subdistrict,
        Webhook,
        UntoldVerdict,
        WebhookDelivery,
        Tally,
        TallyChange,
        TallyMark,
      ],
      forceUtcTimezone: true,
      pool: { min: 0, max: poolSize },
      driverOptions: {
        Client: PooledClient,
        types: TYPES,
        options: `-c role=${role}`,
        connectionTimeoutMillis: CONNECT_MS,
        ...(role === 'enrolment_owner' || patient ? {} : TIMEOUTS),
        keepAlive: true,
      },
      extensions: [Migrator],
      migrations: { migrationsList: migrations(), snapshot: false, tableName: 'migration' },
      schemaGenerator: { ignoreSchema: ['graphile_worker', 'loading', 'outbox'] },
    }),
  );
}
