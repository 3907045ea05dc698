import type { Requestable } from '@enrolment/rulebook/correction-request.ts';
import type { CorrectionRequestState, RequestShownFragment } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import { formatFullDay, groupPhone, type Language } from '#lib/format.ts';
import { sexName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';

export const FIELD_NAMES: Record<Requestable, () => string> = {
  childName: m.register_child_name,
  childDocumentNumber: m.correction_child_document,
  birthDate: m.register_birth,
  sex: m.register_sex,
  guardianName: m.correction_guardian_name,
  guardianDocumentNumber: m.correction_guardian_document,
  guardianPhone: m.my_phone,
};

const STATES: Record<CorrectionRequestState, () => string> = {
  REQUESTED: m.correction_requested,
  PROPOSED: m.correction_proposed,
  ACCEPTED: m.correction_accepted,
  DECLINED: m.correction_declined,
  TAKEN_BACK: m.correction_taken_back,
};
export const stateName = (state: CorrectionRequestState): string => STATES[state]();

export const isOpen = (state: CorrectionRequestState | undefined): boolean =>
  state === 'REQUESTED' || state === 'PROPOSED';

/** What is asked for, field by field. */
export const requestedFacts = ({ corrections }: RequestShownFragment, language: Language): Fact[] =>
  corrections.map(({ field, value }) => {
    const shown =
      field === 'sex'
        ? sexName(value as 'MALE' | 'FEMALE')
        : field === 'birthDate'
          ? formatFullDay(value, language)
          : field === 'guardianPhone'
            ? groupPhone(value)
            : value;
    return {
      term: FIELD_NAMES[field as Requestable](),
      value: shown,
      numeric: field !== 'childName' && field !== 'guardianName' && field !== 'sex',
    };
  });
