import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing, Signer } from '../keys.js';
import { AuditEntry } from './audit.entity.js';
import { AuditVerification, type AuditFault } from './audit-verification.entity.js';
import type { AuditSeals } from './seals.js';
import { readEnds, walkChains } from './walk.js';

/** What is known of the whole trail at a moment. */
export interface TrailState {
  readonly entries: number;
  readonly sealedAt: Date | null;
  /** The last walk over the whole trail; null before the first, and when what is kept of it was not written here. */
  readonly verified: { readonly at: Date; readonly entries: number } | null;
  /** A night has passed without a walk. */
  readonly late: boolean;
  readonly faults: readonly (AuditFault & { readonly foundAt: Date })[];
}

const MAC_BYTES = 32;
/** One walk a night; half a day more, for a night on which the service was down until the morning. */
const LATE_MS = 36 * 3_600_000;
/** More places would say no more. */
const MOST_FAULTS = 100;

/** Walks the whole audit trail and keeps what was found; between two walks, looks at the newest seal and the ends. */
export class AuditVerifications {
  private readonly signer: Signer;

  constructor(
    keys: KeyRing,
    private readonly seals: AuditSeals,
  ) {
    this.signer = keys.signer('audit-verification');
  }

  /** The queue's task: entry by entry and seal by seal. */
  async verify(em: EntityManager, at: Date): Promise<AuditVerification> {
    const chains = await walkChains(em);
    const seals = await this.seals.broken(em);
    const found: AuditFault[] = [
      ...chains.map(({ chain, position }) => ({ kind: 'ENTRY' as const, place: `${chain}:${position}` })),
      ...seals.map((id) => ({ kind: 'SEAL' as const, place: id })),
    ];
    const content = { at, entries: await em.count(AuditEntry), faults: found.slice(0, MOST_FAULTS) };
    const verification = new AuditVerification({ ...content, signature: this.sign(content) });
    await em.persist(verification).flush();
    return verification;
  }

  /** In a handful of statements, however long the trail is. */
  async state(em: EntityManager, now: Date): Promise<TrailState> {
    const ends = await readEnds(em);
    const newest = await this.seals.newest(em);
    const [kept] = await em.find(AuditVerification, {}, { orderBy: { id: 'desc' }, limit: 1 });
    const verified = kept && this.signed(kept) ? kept : null;
    const since = verified?.at ?? (await this.seals.firstAt(em));
    const found = new Map<string, AuditFault & { foundAt: Date }>();
    const tell = (fault: AuditFault, foundAt: Date) => {
      const key = `${fault.kind} ${fault.place}`;
      if (!found.has(key)) found.set(key, { ...fault, foundAt });
    };
    for (const fault of verified?.faults ?? []) tell(fault, verified!.at);
    for (const { chain, length, stands } of ends)
      if (!stands) tell({ kind: 'ENTRY', place: `${chain}:${length}` }, now);
    if (newest && !newest.holds) tell({ kind: 'SEAL', place: newest.id }, now);
    return {
      entries: ends.reduce((sum, { length }) => sum + Number(length), 0),
      sealedAt: newest?.at ?? null,
      verified: verified && { at: verified.at, entries: verified.entries },
      late: since !== null && now.getTime() - since.getTime() > LATE_MS,
      faults: [...found.values()].slice(0, MOST_FAULTS),
    };
  }

  private sign(content: Parameters<typeof textOf>[0]): Buffer {
    return this.signer.sign(textOf(content), MAC_BYTES);
  }

  private signed(kept: AuditVerification): boolean {
    return this.signer.signed(textOf(kept), kept.signature, MAC_BYTES);
  }
}

const textOf = ({ at, entries, faults }: Pick<AuditVerification, 'at' | 'entries' | 'faults'>): Buffer =>
  Buffer.from(JSON.stringify([at.toISOString(), entries, faults.map(({ kind, place }) => [kind, place])]));
