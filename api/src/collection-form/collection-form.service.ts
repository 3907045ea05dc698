import type { EntityManager } from '@mikro-orm/postgresql';
import type { FormSettings } from '../config.js';
import type { Actor } from '../context.js';
import { districtLoaders, type DistrictLoaders } from '../district/district.loaders.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { decidesOn, guardianActor, mayHandle, officeOf } from '../record/access.js';
import { recordLoaders } from '../record/record.loaders.js';
import type { RecordRow, RecordService } from '../record/record.service.js';
import { familyStage } from '../record/visibility.js';
import { checkPrinting, PRINTABLE } from '../rulebook/form.js';
import { refuse, type Refusal } from '../rulebook/refusal.js';
import type { Stage } from '../vocabulary.js';
import { byHandOf } from './collection-form.document.js';
import type { CollectionFormFacts } from './facts.js';
import { gatherForm, type FormSources } from './form-facts.js';
import { FormFonts } from './fonts.js';
import { FormLinks } from './form-link.js';
import { VerifyCodes } from './verify-code.js';

export type LinkFault = 'FORGED' | 'EXPIRED' | 'GONE';
export type FormStatus = 'VALID' | 'SUPERSEDED' | 'WITHDRAWN' | 'UNKNOWN';

export interface Verification {
  readonly status: FormStatus;
  readonly number: string | null;
  readonly printedAt: Date | null;
}

/** 学龄人口信息采集表: who may print it, links to it, what it says, and whether a printed one still holds. */
export class CollectionFormService {
  readonly fonts: FormFonts;
  private readonly links: FormLinks;
  private readonly codes: VerifyCodes;

  constructor(
    private readonly keys: KeyRing,
    private readonly records: RecordService,
    private readonly settings: FormSettings,
  ) {
    this.fonts = new FormFonts(settings.rareGlyphFonts);
    this.links = new FormLinks(keys);
    this.codes = new VerifyCodes(keys);
  }

  /** Why this reader cannot print it. The family may, and the officers of its district. */
  async check(
    row: RecordRow,
    { viewer, now }: Pick<Actor, 'viewer' | 'now'>,
    districts: DistrictLoaders,
  ): Promise<Refusal[]> {
    const family = mayHandle(row);
    const reader = family || decidesOn(viewer, row);
    const stage = family ? familyStage(row, now) : row.stage;
    // A list of children that are not so far yet asks for no calendar.
    if (!reader || !PRINTABLE.has(stage)) return [refuse('formNotYet')];
    const [phases, district] = await Promise.all([
      districts.schedule.load(`${row.district_code}/${row.service}`),
      districts.byCode.load(row.district_code),
    ]);
    const printing = phases.find(({ kind }) => kind === 'FORM_PRINTING') ?? null;
    return checkPrinting(printing?.opensAt ?? null, now, district?.hotline[0] ?? '');
  }

  /** For who may print it: an address that holds for five minutes. */
  linkTo(number: string, { viewer, now }: Actor): string {
    return `${this.settings.apiOrigin}/forms/${this.links.sign({ number, viewer }, now)}`;
  }

  /** Characters of the form that are to be written by hand. */
  async byHand(sources: FormSources, now: Date): Promise<string[]> {
    return byHandOf(await gatherForm(sources, { printedAt: now, verifyUrl: '' }), this.fonts);
  }

  /** What the form says to who follows a link, or why there is none. Every print is on the trail. */
  async print(
    em: EntityManager,
    token: string,
    reader: Pick<Actor, 'language' | 'now' | 'address'>,
  ): Promise<CollectionFormFacts | LinkFault> {
    const link = this.links.read(token, reader.now);
    if (typeof link === 'string') return link;
    const actor = { ...reader, viewer: link.viewer };
    const row = await this.records.find(em, actor, link.number);
    if (!row) return 'GONE';
    const districts = districtLoaders(em);
    if ((await this.check(row, actor, districts)).length > 0) return 'GONE';
    const key = this.keys.keyOf(row);
    await this.note(em, actor, row);
    const { number, version } = row;
    const code = this.codes.sign({ number, version, printedAt: reader.now });
    return gatherForm(
      { row, key, districts, records: recordLoaders(em) },
      { printedAt: reader.now, verifyUrl: `${this.settings.webOrigin}/verify/${code}` },
    );
  }

  /** Whether a printed form still says what the record says. */
  async verify(em: EntityManager, code: string): Promise<Verification> {
    const unknown = { status: 'UNKNOWN', number: null, printedAt: null } as const;
    const printed = this.codes.read(code);
    if (!printed) return unknown;
    const { number, printedAt, version } = printed;
    const [record] = await run<{ stage: Stage; version: number }>(
      em,
      'select stage, version from collection_record where number = $1',
      [number],
    );
    if (!record) return unknown;
    const current = record.version === version && PRINTABLE.has(record.stage);
    const status = record.stage === 'WITHDRAWN' ? 'WITHDRAWN' : current ? 'VALID' : 'SUPERSEDED';
    return { status, number, printedAt };
  }

  private async note(em: EntityManager, { viewer, now }: Actor, row: RecordRow): Promise<void> {
    const family = mayHandle(row);
    await audit(em, {
      at: now,
      actor: family ? guardianActor(row) : viewer.subject,
      actorRole: family ? 'GUARDIAN' : officeOf(viewer, row),
      action: 'FORM_PRINTED',
      recordNumber: row.number,
    });
  }
}
