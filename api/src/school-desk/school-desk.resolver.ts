import type { Action } from '@enrolment/rulebook/access.js';
import { papersFor } from '@enrolment/rulebook/papers.js';
import { changedSince } from '@enrolment/rulebook/school-desk.js';
import { Arg, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/windows.js';
import { actorOf, type Context } from '../context.js';
import { primePeople } from '../record/people-beside.js';
import { viewOf } from '../record/record.answer.js';
import { CollectionRecordView } from '../record/record.type.js';
import { ReviewRequirementView } from '../review/requirement.type.js';
import { SchoolView } from '../school/school.type.js';
import { BroughtFormView, FormChangesView } from './school-desk.type.js';

@Resolver(() => BroughtFormView)
export class SchoolDeskResolver {
  @Authorized<Action>('PREREGISTER')
  @Query(() => BroughtFormView, {
    description:
      'For registrars of the school: what a family brings to its desk, by collection number or by the code of a printed form. A look at a record is audited.',
  })
  async broughtForm(
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Arg('brought', () => String, {
      description:
        'The collection number as it was typed, or what the QR code of the form holds: an address, or the part of it that follows /verify/.',
    })
    brought: string,
    @Ctx() context: Context,
  ): Promise<BroughtFormView> {
    const { em, records, services } = context;
    const form = await services.schoolDesk.bring(em, actorOf(context), { school, brought });
    if (form.record) primePeople(records, form.record);
    return new BroughtFormView(form);
  }

  @FieldResolver(() => CollectionRecordView, {
    nullable: true,
    description: 'The record, numbers masked; null where the school may not read it.',
  })
  record(@Root() { form }: BroughtFormView, @Ctx() context: Context): CollectionRecordView | null {
    return form.record && viewOf(form.record, context);
  }

  @FieldResolver(() => SchoolView, {
    nullable: true,
    description:
      'The school that has preregistered the child; null where there is none, and for a number that another school has preregistered.',
  })
  async school(
    @Root() { form }: BroughtFormView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = form.school === null ? undefined : (await reference.schools()).get(form.school);
    return school ? new SchoolView(school, language) : null;
  }

  @FieldResolver(() => [ReviewRequirementView], {
    description:
      'The papers whose originals the school has to see, by the district’s review of the service and ground; empty where the school may not read the record.',
  })
  async originals(
    @Root() { form: { record } }: BroughtFormView,
    @Ctx() { districts, language }: Context,
  ): Promise<ReviewRequirementView[]> {
    if (!record) return [];
    const [requirements, papers] = await Promise.all([
      districts.reviewed.load(calendarOf(record)),
      districts.papers.load(calendarOf(record)),
    ]);
    const whose = { district: record.district, service: record.service, ground: record.ground ?? null };
    return requirements.map(
      (one) => new ReviewRequirementView(one, papersFor(papers, one.kind, whose), language),
    );
  }

  @FieldResolver(() => FormChangesView, {
    nullable: true,
    description:
      'For a superseded form of a record that the school may read: what has changed since it was printed; null otherwise. A school cannot print the present form: the family does, or its district.',
  })
  async changes(
    @Root() { form: { record, status, printedAt } }: BroughtFormView,
    @Ctx() { records, language }: Context,
  ): Promise<FormChangesView | null> {
    if (!record || !printedAt || status !== 'SUPERSEDED') return null;
    const { parts, at } = changedSince(await records.events.load(record.id), printedAt);
    return new FormChangesView(
      parts.map((part) => part[language]),
      at,
    );
  }
}
