import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { IdentityCheckRow } from '../record/record.loaders.js';
import { expectedBy, explainCheck, isOverdue } from '../rulebook/identity-check.js';
import type { Language } from '../rulebook/refusal.js';
import type { CheckStatus } from '../vocabulary.js';
import { CheckStatusEnum } from '../vocabulary.type.js';

interface CheckReader {
  readonly key: DataKey;
  readonly hotline: string;
  readonly language: Language;
  readonly now: Date;
}

@ObjectType('IdentityCheck', {
  description:
    '身份证及户籍信息核验: 待验证 or 已验证. FAILED by the automatic match never ends anything: it waits for an officer, who decides.',
})
export class IdentityCheckView {
  constructor(
    private readonly check: IdentityCheckRow | null,
    private readonly reader: CheckReader,
  ) {}

  private get waiting() {
    return this.check && { status: this.check.status, requestedAt: new Date(this.check.requested_at) };
  }

  @Field(() => CheckStatusEnum, {
    description: 'How it stands; PENDING before the details are submitted, too.',
  })
  get status(): CheckStatus {
    return this.check?.status ?? 'PENDING';
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the present documents were sent to be verified; null before the details are submitted.',
  })
  get requestedAt(): Date | null {
    return this.waiting?.requestedAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'By when an answer is expected; null when nothing is being waited for.',
  })
  get expectedBy(): Date | null {
    return this.waiting?.status === 'PENDING' ? expectedBy(this.waiting.requestedAt) : null;
  }

  @Field(() => Boolean, { description: 'Whether the answer takes longer than expected; the office knows.' })
  get overdue(): boolean {
    return this.waiting !== null && isOverdue(this.waiting, this.reader.now);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered or decided.' })
  get checkedAt(): Date | null {
    return this.check?.checked_at ? new Date(this.check.checked_at) : null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What the status means and what can be done: the officer’s words, or the service’s in the reader’s language.',
  })
  get reason(): string | null {
    const { key, hotline, language, now } = this.reader;
    const written = this.check?.reason_sealed;
    if (written) return key.open('identity_check.reason', written);
    return explainCheck(this.waiting, hotline, language, now);
  }
}
