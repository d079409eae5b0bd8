import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { SCREEN_ADDRESSES } from '@westgate/contract';
import { PLURALS } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitAddressRate } from '../caller/request-counts.ts';
import { addLetters } from './letters.ts';

/** The words of kinds of records in addresses. */
const NOUNS = Object.values(PLURALS);
/** The addresses of the screens as the server takes them, each once. */
const URLS = new Set(
  SCREEN_ADDRESSES.flatMap((address) =>
    address.startsWith('/$nouns/') ? NOUNS.map((noun) => address.replace('$nouns', noun)) : [address],
  ).map((address) => address.replaceAll('$', ':')),
);

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
  for (const url of URLS) app.get(url, { schema: { hide: true } }, screen);
}

/** True when the screens were built. */
export function hasScreens(webDir: string | null): webDir is string {
  return webDir !== null && existsSync(join(webDir, 'index.html'));
}

function setCache(reply: FastifyReply, path: string): void {
  const isHashed = /[/\\](?:assets|fonts)[/\\]/.test(path);
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
