import { REVIEW_ITEM_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { CheckStatus, ItemPart, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { DataKey } from '../platform/keys.js';
import type { IdentityCheckRow, RejectionRow, ReviewItemRow } from '../record/relations.statements.js';

/** What a reader may know of an item: before the calendar shows the review, a family sees it as pending. */
export interface ShownItem {
  readonly kind: ReviewItemKind;
  readonly part: ItemPart;
  readonly label: string;
  readonly status: CheckStatus;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly dueAt: Date | null;
  readonly decidedAt: Date | null;
}

export function showItem(
  item: ReviewItemRow,
  key: DataKey,
  { language, shown }: { language: Language; shown: boolean },
): ShownItem {
  const label = language === 'en' ? item.labelEn : item.label;
  const hidden = { reason: null, remedy: null, dueAt: null, decidedAt: null };
  const { kind, part } = item;
  if (!shown) return { kind, part, label, status: 'PENDING', ...hidden };
  const { reason, remedy } = item;
  return {
    kind,
    part,
    label,
    status: item.status,
    reason: reason && key.open(`review_item.${item.kind}.reason`, reason),
    remedy: remedy && key.open(`review_item.${item.kind}.remedy`, remedy),
    dueAt: item.dueAt,
    decidedAt: item.decidedAt,
  };
}

/** The identity check as the first item: decided by the gateway, so shown as it happens. */
export function showIdentityItem(check: IdentityCheckRow, key: DataKey, language: Language): ShownItem {
  const { status, reason } = check;
  return {
    kind: 'IDENTITY_AND_HUKOU',
    part: 'WHOLE',
    label: REVIEW_ITEM_NAMES.IDENTITY_AND_HUKOU[language],
    status,
    reason: reason && key.open('identity_check.reason', reason),
    remedy: null,
    dueAt: null,
    decidedAt: check.checkedAt,
  };
}

export type RejectionText = 'reason' | 'statement' | 'decision';

/** A text of a rejection, opened; null where nothing was written. */
export function openRejection(rejection: RejectionRow, property: RejectionText, key: DataKey): string | null {
  const sealed = rejection[property];
  return sealed && key.open(`rejection.${property}`, sealed);
}
