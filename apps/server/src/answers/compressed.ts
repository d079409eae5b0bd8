import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** Below this it costs more than it spares: it goes out in one packet anyway. */
const LEAST_BYTES = 1400;
/** Packed as an answer is waited for: half of the time that the best would take, a tenth larger. */
const [BROTLI_QUALITY, GZIP_LEVEL] = [4, 5];
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?json|image\/svg|font\/ttf)/;

const packers: { readonly [C in Coding]: (bytes: Buffer) => Promise<Buffer> } = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
};

/** Sends texts that are answered as a whole packed, where the caller takes that. What is kept to be sent again is packed once. */
export function packAnswers(app: FastifyInstance): void {
  const kept: { readonly [C in Coding]: WeakMap<Buffer, Promise<Buffer>> } = { br: new WeakMap(), gzip: new WeakMap() };
  const packed = (bytes: Buffer, coding: Coding): Promise<Buffer> => {
    const known = kept[coding].get(bytes) ?? packers[coding](bytes);
    kept[coding].set(bytes, known);
    known.catch(() => kept[coding].delete(bytes));
    return known;
  };
  app.addHook('onSend', async (request, reply, payload) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!(bytes instanceof Buffer) || bytes.length < LEAST_BYTES || !isText(reply)) return payload;
    const varies = String(reply.getHeader('vary') ?? '');
    if (!varies.includes('accept-encoding')) reply.header('vary', varies === '' ? 'accept-encoding' : `${varies}, accept-encoding`);
    const coding = codingFor(request);
    if (coding === null) return payload;
    const tag = reply.getHeader('etag');
    // The same answer in other bytes.
    if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
    reply.header('content-encoding', coding).removeHeader('content-length');
    return packed(bytes, coding);
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
