import { Field, InputType } from 'type-graphql';

const NAME = 'What administrators know it by, 1 to 60 characters.';
const URL = 'Where messages go: https, without user name, password or #, at most 500 characters.';

@InputType({ description: 'A new webhook.' })
export class WebhookInput {
  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Entry code of the district whose changes it is told of; null for the whole city, for its administrators.',
  })
  district?: string | null;
}

@InputType({ description: 'What to change of a webhook; what is left out or null stays as it is.' })
export class WebhookChangesInput {
  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;

  @Field(() => String, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'false pauses it; true switches it on again, also after it was disabled. Nothing is lost meanwhile.',
  })
  active?: boolean | null;
}
