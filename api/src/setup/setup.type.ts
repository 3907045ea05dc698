import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Mistake } from './setup.file.js';
import type { SetupChange, SetupReport } from './setup.service.js';

@InputType({ description: 'A file of the set-up, in the format of docs/setup.md.' })
export class SetupFileInput {
  @Field(() => String, { description: 'Its name, such as city.yaml: mistakes and the audit name it.' })
  name!: string;

  @Field(() => String, { description: 'Its content: YAML, or the bytes of a workbook (.xlsx) in base64.' })
  text!: string;
}

const SetupChangeKind = { ADDED: 'ADDED', CHANGED: 'CHANGED', REMOVED: 'REMOVED' } as const;
registerEnumType(SetupChangeKind, {
  name: 'SetupChangeKind',
  description: 'What happens to a row.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CHANGED: { description: 'Its content differs from before.' },
    REMOVED: { description: 'The files no longer name it.' },
  },
});

@ObjectType('SetupMistake', { description: 'A mistake: something in a file that cannot be used as it is.' })
class SetupMistakeView {
  constructor(private readonly mistake: Mistake) {}

  @Field(() => String, { description: 'Name of the file.' })
  get file(): string {
    return this.mistake.file;
  }

  @Field(() => String, { nullable: true, description: 'Of a workbook, the sheet; null for YAML.' })
  get sheet(): string | null {
    return this.mistake.sheet ?? null;
  }

  @Field(() => Int, { description: 'Line in it, or row of the sheet, from 1.' })
  get line(): number {
    return this.mistake.line;
  }

  @Field(() => String, { description: 'What is wrong, in English.' })
  get message(): string {
    return this.mistake.message;
  }
}

@ObjectType('SetupChange', { description: 'A row that the files make different.' })
class SetupChangeView {
  constructor(private readonly change: SetupChange) {}

  @Field(() => String, { description: 'Section of the files, such as districts.' })
  get section(): string {
    return this.change.section;
  }

  @Field(() => SetupChangeKind, { description: 'What happens to the row.' })
  get kind(): SetupChange['kind'] {
    return this.change.kind;
  }

  @Field(() => String, { description: 'The key of the row, such as the code of a school.' })
  get key(): string {
    return this.change.key;
  }
}

@ObjectType('SetupReport', { description: 'What the files change, or the mistakes in them.' })
export class SetupReportView {
  constructor(private readonly report: SetupReport) {}

  @Field(() => Boolean, {
    description: 'Whether the changes were made; false for a trial run and when there are mistakes.',
  })
  get applied(): boolean {
    return this.report.applied;
  }

  @Field(() => [SetupMistakeView], {
    description: 'Every mistake, by file and line; nothing is changed while there is one.',
  })
  get mistakes(): SetupMistakeView[] {
    return this.report.mistakes.map((mistake) => new SetupMistakeView(mistake));
  }

  @Field(() => [SetupChangeView], { description: 'Every row that is added, changed or removed.' })
  get changes(): SetupChangeView[] {
    return this.report.changes.map((change) => new SetupChangeView(change));
  }
}
