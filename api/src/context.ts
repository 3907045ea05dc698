import type { EntityManager } from '@mikro-orm/postgresql';
import type { DistrictLoaders } from './district/district.loaders.js';
import { unauthenticated } from './platform/errors.js';
import type { NoticeLoader } from './notice/notice.loader.js';
import type { Viewer } from './platform/identity.js';
import type { RecordLoaders } from './record/record.loaders.js';
import type { Language } from './rulebook/refusal.js';
import type { SchoolLoader } from './school/school.loader.js';
import type { Services } from './services.js';

/** What every operation knows: who asks, in which language, when, from where, and what serves it. */
export interface Context {
  readonly viewer: Viewer | null;
  readonly language: Language;
  readonly now: Date;
  /** Network address of the client. */
  readonly address: string;
  readonly em: EntityManager;
  readonly services: Services;
  readonly districts: DistrictLoaders;
  readonly records: RecordLoaders;
  readonly schools: SchoolLoader;
  readonly notices: NoticeLoader;
}

/** Who reads, in which language, when. */
export type Reader = Pick<Context, 'viewer' | 'language' | 'now'>;

/** A signed-in person acting in one operation. */
export interface Actor {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
  readonly address: string;
}

export function actorOf({ viewer, language, now, address }: Context): Actor {
  if (!viewer) throw unauthenticated();
  return { viewer, language, now, address };
}
