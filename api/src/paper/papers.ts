import type { EntityManager } from '@mikro-orm/postgresql';
import type { Readable } from 'node:stream';
import type { Actor } from '../actor.js';
import type { AssistanceService } from '../assistance/assistance.service.js';
import type { AuditAction } from '../platform/audit/actions.js';
import { audit } from '../platform/audit/audit.js';
import type { KeyRing } from '../platform/keys.js';
import { mayHandle } from '../record/access.js';
import { byGuardian, byOffice, entryOf } from '../record/chronicle.js';
import type { RecordService } from '../record/record.service.js';
import type { RecordFacts } from '../record/record.statements.js';
import type { SessionService } from '../session/session.service.js';
import { withRolesHeld } from '../staff-grant/held-roles.js';
import { PaperLinks } from './paper-link.js';

export type LinkFault = 'FORGED' | 'EXPIRED' | 'GONE';
/** Whoever follows a link: the link itself says as whom. */
export type PaperReader = Pick<Actor, 'language' | 'now' | 'address'>;

/** A paper that is ready to be drawn. */
export interface PrintedPaper {
  readonly number: string;
  readonly title: string;
  /** The title for systems that know no Chinese file names. */
  readonly fileName: string;
  readonly render: () => Readable;
}

const KINDS = {
  forms: { purpose: 'form-link', action: 'FORM_PRINTED' },
  notices: { purpose: 'notice-link', action: 'DECISION_NOTICE_PRINTED' },
} as const satisfies Record<string, { action: AuditAction; purpose: string }>;
export type PaperKind = keyof typeof KINDS;

/** What all papers of one kind have in common: their links, and the entry of each print in the audit trail. */
export class Papers {
  private readonly links: PaperLinks;

  constructor(
    private readonly kind: PaperKind,
    keys: KeyRing,
    private readonly records: RecordService,
    private readonly sessions: SessionService,
    private readonly assistance: AssistanceService,
    private readonly apiOrigin: string,
  ) {
    this.links = new PaperLinks(keys, KINDS[kind].purpose);
  }

  /** Returns, for whoever may print it, an address that is valid for five minutes and no longer than its session. */
  linkTo(number: string, { viewer, now }: Actor, siteSession: string | null): string {
    return `${this.apiOrigin}/${this.kind}/${this.links.sign({ number, viewer, siteSession }, now)}`;
  }

  /** Whose record a link leads to, and who follows it; whether she may still print the paper is asked next. */
  async follow(em: EntityManager, token: string, reader: PaperReader) {
    const link = this.links.read(token, reader.now);
    if (typeof link === 'string') return link;
    if (this.sessions.hasEnded(link.viewer, link.siteSession)) return 'EXPIRED';
    const viewer = link.viewer.atDesk
      ? await this.assistance.standInAgain(em, link.viewer, link.number, reader.now)
      : await withRolesHeld(em, link.viewer, reader.now);
    if (!viewer) return 'GONE';
    const actor: Actor = { ...reader, viewer };
    const row = await this.records.find(em, actor, link.number);
    return row ? { actor, row } : 'GONE';
  }

  note(em: EntityManager, { viewer, now }: Actor, row: RecordFacts): Promise<void> {
    const { atDesk: assistant } = viewer;
    const by = mayHandle(row)
      ? byGuardian({ ...row, ...(assistant ? { assistant } : {}) })
      : byOffice(viewer, row);
    return audit(em, entryOf(row, by, now, { action: KINDS[this.kind].action }));
  }
}
