import type {
  CheckStatus,
  DocumentType,
  PhaseKind,
  ReviewItemKind,
  ServiceKind,
  Sex,
  Stage,
  TreatedAsLocalGround,
  TurnHolder,
} from '@enrolment/schema/client';
import type { TextSize, Theme } from '#lib/display.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** The names, in the present language, of what has a fixed set of values. */
const THEME_NAMES: Record<Theme, () => string> = {
  system: m.display_theme_system,
  light: m.display_theme_light,
  dark: m.display_theme_dark,
};

const TEXT_SIZE_NAMES: Record<TextSize, () => string> = {
  normal: m.display_text_normal,
  large: m.display_text_large,
};

export function themeName(theme: Theme): string {
  return THEME_NAMES[theme]();
}

export function textSizeName(size: TextSize): string {
  return TEXT_SIZE_NAMES[size]();
}

const SERVICE_NAMES: Record<ServiceKind, () => string> = {
  NON_LOCAL_HUKOU: m.service_non_local_hukou,
  TREATED_AS_LOCAL: m.service_treated_as_local,
  LOCAL_HUKOU: m.service_local_hukou,
};

const PHASES: Record<PhaseKind, { name: () => string; turn: () => string }> = {
  REGISTRATION: { name: m.phase_registration, turn: m.turn_guardian },
  DETAILS: { name: m.phase_details, turn: m.turn_guardian },
  REVIEW: { name: m.phase_review, turn: m.turn_district },
  CORRECTION: { name: m.phase_correction, turn: m.turn_guardian },
  FORM_PRINTING: { name: m.phase_form_printing, turn: m.turn_guardian },
  SCHOOL_PREREGISTRATION: { name: m.phase_school_preregistration, turn: m.turn_school },
  RESULT: { name: m.phase_result, turn: m.turn_district },
};

const GROUND_NAMES: Record<TreatedAsLocalGround, () => string> = {
  TAIWAN_COMPATRIOT: m.ground_taiwan_compatriot,
  OVERSEAS_CHINESE: m.ground_overseas_chinese,
  POSTDOCTORAL: m.ground_postdoctoral,
  MILITARY_RELOCATION: m.ground_military_relocation,
  ONE_PARENT_LOCAL: m.ground_one_parent_local,
  WORK_RESIDENCE_PERMIT: m.ground_work_residence_permit,
  FOREIGN_NATIONAL: m.ground_foreign_national,
};

export function serviceName(service: ServiceKind): string {
  return SERVICE_NAMES[service]();
}

export function phaseName(kind: PhaseKind): string {
  return PHASES[kind].name();
}

/** Who acts in this phase. */
export function phaseTurn(kind: PhaseKind): string {
  return PHASES[kind].turn();
}

export function groundName(ground: TreatedAsLocalGround): string {
  return GROUND_NAMES[ground]();
}

const DOCUMENT_TYPE_NAMES: Record<DocumentType, () => string> = {
  RESIDENT_ID: m.document_resident_id,
  HK_MACAO_PERMIT: m.document_hk_macao_permit,
  HK_MACAO_RESIDENCE: m.document_hk_macao_residence,
  TAIWAN_PERMIT: m.document_taiwan_permit,
  TAIWAN_RESIDENCE: m.document_taiwan_residence,
  PASSPORT: m.document_passport,
  FOREIGN_PERMANENT_RESIDENT_ID: m.document_foreign_permanent,
};

export function documentTypeName(type: DocumentType): string {
  return DOCUMENT_TYPE_NAMES[type]();
}

export function sexName(sex: Sex): string {
  return sex === 'MALE' ? m.sex_male() : m.sex_female();
}

const STAGE_NAMES: Record<Stage, () => string> = {
  REGISTERED: m.stage_registered,
  DETAILS_DRAFTED: m.stage_details_drafted,
  SUBMITTED: m.stage_submitted,
  IDENTITY_VERIFIED: m.stage_identity_verified,
  RETURNED: m.stage_returned,
  REJECTED: m.stage_rejected,
  APPEALED: m.stage_appealed,
  APPROVED: m.stage_approved,
  PREREGISTERED: m.stage_preregistered,
  ADMITTED: m.stage_admitted,
  WITHDRAWN: m.stage_withdrawn,
};

export function stageName(stage: Stage): string {
  return STAGE_NAMES[stage]();
}

const HOLDER_NAMES: Record<Exclude<TurnHolder, 'NOBODY'>, () => string> = {
  GUARDIAN: m.holder_guardian,
  DISTRICT: m.holder_district,
  SCHOOL: m.holder_school,
  SYSTEM: m.holder_system,
};

export function holderName(holder: TurnHolder): string {
  return holder === 'NOBODY' ? '' : HOLDER_NAMES[holder]();
}

const STATUS_NAMES: Record<CheckStatus, () => string> = {
  PENDING: m.status_pending,
  PASSED: m.status_passed,
  RETURNED: m.status_returned,
  FAILED: m.status_failed,
};

export function statusName(status: CheckStatus): string {
  return STATUS_NAMES[status]();
}

const ITEM_NAMES: Record<ReviewItemKind, () => string> = {
  IDENTITY_AND_HUKOU: m.item_identity_and_hukou,
  HOUSEHOLD_REGISTER: m.item_household_register,
  RESIDENCE_PERMIT: m.item_residence_permit,
  RESIDENCE: m.item_residence,
  EMPLOYMENT: m.item_employment,
  GROUND: m.item_ground,
  OTHER: m.item_other,
};

/** What happened to a record, by the kind of its event (docs/stages.md); {what} is the review item that it was about. */
const EVENT_NAMES: Record<string, (about: { what: string }) => string> = {
  REGISTERED: m.event_registered,
  DETAILS_DRAFTED: m.event_details_drafted,
  DETAILS_SUBMITTED: m.event_details_submitted,
  IDENTITY_VERIFIED: m.event_identity_verified,
  IDENTITY_RECHECKED: m.event_identity_rechecked,
  RETURNED: m.event_returned,
  RETURN_LIFTED: m.event_return_lifted,
  APPROVED: m.event_approved,
  REJECTED: m.event_rejected,
  APPEALED: m.event_appealed,
  APPEAL_ACCEPTED: m.event_appeal_accepted,
  APPEAL_DISMISSED: m.event_appeal_dismissed,
  PREREGISTERED: m.event_preregistered,
  ADMITTED: m.event_admitted,
  RESULT_PUBLISHED: m.event_result_published,
  ITEM_PASSED: m.event_item_passed,
  ITEM_RETURNED: m.event_returned,
  ITEM_FAILED: m.event_item_failed,
  ITEM_PENDING: m.event_item_pending,
  IDENTITY_CHECK_PASSED: m.event_identity_verified,
  IDENTITY_CHECK_FAILED: m.event_identity_failed,
  AUTHORIZATION_GRANTED: m.event_authorization_granted,
  AUTHORIZATION_REVOKED: m.event_authorization_revoked,
  AUTHORIZATION_ENDED: m.event_authorization_ended,
  REGISTRATION_CORRECTED: m.event_registration_corrected,
};

export function eventName(kind: string, note: string | null): string {
  const what = note !== null && note in ITEM_NAMES ? ITEM_NAMES[note as ReviewItemKind]() : m.item_other();
  return (EVENT_NAMES[kind] ?? m.event_other)({ what });
}
