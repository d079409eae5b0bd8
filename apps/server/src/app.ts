import { randomUUID } from 'node:crypto';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { WestgateError } from '@westgate/base';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { limitAnswers, watchAnswers } from './answers/answer-size.ts';
import { packAnswers } from './answers/compressed.ts';
import type { Downloads } from './answers/downloads.ts';
import type { RunningAnswers } from './answers/running-answers.ts';
import { RequestCounts } from './caller/request-counts.ts';
import { FloodArchives } from './flood/flood-archives.ts';
import type { FollowerMail } from './followers/follower-mail.ts';
import { Front } from './front/front.ts';
import { AllowedMethods } from './http/allowed.ts';
import { addApiPage } from './http/api-page.ts';
import type { ChangeStream } from './http/changes.ts';
import { limitConnections } from './http/connections.ts';
import { requireDaysAsked } from './http/days-asked.ts';
import { guard } from './http/guard.ts';
import { addJsonBodies } from './http/json-bodies.ts';
import type { Limits } from './http/limits.ts';
import { LATE, refuseConnection, sendProblem } from './http/problem.ts';
import { addRequestSignals } from './http/request-signal.ts';
import { limitRequestTimes } from './http/request-time.ts';
import { addRequestWork } from './http/request-work.ts';
import { shareReads } from './http/share-reads.ts';
import { loggerOptions, type WriteLine } from './log/log-lines.ts';
import type { Notifier } from './notifier/notifier.ts';
import type { Examples } from './office/example.ts';
import type { Office } from './office/office.ts';
import { type Authentication, addAuthentication } from './people/authentication.ts';
import { guardFirstAccount } from './people/first-account.ts';
import type { Publisher } from './publish/publisher.ts';
import type { ServedSite } from './publish/served-site.ts';
import { addAccount } from './routes/account.ts';
import { addActions } from './routes/actions.ts';
import { addAtWork } from './routes/at-work.ts';
import { addAxes } from './routes/axes.ts';
import { addCalendars } from './routes/calendars.ts';
import { addDates } from './routes/dates.ts';
import { addDeeds } from './routes/deeds.ts';
import { addDirectory } from './routes/directory.ts';
import { addDistrict } from './routes/district.ts';
import { addDrafts } from './routes/drafts.ts';
import { addEdits } from './routes/edits.ts';
import { addEvents } from './routes/events.ts';
import { addEvidenceFiles } from './routes/evidence.ts';
import { evidenceTaker } from './routes/evidence-taker.ts';
import { addExports } from './routes/exports.ts';
import { addFeedback } from './routes/feedback.ts';
import { addFlood } from './routes/flood.ts';
import { addFloodResults } from './routes/flood-results.ts';
import { addFloodSensitivity } from './routes/flood-sensitivity.ts';
import { addGates } from './routes/gates.ts';
import { addImport } from './routes/import.ts';
import { addIndicators } from './routes/indicators.ts';
import { addIndustries } from './routes/industries.ts';
import { addLoop } from './routes/loop.ts';
import { addMap } from './routes/map.ts';
import { addMonthly } from './routes/monthly.ts';
import { addNotices } from './routes/notices.ts';
import { addNouns } from './routes/nouns.ts';
import { addOc4ids } from './routes/oc4ids.ts';
import { addOutside } from './routes/outside.ts';
import { addPasskeys } from './routes/passkeys.ts';
import { addPeople } from './routes/people.ts';
import { addPersons } from './routes/persons.ts';
import { addPlans } from './routes/plans.ts';
import { addProbes } from './routes/probes.ts';
import { addPublicSite } from './routes/public-site.ts';
import { addPublishing } from './routes/publishing.ts';
import { addReports } from './routes/reports.ts';
import { addRevisions } from './routes/revisions.ts';
import { addRuns } from './routes/runs.ts';
import { addScreens, hasScreens } from './routes/screens.ts';
import { addSession } from './routes/session.ts';
import { addSheets } from './routes/sheets.ts';
import { addSpace } from './routes/space.ts';
import { addStart } from './routes/start.ts';
import { addSupervision } from './routes/supervision.ts';
import { addTexts } from './routes/texts.ts';
import { addUpkeep } from './routes/upkeep.ts';
import { addValueSheets } from './routes/value-sheets.ts';
import { addViews } from './routes/views.ts';
import type { Faults } from './running/faults.ts';
import type { Restarts } from './running/restarts.ts';
import type { UpkeepWatch } from './running/upkeep-watch.ts';
import { nameRequests } from './running/watchdog.ts';
import type { Runs } from './runs/runs.ts';
import { followRequests } from './view/noted.ts';

/** What the OpenAPI document says of the whole. */
const OPENAPI: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: 'Westgate',
    version: '1',
    description: 'A published plan as sentences, commitments, projects, places and indicators, with states computed for a day.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'westgate-{port}',
        description: 'What POST /api/v1/session sets; named by the port that browsers know, behind https with __Host- before it.',
      },
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token of an account, for what its scopes allow, or the key of a command on this machine.',
      },
    },
  },
};

/** What the application is made of. */
export interface AppParts {
  readonly office: Office;
  readonly stream: ChangeStream;
  readonly notifier: Notifier;
  readonly followers: FollowerMail;
  /** The districts that may be loaded at any time. */
  readonly examples: Examples;
  /** The folder of working calendars; null where there is none. */
  readonly calendarsFolder: string | null;
  /** The built screens; null to serve the API alone. */
  readonly webDir: string | null;
  readonly isClosing: () => boolean;
  readonly limits: Limits;
  readonly running: RunningAnswers;
  readonly downloads: Downloads;
  readonly publisher: Publisher;
  /** The public pages that this server gives. */
  readonly served: ServedSite;
  readonly runs: Runs;
  /** Who may come in. */
  readonly authentication: Authentication;
  /** What is written to standard error: `error` tells faults of ours alone, `warn` what held the office as well. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  /** Takes the lines of the log. */
  readonly writeLog: WriteLine;
  readonly upkeep: UpkeepWatch;
  readonly faults: Faults;
  /** Null: nothing starts it again. */
  readonly restarts: Restarts | null;
}

/** The whole HTTP application, not yet listening. */
export async function buildApp({
  office,
  examples,
  calendarsFolder,
  stream,
  notifier,
  followers,
  webDir,
  isClosing,
  limits,
  running,
  downloads,
  publisher,
  served,
  runs,
  authentication,
  logLevel,
  writeLog,
  upkeep,
  faults,
  restarts,
}: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logLevel === 'silent' ? false : loggerOptions(logLevel, writeLog),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: limits.bodyBytes,
    trustProxy: authentication.origin === null ? false : 'loopback',
    requestTimeout: Math.max(limits.requestMs, limits.importMs),
    keepAliveTimeout: limits.idleMs,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, randomUUID()),
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendProblem(request, reply, error);
    },
  });
  nameRequests(app);
  followRequests();
  const counts = new RequestCounts(limits);
  const front = new Front({ office, authentication, counts, running, isClosing });
  front.stand(app.server);
  limitConnections(app.server, limits, authentication.origin !== null);
  limitRequestTimes(app.server, limits, ({ socket }) => refuseConnection(LATE, socket, randomUUID()));
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  const allowed = new AllowedMethods();
  allowed.learn(app);
  app.removeContentTypeParser('text/plain');
  addJsonBodies(app, limits.bodyBytes);
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    requireDaysAsked(office.desk.register, request);
    done();
  });
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  app.setNotFoundHandler((request, reply) => answerMissing(request, reply, allowed));

  addRequestSignals(app);
  addRequestWork(app);
  guard(app, authentication.origin);
  guardFirstAccount(app, office, authentication);
  await app.register(swagger, { openapi: OPENAPI, transform: jsonSchemaTransform, transformObject: jsonSchemaTransformObject });
  await app.register(async (root) => addProbes(root, office, { isClosing, faults, restarts, upkeep }));
  const archives = new FloodArchives(runs);
  await app.register(
    async (api) => {
      addAuthentication(api, office, authentication);
      limitAnswers(api, limits.answerBytes, running);
      packAnswers(api);
      front.learn(api);
      counts.limit(api);
      shareReads(api, () => office.desk.people.hasAccounts);
      addSession(api, office, authentication);
      addPasskeys(api, office, authentication);
      addDirectory(api, office, authentication);
      addPeople(api, office, authentication.origin);
      addAccount(api, office);
      addDistrict(api, office, downloads);
      addAxes(api, office);
      addIndicators(api, office);
      addSpace(api, office);
      addEvents(api, office);
      addFeedback(api, office);
      addCalendars(api, office, authentication.origin);
      addIndustries(api, office);
      await api.register(async (scope) => addImport(scope, office, limits));
      addStart(api, office, examples);
      addMap(api, office);
      addNouns(api, office);
      addRevisions(api, office);
      addEdits(api, office);
      addDeeds(api, office, { stream, authentication });
      addLoop(api, office, calendarsFolder);
      addTexts(api, office);
      addPlans(api, office);
      addDrafts(api, office);
      addSheets(api, office, downloads);
      addValueSheets(api, office, downloads);
      addOc4ids(api, office, downloads);
      addPersons(api, office);
      addExports(api, office, downloads);
      addReports(api, office, downloads);
      addActions(api, office, archives);
      addGates(api, office);
      addDates(api, office);
      addSupervision(api, office);
      addAtWork(api, office);
      await addNotices(api, office, notifier);
      const takeEvidence = evidenceTaker(office, limits);
      await api.register(async (scope) => addEvidenceFiles(scope, office, limits, { takeEvidence, downloads }));
      await addOutside(api, office, limits, takeEvidence);
      addMonthly(api, office, downloads);
      addViews(api, office);
      addUpkeep(api, office, upkeep);
      addPublishing(api, office, { publisher, served, followers, downloads });
      addFlood(api, office);
      addFloodResults(api, office, { archives, downloads });
      addFloodSensitivity(api, office, runs);
      addRuns(api, office, { runs, limits, downloads });
    },
    { prefix: '/api/v1' },
  );
  await app.register(async (root) => {
    watchAnswers(root, running);
    packAnswers(root);
    await addPublicSite(root, office, { site: served, followers, limits });
  });
  await app.register(async (root) => {
    watchAnswers(root, running);
    packAnswers(root);
    await addApiPage(root);
    if (hasScreens(webDir)) await addScreens(root, webDir, limits.lettersAMinute);
  });
  return app;
}

/** Where nothing is: the methods that the address takes. */
function answerMissing(request: FastifyRequest, reply: FastifyReply, allowed: AllowedMethods): FastifyReply {
  const [path = ''] = request.url.split('?');
  const methods = allowed.at(path);
  if (methods.length > 0 && !methods.includes(request.method)) {
    reply.header('allow', methods.join(', '));
    return sendProblem(
      request,
      reply,
      new WestgateError('WG_METHOD_REFUSED', `${path.slice(0, 200)} takes ${methods.join(', ')}, not ${request.method}`),
    );
  }
  return sendProblem(request, reply, new WestgateError('WG_NOT_FOUND', `there is nothing at ${request.method} ${path.slice(0, 200)}`));
}
