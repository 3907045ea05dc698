import { officeFor } from '@enrolment/rulebook/access.js';
import { withoutConfidential, type Details } from '@enrolment/rulebook/details/details.js';
import { checkPurpose } from '@enrolment/rulebook/disclosure.js';
import { maskDocument, maskName } from '@enrolment/rulebook/masking.js';
import { checkTurn, givenItem, reviewedPeople } from '@enrolment/rulebook/joint-review.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import type { DocumentHolder, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { openSubmitted } from '../details/details.content.js';
import { Details as SavedDetails } from '../details/details.entity.js';
import { District } from '../district/district.entity.js';
import { RecordFreeze } from '../likeness/record-freeze.entity.js';
import { audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { RoleGrant, Viewer } from '../platform/identity.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { checkPageSize } from '../paging.js';
import { givenItemOffices, reachOfReviewers } from '../record/access.js';
import { byReviewer, entryOf } from '../record/chronicle.js';
import { ownFamilyOf } from '../record/own-family.js';
import { openChild, peopleOf, type People } from '../record/people.js';
import { RecordCursors } from '../record-list/cursor.js';
import type { RecordFacts } from '../record/record.statements.js';
import { ReviewItem } from '../review/review.entity.js';
import { decidersIn, ItemDecider } from './item-decider.entity.js';
import {
  countTasks,
  findWithin,
  selectTasks,
  type TaskRow,
  type TasksAsked,
} from './review-task.statements.js';

export interface TaskListAsked {
  readonly kind: ReviewItemKind | null;
  readonly seasons: readonly number[];
  readonly first: number;
  readonly after: string | null;
}

export interface ListedTask extends TaskRow {
  readonly cursor: string;
  /** Masked. */
  readonly child: string;
}

export interface TaskPage {
  readonly rows: readonly ListedTask[];
  readonly hasMore: boolean;
  readonly goesOn: boolean;
}

/** A person whom an item is about. */
export interface TaskPerson {
  readonly holder: DocumentHolder;
  readonly name: string;
  readonly documentNumber: string;
}

/** What a reviewer reads of a record: what one item is about. */
export interface ReviewTask {
  readonly record: RecordFacts;
  readonly item: ReviewItem;
  readonly key: DataKey;
  readonly office: RoleGrant;
  readonly child: string;
  readonly people: readonly TaskPerson[];
  /** As submitted last; null for a record whose details are gone. */
  readonly details: Details | null;
  /** Whether names and numbers are whole, which was audited with its purpose. */
  readonly whole: boolean;
}

interface Which {
  readonly number: string;
  readonly kind: ReviewItemKind;
}

/** 联审: what subdistricts and departments have to decide. They read what an item is about, and no more of its record. */
export class ReviewTaskService {
  private readonly cursors: RecordCursors;

  constructor(private readonly keys: KeyRing) {
    this.cursors = new RecordCursors(keys);
  }

  /** The longest waiting first. Each page is audited as a look at a list, for each district of which it shows something. */
  async list(em: EntityManager, actor: Actor, asked: TaskListAsked): Promise<TaskPage> {
    const list = `review-items ${asked.kind ?? ''}`;
    const from = asked.after === null ? null : this.cursors.read(asked.after, 'after', list);
    const size = checkPageSize(asked.first);
    const tasks = await selectTasks(em, this.asked(actor, asked), from, size + 1);
    const shown = tasks.slice(0, size);
    const offices = givenItemOffices(actor.viewer);
    const looks = Map.groupBy(shown, ({ district }) => district);
    if (looks.size === 0) looks.set(offices[0]!.district!, []);
    for (const [district, seen] of looks)
      await audit(em, {
        at: actor.now,
        actor: actor.viewer.subject,
        actorRole: offices.find((office) => office.district === district)!.role,
        action: 'RECORDS_LISTED',
        recordNumber: null,
        district,
        season: seen[0]?.season ?? asked.seasons[0] ?? null,
        detail: {
          ...(asked.kind === null ? {} : { reviewItem: [asked.kind] }),
          numbers: [...new Set(seen.map(({ number }) => number))],
        },
      });
    return {
      rows: shown.map((task) => ({
        ...task,
        cursor: this.cursors.of({ at: task.moment, id: task.place }, list),
        child: maskName(openChild('name', { name: task.childName }, this.keyOf(task))),
      })),
      hasMore: tasks.length > size,
      goesOn: from !== null,
    };
  }

  count(em: EntityManager, actor: Actor, asked: Pick<TaskListAsked, 'kind' | 'seasons'>): Promise<number> {
    return countTasks(em, this.asked(actor, asked));
  }

  /** Null alike for what is not there, what is not given to the viewer, and what cannot be decided. */
  async find(em: EntityManager, actor: Actor, { number, kind }: Which): Promise<ReviewTask | null> {
    const record = await findWithin(em, reachOfReviewers(actor.viewer, this.keys), number);
    const task = record && (await this.read(em, actor.viewer, record, kind));
    if (!task) return null;
    const by = byReviewer(actor.viewer, task.office);
    const people = await peopleOf(em, record.id, task.key);
    const own = ownFamilyOf(actor.viewer, people.guardians);
    const marked = 'ownFamily' in own ? { detail: own } : {};
    await audit(em, entryOf(record, by, actor.now, { action: 'ITEM_READ', subject: kind, ...marked }));
    const details = task.details && withMaskedNames(task.details);
    return { ...task, details, ...shownOf(people, kind, maskedPerson), whole: false };
  }

  /** The same with whole names and numbers. The entry is in the same transaction: without it nothing is shown. */
  async reveal(
    em: EntityManager,
    actor: Actor,
    { purpose, ...which }: Which & { readonly purpose: string },
  ): Promise<ReviewTask | Refused> {
    return em.fork().transactional(async (tx) => {
      const record = await findWithin(tx, reachOfReviewers(actor.viewer, this.keys), which.number);
      const task = record && (await this.read(tx, actor.viewer, record, which.kind));
      if (!task) throw forbidden();
      const people = await peopleOf(tx, record.id, task.key);
      const refusals = checkPurpose(
        purpose,
        [people.child, ...people.guardians].map(({ name }) => name),
      );
      if (refusals.length > 0) return new Refused(refusals);
      const by = byReviewer(actor.viewer, task.office);
      const detail = { purpose: purpose.trim(), ...ownFamilyOf(actor.viewer, people.guardians) };
      const audited = { action: 'ITEM_REVEALED', subject: which.kind, detail } as const;
      await audit(tx, entryOf(record, by, actor.now, audited));
      return { ...task, ...shownOf(people, which.kind, wholePerson), whole: true };
    });
  }

  private keyOf({ recordId: id, keyId, wrappedKey }: TaskRow): DataKey {
    return this.keys.keyOf({ id, keyId, wrappedKey });
  }

  private async read(em: EntityManager, viewer: Viewer, record: RecordFacts, kind: ReviewItemKind) {
    if (STAGE_PLAN[record.stage].items !== 'OPEN') return null;
    const [rows, district, items, frozen, saved] = await Promise.all([
      em.find(ItemDecider, { district: record.district }),
      em.findOneOrFail(District, { code: record.district }),
      em.find(ReviewItem, { record: record.id }),
      em.count(RecordFreeze, { record: record.id }),
      em.findOne(SavedDetails, { record: record.id }),
    ]);
    const deciders = decidersIn(rows, record.district);
    const item = items.find((one) => one.kind === kind);
    const standing = { order: district.reviewOrder, deciders, home: record, items };
    if (!item || frozen > 0) return null;
    const given = givenItem(deciders, item, record);
    const office = officeFor('DECIDE_GIVEN_ITEMS', viewer.roles, { district: record.district, item: given });
    if (!office) return null;
    if (checkTurn(standing, item, viewer.roles, record.district).length > 0) return null;
    const key = this.keys.keyOf(record);
    const details = saved?.submitted ? openSubmitted(key, saved.submitted.bytes).details : null;
    return { record, item, key, office, details: details && withoutConfidential(details) };
  }

  private asked({ viewer }: Actor, { kind, seasons }: Pick<TaskListAsked, 'kind' | 'seasons'>): TasksAsked {
    const offices = givenItemOffices(viewer);
    return { offices, reach: reachOfReviewers(viewer, this.keys), kind, seasons };
  }
}

type Shown = (person: { readonly name: string; readonly documentNumber: string }) => {
  name: string;
  documentNumber: string;
};

const wholePerson: Shown = ({ name, documentNumber }) => ({ name, documentNumber });
const maskedPerson: Shown = ({ name, documentNumber }) => ({
  name: maskName(name),
  documentNumber: maskDocument(documentNumber),
});

/** The people whom the item is about; the child's name besides, by which a reviewer tells one task from another. */
function shownOf(people: People, kind: ReviewItemKind, shown: Shown): Pick<ReviewTask, 'child' | 'people'> {
  const { child, first, second } = people;
  const all = { CHILD: child, FIRST_GUARDIAN: first, SECOND_GUARDIAN: second };
  return {
    child: shown(child).name,
    people: reviewedPeople(kind).flatMap((holder) => {
      const person = all[holder];
      return person ? [{ holder, ...shown(person) }] : [];
    }),
  };
}

/** Numbers are masked wherever details are told in words; this is the one name among them. */
const withMaskedNames = (details: Details): Details => ({
  ...details,
  household: details.household && {
    ...details.household,
    headName: details.household.headName && maskName(details.household.headName),
  },
});
