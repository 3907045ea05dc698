import { disclosuresOf, isSmall, type Disclosure } from '@enrolment/rulebook/small-cells.js';
import { STAGES, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { waits } from '@enrolment/rulebook/stage-lists.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { stageBeforePublication } from '../record/visibility.js';
import { CITY, type Facet } from './tally.entity.js';
import {
  countKnown,
  countSchool,
  countSubmittedWithin,
  findOldestWaiting,
  readTallies,
  type Cell,
} from './tally.statements.js';

/** The place and season of a dashboard. */
export interface Scope {
  readonly season: number;
  /** null for the whole city. */
  readonly district: string | null;
  readonly school: string | null;
  /** From whom small counts are hidden; null if the reader may read the records behind them. */
  readonly hidden: HiddenFrom | null;
  /** Whether the reader knows decisions about admissions before they are published. */
  readonly unpublished: boolean;
}

/** A reader who may know counts but not the records behind them. */
export interface HiddenFrom {
  /** Whether every district's figures are open to them, and the city's: none may tell what another hides. */
  readonly throughout: boolean;
  /** Their own schools in the district, of which they know more. */
  readonly schools: readonly string[];
}

/** A line of a table: how many, and what of it is told. */
export interface Line<Key> {
  readonly key: Key;
  readonly count: number;
  readonly disclosure: Disclosure;
}

/** How a table comes from cells. */
export type Counting<Key extends string> = (cells: readonly Cell[]) => Map<Key, number>;

/** What a table has to do with the others. */
export interface Relation<Key extends string> {
  /** The stages that the table adds up to, or leaves out: a hidden one could follow from it. */
  readonly stages?: readonly Stage[];
  /** Lines that another table shows as well, so hiding them hides nothing. */
  readonly shared?: readonly Key[];
  /**
   * Numbers that follow from the table and others, such as what it leaves out. `cells` are those of STAGE, `own` those of
   * which the table was counted.
   */
  readonly implied?: (
    counts: ReadonlyMap<Key, number>,
    cells: readonly Cell[],
    own: readonly Cell[],
  ) => readonly number[];
}

interface Wanted {
  readonly season: number;
  readonly facet: Facet;
  readonly each: boolean;
}

/** What the fields of one dashboard ask for at the same time is read by one statement, so it is of one moment and adds up. */
export class Figures {
  private readonly loader: DataLoader<Wanted, readonly Cell[], string>;
  private counted: Promise<Cell[]> | undefined;
  private readonly spans = new Map<number, Promise<ReadonlyMap<string, number>>>();

  constructor(
    private readonly em: EntityManager,
    readonly scope: Scope,
  ) {
    this.loader = new DataLoader((wanted) => read(em, scope, wanted), {
      cacheKeyFn: ({ season, facet, each }) => `${season}/${facet}/${each}`,
    });
  }

  of(facet: Facet, season = this.scope.season): Promise<readonly Cell[]> {
    return this.loader.load({ season, facet, each: false });
  }

  /** Of each district by itself. */
  ofEach(facet: Facet): Promise<readonly Cell[]> {
    return this.loader.load({ season: this.scope.season, facet, each: true });
  }

  /** Of one district: the scope's own, or one of the city's. */
  async ofDistrict(facet: Facet, district: string): Promise<readonly Cell[]> {
    if (this.scope.district !== null) return this.of(facet);
    return (await this.ofEach(facet)).filter((cell) => cell.district === district);
  }

  /** Whether the reader knows every result that there is: none waits for its publication, or they are hers to know. */
  async allTold(): Promise<boolean> {
    return this.scope.unpublished || !(await this.of('STAGE')).some((cell) => partOf(cell, 3) !== '');
  }

  /** Undecided records by district, submitted from one moment up to another; read once however many ask. */
  submittedWithin(span: { from: Date; to: Date }): Promise<ReadonlyMap<string, number>> {
    const { season, district, school } = this.scope;
    // Whatever a school has preregistered is decided.
    if (school !== null) return Promise.resolve(new Map());
    const key = span.to.getTime();
    const known = this.spans.get(key) ?? countSubmittedWithin(this.em, season, district, span);
    this.spans.set(key, known);
    return known;
  }

  oldestWaiting(): Promise<Date | null> {
    const { season, district, school } = this.scope;
    return school === null ? findOldestWaiting(this.em, season, district) : Promise.resolve(null);
  }

  /** Every record; what of the number is told. */
  async total(): Promise<Line<''>> {
    const count = sum(await this.of('STAGE'));
    return line('', count, await this.disclosureOfTotal());
  }

  /** Every stage, in order. */
  stages(): Promise<Line<Stage>[]> {
    return this.table('STAGE', byStage);
  }

  /** The districts of the city by their codes, or the one. */
  async districts(codes: readonly string[]): Promise<Line<string>[]> {
    const { district, hidden } = this.scope;
    if (district !== null) return [{ ...(await this.total()), key: district }];
    const counts = countBy(await this.ofEach('STAGE'), (cell) => cell.district, codes);
    if (!hidden) return told(counts);
    const disclosures = await this.disclosuresByDistrict();
    const nothing = disclosures.size > 0 && [...disclosures.values()].every((one) => one === 'HIDDEN');
    return codes.map((code) =>
      line(code, counts.get(code)!, disclosures.get(code) ?? (nothing ? 'HIDDEN' : 'TOLD')),
    );
  }

  /** The lines of a table. Whoever may not know every line learns neither a small one nor what would tell one. */
  async table<Key extends string>(
    facet: Facet,
    count: Counting<Key>,
    relation: Relation<Key> = {},
  ): Promise<Line<Key>[]> {
    const own = await this.of(facet);
    const counts = count(own);
    const { hidden, district } = this.scope;
    if (!hidden) return told(counts);
    if ((await this.disclosureOfTotal()) !== 'TOLD') return lines(counts, () => 'HIDDEN');
    if (hidden.throughout && district === null) {
      const hides = await this.hiddenInDistricts(facet, count, relation);
      return lines(counts, (key) => (hides === 'ALL' || hides.has(key) ? 'HIDDEN' : 'TOLD'));
    }
    const all = { counts, own, cells: await this.of('STAGE') };
    const ownKnown = await this.known(facet);
    const countsKnown = count(ownKnown);
    const known = {
      // Line by line as the table: what follows from a line is compared with what is known of it.
      counts: new Map([...counts.keys()].map((key) => [key, countsKnown.get(key) ?? 0])),
      own: ownKnown,
      cells: await this.known('STAGE'),
    };
    const left = related(relation, all, known).lines;
    return lines(counts, (key) => left.get(key)!);
  }

  /**
   * What districts hide of a table: for whoever knows their tables it would follow from the city's. So the city tells nothing
   * but sums of what is told. A district that hides its table whole hides the city's, also in the lines that it has not: that
   * it has none of them would follow. Districts of which not even the total is told count as one, since together they are
   * what the others leave.
   */
  private async hiddenInDistricts<Key extends string>(
    facet: Facet,
    count: Counting<Key>,
    relation: Relation<Key>,
  ): Promise<ReadonlySet<Key> | 'ALL'> {
    const totals = await this.disclosuresByDistrict();
    const placeOf = ({ district }: Cell) => (totals.get(district) === 'TOLD' ? district : '');
    const stages = Map.groupBy(await this.ofEach('STAGE'), placeOf);
    const tables = Map.groupBy(await this.ofEach(facet), placeOf);
    const hides = new Set<Key>();
    for (const [place, cells] of stages) {
      const own = tables.get(place) ?? [];
      const its = related(relation, { counts: count(own), own, cells });
      if (its.hiddenWhole) return 'ALL';
      for (const [key, one] of its.lines) if (one !== 'TOLD') hides.add(key);
    }
    return hides;
  }

  /** Of each district that has a record, what of its total is told to whoever knows the city's. */
  private async disclosuresByDistrict(): Promise<ReadonlyMap<string, Disclosure>> {
    const counts = countBy(await this.ofEach('STAGE'), (cell) => cell.district);
    const sorted = new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
    const isHidden = isSmall([...sorted.values()].reduce((all, n) => all + n, 0));
    return isHidden ? new Map([...sorted.keys()].map((code) => [code, 'HIDDEN'])) : disclosures(sorted);
  }

  private async disclosureOfTotal(): Promise<Disclosure> {
    const { hidden, district } = this.scope;
    if (!hidden) return 'TOLD';
    // As the city's table of districts tells it.
    if (hidden.throughout && district !== null)
      return (await this.disclosuresByDistrict()).get(district) ?? 'TOLD';
    const total = sum(await this.of('STAGE'));
    if (isSmall(total)) return 'SMALL';
    return isSmall(total - sum(await this.known('STAGE'))) ? 'HIDDEN' : 'TOLD';
  }

  /** What the reader knows of the district from records that she reads herself; it is read once. */
  private async known(facet: Facet): Promise<readonly Cell[]> {
    const { season, district, hidden } = this.scope;
    if (district === null || !hidden || hidden.schools.length === 0) return [];
    this.counted ??= countKnown(this.em, district, hidden.schools, season);
    return asKnown(await this.counted, this.scope).filter((cell) => cell.facet === facet);
  }
}

/** What of a table is told to whoever knows some of each line already: what is left of a line decides. */
function disclosures<Key>(
  counts: ReadonlyMap<Key, number>,
  known: ReadonlyMap<Key, number> = new Map(),
): Map<Key, Disclosure> {
  const knownOf = (key: Key) => known.get(key) ?? 0;
  const left = disclosuresOf([...counts].map(([key, n]) => n - knownOf(key)));
  // A number can be large while what is left of it is small.
  return new Map(
    [...counts.keys()].map((key, at) => [
      key,
      left[at] === 'SMALL' && knownOf(key) > 0 ? 'HIDDEN' : left[at]!,
    ]),
  );
}

interface Place<Key> {
  readonly counts: ReadonlyMap<Key, number>;
  /** Of the table. */
  readonly own: readonly Cell[];
  /** Of STAGE. */
  readonly cells: readonly Cell[];
}

/** What of a table is told beside the others, to whoever knows some of it already: nothing where they tell too much together. */
function related<Key extends string>(
  { stages = [], shared = [], implied = () => [] }: Relation<Key>,
  all: Place<Key>,
  known: Place<Key> = { counts: new Map(), own: [], cells: [] },
): { hiddenWhole: boolean; lines: ReadonlyMap<Key, Disclosure> } {
  const ofStages = disclosures(byStage(all.cells), byStage(known.cells));
  const alone = disclosures(new Map([...all.counts].filter(([key]) => !shared.includes(key))), known.counts);
  const knownToFollow = implied(known.counts, known.cells, known.own);
  const hiddenWhole =
    isHiddenWhole([...alone.values()]) ||
    stages.some((stage) => ofStages.get(stage) !== 'TOLD') ||
    shared.some((key) => isSmall((all.counts.get(key) ?? 0) - (known.counts.get(key) ?? 0))) ||
    implied(all.counts, all.cells, all.own).some((n, at) => isSmall(Math.abs(n - (knownToFollow[at] ?? 0))));
  const of = (key: Key) => (hiddenWhole ? 'HIDDEN' : (alone.get(key) ?? 'TOLD'));
  return { hiddenWhole, lines: new Map([...all.counts.keys()].map((key) => [key, of(key)])) };
}

const isHiddenWhole = (disclosures: readonly Disclosure[]): boolean =>
  disclosures.length > 0 && disclosures.every((one) => one === 'HIDDEN');

/**
 * The lines of a table that has one for each word that there is. Hidden whole it has none, since it would tell which there
 * are, and how many at the least; what is told to be none is left out.
 */
export const linesThere = <Key>(all: readonly Line<Key>[]): Line<Key>[] =>
  isHiddenWhole(all.map(({ disclosure }) => disclosure))
    ? []
    : all.filter(({ count, disclosure }) => count > 0 || disclosure !== 'TOLD');

const byStage: Counting<Stage> = (cells) => countBy(cells, (cell) => partOf(cell, 2) as Stage, STAGES);

const line = <Key>(key: Key, count: number, disclosure: Disclosure): Line<Key> => ({
  key,
  count: disclosure === 'TOLD' ? count : 0,
  disclosure,
});

const lines = <Key>(counts: ReadonlyMap<Key, number>, of: (key: Key) => Disclosure): Line<Key>[] =>
  [...counts].map(([key, count]) => line(key, count, of(key)));

const told = <Key>(counts: ReadonlyMap<Key, number>): Line<Key>[] => lines(counts, () => 'TOLD');

async function read(
  em: EntityManager,
  place: Scope,
  wanted: readonly Wanted[],
): Promise<(readonly Cell[])[]> {
  const { season, district, school } = place;
  const seasons = [...new Set(wanted.map((one) => one.season))].sort();
  const facetsOf = (each: boolean) =>
    [...new Set(wanted.filter((one) => one.each === each).map(({ facet }) => facet))].sort();
  const cells =
    school === null
      ? await readTallies(em, {
          seasons,
          scope: district ?? CITY,
          facets: facetsOf(false),
          each: facetsOf(true),
        })
      : await countSchool(em, school, season);
  const scope = school === null ? (district ?? CITY) : '';
  const known = asKnown(cells, place);
  return wanted.map(({ season: year, facet, each }) =>
    known.filter(
      (cell) =>
        cell.season === year &&
        cell.facet === facet &&
        (each ? cell.district !== CITY : cell.district === scope),
    ),
  );
}

/** The cells for this reader: a result that she may not know yet is none. */
export const asKnown = (
  cells: readonly Cell[],
  { unpublished }: Pick<Scope, 'unpublished'>,
): readonly Cell[] =>
  unpublished ? cells : cells.map((cell) => (cell.facet === 'STAGE' ? untoldAsBefore(cell) : cell));

function untoldAsBefore(cell: Cell): Cell {
  const [service, ground, stage, untold] = cell.key.split('/');
  if (untold === undefined) return cell;
  return { ...cell, key: [service, ground, stageBeforePublication(stage as Stage), untold].join('/') };
}

export const sum = (cells: readonly Cell[]): number => cells.reduce((all, { n }) => all + n, 0);

/** The number that a table leaves out: all records but those that it counts and those in these stages. */
export function leftOut(
  counts: ReadonlyMap<string, number>,
  cells: readonly Cell[],
  stages: readonly Stage[],
): number {
  const beside = cells.filter((cell) => !stages.some((stage) => stage === partOf(cell, 2)));
  return [...counts.values()].reduce((rest, n) => rest - n, sum(beside));
}

/** One part of the key of each cell: `at` counts from 0. */
export const partOf = (cell: Cell, at: number): string => cell.key.split('/')[at] ?? '';

/** Counts by one part of the key; `keys` are there even where there is nothing, in their order. */
export function countBy<Key extends string>(
  cells: readonly Cell[],
  of: (cell: Cell) => Key,
  keys: readonly Key[] = [],
): Map<Key, number> {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  for (const cell of cells) counts.set(of(cell), (counts.get(of(cell)) ?? 0) + cell.n);
  return counts;
}

/** Every stage, in order; the cells are those that the reader may know (`asKnown`). */
export const stageLines = (cells: readonly Cell[]): Line<Stage>[] => told(byStage(cells));

/** The number of submitted and undecided records; hidden ones are left out. */
export const waitingAmong = (stages: readonly Line<Stage>[]): number =>
  stages.filter(({ key }) => waits(key)).reduce((all, { count }) => all + count, 0);
