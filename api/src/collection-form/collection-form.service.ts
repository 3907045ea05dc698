import { checkPrinting } from '@enrolment/rulebook/form.js';
import { refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { calendarOf } from '../calendar/windows.js';
import type { Actor } from '../actor.js';
import type { ReferenceData } from '../database/reference-data.js';
import { districtLoaders, type DistrictLoaders } from '../district/district.loaders.js';
import type { PaperFonts } from '../paper/fonts.js';
import type { LinkFault, PaperReader, Papers, PrintedPaper } from '../paper/papers.js';
import type { KeyRing } from '../platform/keys.js';
import { mayHandle, seesWholeNumbers } from '../record/access.js';
import { primePeople } from '../record/people-beside.js';
import { CollectionRecord } from '../record/record.entity.js';
import { recordLoaders } from '../record/record.loaders.js';
import type { RecordFacts } from '../record/record.statements.js';
import { familyStage } from '../record/visibility.js';
import { byHandOf, renderCollectionForm } from './collection-form.document.js';
import { gatherForm, type FormSources } from './form-facts.js';
import { VerifyCodes, type PrintedForm } from './verify-code.js';
import { TITLE } from './words.js';

export type FormStatus = 'VALID' | 'SUPERSEDED' | 'WITHDRAWN' | 'UNKNOWN';

export interface Verification {
  readonly status: FormStatus;
  readonly number: string | null;
  readonly printedAt: Date | null;
}

/** 学龄人口信息采集表: who may print it, its links, its contents, and whether a printed form is still valid. */
export class CollectionFormService {
  private readonly codes: VerifyCodes;

  constructor(
    private readonly keys: KeyRing,
    private readonly papers: Papers,
    private readonly fonts: PaperFonts,
    private readonly webOrigin: string,
  ) {
    this.codes = new VerifyCodes(keys);
  }

  /** The reasons why this reader cannot print it. The family and the officers of its district may. */
  async check(
    row: RecordFacts,
    { viewer, now }: Pick<Actor, 'viewer' | 'now'>,
    districts: DistrictLoaders,
  ): Promise<Refusal[]> {
    const family = mayHandle(row);
    const reader = family || seesWholeNumbers(viewer, row);
    const stage = family ? familyStage(row, now) : row.stage;
    // A list of children who are not yet that far needs no calendar.
    if (!reader || STAGE_PLAN[stage].items !== 'PASSED') return [refuse('formNotYet')];
    const [phases, district] = await Promise.all([
      districts.schedule.load(calendarOf(row)),
      districts.byCode.load(row.district),
    ]);
    const printing = phases.find(({ kind }) => kind === 'FORM_PRINTING') ?? null;
    return checkPrinting(printing?.opensAt ?? null, now, district?.hotline[0] ?? '');
  }

  /** Returns the address of the form, for whoever may print it. */
  linkTo(number: string, actor: Actor, siteSession: string | null): string {
    return this.papers.linkTo(number, actor, siteSession);
  }

  /** The characters on the form that people have to write by hand. */
  async charactersByHand(sources: FormSources, now: Date): Promise<string[]> {
    return byHandOf(await gatherForm(sources, { printedAt: now, verifyUrl: '' }), this.fonts);
  }

  /** Returns the form for a link, or the reason why there is none. Every print goes into the audit trail. */
  async print(
    em: EntityManager,
    reference: ReferenceData,
    token: string,
    reader: PaperReader,
  ): Promise<PrintedPaper | LinkFault> {
    const followed = await this.papers.follow(em, token, reader);
    if (typeof followed === 'string') return followed;
    const { actor, row } = followed;
    const districts = districtLoaders(reference);
    if ((await this.check(row, actor, districts)).length > 0) return 'GONE';
    const key = this.keys.keyOf(row);
    await this.papers.note(em, actor, row);
    const records = recordLoaders(em);
    primePeople(records, row);
    const { number, version } = row;
    const code = this.codes.sign({ number, version, printedAt: reader.now });
    const facts = await gatherForm(
      { row, key, districts, records },
      { printedAt: reader.now, verifyUrl: `${this.webOrigin}/verify/${code}` },
    );
    const render = () => renderCollectionForm(facts, this.fonts);
    return { number, title: TITLE, fileName: 'collection-form', render };
  }

  /** Which form of which record has this code; null for a code that was not signed here. */
  printedWith(code: string): PrintedForm | null {
    return this.codes.read(code);
  }

  /** Whether a printed form still says what the record says. */
  async verify(em: EntityManager, code: string): Promise<Verification> {
    const unknown = { status: 'UNKNOWN', number: null, printedAt: null } as const;
    const printed = this.codes.read(code);
    if (!printed) return unknown;
    const { number, printedAt, version } = printed;
    const record = await em.findOne(CollectionRecord, { number }, { fields: ['stage', 'version'] });
    if (!record) return unknown;
    const current = record.version === version && STAGE_PLAN[record.stage].items === 'PASSED';
    const status = record.stage === 'WITHDRAWN' ? 'WITHDRAWN' : current ? 'VALID' : 'SUPERSEDED';
    return { status, number, printedAt };
  }
}
