import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { NoticeText, type NoticeKind } from './notice.entity.js';

/** By `kind/version`: one published text in each language. */
export type NoticeLoader = DataLoader<NoticeKey, NoticeText[]>;

type NoticeKey = `${NoticeKind}/${string}`;

export const noticeKey = (kind: NoticeKind, version: string): NoticeKey => `${kind}/${version}`;

/** Published texts for one operation, in one statement. */
export const noticeLoader = (em: EntityManager): NoticeLoader =>
  new DataLoader(async (keys) => {
    const versions = keys.map((key) => key.slice(key.indexOf('/') + 1));
    const texts = await em.find(
      NoticeText,
      { version: { $in: versions } },
      { orderBy: { language: 'desc' } },
    );
    return keys.map((key) => texts.filter(({ kind, version }) => noticeKey(kind, version) === key));
  });
