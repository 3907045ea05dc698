import {
  type CheckDifference,
  expectedBy,
  explainCheck,
  isOverdue,
} from '@enrolment/rulebook/identity-check.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { DOCUMENT_HOLDER_NAMES, CHECKED_LINE_NAMES } from '@enrolment/rulebook/names.js';
import type { CheckedLine, CheckStatus, DocumentHolder } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { IdentityCheckRow } from '../record/relations.statements.js';
import { CheckedLineEnum, CheckStatusEnum, DocumentHolderEnum } from '../vocabulary.type.js';

interface CheckReader {
  readonly key: DataKey;
  readonly hotline: string;
  readonly language: Language;
  readonly now: Date;
  /** Whether the reader decides on the record. */
  readonly decides: boolean;
}

@ObjectType('CheckDifference', {
  description:
    'A line of the registration that is otherwise in the registers, as the verification gateway named it.',
})
export class CheckDifferenceView {
  @Field(() => DocumentHolderEnum, { description: 'Whose line it is.' })
  readonly holder: DocumentHolder;

  @Field(() => CheckedLineEnum, { description: 'What is otherwise.' })
  readonly line: CheckedLine;

  @Field(() => String, { description: 'The same in the reader’s language, such as 儿童 · 姓名.' })
  readonly label: string;

  constructor({ holder, line }: CheckDifference, language: Language) {
    this.holder = holder;
    this.line = line;
    this.label = `${DOCUMENT_HOLDER_NAMES[holder][language]} · ${CHECKED_LINE_NAMES[line][language]}`;
  }
}

@ObjectType('IdentityCheck', {
  description:
    '身份证及户籍信息核验: 待验证 or 已验证. A FAILED from the automatic match is never final: an officer decides.',
})
export class IdentityCheckView {
  constructor(
    private readonly check: IdentityCheckRow | null,
    private readonly reader: CheckReader,
  ) {}

  private get waiting() {
    return this.check && { status: this.check.status, requestedAt: this.check.requestedAt };
  }

  @Field(() => CheckStatusEnum, {
    description: 'The status; it is PENDING before the details are submitted, too.',
  })
  get status(): CheckStatus {
    return this.check?.status ?? 'PENDING';
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the present documents were sent for verification; null before the details are submitted.',
  })
  get requestedAt(): Date | null {
    return this.waiting?.requestedAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When an answer is expected; null when none is awaited.',
  })
  get expectedBy(): Date | null {
    return this.waiting?.status === 'PENDING' ? expectedBy(this.waiting.requestedAt) : null;
  }

  @Field(() => Boolean, {
    description: 'Whether the answer is taking longer than expected; the district has then been told.',
  })
  get overdue(): boolean {
    return this.waiting !== null && isOverdue(this.waiting, this.reader.now);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered or decided.' })
  get checkedAt(): Date | null {
    return this.check?.checkedAt ? this.check.checkedAt : null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What the status means and what can be done: in the officer’s own words, or in the service’s words in the reader’s language.',
  })
  get reason(): string | null {
    const { key, hotline, language, now } = this.reader;
    const written = this.check?.reason;
    if (written) return key.open('identity_check.reason', written);
    return explainCheck(this.waiting, hotline, language, now);
  }

  @Field(() => [CheckDifferenceView], {
    description:
      'Which lines the automatic match found otherwise, as far as the gateway names them; empty once the check has passed, and for whoever does not decide on the record: nobody is told what stands in the registers about somebody else.',
  })
  get differences(): CheckDifferenceView[] {
    const { decides, language } = this.reader;
    if (!this.check || !decides || this.check.status === 'PASSED') return [];
    return (this.check.differences ?? []).map((word) => {
      const [holder, line] = word.split('.') as [DocumentHolder, CheckedLine];
      return new CheckDifferenceView({ holder, line }, language);
    });
  }
}
