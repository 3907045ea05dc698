import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { tables } from '../database/tables.js';
import { aboutRecord, audit } from '../platform/audit/audit.js';
import { forbidden } from '../platform/errors.js';
import type { KeyRing } from '../platform/keys.js';
import type { Viewer } from '../platform/identity.js';
import type { CollectionRecord } from './record.entity.js';
import { indexNames } from './index-names.js';
import { indexPersons, type IndexedPersons } from './index-persons.js';
import { indexSubdistricts } from './index-subdistricts.js';
import { entityOf } from './hold.js';
import { OWN_FAMILY } from './own-family.js';
import {
  findHandled,
  findVisible,
  holdHandled,
  revisionsWithin,
  type ReadRecord,
  type RecordFacts,
  type VisibleRecord,
} from './record.statements.js';
import { owns, reachOf, schoolsIn, staffGrant } from './access.js';
import { valuesOf } from './access.predicates.js';

export class RecordService {
  constructor(private readonly keys: KeyRing) {}

  /** The queue's task: makes the names findable that are not yet. How many there were. */
  indexNames(em: EntityManager): Promise<number> {
    return indexNames(em, this.keys);
  }

  /** The queue's task: adds the blind index of the person to children stored by older versions. */
  indexPersons(em: EntityManager): Promise<IndexedPersons> {
    return indexPersons(em, this.keys);
  }

  /** The queue's task: adds the subdistrict to what was submitted to older versions. How many there were. */
  indexSubdistricts(em: EntityManager): Promise<number> {
    return indexSubdistricts(em, this.keys);
  }

  /** Every live record that the viewer registered or is authorised for, oldest first. */
  async findMine(em: EntityManager, actor: Actor) {
    const found = await findHandled(em, valuesOf(reachOf(actor.viewer, this.keys)));
    for (const record of found) await this.noteAtDesk(em, actor, record);
    return found;
  }

  /**
   * A record that the viewer registered or is authorised for, held until the transaction ends; FORBIDDEN alike for what
   * is not hers and for what does not exist.
   */
  async hold(tx: EntityManager, { viewer }: Actor, number: string): Promise<CollectionRecord> {
    const record = entityOf(tx, await this.held(tx, viewer, number));
    if (viewer.atDesk) record.assistant = viewer.atDesk;
    return record;
  }

  /** Does the same for acts that only the registrant may take. */
  async holdOwn(tx: EntityManager, actor: Actor, number: string): Promise<CollectionRecord> {
    const record = await this.hold(tx, actor, number);
    if (!owns(record)) throw forbidden();
    return record;
  }

  /** Reads a record that the viewer registered; FORBIDDEN for every other one. */
  async own(em: EntityManager, { viewer }: Actor, number: string): Promise<VisibleRecord> {
    const [record] = await findVisible(em, { ...valuesOf(reachOf(viewer, this.keys)), number });
    if (!record || !owns(record)) throw forbidden();
    return record;
  }

  /** null for what does not exist and for what is not the viewer's to see. A look by staff is audited, in the family's place as well. */
  async find(em: EntityManager, actor: Actor, number: string) {
    const [record] = await findVisible(em, { ...valuesOf(reachOf(actor.viewer, this.keys)), number });
    if (!record) return null;
    await this.noteAtDesk(em, actor, record);
    const grant = staffGrant(actor.viewer, record);
    if (grant !== null) {
      const schools =
        grant.role === 'SCHOOL_REGISTRAR' ? await this.schoolsReading(em, actor.viewer, record) : [];
      const [school] = schools;
      await audit(em, {
        at: actor.now,
        actor: actor.viewer.subject,
        actorRole: grant.role,
        action: 'RECORD_READ',
        ...aboutRecord(record),
        ...(schools.length > 1 ? {} : { subject: school ?? null }),
        ...(schools.length > 1 || record.namesViewer
          ? {
              detail: {
                ...(schools.length > 1 ? { schools } : {}),
                ...(record.namesViewer ? OWN_FAMILY : {}),
              },
            }
          : {}),
      });
    }
    return record;
  }

  /** What an officer reads in the family's place is a look of hers. */
  private async noteAtDesk(em: EntityManager, { viewer, now }: Actor, record: RecordFacts): Promise<void> {
    if (!viewer.atDesk) return;
    const { subject: actor, role: actorRole } = viewer.atDesk;
    await audit(em, { at: now, actor, actorRole, action: 'RECORD_READ', ...aboutRecord(record) });
  }

  /** How often something was done to a live record that the viewer decides on, with one small statement; null for any other. */
  async revision(em: EntityManager, { viewer }: Actor, number: string): Promise<number | null> {
    const reach = valuesOf(reachOf(viewer, this.keys, 'DECIDE_ON_RECORD'));
    return (await revisionsWithin(em, reach, [number])).get(number) ?? null;
  }

  /** The school for which a registrar reads it: the child's own, or any of hers before one has preregistered the child. */
  private async schoolsReading(em: EntityManager, viewer: Viewer, record: RecordFacts): Promise<string[]> {
    const hers = schoolsIn(viewer, record.district);
    if (hers.length < 2) return hers;
    const [admission] = await tables(em, 'read')
      .selectFrom('admission')
      .select('school')
      .where('record', '=', record.id)
      .execute();
    return admission ? hers.filter((school) => school === admission.school) : hers;
  }

  private async held(tx: EntityManager, viewer: Viewer, number: string): Promise<ReadRecord> {
    const asked = { ...valuesOf(reachOf(viewer, this.keys)), number };
    const [found] = await holdHandled(tx, asked);
    // Whoever waited for a revocation to be written must not go on with the grant of before.
    const [record] = found?.viewerRelation === 'AUTHORIZED' ? await holdHandled(tx, asked) : [found];
    if (!record) throw forbidden();
    return record;
  }
}
