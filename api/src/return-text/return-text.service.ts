import { OFFICE_RULES } from '@enrolment/rulebook/office-rules.js';
import { refuse, Refused, type Refusal } from '@enrolment/rulebook/refusal.js';
import {
  checkReturnText,
  normaliseReturnText,
  type ReturnTextContent,
} from '@enrolment/rulebook/return-texts.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { holdRoom } from '../database/room.js';
import { District } from '../district/district.entity.js';
import { editorAt, readsOwn } from '../edition/editors.js';
import type { Edition } from '../edition/edition.entity.js';
import { editing, editionsOf, keepEdition, refusedAsOld } from '../edition/editions.js';
import { brokenConstraint } from '../platform/constraints.js';
import { forbidden } from '../platform/errors.js';
import { ReturnText } from './return-text.entity.js';

/** A text with its versions, the newest first. */
export interface EditedText {
  readonly text: ReturnText;
  readonly editions: readonly Edition[];
}

/** 退回理由模板: what a district, or the city, has its officers choose from. */
export class ReturnTextService {
  /** A district's own, or the city's, which every district reads; the newest that are switched off among them. */
  async list(em: EntityManager, { viewer }: Actor, district: string | null): Promise<ReturnText[]> {
    if (!readsOwn(viewer, district)) throw forbidden();
    const active = await em.find(ReturnText, { district, active: true });
    const newest = { orderBy: { id: 'desc' }, limit: OFFICE_RULES.listTooLong.limit } as const;
    const off = await em.find(ReturnText, { district, active: false }, newest);
    return [...active, ...off].sort((a, b) => a.id - b.id);
  }

  /** Null alike for one that there is not and one of others. */
  async find(em: EntityManager, { viewer }: Actor, id: number): Promise<EditedText | null> {
    const text = await em.findOne(ReturnText, { id });
    if (!text || !readsOwn(viewer, text.district ?? null)) return null;
    return { text, editions: await editionsOf(em, text.edited) };
  }

  async create(
    em: EntityManager,
    actor: Actor,
    { district, kind, ...given }: ReturnTextContent & { district: string | null; kind: ReviewItemKind },
  ): Promise<EditedText | Refused> {
    const office = editorAt(actor.viewer, district);
    if (!office || (district !== null && !(await em.findOne(District, { code: district }))))
      throw forbidden();
    const content = normaliseReturnText(given);
    const refusals = checkReturnText(content);
    if (refusals.length > 0) return new Refused(refusals);
    return named(content.name, () =>
      em.fork().transactional(async (tx) => {
        const full = await checkRoom(tx, district);
        if (full.length > 0) return new Refused(full);
        const text = new ReturnText(district, kind, content);
        await tx.persist(text).flush();
        const kept = { editions: [], before: {}, after: text.content, role: office.role, season: null };
        const detail = { item: kind };
        const action = 'RETURN_TEXT_CREATED' as const;
        return { text, editions: [await keepEdition(tx, actor, text.edited, { ...kept, action, detail })] };
      }),
    );
  }

  edit(
    em: EntityManager,
    actor: Actor,
    { id, seen, ...given }: ReturnTextContent & { id: number; seen: number },
  ): Promise<EditedText | Refused> {
    const content = normaliseReturnText(given);
    return named(content.name, () =>
      this.change(em, actor, { id, seen }, (text) => {
        const refusals = checkReturnText(content);
        if (refusals.length === 0) text.edit(content);
        return refusals;
      }),
    );
  }

  /** 停用, 启用: officers do not choose it any more, or do again. */
  switch(
    em: EntityManager,
    actor: Actor,
    { id, seen, active }: { id: number; seen: number; active: boolean },
  ): Promise<EditedText | Refused> {
    return this.change(em, actor, { id, seen }, async (text, tx) => {
      const refusals = active && !text.active ? await checkRoom(tx, text.district ?? null) : [];
      if (refusals.length === 0) text.switch(active);
      return refusals;
    });
  }

  private async change(
    em: EntityManager,
    actor: Actor,
    { id, seen }: { id: number; seen: number },
    apply: (text: ReturnText, tx: EntityManager) => Refusal[] | Promise<Refusal[]>,
  ): Promise<EditedText | Refused> {
    const known = await em.fork().findOne(ReturnText, { id });
    const office = known && editorAt(actor.viewer, known.district ?? null);
    if (!known || !office) throw forbidden();
    return editing(em, known.edited, async (tx) => {
      const editions = await editionsOf(tx, known.edited);
      const old = refusedAsOld(editions, seen);
      if (old) return old;
      const text = await tx.findOneOrFail(ReturnText, { id });
      const before = text.content;
      const refusals = await apply(text, tx);
      if (refusals.length > 0) return new Refused(refusals);
      const { content: after } = text;
      if (JSON.stringify(before) === JSON.stringify(after)) return { text, editions };
      const kept = { editions, before, after, role: office.role, season: null } as const;
      const detail = { item: text.kind };
      const edition = await keepEdition(tx, actor, text.edited, {
        ...kept,
        action: 'RETURN_TEXT_CHANGED',
        detail,
      });
      return { text, editions: [edition, ...editions] };
    });
  }
}

/** Those that are switched off take no room: they cannot be removed. */
async function checkRoom(tx: EntityManager, district: string | null): Promise<Refusal[]> {
  await holdRoom(tx, 'returnTexts', district);
  const active = await tx.count(ReturnText, { district, active: true });
  return active >= OFFICE_RULES.listTooLong.limit ? [refuse('listTooLong')] : [];
}

/** No two of a place and item are called alike, or an officer could not tell them apart. */
async function named<Done>(name: string, change: () => Promise<Done | Refused>): Promise<Done | Refused> {
  try {
    return await change();
  } catch (error) {
    if (brokenConstraint(error) !== 'return_text_name') throw error;
    return new Refused([refuse('returnTextName', { field: 'name', params: { value: name } })]);
  }
}
