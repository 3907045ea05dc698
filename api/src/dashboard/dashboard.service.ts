import { officeFor } from '@enrolment/rulebook/access.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import type { ReferenceData } from '../database/reference-data.js';
import { forbidden } from '../platform/errors.js';
import { knowsUnpublished, schoolsIn } from '../record/access.js';
import { Figures, type Scope } from './figures.js';

interface Asked {
  readonly season: number;
  readonly district: string | null;
  readonly school: string | null;
}

export class DashboardService {
  /** FORBIDDEN for a place that does not exist and for one that the viewer may not know the figures of. */
  async open(em: EntityManager, actor: Actor, reference: ReferenceData, asked: Asked): Promise<Figures> {
    const place = await this.placeOf(actor, reference, asked);
    return new Figures(em, { ...place, season: asked.season, school: asked.school });
  }

  /** The district of the place, and what of it is kept from whom; FORBIDDEN as above. */
  async placeOf(
    { viewer }: Actor,
    reference: ReferenceData,
    { district: named, school }: Pick<Asked, 'district' | 'school'>,
  ): Promise<Pick<Scope, 'district' | 'hidden' | 'unpublished'>> {
    const at = school === null ? null : ((await reference.schools()).get(school)?.district ?? null);
    const district = named ?? at;
    const known = district === null || (await reference.districts()).has(district);
    const place = { district, school };
    const reads = officeFor('READ_RECORD', viewer.roles, place) !== null;
    const may = officeFor('READ_DASHBOARD', viewer.roles, place) !== null;
    if (!known || !may || (school !== null && (at !== district || !reads))) throw forbidden();
    const unpublished = district !== null && knowsUnpublished(viewer, district);
    if (reads) return { district, hidden: null, unpublished };
    const throughout = officeFor('READ_DASHBOARD', viewer.roles, {}) !== null;
    return {
      district,
      unpublished,
      hidden: { throughout, schools: district === null ? [] : schoolsIn(viewer, district) },
    };
  }
}
