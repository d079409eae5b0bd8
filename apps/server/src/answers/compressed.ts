import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** Below this it costs more than it spares: it goes out in one packet anyway. */
const LEAST_BYTES = 1400;
/** Packed as an answer is waited for: half of the time that the best would take, a tenth larger. */
const [BROTLI_QUALITY, GZIP_LEVEL] = [4, 5];
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?json|image\/svg|font\/ttf)/;

/** What is smaller is packed where it stands: handing it to another thread takes several times as long as packing it. */
const MOST_AT_ONCE = 32 * 1024;

const brotliOf = ({ length }: Buffer): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: length },
});
const packers: {
  readonly [C in Coding]: { readonly atOnce: (bytes: Buffer) => Buffer; readonly beside: (bytes: Buffer) => Promise<Buffer> };
} = {
  br: {
    atOnce: (bytes) => brotliCompressSync(bytes, brotliOf(bytes)),
    beside: (bytes) => promisify(brotliCompress)(bytes, brotliOf(bytes)),
  },
  gzip: {
    atOnce: (bytes) => gzipSync(bytes, { level: GZIP_LEVEL }),
    beside: (bytes) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
  },
};

/** Sends texts that are answered as a whole packed, where the caller takes that. What is kept to be sent again is packed once. */
export function packAnswers(app: FastifyInstance): void {
  const kept: { readonly [C in Coding]: WeakMap<Buffer, Buffer | Promise<Buffer>> } = { br: new WeakMap(), gzip: new WeakMap() };
  const packed = (bytes: Buffer, coding: Coding): Buffer | Promise<Buffer> => {
    const known = kept[coding].get(bytes);
    if (known !== undefined) return known;
    const { atOnce, beside } = packers[coding];
    const made = bytes.length <= MOST_AT_ONCE ? atOnce(bytes) : beside(bytes);
    kept[coding].set(bytes, made);
    if (made instanceof Promise) made.catch(() => kept[coding].delete(bytes));
    return made;
  };
  const packedFor = (request: FastifyRequest, reply: FastifyReply, payload: unknown): Buffer | Promise<Buffer> | null => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!(bytes instanceof Buffer) || bytes.length < LEAST_BYTES || !isText(reply)) return null;
    const varies = String(reply.getHeader('vary') ?? '');
    if (!varies.includes('accept-encoding')) reply.header('vary', varies === '' ? 'accept-encoding' : `${varies}, accept-encoding`);
    const coding = codingFor(request);
    if (coding === null) return null;
    const tag = reply.getHeader('etag');
    // The same answer in other bytes.
    if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
    reply.header('content-encoding', coding).removeHeader('content-length');
    return packed(bytes, coding);
  };
  app.addHook('onSend', (request, reply, payload, done) => {
    const packing = packedFor(request, reply, payload);
    if (!(packing instanceof Promise)) done(null, packing ?? payload);
    else
      packing.then(
        (bytes) => done(null, bytes),
        (error: Error) => done(error),
      );
  });
}

function isText(reply: FastifyReply): boolean {
  return reply.getHeader('content-encoding') === undefined && TEXT.test(String(reply.getHeader('content-type')));
}

/** Headers that were read before: browsers send few. */
const MOST_READ = 100;
const read = new Map<string, Coding | null>();

/** How the caller takes what is packed, the smallest first; null where it does not. */
export function codingFor({ headers }: Pick<FastifyRequest, 'headers'>): Coding | null {
  const header = String(headers['accept-encoding'] ?? '');
  const known = read.get(header);
  if (known !== undefined) return known;
  const coding = codingIn(header);
  if (read.size >= MOST_READ) read.clear();
  read.set(header, coding);
  return coding;
}

function codingIn(header: string): Coding | null {
  const taken = header.split(',').flatMap((each) => {
    const [name = '', quality = ''] = each.split(';');
    return /^\s*q=0(?:\.0*)?\s*$/.test(quality) ? [] : [name.trim()];
  });
  return CODINGS.find((coding) => taken.includes(coding)) ?? null;
}
