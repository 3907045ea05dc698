import { eventInWords } from '@enrolment/rulebook/events.ts';
import {
  ACTOR_NAMES,
  CHECK_STATUS_NAMES,
  DOCUMENT_NAMES,
  GROUND_NAMES,
  GUARDIAN_ROLE_NAMES,
  PHASE_NAMES,
  REVIEW_ITEM_NAMES,
  SERVICE_NAMES,
  SEX_NAMES,
  SIMULATION_REASON_NAMES,
  STAGE_NAMES,
  TURN_HOLDER_NAMES,
} from '@enrolment/rulebook/names.ts';
import { EVENT_KINDS } from '@enrolment/rulebook/vocabulary.ts';
import type { Words } from '@enrolment/rulebook/words.ts';
import type {
  ActingRole,
  CheckStatus,
  DocumentType,
  GuardianRole,
  PhaseKind,
  ReviewItemKind,
  ServiceKind,
  Sex,
  SimulationReason,
  Stage,
  TreatedAsLocalGround,
  TurnHolder,
} from '@enrolment/schema/client';
import type { TextSize, Theme } from '#lib/display.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';

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

/** A word of the vocabulary in the reader's language. The names are the rulebook's. */
const called = (name: Words): string => name[getLocale()];

export const serviceName = (service: ServiceKind): string => called(SERVICE_NAMES[service]);
export const phaseName = (kind: PhaseKind): string => called(PHASE_NAMES[kind]);
export const groundName = (ground: TreatedAsLocalGround): string => called(GROUND_NAMES[ground]);
export const guardianName = (role: GuardianRole): string => called(GUARDIAN_ROLE_NAMES[role]);
export const actorName = (actor: ActingRole): string => called(ACTOR_NAMES[actor]);
export const itemName = (item: ReviewItemKind): string => called(REVIEW_ITEM_NAMES[item]);
export const reasonName = (reason: SimulationReason): string => called(SIMULATION_REASON_NAMES[reason]);
export const sexName = (sex: Sex): string => called(SEX_NAMES[sex]);
export const stageName = (stage: Stage): string => called(STAGE_NAMES[stage]);
export const holderName = (holder: TurnHolder): string => called(TURN_HOLDER_NAMES[holder]);
export const statusName = (status: CheckStatus): string => called(CHECK_STATUS_NAMES[status]);

/** A document's name, for the beginning of a line. */
export function documentTypeName(type: DocumentType): string {
  const name = called(DOCUMENT_NAMES[type]);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const PHASE_TURNS: Record<PhaseKind, () => string> = {
  REGISTRATION: m.turn_guardian,
  DETAILS: m.turn_guardian,
  REVIEW: m.turn_district,
  CORRECTION: m.turn_guardian,
  FORM_PRINTING: m.turn_guardian,
  SCHOOL_PREREGISTRATION: m.turn_school,
  RESULT: m.turn_district,
};

/** Who acts in this phase. */
export const phaseTurn = (kind: PhaseKind): string => PHASE_TURNS[kind]();

/** What happened to a record. A newer API may report events that this site does not know yet. */
export function eventName(kind: string, note: string | null): string {
  const known = EVENT_KINDS.find((one) => one === kind);
  return known ? eventInWords(known, note, getLocale()) : m.event_other();
}
