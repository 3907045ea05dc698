import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { GuardianView } from '../guardian/guardian.type.js';
import { instant } from '../platform/sql.js';
import type { AuthorizationRow } from '../record/record.loaders.js';

@ObjectType('Authorization', {
  description:
    '授权: lets the second guardian of the details see and handle the record: read, fill in, submit, print, see the result. Not withdraw, not authorise. Changing that guardian’s document or phone in the details ends it.',
})
export class AuthorizationView {
  @Field(() => GuardianView, { description: 'Who is authorised: 监护人(二) of the details.' })
  readonly guardian: GuardianView;

  constructor(
    private readonly row: AuthorizationRow,
    guardian: GuardianView,
  ) {
    this.guardian = guardian;
  }

  @Field(() => ID, { description: 'Of this grant; a new grant has another one.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was granted.' })
  get grantedAt(): Date {
    return new Date(this.row.granted_at);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked; null while it is live.',
  })
  get revokedAt(): Date | null {
    return instant(this.row.revoked_at);
  }

  @Field(() => Boolean, { description: 'Whether it holds now: 当前已授权.' })
  get active(): boolean {
    return this.row.revoked_at === null;
  }
}
