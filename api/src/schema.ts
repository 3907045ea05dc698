import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import { AdmissionResolver, AdmissionResultResolver } from './admission/admission.resolver.js';
import { AuditTrailResolver } from './audit-trail/audit-trail.resolver.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import {
  AuthorizationResolver,
  RecordAuthorizationResolver,
} from './authorization/authorization.resolver.js';
import { CorrectionResolver } from './correction/correction.resolver.js';
import { DisclosureResolver } from './disclosure/disclosure.resolver.js';
import { CollectionFormResolver } from './collection-form/collection-form.resolver.js';
import { DetailsFormResolver, DetailsResolver, RecordDetailsResolver } from './details/details.resolver.js';
import { DistrictResolver } from './district/district.resolver.js';
import { GuidanceResolver } from './guidance/guidance.resolver.js';
import { IdentityCheckResolver } from './identity-check/identity-check.resolver.js';
import { ConsentResolver, NoticeResolver } from './notice/notice.resolver.js';
import { RecordExportResolver } from './record-export/record-export.resolver.js';
import { RecordResolver } from './record/record.resolver.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { ReviewRequirementResolver } from './review/requirement.resolver.js';
import { ReviewResolver } from './review/review.resolver.js';
import { RulesResolver } from './rules/rules.resolver.js';
import { SeasonResolver } from './season/season.resolver.js';
import { SmsCodeResolver } from './sms-code/sms-code.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { WayResolver } from './way/way.resolver.js';
import { WithdrawalResolver } from './withdrawal/withdrawal.resolver.js';

/** The schema; the rulebook does what a validation library would, hence `validate: false`. */
export function createSchema(emitTo?: string): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      AdmissionResolver,
      AdmissionResultResolver,
      AuditTrailResolver,
      CalendarResolver,
      DisclosureResolver,
      AuthorizationResolver,
      ConsentResolver,
      CorrectionResolver,
      CollectionFormResolver,
      DetailsFormResolver,
      DetailsResolver,
      DistrictResolver,
      GuidanceResolver,
      IdentityCheckResolver,
      NoticeResolver,
      RecordAuthorizationResolver,
      RecordDetailsResolver,
      RecordExportResolver,
      RecordResolver,
      RegistrationResolver,
      ReviewRequirementResolver,
      ReviewResolver,
      RulesResolver,
      SeasonResolver,
      SmsCodeResolver,
      ViewerResolver,
      WayResolver,
      WithdrawalResolver,
    ],
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    ...(emitTo ? { emitSchemaFile: { path: emitTo, sortedSchema: true } } : {}),
  });
}
