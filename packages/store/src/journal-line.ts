import { createHash } from 'node:crypto';
import { canonicalJson, type InstantString, type Json, WestgateError } from '@westgate/base';
import type { AnyRow, Change } from '@westgate/domain';
import type { Deed, DeedDraft, Head } from './deed.ts';

/** The number of the newest schema file; each journal line carries it, so that old lines can be read by new programs. */
export const SCHEMA_VERSION = 2;

/** The JSON of a journal line: what the hash covers. Keys are sorted, so equal deeds give equal bytes. */
type Body = Omit<Deed, 'changeCount' | 'prevHash' | 'hash'>;

/** The deed that follows `head`, and its journal line `<hash> <json>\n` in UTF-8. */
export function sealDeed(draft: DeedDraft, head: Head, at: InstantString): { readonly deed: Deed; readonly line: Buffer } {
  const body: Body = {
    seq: head.seq + 1,
    at,
    who: draft.who,
    verb: draft.verb,
    reason: draft.reason,
    idem: draft.idem ?? null,
    undoes: draft.undoes ?? null,
    schema: SCHEMA_VERSION,
    changes: draft.changes.map(({ table, key, before, after }) => ({ table, key, before, after })),
  };
  const json = Buffer.from(canonicalJson(jsonOf(body)));
  const hash = chainHash(head.hash, json);
  return { deed: deedOf(body, head.hash, hash), line: Buffer.concat([Buffer.from(`${hash} `), json, Buffer.from('\n')]) };
}

/** The deed of a journal line whose hash has been checked. `line` is without its line end. Throws WG_FOLDER_NEWER when it is of a newer schema. */
export function parseLine(line: Buffer, prevHash: string): Deed {
  const body = JSON.parse(line.toString('utf8', 65)) as Body;
  if (body.schema > SCHEMA_VERSION) {
    const message = `Expected deeds of schema ${SCHEMA_VERSION} or older; deed ${body.seq} is of schema ${body.schema}.`;
    throw new WestgateError('WG_FOLDER_NEWER', message, { seq: body.seq, schema: body.schema, known: SCHEMA_VERSION });
  }
  return deedOf(body, prevHash, line.toString('latin1', 0, 64));
}

/** The hash at the start of `line` when it is the right one after `prevHash`, else null. `line` is without its line end. */
export function checkedHash(line: Buffer, prevHash: string): string | null {
  if (line.length < 67 || line[64] !== 0x20) return null;
  const hash = line.toString('latin1', 0, 64);
  return hash === chainHash(prevHash, line.subarray(65)) ? hash : null;
}

/** Rows and drafts hold nothing but JSON values; their types only say less. */
export function jsonOf(value: Body | AnyRow | readonly AnyRow[] | readonly Change[]): Json {
  return value as unknown as Json;
}

function chainHash(prevHash: string, json: Buffer): string {
  return createHash('sha256').update(prevHash, 'latin1').update(json).digest('hex');
}

function deedOf(body: Body, prevHash: string, hash: string): Deed {
  return { ...body, changeCount: body.changes.length, prevHash, hash };
}
