import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { PLURALS } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitAddressRate } from '../caller/request-counts.ts';
import { addLetters } from './letters.ts';

/** The addresses of the screens; everything behind them is decided in the browser. */
const SCREENS = [
  '/',
  '/today',
  '/exceptions',
  '/plan',
  '/atlas',
  '/register',
  '/programme',
  '/rulebook',
  '/monthly',
  '/supervision',
  '/coverage',
  '/breakdown',
  '/brief',
  '/results',
  '/results/health-check',
  '/results/events',
  '/results/industries',
  '/results/values',
  '/results/parks',
  '/results/leader',
  '/reports',
  '/publish',
  '/runs',
  '/start',
  '/settings',
  '/settings/calendar',
  '/people',
  '/account',
  '/welcome',
  '/sign-in',
  '/directory',
  '/outside',
  '/unsubscribe',
  '/accessibility',
  '/journal',
];
const NOUN_SCREENS = [...Object.values(PLURALS), 'supervision'];
/** What is gathered under a value of an axis, or in a place. */
const GATHERING_SCREENS = ['/gathering/:by/:id'];
/** What is done with a plan. */
const PLAN_SCREENS = ['/plan/new', '/plan/text', '/plan/versions', '/plan/review', '/plan/sheet'];
/** What is done with a record of any kind, and a new one. */
const FORM_SCREENS = ['/new/:noun', ...['edit', 'link', 'merge', 'take-out'].map((act) => `/${act}/:noun/:id`)];

/** Serves the built screens from `webDir`, packed where a caller takes that, as the build made them. Files under `/assets` and `/fonts` carry a hash in their address and are kept for good. */
export async function addScreens(app: FastifyInstance, webDir: string, lettersAMinute: number): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: setCache,
  });
  await app.register(async (letters) => {
    limitAddressRate(letters, lettersAMinute);
    addLetters(letters, join(webDir, 'fonts'));
  });
  const screen = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => reply.sendFile('index.html');
  for (const url of [...SCREENS, ...PLAN_SCREENS, ...GATHERING_SCREENS, ...FORM_SCREENS, ...NOUN_SCREENS.map((noun) => `/${noun}/:id`)])
    app.get(url, { schema: { hide: true } }, screen);
}

/** True when the screens were built. */
export function hasScreens(webDir: string | null): webDir is string {
  return webDir !== null && existsSync(join(webDir, 'index.html'));
}

function setCache(reply: FastifyReply, path: string): void {
  const isHashed = /[/\\](?:assets|fonts)[/\\]/.test(path);
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
