import {
  GIVEABLE_PARTS,
  itemKey,
  type DeciderChange,
  type ItemToGive,
} from '@enrolment/rulebook/joint-review.ts';
import { ITEM_DECIDERS } from '@enrolment/rulebook/vocabulary.ts';
import { textIn } from '#lib/form-text.ts';

/**
 * Who is to decide what, as far as the form differs from how it was opened, so that a colleague's other changes are kept. Each
 * part is named by itself: what is saved is what was shown.
 */
export const deciderChanges = (form: FormData): (ItemToGive & DeciderChange)[] =>
  GIVEABLE_PARTS.flatMap((item) => {
    const name = itemKey(item);
    const decider = ITEM_DECIDERS.find((one) => one === textIn(form, name));
    return decider && decider !== textIn(form, `${name}.before`) ? [{ ...item, decider }] : [];
  });
