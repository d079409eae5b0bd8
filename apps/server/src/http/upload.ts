import { WestgateError } from '@westgate/base';
import type { FastifyRequest } from 'fastify';
import { drain } from './drain.ts';

/** A form with one file, as it comes in: its texts, and what `take` made of the file. */
export interface Upload<Taken> {
  readonly fields: Readonly<Record<string, string>>;
  readonly taken: Taken;
}

/** What a form may hold beside its file. */
const FORM_LIMITS = { files: 1, fields: 20, fieldSize: 4_000, fieldNameSize: 60, parts: 22, headerPairs: 20 } as const;

/** A sender of more than so many times the limit is cut off. */
const DRAINED_TIMES = 10;

/**
 * Reads a form with one file, part by part: `take` is handed the file as a stream and must read it to its end or throw. When anything is
 * wrong with the form after that, `drop` lets go what was taken.
 */
export async function readUpload<Taken>(
  request: FastifyRequest,
  { most, drainMs }: { readonly most: number; readonly drainMs: number },
  {
    take,
    drop,
  }: {
    readonly take: (name: string, content: AsyncIterable<Uint8Array>) => Promise<Taken>;
    readonly drop: (taken: Taken) => Promise<void>;
  },
): Promise<Upload<Taken>> {
  if (!request.isMultipart()) throw new WestgateError('WG_MEDIA_REFUSED', 'expected a form with a file: content-type multipart/form-data');
  const fields: Record<string, string> = Object.create(null);
  const held: Taken[] = [];
  try {
    for await (const part of request.parts({ limits: { ...FORM_LIMITS, fileSize: most + 1 }, preservePath: true })) {
      if (part.type === 'file') held.push(await take(part.filename ?? '', part.file));
      else if (Object.hasOwn(fields, part.fieldname))
        throw new WestgateError('WG_INPUT_INVALID', `expected the field ${part.fieldname} once`);
      else fields[part.fieldname] = textOf(part.fieldname, part);
    }
    const [taken] = held;
    if (taken === undefined)
      throw new WestgateError('WG_INPUT_INVALID', { zh: 'file：没有选文件', en: 'file: expected a file in the form' });
    return { fields: { ...fields }, taken };
  } catch (error) {
    for (const taken of held) await drop(taken);
    await drain(request.raw, { bytes: most * DRAINED_TIMES, ms: drainMs });
    throw formFault(error);
  }
}

/** What the reader of forms says of one that is cut short or written wrongly, as the caller's fault; every other error as it is. */
export function formFault(error: unknown): unknown {
  const isCallers =
    error instanceof Error && /unexpected end of multipart data|multipart: boundary not found|needle cannot/i.test(error.message);
  return isCallers
    ? new WestgateError('WG_INPUT_INVALID', `body: expected a whole form with a short boundary, found: ${error.message}`)
    : error;
}

function textOf(name: string, { value, valueTruncated }: { readonly value: unknown; readonly valueTruncated: boolean }): string {
  if (typeof value === 'string' && !valueTruncated) return value;
  throw new WestgateError('WG_INPUT_INVALID', `${name.slice(0, 60)}: expected a text of at most ${FORM_LIMITS.fieldSize} bytes`);
}
