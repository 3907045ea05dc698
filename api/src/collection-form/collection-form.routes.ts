import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Reference } from '../database/reference.js';
import type { Clock } from '../platform/clock.js';
import { AGAIN_SECONDS } from '../platform/errors.js';
import { readLanguage } from '../platform/language.js';
import type { Line } from '../platform/line.js';
import type { Outages } from '../platform/outages.js';
import { renderCollectionForm } from './collection-form.document.js';
import type { CollectionFormService } from './collection-form.service.js';
import { formNote, NOTE_POLICY, type FormFault } from './form-note.js';
import { TITLE } from './words.js';

const STATUS: Record<FormFault, number> = { FORGED: 403, EXPIRED: 410, GONE: 404, AWAY: 503 };
/** A browser's built-in viewer draws a PDF with its own styles and objects. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

type FormReader = Parameters<CollectionFormService['print']>[3];

interface FormParts {
  readonly forms: CollectionFormService;
  readonly orm: MikroORM;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly line: Line;
  readonly outages: Outages;
}

/** GET /forms/{token}: the PDF by a link of `formUrl`; `?download=1` for a file to keep. */
export function registerForms(
  app: FastifyInstance,
  { forms, orm, reference, clock, line, outages }: FormParts,
): void {
  /** Waits in line with other readers, so that many forms at once take nobody's connections. */
  const print = async (token: string, reader: FormReader) => {
    const leave = await line.enter('READING');
    try {
      return await forms.print(orm.em.fork(), reference.read(), token, reader);
    } finally {
      leave();
    }
  };
  app.get<{ Params: { '*': string }; Querystring: { download?: string } }>(
    // A token is longer than a named parameter may be.
    '/forms/*',
    // Reading the headers alone is no print.
    { exposeHeadRoute: false },
    async (request, reply) => {
      const language = readLanguage(request.headers['accept-language']);
      const reader = { language, now: clock.now(), address: request.ip };
      const printed = await print(request.params['*'], reader).catch((error: unknown) => {
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
          .send(formNote(printed, language));
      }
      return reply
        .header('content-security-policy', PDF_POLICY)
        .header('content-disposition', disposition(printed.number, request.query.download === '1'))
        .type('application/pdf')
        .send(renderCollectionForm(printed, forms.fonts));
    },
  );
}

/** The file name has the number only, because people's names do not belong in a download folder. */
function disposition(number: string, download: boolean): string {
  const name = encodeURIComponent(`${TITLE} ${number}.pdf`);
  const kind = download ? 'attachment' : 'inline';
  return `${kind}; filename="collection-form-${number}.pdf"; filename*=UTF-8''${name}`;
}
