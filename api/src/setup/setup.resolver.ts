import { officeFor, type Action } from '@enrolment/rulebook/access.js';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { isWorkbook, type SetupFile } from './setup.file.js';
import { setUp } from './setup.service.js';
import { SetupFileInput, SetupReportView } from './setup.type.js';

const readInput = ({ name, text }: SetupFileInput): SetupFile =>
  isWorkbook(name) ? { name, bytes: Buffer.from(text, 'base64') } : { name, text };

@Resolver()
export class SetupResolver {
  @Authorized<Action>('SET_UP_CITY')
  @Mutation(() => SetupReportView, {
    description:
      'For municipal administrators: sets up season, districts, schools, calendars, policies, texts, review items, papers and questions from files (docs/setup.md). It is a trial run unless `apply` is true. Everything happens in one transaction, and the same files a second time change nothing.',
  })
  async setUpCity(
    @Arg('files', () => [SetupFileInput], { description: 'The files, in any order.' })
    files: SetupFileInput[],
    @Ctx() context: Context,
    @Arg('apply', () => Boolean, {
      nullable: true,
      description: 'Whether to change anything; false, the default, is a trial run.',
    })
    apply: boolean | null,
  ): Promise<SetupReportView> {
    const { viewer, now } = actorOf(context);
    const { role } = officeFor('SET_UP_CITY', viewer.roles, {})!;
    const actor = { subject: viewer.subject, role, name: viewer.name };
    const read = files.map(readInput);
    return new SetupReportView(await setUp(context.em, read, { apply: apply ?? false, now, actor }));
  }
}
