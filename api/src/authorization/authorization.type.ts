import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { GuardianView } from '../guardian/guardian.type.js';

import type { AuthorizationRow } from '../record/relations.statements.js';

@ObjectType('Authorization', {
  description:
    '授权: lets the second guardian of the details see and handle the record. The guardian can then read, fill in, submit, print and see the result, but can neither withdraw nor authorise anybody. The grant ends when that guardian’s document or phone is changed in the details.',
})
export class AuthorizationView {
  @Field(() => GuardianView, { description: 'The authorised guardian: 监护人(二) of the details.' })
  readonly guardian: GuardianView;

  constructor(
    private readonly row: AuthorizationRow,
    guardian: GuardianView,
  ) {
    this.guardian = guardian;
  }

  @Field(() => ID, { description: 'Id of this grant; a new grant gets a new one.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was granted.' })
  get grantedAt(): Date {
    return this.row.grantedAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked; null while it is live.',
  })
  get revokedAt(): Date | null {
    return this.row.revokedAt;
  }

  @Field(() => Boolean, { description: 'Whether the grant holds now: 当前已授权.' })
  get active(): boolean {
    return this.row.revokedAt === null;
  }
}
