import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type Font, fontOf, packedFont, readFont, Turns, WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import { tooMany } from '../caller/too-many.ts';

/** The faces of the screens, as the build named their files. */
const FACES = ['sans', 'serif-400', 'serif-600'] as const;
type Face = (typeof FACES)[number];

/** Most letters of one answer: more would make the address longer than servers take. */
const MOST_LETTERS = 800;
/** Bytes of answers that are kept: what the same screens ask for is the same. */
const MOST_KEPT = 16 * 1024 * 1024;
/** Packed as small as it goes: a set of letters is asked for once by each browser, and kept here. */
const BEST = {
  params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT, [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
};
/** Sets of letters that wait to be made, one after the other: packing them takes a processor, and anybody may ask. */
const MOST_WAITING = 32;
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Serves the letters of a text as a font file that holds no others: `/letters/<face>?of=<letters>`, out of the whole faces in `folder`. */
export function addLetters(app: FastifyInstance, folder: string): void {
  const whole = new Map<Face, Font>();
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let keptBytes = 0;
  const turns = new Turns();
  const made = (name: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    if (making.size >= MOST_WAITING) throw tooMany(`expected at most ${MOST_WAITING} sets of letters that are being made`, 1);
    const file = turns.take(make).finally(() => making.delete(name));
    making.set(name, file);
    return file;
  };
  const fontOfFace = (face: Face): Font => {
    const font = whole.get(face) ?? readFont(readFileSync(join(folder, `${face}.ttf`)));
    whole.set(face, font);
    return font;
  };
  for (const face of FACES) {
    app.get<{ Querystring: { of?: unknown } }>(`/letters/${face}`, { schema: { hide: true } }, async ({ query }, reply) => {
      const letters = lettersAsked(query.of);
      const name = `${face} ${letters.join('')}`;
      const file = await (kept.get(name) ?? making.get(name) ?? made(name, () => fileOf(fontOfFace(face), letters)));
      if (!kept.delete(name)) keptBytes += file.length;
      kept.set(name, file);
      for (const [oldest, { length }] of kept) {
        if (keptBytes <= MOST_KEPT) break;
        kept.delete(oldest);
        keptBytes -= length;
      }
      return reply.type('font/woff2').header('cache-control', FOR_GOOD).send(file);
    });
  }
}

async function fileOf(font: Font, letters: readonly string[]): Promise<Buffer> {
  const signs = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const packed = await packedFont(fontOf([font], signs), (bytes) => promisify(brotliCompress)(bytes, BEST));
  return Buffer.from(packed.buffer);
}

function lettersAsked(of: unknown): string[] {
  const letters = typeof of === 'string' ? [...new Set(of)].sort() : [];
  if (letters.length >= 1 && letters.length <= MOST_LETTERS) return letters;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `of：应为 1 至 ${MOST_LETTERS} 个字，现为 ${letters.length}`,
    en: `of: expected 1 to ${MOST_LETTERS} letters, got ${letters.length}`,
  });
}
