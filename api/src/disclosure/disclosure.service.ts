import { checkPurpose } from '@enrolment/rulebook/disclosure.js';
import { explain, Refused } from '@enrolment/rulebook/refusal.js';
import type { DocumentHolder, GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { ApiError, forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { reachOf } from '../record/access.js';
import { byOffice, type Chronicle } from '../record/chronicle.js';
import { holdWithin } from '../record/hold.js';
import { ownFamilyOf } from '../record/own-family.js';
import { peopleOf, type People } from '../record/people.js';

export interface Disclosed {
  readonly childDocumentNumber: string;
  readonly guardians: {
    readonly role: GuardianRole;
    readonly documentNumber: string;
    readonly phone: string;
  }[];
}

/** Of one person; a child has no phone. */
export interface RevealedOne {
  readonly documentNumber: string;
  readonly phone: string | null;
}

/** Whole numbers, for an officer of the district who states a purpose. Staff see them in no other way. */
export class DisclosureService {
  constructor(
    private readonly keys: KeyRing,
    private readonly chronicle: Chronicle,
  ) {}

  /** The audit entry is in the same transaction: without it nothing is shown. */
  async reveal(em: EntityManager, actor: Actor, number: string, purpose: string): Promise<Disclosed> {
    const asked = { number, purpose, holder: null };
    const shown = await this.disclose(em, actor, asked, ({ child, first, second }) => ({
      childDocumentNumber: child.documentNumber,
      guardians: [first, second]
        .filter((guardian) => guardian !== null)
        .map(({ role, documentNumber, phone }) => ({ role, documentNumber, phone })),
    }));
    if (!(shown instanceof Refused)) return shown;
    throw new ApiError('BAD_USER_INPUT', { message: explain(shown.refusals[0]!, actor.language).message });
  }

  /** Does the same for one person; the others stay masked. */
  async revealOne(
    em: EntityManager,
    actor: Actor,
    { number, holder, purpose }: { number: string; holder: DocumentHolder; purpose: string },
  ): Promise<RevealedOne | Refused> {
    return this.disclose(em, actor, { number, purpose, holder }, ({ child, first, second }) => {
      if (holder === 'CHILD') return { documentNumber: child.documentNumber, phone: null };
      const guardian = holder === 'FIRST_GUARDIAN' ? first : second;
      if (!guardian) throw new ApiError('BAD_USER_INPUT', { message: 'There is no second guardian.' });
      return { documentNumber: guardian.documentNumber, phone: guardian.phone };
    });
  }

  private async disclose<Shown>(
    em: EntityManager,
    { viewer, now: at }: Actor,
    { number, purpose, holder }: { number: string; purpose: string; holder: DocumentHolder | null },
    show: (people: People) => Shown,
  ): Promise<Shown | Refused> {
    return em.transactional(async (tx) => {
      const record = await holdWithin(tx, reachOf(viewer, this.keys, 'SEE_WHOLE_NUMBERS'), number);
      if (!record) throw forbidden();
      const people = await peopleOf(tx, record.id, record.keyFrom(this.keys));
      const named = [people.child, people.first, people.second].flatMap((person) => person?.name ?? []);
      const refusals = checkPurpose(purpose, named);
      if (refusals.length > 0) return new Refused(refusals);
      const shown = show(people);
      const detail = { purpose: purpose.trim(), ...ownFamilyOf(viewer, [people.first, people.second]) };
      await this.chronicle.write(tx, record, {
        by: byOffice(viewer, record),
        at,
        audit: holder
          ? { action: 'DOCUMENT_REVEALED', detail: { holder, ...detail } }
          : { action: 'DOCUMENTS_REVEALED', detail },
      });
      return shown;
    });
  }
}
