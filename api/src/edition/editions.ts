import { inWords } from '@enrolment/rulebook/calendar.js';
import { refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { AuditAction } from '../platform/audit/actions.js';
import type { AuditRole } from '../platform/audit/audit.entity.js';
import { audit } from '../platform/audit/audit.js';
import { brokenConstraint } from '../platform/constraints.js';
import { Edition, type Content, type Edited, type EditedKind } from './edition.entity.js';
import { inOrder } from './words.js';

/** How many versions a page shows. */
export const SHOWN_EDITIONS = 20;

/** The newest first. */
export const editionsOf = (em: EntityManager, { kind, subject }: Edited): Promise<Edition[]> =>
  em.find(Edition, { kind, subject }, { orderBy: { number: 'desc' }, limit: SHOWN_EDITIONS });

/** As which number something is known: what nobody has changed since it was set up is 0. */
export const revisionOf = (editions: readonly Edition[]): number => editions[0]?.number ?? 0;

/** One field that differs. */
export interface ContentChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function changesOf(kind: EditedKind, before: Content, after: Content): ContentChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(inOrder(kind));
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** Whoever has not seen the newest version is told whose it is; null for whoever names none. */
export function refusedAsOld(editions: readonly Edition[], seen: number | null): Refused | null {
  const [newest] = editions;
  if (seen === null || seen === revisionOf(editions)) return null;
  return new Refused([changedBy(newest)]);
}

const changedBy = (edition: Edition | undefined) =>
  refuse('editedMeanwhile', {
    params: edition ? { officer: edition.name, at: inWords(edition.at) } : {},
  });

interface Change {
  readonly editions: readonly Edition[];
  readonly before: Content;
  readonly after: Content;
  readonly action: AuditAction;
  readonly role: AuditRole;
  readonly season: number | null;
  /** What the trail says besides. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** Keeps a change as the next version, and writes it into the trail; the last that its transaction does. */
export async function keepEdition(
  tx: EntityManager,
  actor: Actor,
  edited: Edited,
  { editions, before, after, action, role, season, detail }: Change,
): Promise<Edition> {
  const edition = new Edition(edited, revisionOf(editions) + 1, { before, after }, actor);
  await tx.persist(edition).flush();
  await audit(tx, {
    at: actor.now,
    actor: actor.viewer.subject,
    actorRole: role,
    action,
    recordNumber: null,
    district: edited.district,
    season,
    subject: edited.subject,
    detail: {
      version: edition.number,
      ...detail,
      changes: changesOf(edited.kind, before, after).map(
        ({ field, before, after }) => `${fieldInTrail(field)}: ${inTrail(before)} → ${inTrail(after)}`,
      ),
    },
  });
  return edition;
}

/** A title in a field’s name can hold what parts the name from its values. */
const fieldInTrail = (field: string): string => field.replaceAll(': ', '：');

const IN_TRAIL = 600;

/** A long text stands whole in its version, and begins in the trail. */
function inTrail(text: string | null): string {
  if (text === null) return '—';
  return text.length > IN_TRAIL ? `${[...text].slice(0, IN_TRAIL).join('')}…` : text;
}

/** A change in one transaction; two at once are two versions, or the second is told. */
export async function editing<Done>(
  em: EntityManager,
  edited: Edited,
  change: (tx: EntityManager) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  try {
    return await em.fork().transactional(change);
  } catch (error) {
    if (brokenConstraint(error) !== 'edited_meanwhile') throw error;
    return new Refused([changedBy((await editionsOf(em.fork(), edited))[0])]);
  }
}
