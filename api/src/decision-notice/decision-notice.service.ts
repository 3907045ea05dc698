import { maskDocument } from '@enrolment/rulebook/masking.js';
import { appealDue, newestVerdict, remedyFor } from '@enrolment/rulebook/review.js';
import { RULES } from '@enrolment/rulebook/rules.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { ReferenceData } from '../database/reference-data.js';
import { officeNamed } from '../district/office-name.js';
import type { PaperFonts } from '../paper/fonts.js';
import type { LinkFault, PaperReader, Papers, PrintedPaper } from '../paper/papers.js';
import type { KeyRing } from '../platform/keys.js';
import { mayHandle, seesWholeNumbers } from '../record/access.js';
import { loadPeople } from '../record/people.js';
import { primePeople } from '../record/people-beside.js';
import { recordLoaders, type RecordLoaders } from '../record/record.loaders.js';
import type { RecordFacts, VisibleRecord } from '../record/record.statements.js';
import type { RejectionRow } from '../record/relations.statements.js';
import { reviewShown, shownFrom } from '../record/visibility.js';
import { openRejection, showIdentityItem, showItem } from '../review/shown.js';
import { renderDecisionNotice, TITLE } from './decision-notice.document.js';
import type { DecisionNoticeFacts, NoticeItem } from './facts.js';

const CHINESE = 'zh-CN';

/** 审核决定告知书: who may print it, its links, and its contents. */
export class DecisionNoticeService {
  constructor(
    private readonly keys: KeyRing,
    private readonly papers: Papers,
    private readonly fonts: PaperFonts,
  ) {}

  /** Whether this reader may print it: the family and the officers of its district, once the calendar tells verdicts. */
  mayPrint(row: RecordFacts, { viewer, now }: Pick<Actor, 'viewer' | 'now'>): boolean {
    return reviewShown(row, now) && (mayHandle(row) || seesWholeNumbers(viewer, row));
  }

  /** Returns the address of the notice, for whoever may print it. */
  linkTo(number: string, actor: Actor, siteSession: string | null): string {
    return this.papers.linkTo(number, actor, siteSession);
  }

  /** Returns the notice for a link, or the reason why there is none. Every print goes into the audit trail. */
  async print(
    em: EntityManager,
    reference: ReferenceData,
    token: string,
    reader: PaperReader,
  ): Promise<PrintedPaper | LinkFault> {
    const followed = await this.papers.follow(em, token, reader);
    if (typeof followed === 'string') return followed;
    const { actor, row } = followed;
    if (!this.mayPrint(row, actor)) return 'GONE';
    const records = recordLoaders(em);
    primePeople(records, row);
    const rejection = await records.rejection.load(row.id);
    if (!rejection) return 'GONE';
    await this.papers.note(em, actor, row);
    const facts = await this.gather(row, rejection, { records, reference, now: reader.now });
    const render = () => renderDecisionNotice(facts, this.fonts);
    return { number: row.number, title: TITLE, fileName: 'decision-notice', render };
  }

  private async gather(
    row: VisibleRecord,
    rejection: RejectionRow,
    { records, reference, now }: { records: RecordLoaders; reference: ReferenceData; now: Date },
  ): Promise<DecisionNoticeFacts> {
    const key = this.keys.keyOf(row);
    const { id, number, season, service, stage } = row;
    const [districts, isWorkingDay, people, identity, items] = await Promise.all([
      reference.districts(),
      reference.isWorkingDay(),
      loadPeople(records, id, key),
      records.identityCheck.load(id),
      records.reviewItems.load(id),
    ]);
    const district = districts.get(row.district)!;
    const { name, documentType, documentNumber } = people!.child;
    const { rejectedAt, appealDueAt, appealedAt, decidedAt, accepted } = rejection;
    const counted = appealDue(shownFrom(row, rejectedAt), isWorkingDay);
    const standing = { stage, dueAt: appealDueAt, made: appealedAt !== null };
    const shown: NoticeItem[] = [
      ...(identity ? [showIdentityItem(identity, key, CHINESE)] : []),
      ...items.map((item) => showItem(item, key, { language: CHINESE, shown: true })),
    ];
    return {
      number,
      season,
      service,
      office: officeNamed(district, CHINESE),
      district,
      child: { name, documentType, documentNumber: maskDocument(documentNumber) },
      verdict: newestVerdict({ stage, accepted }),
      rejectedAt,
      reason: openRejection(rejection, 'reason', key)!,
      appealDueAt,
      appealWorkingDays: counted.getTime() === appealDueAt.getTime() ? RULES.appealOver.limit : null,
      appealedAt,
      answeredAt: decidedAt,
      answer: openRejection(rejection, 'decision', key),
      items: shown,
      remedy: remedyFor(standing, now)[CHINESE],
      printedAt: now,
    };
  }
}
