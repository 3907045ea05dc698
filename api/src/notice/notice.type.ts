import { Field, Int, ObjectType } from 'type-graphql';
import type { NoticeText } from './notice.entity.js';

@ObjectType('Notice', { description: 'A text that has to be read and accepted before a registration.' })
export class NoticeView {
  @Field(() => Int, {
    description: 'How long the text must have been open, in seconds by the server’s clock; 0 for no minimum.',
  })
  readonly minimumReadingSeconds: number;

  @Field(() => String, {
    description:
      'Signed proof of when the text was opened, for registerChild; valid for 24 hours. Empty for the privacy policy, which is accepted by its version.',
  })
  readonly ticket: string;

  constructor(
    private readonly text: NoticeText,
    minimumReadingSeconds: number,
    ticket: string,
  ) {
    this.minimumReadingSeconds = minimumReadingSeconds;
    this.ticket = ticket;
  }

  @Field(() => String, { description: 'Version of the text.' })
  get version(): string {
    return this.text.version;
  }

  @Field(() => String, { description: 'Title in the reader’s language.' })
  get title(): string {
    return this.text.title;
  }

  @Field(() => String, { description: 'The text: plain, one paragraph per line.' })
  get body(): string {
    return this.text.body;
  }
}
