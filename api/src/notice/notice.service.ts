import type { OpenedNotice } from '@enrolment/rulebook/notice.js';
import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Reader } from '../actor.js';
import type { KeyRing, Signer } from '../platform/keys.js';
import { NoticeText, type NoticeKind } from './notice.entity.js';

interface NoticeTicket extends OpenedNotice {
  readonly version: string;
}

/** 监护人须知 and 《个人信息保护政策》, and the tickets that prove when a notice was opened. */
export class NoticeService {
  private readonly signer: Signer;

  constructor(keys: KeyRing) {
    this.signer = keys.signer('notice-ticket');
  }

  /** The version in force, in the reader's language. */
  async inForce(em: EntityManager, kind: NoticeKind, { language, now }: Pick<Reader, 'language' | 'now'>) {
    return em.findOneOrFail(
      NoticeText,
      { kind, language, publishedAt: { $lte: now } },
      { orderBy: { publishedAt: 'desc', version: 'desc' } },
    );
  }

  sign(ticket: { district: string; service: ServiceKind; version: string; openedAt: Date }): string {
    const body = Buffer.from(
      JSON.stringify([ticket.district, ticket.service, ticket.version, ticket.openedAt.getTime()]),
    ).toString('base64url');
    return `${body}.${this.signer.sign(body).toString('base64url')}`;
  }

  /** null for a ticket that was not signed here. */
  read(ticket: string): NoticeTicket | null {
    const [body = '', mac = ''] = ticket.length > 1_024 ? [] : ticket.split('.');
    if (!this.signer.signed(body, Buffer.from(mac, 'base64url'))) return null;
    const [district, service, version, openedAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      string,
      string,
      number,
    ];
    return { district, service, version, openedAt: new Date(openedAt) };
  }
}
