import type { Verdict } from '@enrolment/rulebook/review.js';
import type { CheckStatus, DocumentType, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { District } from '../district/district.entity.js';

/** Everything that 审核决定告知书 says. It is about the newest decision, and names the office, never a person of it. */
export interface DecisionNoticeFacts {
  readonly number: string;
  readonly season: number;
  readonly service: ServiceKind;
  readonly office: string;
  readonly district: Pick<District, 'name' | 'hotline' | 'deskAddress' | 'deskHours'>;
  /** The document's number is masked. */
  readonly child: {
    readonly name: string;
    readonly documentType: DocumentType;
    readonly documentNumber: string;
  };
  readonly verdict: Verdict;
  readonly rejectedAt: Date;
  /** Why the record was rejected. */
  readonly reason: string;
  readonly appealDueAt: Date;
  /** How many working days that gave; null where it was counted by another calendar. */
  readonly appealWorkingDays: number | null;
  readonly appealedAt: Date | null;
  readonly answeredAt: Date | null;
  /** The answer to the appeal. */
  readonly answer: string | null;
  /** What was reviewed, the identity first. */
  readonly items: readonly NoticeItem[];
  readonly remedy: string;
  readonly printedAt: Date;
}

export interface NoticeItem {
  readonly label: string;
  readonly status: CheckStatus;
  readonly reason: string | null;
  readonly remedy: string | null;
}
