import { Field, Int, ObjectType } from 'type-graphql';
import type { NoticeText } from './notice.entity.js';

@ObjectType('Notice', { description: 'A text that has to be read and accepted before a registration.' })
export class NoticeView {
  @Field(() => Int, {
    description: 'How long it must have been open, in seconds by the server’s clock; 0 when it need not.',
  })
  readonly minimumReadingSeconds: number;

  @Field(() => String, {
    description:
      'Signed proof of when it was opened, for registerChild; valid for 24 hours. Empty for the privacy policy, which is accepted by its version.',
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

  @Field(() => String, { description: 'Plain text, a paragraph a line.' })
  get body(): string {
    return this.text.body;
  }
}
