import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Askers } from './askers.js';
import type { Context } from './context.js';
import { KeptAnswers } from './dashboard/kept-answers.js';
import { districtLoaders } from './district/district.loaders.js';
import { noticeLoader } from './notice/notice.loader.js';
import { keepSystemsToTheirScopes } from './platform/systems.js';
import { weigh } from './platform/cost/weigh.js';
import { unavailable } from './platform/errors.js';
import { executing } from './platform/compiled-documents.js';
import { errorFormatter } from './platform/error-formatter.js';
import { httpStatus } from './platform/http-status.js';
import { readLanguage } from './platform/language.js';
import { LARGEST_BODY, largeBody } from './platform/large-body.js';
import { LIMITS, limitsRule, limitVariables } from './platform/limits.js';
import { lineUp } from './platform/line-up.js';
import type { Line } from './platform/line.js';
import type { Outages } from './platform/outages.js';
import {
  acceptDocumentIds,
  checkOwnDocument,
  isRegistered,
  namesDocument,
} from './platform/trusted-documents.js';
import { recordLoaders } from './record/record.loaders.js';
import { createSchema } from './schema.js';
import { Seasons } from './season/seasons.js';
import type { ServerParts } from './server.js';

type Parts = Pick<ServerParts, 'config' | 'orm' | 'clock' | 'services' | 'reference' | 'log'> & {
  readonly askers: Askers;
  readonly line: Line;
  readonly outages: Outages;
};

/** `/graphql`: Apollo, and what each operation knows. */
export async function registerGraphql(
  app: FastifyInstance,
  { config, orm, clock, services, reference, log, askers, line, outages }: Parts,
): Promise<void> {
  const schema = keepSystemsToTheirScopes(await createSchema());
  const kept = new KeptAnswers(schema, isRegistered);
  const apollo = new ApolloServer<Context>({
    gateway: executing(schema, isRegistered, (execute) => kept.around(execute)),
    plugins: [
      fastifyApolloDrainPlugin(app),
      // The library's own landing page loads its scripts from elsewhere.
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field, and no answer here may be cached.
      ApolloServerPluginCacheControlDisabled(),
      limitVariables,
      weigh(schema, askers.systemRates),
      lineUp(line, reference),
      httpStatus,
    ],
    validationRules: [limitsRule],
    parseOptions: { maxTokens: LIMITS.tokens },
    formatError: errorFormatter(log, outages),
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: config.production,
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  acceptDocumentIds(app);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    bodyLimit: LARGEST_BODY,
    preParsing: largeBody(askers),
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply): Promise<Context> => {
        const em = orm.em.fork();
        const { viewer: asker, siteSession } = await askers.of(request, reply);
        const language = readLanguage(request.headers['accept-language']);
        const desk = request.headers['x-desk-record'];
        const viewer =
          typeof desk === 'string'
            ? await services.assistance.standIn(em, asker, desk, clock.now()).catch((error: unknown) => {
                throw outages.caused(error) ? unavailable() : error;
              })
            : asker;
        if (config.production) checkOwnDocument(request, viewer, language);
        const data = reference.read();
        return {
          viewer,
          language,
          now: clock.now(),
          address: request.ip,
          siteSession,
          documentNamed: namesDocument(request),
          em,
          services,
          reference: data,
          districts: districtLoaders(data),
          records: recordLoaders(em),
          seasons: new Seasons(data),
          notices: noticeLoader(em),
        };
      },
    }),
  });
}
