import { CORRECTABLE, type Correction } from '@enrolment/rulebook/correction.js';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import type { Stage } from '@enrolment/rulebook/vocabulary.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { openDatabase } from '../database/orm.js';
import { KeyRing } from '../platform/keys.js';
import type { Viewer } from '../platform/identity.js';
import { peopleOf } from '../record/people.js';
import { CollectionRecord } from '../record/record.entity.js';
import { MADE_UP } from '../seed/records.js';
import { createServices, type Services } from '../services.js';
import { WebhookSender } from '../webhook/sender.js';
import { findIdentity } from './identities.js';

const HOUR = 3_600_000;

/** What a family and its district have written to each other, the oldest first, and how many hours ago. */
const CONVERSATIONS: readonly (readonly { by: 'FAMILY' | 'OFFICE'; hoursAgo: number; text: string }[])[] = [
  [
    { by: 'FAMILY', hoursAgo: 51, text: '老师您好，户口簿孩子那一页磨损了，要先换新的再审核吗？' },
    { by: 'FAMILY', hoursAgo: 27, text: '补充一下：派出所说换新的要等十个工作日。' },
  ],
  [{ by: 'FAMILY', hoursAgo: 5, text: '租房合同是孩子爷爷签的，我们一起住，可以用这份合同吗？' }],
  [
    { by: 'FAMILY', hoursAgo: 49, text: '我们这个月搬家，还在同一条街上，要重新注册吗？' },
    { by: 'OFFICE', hoursAgo: 45, text: '您好，不用重新注册。请在详细信息里把住址改成新的，再提交。' },
  ],
  [
    { by: 'FAMILY', hoursAgo: 30, text: '请问到现场要带哪些原件？' },
    { by: 'OFFICE', hoursAgo: 26, text: '您好，请带户口簿、住房材料和监护人的身份证。' },
    { by: 'FAMILY', hoursAgo: 2, text: '好的，孩子本人也要一起去吗？' },
  ],
  [{ by: 'OFFICE', hoursAgo: 20, text: '您好，来现场时请带户口簿的原件。' }],
];

const DISTRICTS = ['01', '02'];
const NOT_SUBMITTED: readonly Stage[] = ['REGISTERED', 'DETAILS_DRAFTED'];
const UNDECIDED: readonly Stage[] = [...NOT_SUBMITTED, 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED'];

/** Nothing is sent from here: what has to go out waits in the queue for the service. */
const nothingGoes = () => Promise.reject(new Error('nothing is sent while the sandbox is laid out'));
const GATEWAYS = {
  sms: { send: nothingGoes },
  verification: { request: nothingGoes },
  webhooks: new WebhookSender({ loopback: false }),
};
const NO_FORMS = { apiOrigin: '', webOrigin: '', rareGlyphFonts: [] };

/**
 * What goes on between made-up families and the sandbox's offices, done by the service's own functions: messages, some of
 * them unread; requests for a correction, one of which waits for a second officer; two records of what may be one child,
 * which the queue finds within a minute.
 */
export async function layCorrespondence(
  databaseUrl: string,
  dataKeys: string,
  { season, now }: { season: number; now: Date },
): Promise<void> {
  const orm = await openDatabase(databaseUrl, 'enrolment_app', { poolSize: 2 });
  try {
    const keys = new KeyRing(dataKeys);
    const services = createServices(keys, GATEWAYS, NO_FORMS);
    for (const district of DISTRICTS) {
      const office = new Correspondence(orm.em, services, keys, now, district);
      const families = await office.families(season);
      const [one, other] = families.filter(({ stage }) => NOT_SUBMITTED.includes(stage));
      if (one && other) await office.makeAlike(one, other);
      const [renamed, rephoned, ...others] = families.filter((family) => family !== one && family !== other);
      if (renamed) await office.askForName(renamed);
      if (rephoned) await office.proposePhone(rephoned);
      for (const [index, conversation] of CONVERSATIONS.entries()) {
        const family = others[index];
        if (family) await office.converse(family, conversation);
      }
    }
  } finally {
    await orm.close();
  }
}

class Correspondence {
  private readonly officer: Viewer;

  constructor(
    private readonly em: EntityManager,
    private readonly services: Services,
    private readonly keys: KeyRing,
    private readonly now: Date,
    private readonly district: string,
  ) {
    const { id, name, role } = findIdentity(`officer-${district}`)!;
    this.officer = viewerOf(id, name, [{ role, district, school: null }]);
  }

  /** Those of whom nothing is decided, the latest first, with a child whose name and number are Chinese. */
  families(season: number): Promise<CollectionRecord[]> {
    return this.em.fork().find(
      CollectionRecord,
      {
        season,
        district: this.district,
        stage: { $in: [...UNDECIDED] },
        registeredBy: { $like: `${MADE_UP}%` },
        child: { documentType: 'RESIDENT_ID' },
      },
      { orderBy: { registeredAt: 'desc' } },
    );
  }

  async converse(record: CollectionRecord, conversation: (typeof CONVERSATIONS)[number]): Promise<void> {
    const { conversations } = this.services;
    const { number } = record;
    for (const { by, hoursAgo, text } of conversation) {
      const actor = by === 'FAMILY' ? this.family(record, hoursAgo) : this.office(hoursAgo);
      if (by === 'OFFICE') await conversations.markRead(this.em.fork(), actor, number);
      taken(await conversations.write(this.em.fork(), actor, { number, text }));
    }
  }

  /** The last character of the child's name was mistyped. */
  async askForName(record: CollectionRecord): Promise<void> {
    const { child } = await this.people(record);
    const childName = `${child.name.slice(0, -1)}${child.name.endsWith('轩') ? '萱' : '轩'}`;
    const asked = { childName, evidence: '注册时输错了最后一个字，户口簿孩子本人页可以核对。' };
    const actor = this.family(record, 7);
    taken(await this.services.correctionRequests.request(this.em.fork(), actor, record.number, asked));
  }

  /** A phone was lost; one officer has agreed, and another one is to confirm it. */
  async proposePhone(record: CollectionRecord): Promise<void> {
    const { correctionRequests } = this.services;
    const { number } = record;
    const asked = { guardianPhone: '19900000990', evidence: '原来的手机丢了，本人身份证原件可以核对。' };
    taken(await correctionRequests.request(this.em.fork(), this.family(record, 28), number, asked));
    const judged = { number, reason: '核对了监护人的身份证原件' };
    taken(await correctionRequests.accept(this.em.fork(), this.office(3), judged));
  }

  /** What was mistyped in one of them is corrected, and looks like the other by then. */
  async makeAlike(one: CollectionRecord, other: CollectionRecord): Promise<void> {
    const { child } = await this.people(one);
    const correction = {
      ...(Object.fromEntries(CORRECTABLE.map((field) => [field, null])) as Correction),
      childName: child.name,
      birthDate: child.birthDate,
      sex: child.sex,
      childDocumentNumber: oneOff(child.documentNumber),
      reason: '照户口簿更正',
      revision: null,
    };
    taken(await this.services.correction.correct(this.em.fork(), this.office(4), other.number, correction));
  }

  private people(record: CollectionRecord) {
    return peopleOf(this.em.fork(), record.id, record.keyFrom(this.keys));
  }

  private family({ registeredBy }: CollectionRecord, hoursAgo: number): Actor {
    return this.acting(viewerOf(registeredBy!, '', []), hoursAgo);
  }

  private office(hoursAgo: number): Actor {
    return this.acting(this.officer, hoursAgo);
  }

  private acting(viewer: Viewer, hoursAgo: number): Actor {
    const now = new Date(this.now.getTime() - hoursAgo * HOUR);
    return { viewer, language: 'zh-CN', now, address: '127.0.0.1' };
  }
}

const viewerOf = (subject: string, name: string, roles: Viewer['roles']): Viewer => ({
  subject,
  name,
  phone: null,
  document: null,
  roles,
  token: { id: null, issuedAt: 0, expiresAt: 0 },
});

/** The same resident ID with one digit mistyped. */
function oneOff(number: string): string {
  const digit = (Number(number[14]) + 1) % 10;
  const body = `${number.slice(0, 14)}${digit}${number.slice(15, 17)}`;
  return body + residentIdCheckDigit(body);
}

function taken(answer: CollectionRecord | Refused): void {
  if (answer instanceof Refused)
    throw new Error(`the sandbox is refused: ${answer.refusals.map(({ code }) => code).join()}`);
}
