import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Reader } from './actor.js';
import type { ReferenceData } from './database/reference-data.js';
import type { DistrictLoaders } from './district/district.loaders.js';
import { unauthenticated } from './platform/errors.js';
import type { NoticeLoader } from './notice/notice.loader.js';
import type { RecordLoaders } from './record/record.loaders.js';
import type { Seasons } from './season/seasons.js';
import type { Services } from './services.js';

/** What every operation knows: who asks, in which language, when, from where, and what serves it. */
export interface Context extends Reader {
  /** Network address of the client. */
  readonly address: string;
  /** The site's session behind this request, if the site sent it. */
  readonly siteSession: string | null;
  /** Whether the request names one of the site's documents by its id and sends no other. */
  readonly documentNamed: boolean;
  readonly em: EntityManager;
  readonly services: Services;
  readonly reference: ReferenceData;
  readonly districts: DistrictLoaders;
  readonly records: RecordLoaders;
  readonly seasons: Seasons;
  readonly notices: NoticeLoader;
}

export function actorOf({ viewer, language, now, address }: Context): Actor {
  if (!viewer) throw unauthenticated();
  return { viewer, language, now, address };
}
