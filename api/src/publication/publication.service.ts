import {
  changesSince,
  changesToConfirm,
  checkProposal,
  type ResultCounts,
} from '@enrolment/rulebook/publication.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { RuleName } from '@enrolment/rulebook/rules.js';
import { chooseSeason } from '@enrolment/rulebook/season.js';
import type { AdmissionOutcome, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { checkWindow, type Window } from '@enrolment/rulebook/window.js';
import type { Words } from '@enrolment/rulebook/words.js';
import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { readCalendar } from '../calendar/windows.js';
import { atCommit } from '../database/at-commit.js';
import { District } from '../district/district.entity.js';
import { checkCodeOf, readCheckCode } from '../job/check-code.js';
import { ID } from '../paging.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import { AuditEntry } from '../platform/audit/audit.entity.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { publishesIn, reachOf } from '../record/access.js';
import { bySystem, noteAll, type Chronicle } from '../record/chronicle.js';
import { CollectionRecord } from '../record/record.entity.js';
import { BatchFacts } from '../review/batch-facts.js';
import { SchoolPlan } from '../school/school.entity.js';
import { countTaken } from '../school/school.statements.js';
import { Season } from '../season/season.entity.js';
import { Publication, publicationStateOf, type PublicationPlace } from './publication.entity.js';
import {
  countBySchool,
  countMessages,
  countNotPreregistered,
  countUnreached,
  enqueueAnnouncement,
  enqueuePublication,
  findUntold,
  holdUnpublished,
  publishHeld,
  selectResults,
  selectUnpublished,
  type Announcement,
  type MessageCounts,
  type ResultRow,
  type SchoolRow,
  type UnpublishedRow,
} from './publication.statements.js';

/** A publication's texts are written in portions, so that no transaction takes long. */
const PORTION = 50;
/** How many publications of a place are listed. */
export const SHOWN_PUBLICATIONS = 20;

const OPEN = { state: { $in: ['PROPOSED', 'CONFIRMED'] } } as const satisfies FilterQuery<Publication>;

interface Place {
  readonly district: string;
  readonly service: ServiceKind;
  readonly season: number | null;
}

interface Proposal extends Place {
  readonly checkCode: string;
  readonly publishAt: Date;
  readonly leavingUndecided: boolean;
}

/** Everything that there is to publish in a place, as it stands. */
export interface Preview {
  readonly place: PublicationPlace;
  readonly checkCode: string;
  readonly counts: ResultCounts;
  readonly schools: readonly PlannedSchoolRow[];
  readonly notPreregistered: number;
  readonly unreached: number;
  readonly window: Window | null;
  readonly takesTwo: boolean;
}

/** What a school has, of this service and of all, and can take. */
export type PlannedSchoolRow = SchoolRow & { readonly quota: number | null; readonly taken: number };

async function schoolsOf(em: EntityManager, place: PublicationPlace): Promise<PlannedSchoolRow[]> {
  const rows = await countBySchool(em, place);
  const schools = rows.map(({ school }) => school);
  const plans = await em.find(SchoolPlan, { season: place.season, school: { $in: schools } });
  const taken = await countTaken(em, { season: place.season, schools, unpublished: true });
  return rows.map((row) => ({
    ...row,
    quota: plans.find(({ school }) => school === row.school)?.quota ?? null,
    taken: taken.get(row.school) ?? 0,
  }));
}

/** 公布入学结果: every decided result of a service of a district, for everybody at the same instant. */
export class PublicationService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** What a publication would publish now. */
  async preview(em: EntityManager, { viewer }: Actor, place: PublicationPlace): Promise<Preview> {
    if (!publishesIn(viewer, place.district)) throw forbidden();
    const results = await selectUnpublished(em, place);
    const { windows } = await readCalendar(em, place);
    return {
      place,
      ...this.summed(place, results),
      schools: await schoolsOf(em, place),
      notPreregistered: await countNotPreregistered(em, place),
      unreached: await countUnreached(em, place),
      window: windows.RESULT ?? null,
      takesTwo: await takesTwo(em, place.district),
    };
  }

  /** A page of the results that would be published, audited as a look at each. */
  async results(
    em: EntityManager,
    { viewer, now }: Actor,
    place: PublicationPlace,
    asked: {
      readonly outcome: AdmissionOutcome | null;
      readonly school: string | null;
      readonly after: string | null;
      readonly first: number;
    },
  ): Promise<ResultRow[]> {
    const { first, ...which } = asked;
    const reach = reachOf(viewer, this.keys, 'PUBLISH_RESULTS');
    const rows = await selectResults(em, place, { ...which, reach, size: first + 1 });
    const { season, district, service } = place;
    await audit(em, {
      at: now,
      actor: viewer.subject,
      actorRole: 'DISTRICT_ADMIN',
      action: 'RECORDS_LISTED',
      recordNumber: null,
      district,
      season,
      detail: { service, numbers: rows.slice(0, first).map(({ number }) => number) },
    });
    return rows;
  }

  /** Those of a place, the newest first. */
  async list(em: EntityManager, { viewer }: Actor, place: PublicationPlace): Promise<Publication[]> {
    if (!publishesIn(viewer, place.district)) throw forbidden();
    return em.find(
      Publication,
      { ...place },
      { orderBy: { proposedAt: 'desc', id: 'desc' }, limit: SHOWN_PUBLICATIONS },
    );
  }

  /** null alike for what does not exist and for what is another district's. */
  async find(em: EntityManager, { viewer }: Actor, id: string): Promise<Publication | null> {
    const found = ID.test(id) ? await em.findOne(Publication, { id }) : null;
    return found && publishesIn(viewer, found.district) ? found : null;
  }

  /** How far the families of a publication have been told by SMS. */
  async messages(em: EntityManager, { place, publishedAt }: Publication): Promise<MessageCounts | null> {
    return publishedAt ? countMessages(em, place, publishedAt) : null;
  }

  /** What has changed since a publication was proposed; null for the very same results, and once it waits for nothing. */
  async changes(em: EntityManager, publication: Publication, now: Date): Promise<Words | null> {
    if (publicationStateOf(publication, now) !== 'PROPOSED') return null;
    return this.changed(publication, await selectUnpublished(em, publication.place), changesToConfirm);
  }

  /** By the first of two administrators, of exactly the results that she has seen. */
  async propose(em: EntityManager, actor: Actor, proposal: Proposal): Promise<Publication | Refused> {
    const { now } = actor;
    const place = await placeOf(em, actor, proposal);
    if (place instanceof Refused) return place;
    try {
      return await em.fork().transactional(async (tx) => {
        await expire(tx, place, now);
        if (await openOf(tx, place)) return refused('publicationOpen');
        const found = this.summed(place, await selectUnpublished(tx, place));
        const { hotline, windows } = await readCalendar(tx, place);
        const { publishAt, leavingUndecided } = proposal;
        const given = { checkCode: readCheckCode(proposal.checkCode), publishAt, leavingUndecided };
        const standing = { ...found, window: windows.RESULT ?? null, hotline, at: now };
        const refusals = checkProposal(given, standing);
        if (refusals.length > 0) return new Refused(refusals);
        const publication = Publication.propose(place, { ...found, publishAt }, actor);
        await tx.persist(publication).flush();
        atCommit(tx, entryOf(publication, 'PUBLICATION_PROPOSED', actor));
        return publication;
      });
    } catch (error) {
      // By two at the same instant.
      if (brokenConstraint(error) !== 'publication_open') throw error;
      return refused('publicationOpen');
    }
  }

  /** By another administrator, who has seen the same; from then on none of the results changes before its time. */
  confirm(em: EntityManager, actor: Actor, id: string, checkCode: string): Promise<Publication | Refused> {
    return this.settle(em, actor, id, ['PROPOSED'], async (tx, publication) => {
      const { place, publishAt } = publication;
      if (publication.proposedBy === actor.viewer.subject) return refused('secondAdministrator');
      if (readCheckCode(checkCode) !== publication.checkCode) return refused('checkCodeWrong', 'checkCode');
      const { hotline, windows } = await readCalendar(tx, place);
      const outside = checkWindow(windows.RESULT ?? null, publishAt, hotline, null);
      if (outside.length > 0) return new Refused(outside);
      const changes = this.changed(publication, await holdUnpublished(tx, place), changesToConfirm);
      if (changes) return new Refused([refuse('publicationChanged', { params: { changes } })]);
      publication.confirm(actor);
      await tx.flush();
      await enqueuePublication(tx, publication, actor.now);
      atCommit(tx, entryOf(publication, 'PUBLICATION_CONFIRMED', actor));
      return publication;
    });
  }

  /** By whoever of the administrators: nothing is published at that time. */
  cancel(em: EntityManager, actor: Actor, id: string): Promise<Publication | Refused> {
    return this.settle(em, actor, id, ['PROPOSED', 'CONFIRMED'], async (tx, publication) => {
      publication.cancel(actor);
      atCommit(tx, entryOf(publication, 'PUBLICATION_CANCELLED', actor));
      return publication;
    });
  }

  /** By one administrator, at once: every decided result, unless the district has it take two or two are about it already. */
  async publishAtOnce(
    em: EntityManager,
    actor: Actor,
    asked: Place,
  ): Promise<{ count: number; at: Date } | Refused> {
    const { now } = actor;
    const place = await placeOf(em, actor, asked);
    if (place instanceof Refused) return place;
    return em.transactional(async (tx) => {
      const { hotline, windows } = await readCalendar(tx, place);
      const refusals = checkWindow(windows.RESULT ?? null, now, hotline, null);
      if (refusals.length > 0) return new Refused(refusals);
      if (await takesTwo(tx, place.district)) return refused('publicationTakesTwo');
      const results = await holdUnpublished(tx, place);
      // Asked under the locks, which a confirmation takes as well: no publication is confirmed in between.
      const open = await openOf(tx, place);
      if (open && publicationStateOf(open, now) !== 'EXPIRED') return refused('publicationOpen');
      const found = this.summed(place, results);
      const count = found.counts.admitted + found.counts.notAdmitted;
      const publication = Publication.atOnce(place, found, actor);
      if (count > 0) tx.persist(publication);
      await this.publishThem(tx, place, results, now);
      atCommit(tx, entryOf(publication, 'RESULTS_PUBLISHED', actor));
      return { count, at: now };
    });
  }

  /**
   * The queue's task: publishes what is due, each place in one transaction, and tells the ids of what may not be. One that
   * throws holds up no other, and stays due.
   */
  async publishDue(em: EntityManager, now: Date, tellFailed: (id: string) => void): Promise<void> {
    const which = { state: 'CONFIRMED', publishAt: { $lte: now } } as const;
    const due = await em.fork().find(Publication, which, { orderBy: { publishAt: 'asc', id: 'asc' } });
    const thrown: unknown[] = [];
    for (const { id } of due) {
      try {
        const publication = await em.fork().transactional((tx) => this.publishOne(tx, id, now));
        if (publication?.state === 'FAILED') tellFailed(id);
      } catch (error) {
        thrown.push(error);
      }
    }
    if (thrown.length > 0)
      throw new AggregateError(thrown, `${thrown.length} of ${due.length} publications broke off`);
  }

  /** The queue's task after a publication. It writes one text for each family, and none twice. */
  async announce(em: EntityManager, announcement: Announcement, now: Date): Promise<void> {
    for (;;) {
      const untold = await findUntold(em, announcement, PORTION);
      if (untold.length === 0) return;
      await em.fork().transactional(async (tx) => {
        const records = await tx.find(CollectionRecord, { id: { $in: untold } });
        const facts = new BatchFacts(tx, records, this.keys);
        for (const record of records) {
          const tell = { event: `result:${record.id}`, text: 'RESULT_PUBLISHED' } as const;
          await this.chronicle.write(tx, record, { by: bySystem, at: now, tell }, await facts.people(record));
        }
      });
    }
  }

  /** null if somebody else has published or cancelled it meanwhile, or is about to. */
  private async publishOne(tx: EntityManager, id: string, now: Date): Promise<Publication | null> {
    const publication = await tx.findOne(
      Publication,
      { id, state: 'CONFIRMED' },
      { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (!publication) return null;
    const { place } = publication;
    const { hotline, windows } = await readCalendar(tx, place);
    const results = await holdUnpublished(tx, place);
    const changes = this.changed(publication, results, changesSince);
    const [why] = [
      ...checkWindow(windows.RESULT ?? null, now, hotline, null),
      ...(changes ? [refuse('publicationChanged', { params: { changes } })] : []),
    ];
    if (why) publication.fail(why, now);
    else {
      publication.publish(now);
      await this.publishThem(tx, place, results, now);
    }
    atCommit(tx, entryOf(publication, why ? 'PUBLICATION_FAILED' : 'RESULTS_PUBLISHED', { now }));
    return publication;
  }

  /** Those of the held results that are decided. */
  private async publishThem(
    tx: EntityManager,
    place: PublicationPlace,
    results: readonly UnpublishedRow[],
    now: Date,
  ): Promise<void> {
    const records = results.filter(isDecided).map(({ record }) => record);
    if (records.length === 0) return;
    await publishHeld(tx, records, now);
    await noteAll(tx, records, { event: 'RESULT_PUBLISHED', at: now, actor: 'DISTRICT' });
    await enqueueAnnouncement(tx, place, now);
  }

  private changed(
    publication: Publication,
    results: readonly UnpublishedRow[],
    compare: typeof changesSince,
  ): Words | null {
    const { checkCode, counts, place, proposedAt } = publication;
    const decidedSince = results.filter(({ approvedAt }) => approvedAt && approvedAt > proposedAt).length;
    const after = { ...this.summed(place, results), decidedSince };
    return compare({ checkCode: checkCode!, counts }, after);
  }

  /** The counts of the results, and the code that is the same only for exactly these. */
  private summed(
    { season, district, service }: PublicationPlace,
    results: readonly UnpublishedRow[],
  ): { readonly counts: ResultCounts; readonly checkCode: string } {
    const of = (one: AdmissionOutcome) => results.filter(({ outcome }) => outcome === one).length;
    // Whatever of a decision is changed, its note as well, it is a new decision by whoever made it then.
    const decided = results
      .filter(isDecided)
      .map(({ number, school, outcome, approvedAt, approvedBy }) => [
        number,
        school,
        outcome,
        approvedAt!.getTime(),
        approvedBy,
      ])
      .sort(([one], [other]) => (one! < other! ? -1 : 1));
    return {
      counts: { admitted: of('ADMITTED'), notAdmitted: of('NOT_ADMITTED'), undecided: of('PENDING') },
      checkCode: checkCodeOf(this.keys, 'publication-check', [season, district, service, decided]),
    };
  }

  /** What somebody does about a publication in one of these states: of two at once, one. */
  private async settle(
    em: EntityManager,
    actor: Actor,
    id: string,
    states: readonly Publication['state'][],
    work: (tx: EntityManager, publication: Publication) => Promise<Publication | Refused>,
  ): Promise<Publication | Refused> {
    if (!(await this.find(em, actor, id))) throw forbidden();
    return em.fork().transactional(async (tx) => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const publication = await tx.findOneOrFail(Publication, { id }, lock);
      const waits = states.includes(publicationStateOf(publication, actor.now));
      return waits ? work(tx, publication) : refused('publicationGone');
    });
  }
}

const refused = (rule: RuleName, field: string | null = null): Refused =>
  new Refused([refuse(rule, { field })]);

const isDecided = ({ outcome, approvedAt }: UnpublishedRow): boolean =>
  outcome !== 'PENDING' && approvedAt != null;

/** What an administrator of the district means; FORBIDDEN for anybody else. */
async function placeOf(
  em: EntityManager,
  { viewer }: Actor,
  { district, service, season }: Place,
): Promise<PublicationPlace | Refused> {
  if (!publishesIn(viewer, district)) throw forbidden();
  const chosen = chooseSeason(await em.find(Season, {}), season);
  return 'refusals' in chosen
    ? new Refused(chosen.refusals)
    : { season: chosen.season.year, district, service };
}

const openOf = (tx: EntityManager, place: PublicationPlace): Promise<Publication | null> =>
  tx.findOne(Publication, { ...place, ...OPEN });

/** What nobody has confirmed in time makes room for another proposal. */
async function expire(tx: EntityManager, place: PublicationPlace, now: Date): Promise<void> {
  const late = { ...place, state: 'PROPOSED', publishAt: { $lte: now } } as const;
  await tx.nativeUpdate(Publication, late, { state: 'EXPIRED', endedAt: now });
}

async function takesTwo(em: EntityManager, code: string): Promise<boolean> {
  const district = await em.findOne(District, { code });
  return district?.publicationsNeedSecond ?? false;
}

/** What the trail says of a publication as a whole; the publication of each result stands in the record's history. */
function entryOf(
  { id, district, season, service, checkCode, counts, publishAt }: Publication,
  action: AuditAction,
  { viewer, now }: { readonly viewer?: Actor['viewer']; readonly now: Date },
): AuditEntry {
  return new AuditEntry({
    at: now,
    actor: viewer?.subject ?? 'SYSTEM',
    actorRole: viewer ? 'DISTRICT_ADMIN' : 'SYSTEM',
    action,
    recordNumber: null,
    district,
    season,
    subject: id,
    detail: {
      service,
      count: counts.admitted + counts.notAdmitted,
      checkCode: checkCode ?? '',
      publishAt: publishAt.toISOString(),
    },
  });
}
