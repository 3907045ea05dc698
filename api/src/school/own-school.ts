import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { forbidden } from '../platform/errors.js';
import { registersAt } from '../record/access.js';
import { School } from './school.entity.js';

/** The registrar’s own school; FORBIDDEN for any other, whether there is one or not. */
export async function ownSchool(em: EntityManager, { viewer }: Actor, code: string): Promise<School> {
  if (!registersAt(viewer, code)) throw forbidden();
  const school = await em.findOne(School, { code });
  if (!school) throw forbidden();
  return school;
}
