import type { Disclosure } from '@enrolment/rulebook/small-cells.js';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { BEIJING, TAIWAN } from '@enrolment/rulebook/regions.js';
import {
  STAGES_AT_SCHOOL,
  STAGES_WITHOUT_DETAILS,
  UNSUBMITTED_STAGES,
} from '@enrolment/rulebook/stage-lists.js';
import { calledInList, type Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import { GROUNDS, SERVICE_KINDS, type ServiceKind, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { SchoolView } from '../school/school.type.js';
import {
  DayCountView,
  DisclosureEnum,
  DistrictCountView,
  GroundCountView,
  ProvinceCountView,
  SchoolCountView,
  ServiceCountView,
  StageCountView,
  SubdistrictCountView,
} from './counts.type.js';
import { daysFrom } from './days.js';
import {
  countBy,
  leftOut,
  linesThere,
  partOf,
  stageLines,
  sum,
  type Counting,
  type Figures,
  type Line,
  type Relation,
} from './figures.js';
import type { Facet } from './tally.entity.js';
import type { Cell } from './tally.statements.js';

/** More than the subdistricts of the city: a family writes its own where its district lists none. */
const MOST_SUBDISTRICTS = 500;

@ObjectType('Dashboard', {
  description:
    'The figures of a season: of a district, of the city, or of a school. The numbers are exact at the moment `asOf`, at most five seconds before the answer. The simple fields asked for together are of one moment, and each table adds up to `total` unless it says otherwise.',
})
export class DashboardView {
  constructor(
    readonly figures: Figures,
    private readonly now: Date,
    /** The subdistricts that districts list. */
    private readonly listed: ReadonlyMap<string, readonly Subdistrict[]>,
  ) {}

  @Field(() => Int, { description: 'Year of admission.' })
  get season(): number {
    return this.figures.scope.season;
  }

  @Field(() => DistrictView, { nullable: true, description: 'The district; null for the whole city.' })
  async district(@Ctx() { districts, language }: Context): Promise<DistrictView | null> {
    const { district } = this.figures.scope;
    return district === null ? null : new DistrictView((await districts.byCode.load(district))!, language);
  }

  @Field(() => SchoolView, {
    nullable: true,
    description: 'The school, if it was asked for: then the children whom it has preregistered are counted.',
  })
  async school(@Ctx() { reference, language }: Context): Promise<SchoolView | null> {
    const { school } = this.figures.scope;
    return school === null ? null : new SchoolView((await reference.schools()).get(school)!, language);
  }

  @Field(() => Boolean, {
    description:
      'Whether numbers below 5 are hidden from this reader, and others by which they could be found out. They are hidden from whoever may not read the records themselves.',
  })
  get smallNumbersHidden(): boolean {
    return this.figures.scope.hidden !== null;
  }

  @Field(() => Int, {
    description: 'All records, including withdrawn ones; 0 where it is hidden.',
  })
  async total(): Promise<number> {
    return (await this.figures.total()).count;
  }

  @Field(() => DisclosureEnum, { description: 'How much of the total is told.' })
  async totalDisclosure(): Promise<Disclosure> {
    return (await this.figures.total()).disclosure;
  }

  @Field(() => [StageCountView], {
    description:
      'Records by the stage in which they are now: every stage, in order. Until its result is published, a child is PREREGISTERED to readers other than the deciding district.',
  })
  async byStage(): Promise<StageCountView[]> {
    return (await this.figures.stages()).map((line) => new StageCountView(line));
  }

  @Field(() => [DistrictCountView], {
    description: 'Records by district, in the order of the codes: every district for the city, else the one.',
  })
  async byDistrict(@Ctx() { reference, language }: Context): Promise<DistrictCountView[]> {
    const { district, hidden } = this.figures.scope;
    const cells = await (district === null ? this.figures.ofEach('STAGE') : this.figures.of('STAGE'));
    const districts = await reference.districts();
    const lines = await this.figures.districts([...districts.keys()]);
    const own = Map.groupBy(cells, (cell) => cell.district || district!);
    return lines.map((line) => {
      const view = new DistrictView(districts.get(line.key)!, language);
      const stages = hidden ? [] : stageLines(own.get(line.key) ?? []);
      return new DistrictCountView(line, view, this.figures, stages);
    });
  }

  @Field(() => [ServiceCountView], { description: 'Records by service: all three.' })
  async byService(): Promise<ServiceCountView[]> {
    return (await this.services()).map((line) => new ServiceCountView(line));
  }

  @Field(() => [GroundCountView], {
    description: 'Records of TREATED_AS_LOCAL by ground: all seven. They add up to the count of the service.',
  })
  async byGround(): Promise<GroundCountView[]> {
    return (await this.grounds()).map((line) => new GroundCountView(line));
  }

  @Field(() => [ProvinceCountView], {
    description:
      'Live records by the province of the child’s hukou, the most first. Withdrawn records and children without hukou have none, so these do not add up to `total`. Empty where all of it is hidden, since which lines there are would tell.',
  })
  async byHukouProvince(): Promise<ProvinceCountView[]> {
    const [lines, services, grounds] = await Promise.all([
      this.table('PROVINCE', {
        stages: ['WITHDRAWN'],
        // Hukou of Beijing is LOCAL_HUKOU, and hukou of Taiwan nearly a ground.
        shared: [BEIJING, TAIWAN],
        implied: (counts, cells) => {
          const has = (at: number, word: string) => sum(cells.filter((cell) => partOf(cell, at) === word));
          const withoutHukou = leftOut(counts, cells, ['WITHDRAWN']);
          // Whoever of a service or a ground is missing among the live ones has withdrawn, and the others have not.
          const withdrawn = [
            has(0, 'LOCAL_HUKOU') - (counts.get(BEIJING) ?? 0),
            has(1, 'TAIWAN_COMPATRIOT') - (counts.get(TAIWAN) ?? 0),
            has(1, 'FOREIGN_NATIONAL') - withoutHukou,
          ];
          const beside = withdrawn.reduce(
            (rests, some) => [...rests, ...rests.map((rest) => rest - Math.max(0, some))],
            [has(2, 'WITHDRAWN')],
          );
          return [withoutHukou, ...withdrawn, ...beside];
        },
      }),
      this.services(),
      this.grounds(),
    ]);
    const telling: readonly string[] = ['LOCAL_HUKOU', 'TAIWAN_COMPATRIOT', 'FOREIGN_NATIONAL'];
    const wouldTell = [...services, ...grounds].some(
      ({ key, disclosure }) => telling.includes(key) && disclosure !== 'TOLD',
    );
    const shown = wouldTell ? lines.map(({ key }) => hide(key)) : lines;
    return mostFirst(shown).map((line) => new ProvinceCountView(line));
  }

  @Field(() => [SubdistrictCountView], {
    description: `Live records with submitted details by the subdistrict of the home, the most first: at most ${MOST_SUBDISTRICTS}, since families may write it themselves. They do not add up to \`total\`. Empty where all of it is hidden, since which lines there are would tell.`,
  })
  async bySubdistrict(): Promise<SubdistrictCountView[]> {
    const called = (key: string) => {
      const district = key.slice(0, 2);
      return `${district}/${calledInList(this.listed.get(district) ?? [], key.slice(3))}`;
    };
    const lines = await this.table(
      'SUBDISTRICT',
      {
        stages: STAGES_WITHOUT_DETAILS,
        implied: (counts, cells) => [leftOut(counts, cells, STAGES_WITHOUT_DETAILS)],
      },
      (cell) => called(cell.key),
    );
    return mostFirst(lines)
      .slice(0, MOST_SUBDISTRICTS)
      .map((line) => new SubdistrictCountView(line));
  }

  @Field(() => [SchoolCountView], {
    description:
      'Children by the school that has preregistered them, the most first; only schools with any. Empty where all of it is hidden, since which lines there are would tell.',
  })
  async bySchool(@Ctx() { reference, language }: Context): Promise<SchoolCountView[]> {
    const lines = await this.table('SCHOOL', { stages: STAGES_AT_SCHOOL });
    const schools = await reference.schools();
    return mostFirst(lines).map(
      (line) => new SchoolCountView(line, new SchoolView(schools.get(line.key)!, language)),
    );
  }

  @Field(() => [DayCountView], {
    description:
      'Registrations and submissions a day, from the first day with any to the last, without gaps.',
  })
  async byDay(@Ctx() { reference }: Context): Promise<DayCountView[]> {
    const of = (stage: Stage, relation: Relation<string>) =>
      this.figures.table(
        'REACHED',
        (cells) => {
          const reached = (cell: Cell, ...stages: Stage[]) => stages.some((one) => one === partOf(cell, 0));
          const days = cells.filter((cell) => reached(cell, 'REGISTERED', 'SUBMITTED'));
          return countBy(
            days.filter((cell) => reached(cell, stage)),
            (cell) => partOf(cell, 1),
            daysFrom(days.map((cell) => partOf(cell, 1))),
          );
        },
        relation,
      );
    const [registered, submitted, isWorkingDay] = await Promise.all([
      of('REGISTERED', { implied: (counts, cells) => [leftOut(counts, cells, [])] }),
      of('SUBMITTED', {
        stages: STAGES_WITHOUT_DETAILS,
        // Those who withdrew before they submitted, those who did so afterwards, and on each day those who had registered
        // and not submitted.
        implied: (counts, cells, own) => [
          leftOut(counts, cells, UNSUBMITTED_STAGES),
          leftOut(counts, cells, STAGES_WITHOUT_DETAILS),
          ...unsubmittedByDay(own, [...counts.keys()]),
        ],
      }),
      reference.isWorkingDay(),
    ]);
    return registered.map((line, place) => new DayCountView(line, submitted[place]!, isWorkingDay));
  }

  @Field(() => GraphQLDateTime, { description: 'The moment of these numbers.' })
  get asOf(): Date {
    return this.now;
  }

  /** All three. */
  private services() {
    return this.figures.table('STAGE', (cells) =>
      countBy(cells, (cell) => partOf(cell, 0) as ServiceKind, SERVICE_KINDS),
    );
  }

  /** All seven; nothing of them while the number of the service is not told. */
  private async grounds(): Promise<Line<(typeof GROUNDS)[number]>[]> {
    const [lines, services] = await Promise.all([
      this.figures.table('STAGE', (cells) =>
        countBy(
          cells.filter((cell) => partOf(cell, 1) !== ''),
          (cell) => partOf(cell, 1) as (typeof GROUNDS)[number],
          GROUNDS,
        ),
      ),
      this.services(),
    ]);
    const service = services.find(({ key }) => key === 'TREATED_AS_LOCAL')!;
    return service.disclosure === 'TOLD' ? lines : lines.map(({ key }) => hide(key));
  }

  private table(
    facet: Facet,
    relation: Relation<string>,
    of: (cell: Cell) => string = (cell) => partOf(cell, 0),
  ): Promise<Line<string>[]> {
    const byKey: Counting<string> = (cells) =>
      new Map([...countBy(cells, of)].sort(([a], [b]) => a.localeCompare(b)));
    return this.figures.table(facet, byKey, relation);
  }
}

/** The largest come first. The hidden ones come last, in an order that says nothing about them. */
const mostFirst = (lines: readonly Line<string>[]): Line<string>[] =>
  linesThere(lines).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));

/** How many had registered and never submitted at the end of each of these days. */
function unsubmittedByDay(reached: readonly Cell[], days: readonly string[]): number[] {
  const signs: Readonly<Record<string, number>> = { REGISTERED: 1, SUBMITTED: -1 };
  const steps = reached
    .map((cell) => ({ day: partOf(cell, 1), change: (signs[partOf(cell, 0)] ?? 0) * cell.n }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  let [next, total] = [0, 0];
  // The days are in order.
  return days.map((day) => {
    for (; next < steps.length && steps[next]!.day <= day; next += 1) total += steps[next]!.change;
    return total;
  });
}

const hide = <Key>(key: Key): Line<Key> => ({ key, count: 0, disclosure: 'HIDDEN' });
