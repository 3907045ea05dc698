import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { run } from '../platform/sql.js';
import type { Language } from '../rulebook/refusal.js';
import type { NoticeKind } from './notice.entity.js';

/** A published text in one language. */
export interface PublishedText {
  kind: NoticeKind;
  version: string;
  language: Language;
  title: string;
  body: string;
  published_at: string;
}

/** By `kind/version`: one published text in each language. */
export type NoticeLoader = DataLoader<string, PublishedText[]>;

export const noticeKey = (kind: NoticeKind, version: string): string => `${kind}/${version}`;

/** Published texts for one operation, in one statement. */
export const noticeLoader = (em: EntityManager): NoticeLoader =>
  new DataLoader(async (keys) => {
    const texts = await run<PublishedText>(
      em,
      `select kind, version, language, title, body, published_at from notice_text
       where kind || '/' || version = any($1::text[]) order by language desc`,
      [keys],
    );
    const byKey = Map.groupBy(texts, ({ kind, version }) => noticeKey(kind, version));
    return keys.map((key) => byKey.get(key) ?? []);
  });
