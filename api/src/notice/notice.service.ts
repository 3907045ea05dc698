import type { EntityManager } from '@mikro-orm/postgresql';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../platform/keys.js';
import type { Language } from '../rulebook/refusal.js';
import type { OpenedNotice } from '../rulebook/notice.js';
import type { ServiceKind } from '../vocabulary.js';
import { NoticeText, type NoticeKind } from './notice.entity.js';

export interface NoticeTicket extends OpenedNotice {
  readonly version: string;
}

/** 监护人须知 and 《个人信息保护政策》, and the tickets that prove when a notice was opened. */
export class NoticeService {
  private readonly secret: Buffer;

  constructor(keys: KeyRing) {
    this.secret = keys.derive('notice-ticket');
  }

  /** The version in force, in the reader's language. */
  async inForce(em: EntityManager, kind: NoticeKind, language: Language): Promise<NoticeText> {
    return em.findOneOrFail(
      NoticeText,
      { kind, language },
      { orderBy: { publishedAt: 'desc', version: 'desc' } },
    );
  }

  sign(ticket: { district: string; service: ServiceKind; version: string; openedAt: Date }): string {
    const body = Buffer.from(
      JSON.stringify([ticket.district, ticket.service, ticket.version, ticket.openedAt.getTime()]),
    ).toString('base64url');
    return `${body}.${this.mac(body).toString('base64url')}`;
  }

  /** null for a ticket that was not signed here. */
  read(ticket: string): NoticeTicket | null {
    const [body = '', mac = ''] = ticket.length > 1_024 ? [] : ticket.split('.');
    const given = Buffer.from(mac, 'base64url');
    const expected = this.mac(body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const [district, service, version, openedAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      string,
      string,
      number,
    ];
    return { district, service, version, openedAt: new Date(openedAt) };
  }

  private mac(body: string): Buffer {
    return createHmac('sha256', this.secret).update(body).digest();
  }
}
