import type { MissingOriginalsShownFragment } from '@enrolment/schema/client';
import { itemName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';

/** 缺什么, in the order of the list. */
export const missingInWords = ({
  form,
  kinds,
}: Pick<MissingOriginalsShownFragment, 'form' | 'kinds'>): string =>
  [...(form ? [m.school_missing_form()] : []), ...kinds.map(itemName)].join(
    getLocale() === 'en' ? ', ' : '、',
  );
