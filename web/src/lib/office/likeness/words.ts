import type { Likeness } from '@enrolment/schema/client';
import { m } from '#lib/i18n/messages/messages.js';

const NAMES: Record<Likeness, () => string> = {
  NAME_AND_BIRTH_DATE: m.office_alike_name,
  DOCUMENT_ONE_OFF: m.office_alike_document,
  SAME_GUARDIAN: m.office_alike_guardian,
};

export const likenessName = (likeness: Likeness): string => NAMES[likeness]();
