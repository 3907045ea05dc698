import { officeFor } from '@enrolment/rulebook/access.js';
import { checkDesk, normaliseDesk, type Desk } from '@enrolment/rulebook/desk.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { editorAt } from '../edition/editors.js';
import { forbidden } from '../platform/errors.js';
import { contentOfDesk, deskEdited } from './desk.content.js';
import { District } from './district.entity.js';

/** A district's phones and desk with their versions, the newest first. */
export interface EditedDesk {
  readonly district: District;
  readonly editions: readonly Edition[];
}

/** 招生电话和窗口: what families call and where they go, as the district's administrators say it. */
export class DeskService {
  /** Null alike for a district that there is not and for one that is not theirs. */
  async find(em: EntityManager, { viewer }: Actor, code: string): Promise<EditedDesk | null> {
    if (!officeFor('EDIT_OWN_DATA', viewer.roles, { district: code })) return null;
    // Before the row: at worst an old version goes with a new one, and a change of it is refused.
    const editions = await editionsOf(em, deskEdited(code));
    const district = await em.findOne(District, { code });
    return district && { district, editions };
  }

  async set(
    em: EntityManager,
    actor: Actor,
    { district: code, seen, ...given }: Desk & { district: string; seen: number },
  ): Promise<EditedDesk | Refused> {
    const office = editorAt(actor.viewer, code);
    if (!office || !(await em.findOne(District, { code }))) throw forbidden();
    const desk = normaliseDesk(given);
    const refusals = checkDesk(desk);
    if (refusals.length > 0) return new Refused(refusals);
    return editing(em, deskEdited(code), async (tx) => {
      // Of two at once, the second reads what the first has set.
      const district = await tx.findOneOrFail(District, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const editions = await editionsOf(tx, deskEdited(code));
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const before = contentOfDesk(district);
      district.setDesk(desk);
      const after = contentOfDesk(district);
      if (JSON.stringify(before) === JSON.stringify(after)) return { district, editions };
      await tx.flush();
      const kept = { editions, before, after, role: office.role, season: null } as const;
      const edition = await keepEdition(tx, actor, deskEdited(code), { ...kept, action: 'DESK_SET' });
      return { district, editions: [edition, ...editions] };
    });
  }
}
