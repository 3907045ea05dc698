import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { ReferenceData } from '../database/reference-data.js';
import type { Reference } from '../database/reference.js';
import type { Clock } from '../platform/clock.js';
import { AGAIN_SECONDS } from '../platform/errors.js';
import { readLanguage } from '../platform/language.js';
import type { Line } from '../platform/line.js';
import type { Outages } from '../platform/outages.js';
import { NOTE_POLICY, paperNote, type PaperFault } from './paper-note.js';
import type { LinkFault, PaperKind, PaperReader, PrintedPaper } from './papers.js';

const STATUS: Record<PaperFault, number> = { FORGED: 403, EXPIRED: 410, GONE: 404, AWAY: 503 };
/** A browser's built-in viewer draws a PDF with its own styles and objects. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Returns the paper for a link, or the reason why there is none. Every print goes into the audit trail. */
export interface PaperPrinter {
  print(
    em: EntityManager,
    reference: ReferenceData,
    token: string,
    reader: PaperReader,
  ): Promise<PrintedPaper | LinkFault>;
}

interface PaperParts {
  readonly printers: Readonly<Record<PaperKind, PaperPrinter>>;
  readonly orm: MikroORM;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly line: Line;
  readonly outages: Outages;
}

/** GET /forms/{token}, /notices/{token}: the PDF by a link of the API; `?download=1` for a file to keep. */
export function registerPapers(
  app: FastifyInstance,
  { printers, orm, reference, clock, line, outages }: PaperParts,
): void {
  /** Waits in line with other readers, so that many papers at once take nobody's connections. */
  const print = async (kind: PaperKind, token: string, reader: PaperReader) => {
    const leave = await line.enter('READING');
    try {
      return await printers[kind].print(orm.em.fork(), reference.read(), token, reader);
    } finally {
      leave();
    }
  };
  for (const kind of Object.keys(printers) as PaperKind[]) {
    app.get<{ Params: { '*': string }; Querystring: { download?: string } }>(
      // A token is longer than a named parameter may be.
      `/${kind}/*`,
      // Reading the headers alone is no print.
      { exposeHeadRoute: false },
      async (request, reply) => {
        const language = readLanguage(request.headers['accept-language']);
        const reader = { language, now: clock.now(), address: request.ip };
        const printed = await print(kind, request.params['*'], reader).catch((error: unknown) => {
          if (outages.caused(error)) return 'AWAY' as const;
          throw error;
        });
        reply.header('referrer-policy', 'no-referrer');
        if (typeof printed === 'string') {
          if (printed === 'AWAY') reply.header('retry-after', AGAIN_SECONDS);
          return reply
            .status(STATUS[printed])
            .header('content-security-policy', NOTE_POLICY)
            .type('text/html; charset=utf-8')
            .send(paperNote(printed, language));
        }
        return reply
          .header('content-security-policy', PDF_POLICY)
          .header('content-disposition', disposition(printed, request.query.download === '1'))
          .type('application/pdf')
          .send(printed.render());
      },
    );
  }
}

/** The file name has the number only, because people's names do not belong in a download folder. */
function disposition({ number, title, fileName }: PrintedPaper, download: boolean): string {
  const name = encodeURIComponent(`${title} ${number}.pdf`);
  const kind = download ? 'attachment' : 'inline';
  return `${kind}; filename="${fileName}-${number}.pdf"; filename*=UTF-8''${name}`;
}
