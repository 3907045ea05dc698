import { DOCUMENT_HOLDER_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { DocumentHolder } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import { cursorOf } from '../paging.js';
import { PageInfoView } from '../paging.type.js';
import type { AuditKind } from '../platform/audit/actions.js';
import { CalendarDate, CollectionNumber } from '../scalars.js';
import { asEnum } from '../vocabulary.type.js';
import { actInWords } from './acts-in-words.js';
import type { AuditPage } from './audit-trail.service.js';
import type { AuditRow } from './audit-trail.statements.js';
import { BETWEEN, listInWords, type PlaceNames } from './list-in-words.js';
import { ACTION_WORDS, officeInWords } from './words.js';

const words = (zh: string | null, en: string | null) => (zh === null ? null : { 'zh-CN': zh, en: en ?? zh });

/** What an officer gave as her purpose or reason, and the facts of what concerns a district or a season. */
function detailInWords({ subject, detail, ofSeason: season }: AuditRow, language: Language): string | null {
  const { purpose, holder, reason, changed, job: _, ownFamily: __, ...facts } = detail ?? {};
  if (Object.keys(detail ?? {}).every((name) => name === 'job' || name === 'ownFamily'))
    return season === null || subject !== null ? subject : String(season);
  if (holder !== undefined)
    return `${DOCUMENT_HOLDER_NAMES[holder as DocumentHolder][language]}: ${purpose as string}`;
  if (purpose !== undefined) return String(purpose);
  if (reason !== undefined)
    return [...(changed === undefined ? [] : [[changed].flat().join(', ')]), String(reason)].join(': ');
  return [season, subject, ...Object.values(facts)].filter((fact) => fact !== null).join(' ');
}

const OWN_FAMILY_WORDS = {
  'zh-CN': '本人是这个孩子的监护人',
  en: 'she is a guardian of the child',
};

const AuditKindEnum = asEnum<AuditKind>(
  'AuditKind',
  'What kind of act an entry of the audit trail tells of.',
  {
    LOOK: 'Somebody looked: at a record, a list, a printed paper, a trial run.',
    WHOLE_NUMBERS: 'Somebody looked at whole document numbers and phones.',
    DECISION: 'An office or a school did something about records: decided, claimed, preregistered.',
    FAMILY: 'A guardian did something.',
    SETTING: 'Something was set for a district or the city: a calendar, a text, a token, a season.',
  },
);

@InputType({
  description: 'Which entries of the audit trail to list. Every condition that is given must hold.',
})
export class AuditFilter {
  @Field(() => AuditKindEnum, { nullable: true, description: 'Only entries of this kind.' })
  kind?: AuditKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what this person or system did: the `actorId` of an entry. It finds nothing in the trail of one’s own child, where a family reads offices only.',
  })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Only entries of this district, by its code.' })
  district?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Only entries from this day on, in Beijing.' })
  from?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only entries up to the end of this day, in Beijing.',
  })
  to?: string | null;
}

const OWN = new Set(['GUARDIAN', 'SYSTEM']);

@ObjectType('AuditEntry', { description: 'One entry of the audit trail: somebody did or read something.' })
export class AuditEntryView {
  constructor(
    private readonly row: AuditRow,
    private readonly places: PlaceNames,
    private readonly language: Language,
  ) {}

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => String, {
    description: 'Office and role in the reader’s language, such as “东城区教委 审核人员”; never a person.',
  })
  get actor(): string {
    const { row } = this;
    const office = {
      role: row.actorRole,
      actor: row.actor,
      district: words(row.districtName, row.districtNameEn),
      school: words(row.schoolName, row.schoolNameEn),
    };
    return officeInWords(office, this.language);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The person’s subject at the identity provider, or `api-token:` and the id of an API token; null for families, who read offices only.',
  })
  get actorId(): string | null {
    return this.row.asFamily || !this.byStaff ? null : this.row.actor;
  }

  @Field(() => Boolean, { description: 'Whether staff of a district, a school or the city did it.' })
  get byStaff(): boolean {
    return !OWN.has(this.row.actorRole);
  }

  @Field(() => String, {
    description: 'What was done, as a code: RECORD_READ, DOCUMENTS_REVEALED, ITEM_PASSED …',
  })
  get action(): string {
    return this.row.action;
  }

  @Field(() => String, { description: 'What was done, in the reader’s language.' })
  get summary(): string {
    return (
      (ACTION_WORDS[this.row.action] as (typeof ACTION_WORDS)['RECORD_READ'] | undefined)?.[this.language] ??
      this.row.action
    );
  }

  @Field(() => CollectionNumber, {
    nullable: true,
    description:
      'The record’s collection number; null for an entry about a whole district, such as one about its calendar.',
  })
  get record(): string | null {
    return this.row.recordNumber;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The review item; the purpose that an officer gave for looking at whole numbers; the reason for which a registration or a published result was corrected, or a preregistration undone; that the reader is a guardian of the child, which families are not told; of a list, how many records were on the page or in the export, how they were searched and filtered, and for what purpose they were exported, for families without what the calendar does not show them yet; null for other entries.',
  })
  get detail(): string | null {
    const { row, language } = this;
    const parts = row.asFamily || row.detail?.ownFamily === undefined ? [] : [OWN_FAMILY_WORDS[language]];
    const told = [...parts, this.whatOfIt() ?? ''].filter((part) => part !== '');
    return told.length > 0 ? told.join(BETWEEN[language]) : null;
  }

  private whatOfIt(): string | null {
    const { row, places, language } = this;
    if (row.itemLabel !== null) {
      const item = words(row.itemLabel, row.itemLabelEn)![language];
      const purpose = row.detail?.purpose;
      return purpose === undefined
        ? item
        : `${item}${{ 'zh-CN': '：', en: ': ' }[language]}${String(purpose)}`;
    }
    if (row.action === 'RECORDS_LISTED' || row.action === 'LIST_EXPORTED')
      return listInWords({ detail: row.detail, asFamily: Boolean(row.asFamily), places }, language);
    // Who gave it to whom is the office’s own business.
    if (['RECORD_HANDED_OVER', 'RECORD_RELEASED'].includes(row.action) && row.asFamily) return null;
    const act = actInWords(row.action, row.detail, language);
    if (act !== null) return act;
    // The school stands in `actor` already.
    const atSchool = row.actorRole === 'SCHOOL_REGISTRAR' && row.detail?.reason === undefined;
    return atSchool ? null : detailInWords(row, language);
  }
}

@ObjectType('AuditEdge', { description: 'One entry and its place in the list.' })
class AuditEdgeView {
  @Field(() => String, { description: 'Cursor of the entry: pass it as `after` to read what follows.' })
  readonly cursor: string;

  @Field(() => AuditEntryView, { description: 'The entry.' })
  readonly node: AuditEntryView;

  constructor(row: AuditRow, places: PlaceNames, language: Language) {
    this.cursor = cursorOf(row.id);
    this.node = new AuditEntryView(row, places, language);
  }
}

@ObjectType('AuditConnection', { description: 'A page of the audit trail, newest first.' })
export class AuditConnectionView {
  @Field(() => [AuditEdgeView], { description: 'The entries, newest first.' })
  readonly edges: AuditEdgeView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor({ rows, hasMore }: AuditPage, after: string | null, places: PlaceNames, language: Language) {
    this.edges = rows.map((row) => new AuditEdgeView(row, places, language));
    this.pageInfo = new PageInfoView(
      this.edges.map(({ cursor }) => cursor),
      { before: after !== null, after: hasMore },
    );
  }
}
