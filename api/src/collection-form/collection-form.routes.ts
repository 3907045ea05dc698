import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock.js';
import { readLanguage } from '../platform/language.js';
import { renderCollectionForm } from './collection-form.document.js';
import type { CollectionFormService, LinkFault } from './collection-form.service.js';
import { formNote, NOTE_POLICY } from './form-note.js';
import { TITLE } from './words.js';

const STATUS: Record<LinkFault, number> = { FORGED: 403, EXPIRED: 410, GONE: 404 };
/** A browser's own viewer draws a PDF with styles and objects of its own. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** GET /forms/{token}: the PDF by a link of `formUrl`; `?download=1` for a file to keep. */
export function registerForms(
  app: FastifyInstance,
  { forms, orm, clock }: { forms: CollectionFormService; orm: MikroORM; clock: Clock },
): void {
  app.get<{ Params: { '*': string }; Querystring: { download?: string } }>(
    // A token is longer than a named parameter may be.
    '/forms/*',
    // A look at the headers alone is no print.
    { exposeHeadRoute: false },
    async (request, reply) => {
      const language = readLanguage(request.headers['accept-language']);
      const reader = { language, now: clock.now(), address: request.ip };
      const printed = await forms.print(orm.em.fork(), request.params['*'], reader);
      reply.header('referrer-policy', 'no-referrer');
      if (typeof printed === 'string') {
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

/** The file is named by its number: names of people do not belong into a folder of downloads. */
function disposition(number: string, download: boolean): string {
  const name = encodeURIComponent(`${TITLE} ${number}.pdf`);
  const kind = download ? 'attachment' : 'inline';
  return `${kind}; filename="collection-form-${number}.pdf"; filename*=UTF-8''${name}`;
}
