import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../context.js';
import { audit } from '../platform/audit/audit.js';
import { ApiError, forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import { run } from '../platform/sql.js';
import { decidesOn } from '../record/access.js';
import { lockRecord } from '../record/record.service.js';
import { checkPurpose } from '../rulebook/disclosure.js';
import { explain } from '../rulebook/refusal.js';
import type { GuardianRole } from '../vocabulary.js';

export interface Disclosed {
  readonly childDocumentNumber: string;
  readonly guardians: {
    readonly role: GuardianRole;
    readonly documentNumber: string;
    readonly phone: string;
  }[];
}

interface PersonRow {
  role: GuardianRole | null;
  name_sealed: Buffer;
  document_sealed: Buffer;
  phone_sealed: Buffer | null;
}

/** Whole numbers, for an officer of the district who says what for: the only way in which staff see them. */
export class DisclosureService {
  constructor(private readonly keys: KeyRing) {}

  /** In one transaction with its audit entry: what is not written down is not shown. */
  async reveal(em: EntityManager, actor: Actor, number: string, purpose: string): Promise<Disclosed> {
    const { viewer, now, language } = actor;
    return em.transactional(async (tx) => {
      const record = await lockRecord(tx, number);
      const grant = viewer.roles.find(({ district }) => district === record?.district_code);
      if (!record || !grant || !decidesOn(viewer, record)) throw forbidden();
      const key = this.keys.keyOf(record);
      const people = (await this.people(tx, record.id)).map((row) => {
        const place = row.role === null ? 'child' : `guardian.${row.role}`;
        return {
          role: row.role,
          name: key.open(`${place}.name`, row.name_sealed),
          documentNumber: key.open(`${place}.document`, row.document_sealed),
          phone: row.phone_sealed && key.open(`${place}.phone`, row.phone_sealed),
        };
      });
      const [refusal] = checkPurpose(
        purpose,
        people.map(({ name }) => name),
      );
      if (refusal) throw new ApiError('BAD_USER_INPUT', { message: explain(refusal, language).message });
      await audit(tx, {
        ...{ at: now, actor: viewer.subject, actorRole: grant.role },
        ...{ action: 'DOCUMENTS_REVEALED', recordNumber: number, detail: purpose.trim() },
      });
      return {
        childDocumentNumber: people.find(({ role }) => role === null)!.documentNumber,
        guardians: people.flatMap(({ role, documentNumber, phone }) =>
          role === null || phone === null ? [] : [{ role, documentNumber, phone }],
        ),
      };
    });
  }

  private people(tx: EntityManager, recordId: string): Promise<PersonRow[]> {
    return run<PersonRow>(
      tx,
      `select null as role, name_sealed, document_sealed, null as phone_sealed from child where record_id = $1
       union all
       select role, name_sealed, document_sealed, phone_sealed from guardian where record_id = $1 order by role nulls first`,
      [recordId],
    );
  }
}
