import { checkPublishing, normaliseNotice, type NoticeContent } from '@enrolment/rulebook/own-data.js';
import { LANGUAGES, refuse, Refused } from '@enrolment/rulebook/refusal.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { editorAt, readsOwn } from '../edition/editors.js';
import { audit } from '../platform/audit/audit.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import { NoticeText, type NoticeKind } from './notice.entity.js';

/** A version of a notice in both languages. */
export interface NoticeVersion extends NoticeContent {
  readonly kind: NoticeKind;
  readonly publishedAt: Date;
  /** Whether families are shown it now. */
  readonly inForce: boolean;
}

export interface Publishing extends NoticeContent {
  readonly kind: NoticeKind;
  /** When it comes into force; null for at once. */
  readonly publishedAt: Date | null;
  /** Only tried. */
  readonly dryRun: boolean;
}

/** How many versions of a text a page shows. */
export const SHOWN_VERSIONS = 100;

/** The versions of 监护人须知 and 《个人信息保护政策》, which the city publishes. A published one never changes and never goes. */
export class NoticePublishingService {
  /** The newest first. */
  async list(em: EntityManager, { viewer, now }: Actor, kind: NoticeKind): Promise<NoticeVersion[]> {
    if (!readsOwn(viewer, null)) throw forbidden();
    const texts = await em.find(NoticeText, { kind }, { orderBy: { publishedAt: 'desc', version: 'desc' } });
    const chinese = texts.filter(({ language }) => language === 'zh-CN');
    const inForce = chinese.find(({ publishedAt }) => publishedAt <= now);
    return chinese.slice(0, SHOWN_VERSIONS).map((text) => {
      const english = texts.find(({ version, language }) => version === text.version && language === 'en');
      const { version, title, body, publishedAt } = text;
      const inEnglish = { titleEn: english?.title ?? '', bodyEn: english?.body ?? '' };
      return { kind, version, title, body, ...inEnglish, publishedAt, inForce: text === inForce };
    });
  }

  async publish(
    em: EntityManager,
    actor: Actor,
    { kind, publishedAt: wanted, dryRun, ...given }: Publishing,
  ): Promise<NoticeVersion | Refused> {
    const office = editorAt(actor.viewer, null);
    if (!office) throw forbidden();
    const { now } = actor;
    const content = normaliseNotice(given);
    const publishedAt = wanted ?? now;
    const refusals = checkPublishing(content, publishedAt, now);
    if (refusals.length > 0) return new Refused(refusals);
    const { version } = content;
    const taken = new Refused([
      refuse('noticeVersionTaken', { field: 'version', params: { value: version } }),
    ]);
    if (await em.findOne(NoticeText, { kind, version }, { fields: ['version'] })) return taken;
    const made = { ...content, kind, publishedAt, inForce: publishedAt <= now };
    if (dryRun) return made;
    try {
      await em.fork().transactional(async (tx) => {
        for (const language of LANGUAGES) {
          const { title, titleEn, body, bodyEn } = content;
          const text = language === 'en' ? { title: titleEn, body: bodyEn } : { title, body };
          tx.persist(tx.create(NoticeText, { kind, version, language, publishedAt, ...text }));
        }
        await tx.flush();
        await audit(tx, {
          at: now,
          actor: actor.viewer.subject,
          actorRole: office.role,
          action: 'NOTICE_PUBLISHED',
          recordNumber: null,
          district: null,
          season: null,
          subject: `${kind}/${version}`,
          detail: { kind, version, publishedAt: publishedAt.toISOString() },
        });
      });
    } catch (error) {
      if (brokenConstraint(error) !== 'notice_text_pkey') throw error;
      return taken;
    }
    return made;
  }
}
