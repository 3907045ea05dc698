import { grantState } from '@enrolment/rulebook/staff-grant.js';
import type { Department, GrantState, ReviewItemKind, StaffRole } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Reader } from '../actor.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import type { NewestFirst } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { DepartmentEnum, GrantStateEnum, ReviewItemKindEnum, RoleEnum } from '../vocabulary.type.js';
import type { StaffGrant } from './staff-grant.entity.js';
import { mayBeChanged, type EditedGrant } from './staff-grant.service.js';

const ACCOUNT =
  'What the identity provider calls the person: the claim `sub`, at most 255 characters. `viewer.account` tells it to the person.';
const NAME = 'The name by which colleagues know the person, at most 40 characters.';

@InputType({ description: 'A role to be given to somebody.' })
export class GiveRoleInput {
  @Field(() => String, { description: ACCOUNT })
  account!: string;

  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => RoleEnum, { description: 'The role; not one of guardians or of systems.' })
  role!: StaffRole;

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district; null for a municipal administrator.',
  })
  district?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the school, for a registrar; null otherwise.',
  })
  school?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Names of the subdistricts, for a subdistrict officer, at most 20; null otherwise. Whether 街道 stands at the end makes no difference. Where the district lists its subdistricts they are taken by the names of its list, and where the list is complete no other is.',
  })
  subdistricts?: string[] | null;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'The department, for a department reviewer; null otherwise.',
  })
  department?: Department | null;

  @Field(() => [ReviewItemKindEnum], {
    nullable: true,
    description:
      'The review items that a department reviewer decides, as far as the district gives them to the department; null otherwise.',
  })
  items?: ReviewItemKind[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when it holds; null or a past moment for at once.',
  })
  beginsAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    description: 'The moment at which it ends, at most 1,096 days after it begins.',
  })
  endsAt!: Date;
}

@ObjectType('StaffGrant', {
  description:
    '权限: a role that somebody was given, where, from when and until when it holds, and who gave it.',
})
export class StaffGrantView {
  constructor(
    readonly grant: StaffGrant,
    private readonly reader: Reader,
    private readonly known: readonly Edition[] = [],
  ) {}

  static edited({ grant, editions }: EditedGrant, reader: Reader): StaffGrantView {
    return new StaffGrantView(grant, reader, editions);
  }

  @Field(() => ID, { description: 'Its id.' })
  get id(): string {
    return this.grant.id;
  }

  @Field(() => String, { description: ACCOUNT })
  get account(): string {
    return this.grant.subject;
  }

  @Field(() => String, { description: NAME })
  get name(): string {
    return this.grant.name;
  }

  @Field(() => RoleEnum, { description: 'The role.' })
  get role(): StaffRole {
    return this.grant.role;
  }

  @Field(() => [String], {
    description: 'The subdistricts of a subdistrict officer; empty for other roles.',
  })
  get subdistricts(): string[] {
    return this.grant.subdistricts;
  }

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'The department of a department reviewer; null for other roles.',
  })
  get department(): Department | null {
    return this.grant.department ?? null;
  }

  @Field(() => [ReviewItemKindEnum], {
    description: 'The review items that a department reviewer decides; empty for other roles.',
  })
  get items(): ReviewItemKind[] {
    return this.grant.items;
  }

  @Field(() => GraphQLDateTime, { description: 'From when it holds.' })
  get beginsAt(): Date {
    return this.grant.beginsAt;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When its time is over; null for what was set up with the city and lasts until it is taken.',
  })
  get endsAt(): Date | null {
    return this.grant.endsAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was taken away; null if it was not.',
  })
  get takenAt(): Date | null {
    return this.grant.takenAt ?? null;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  get givenAt(): Date {
    return this.grant.givenAt;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Name of the administrator who gave it, masked; null for what was set up with the city.',
  })
  get givenBy(): string | null {
    return this.grant.givenName ?? null;
  }

  @Field(() => GrantStateEnum, { description: 'How it stands at this moment.' })
  get state(): GrantState {
    return grantState(this.grant, this.reader.now);
  }

  @Field(() => Boolean, {
    description: 'Whether the viewer may change its end; never for a role of her own.',
  })
  get mayChangeEnd(): boolean {
    const { viewer } = this.reader;
    return viewer !== null && mayBeChanged(viewer, this.grant).end;
  }

  @Field(() => Boolean, { description: 'Whether the viewer may take it away; never for a role of her own.' })
  get mayTake(): boolean {
    const { viewer } = this.reader;
    return viewer !== null && mayBeChanged(viewer, this.grant).take;
  }

  @Field(() => Boolean, { description: 'Whether its holder has read the newest change of it.' })
  get told(): boolean {
    return this.grant.toldAt != null;
  }

  @Field(() => Int, {
    description:
      'Number of its newest version, to be named with a change; 0 for one that was set up and never changed, and in a list.',
  })
  get revision(): number {
    return revisionOf(this.known);
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first; empty in a list.' })
  get editions(): EditionView[] {
    return this.known
      .slice(0, SHOWN_EDITIONS)
      .map((edition) => new EditionView(edition, this.reader.language));
  }
}

@ObjectType('StaffGrantConnection', { description: 'A page of roles that were given, newest first.' })
export class StaffGrantConnectionView {
  @Field(() => [StaffGrantView], { description: 'The roles.' })
  readonly nodes: StaffGrantView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(grants: readonly StaffGrant[], { first, before }: NewestFirst, reader: Reader) {
    const { shown, pageInfo } = cutPage(grants, { first, goesOn: before !== null }, ({ id }) => id);
    this.nodes = shown.map((grant) => new StaffGrantView(grant, reader));
    this.pageInfo = pageInfo;
  }
}
