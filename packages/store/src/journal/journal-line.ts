import { createHash } from 'node:crypto';
import { canonicalJson, type InstantString, WestgateError } from '@westgate/base';
import type { Change } from '@westgate/domain';
import { type Batch, type BatchName, CHANGES_IN_LINE, imagesOf, packBatch } from './batch.ts';
import type { Deed, DeedDraft, DeedSummary, Head } from './deed.ts';
import { jsonOf } from './json-of.ts';

export { jsonOf };

/** The number of the newest schema file; each journal line carries it, so that old lines can be read by new programs. */
export const SCHEMA_VERSION = 39;

/** The first schema whose deeds of many changes keep them in a batch; before it every line holds its changes itself. */
const FIRST_WITH_BATCHES = 2;

/** What the JSON of every journal line says. */
type Saying = Omit<Deed, 'changeCount' | 'prevHash' | 'hash' | 'changes'>;

/** The same as it stands there: a deed without a key, and one of a schema that kept the key alone, says nothing of a request. */
type Said = Omit<Saying, 'request'> & { readonly request?: string | null };

/** The JSON of a journal line: what the hash covers. Keys are sorted, so equal deeds give equal bytes. */
type Body = Said & ({ readonly changes: readonly Change[] } | { readonly batch: BatchName });

/** A deed in the form in which it is kept. */
export interface SealedDeed {
  readonly deed: Deed;
  /** `<hash> <json>\n` in UTF-8. */
  readonly line: Buffer;
  /** The file that the line names; null where the line holds the changes itself. It must be on the disk before the line. */
  readonly batch: Batch | null;
}

/** The deed that follows `head`, with its journal line. */
export function sealDeed(draft: DeedDraft, head: Head, at: InstantString, told?: (rows: number) => void): SealedDeed {
  const changes = draft.changes.map(imagesOf);
  const { who, verb, reason, idem, undoes = null } = draft;
  const known = { idem: idem?.key ?? null, request: idem?.request ?? null };
  return seal({ seq: head.seq + 1, at, who, verb, reason, ...known, undoes, schema: SCHEMA_VERSION }, changes, head.hash, told);
}

/**
 * The journal line of a deed read back from a database: the same bytes as when it was first written. `hash` of the answer is reckoned
 * anew; where it is not that of `deed`, the deed was altered.
 */
export function sealAgain({ seq, at, who, verb, reason, idem, request, undoes, schema, changes, prevHash }: Deed): SealedDeed {
  return seal({ seq, at, who, verb, reason, idem, request, undoes, schema }, changes.map(imagesOf), prevHash);
}

/**
 * The deed of a journal line whose hash has been checked. `line` is without its line end; `changesOf` reads the file of a batch. Throws
 * WG_FOLDER_NEWER when the line is of a newer schema.
 */
export function parseLine(line: Buffer, prevHash: string, changesOf: (batch: BatchName) => readonly Change[]): Deed {
  const body = knownBody(line);
  return deedOf(body, 'batch' in body ? changesOf(body.batch) : body.changes, prevHash, line.toString('latin1', 0, HASH_LENGTH));
}

/** The hash of a deed read back from a database whose changes, too many for a line, stand in the batch of this name. */
export function hashOfBatched(deed: DeedSummary, { count, sha256 }: BatchName): string {
  const { seq, at, who, verb, reason, idem, request, undoes, schema, prevHash } = deed;
  return sealedBody({ seq, at, who, verb, reason, idem, request, undoes, schema }, { batch: { count, sha256 } }, prevHash).hash;
}

/** Whether a deed keeps its changes in a batch. */
export function isBatched({ schema, changeCount }: Pick<DeedSummary, 'schema' | 'changeCount'>): boolean {
  return schema >= FIRST_WITH_BATCHES && changeCount > CHANGES_IN_LINE;
}

/** What a line says of its deed, without the changes; its hash has been checked. */
export function parseSummary(line: Buffer, prevHash: string): DeedSummary {
  const body = knownBody(line);
  const changeCount = 'batch' in body ? body.batch.count : body.changes.length;
  return summaryOf(body, changeCount, prevHash, line.toString('latin1', 0, HASH_LENGTH));
}

/** The batch that a line names, or null. Looks at the whole line only where its beginning says that there is one. */
export function batchOf(line: Buffer): BatchName | null {
  if (!line.subarray(HASH_LENGTH + 1, BATCH_WITHIN).includes('"batch":{')) return null;
  const body = parseBody(line);
  return 'batch' in body ? body.batch : null;
}

/** The hash at the start of `line` when it is the right one after `prevHash`, else null. `line` is without its line end. */
export function checkedHash(line: Buffer, prevHash: string): string | null {
  if (line.length < HASH_LENGTH + 3 || line[HASH_LENGTH] !== 0x20) return null;
  const hash = line.toString('latin1', 0, HASH_LENGTH);
  return hash === chainHash(prevHash, line.subarray(HASH_LENGTH + 1)) ? hash : null;
}

/** `<hash> <json>\n`: a line that follows `prevHash`. */
export function hashedLine(prevHash: string, json: Buffer | string): Buffer {
  const bytes = Buffer.from(json);
  return lineOf(chainHash(prevHash, bytes), bytes);
}

/** The hash of a line of this JSON that follows `prevHash`. */
export function chainHash(prevHash: string, json: Buffer): string {
  return createHash('sha256').update(prevHash, 'latin1').update(json).digest('hex');
}

/** Characters of a hash; a space and the JSON follow. */
export const HASH_LENGTH = 64;
/** A line begins `<hash> {"at":"<24 characters>","batch":{`: keys are sorted. */
const BATCH_WITHIN = 140;

function seal(saying: Saying, changes: readonly Change[], prevHash: string, told?: (rows: number) => void): SealedDeed {
  const batch = isBatched({ schema: saying.schema, changeCount: changes.length }) ? packBatch(changes, told) : null;
  const { json, hash } = sealedBody(saying, batch ? { batch: { count: batch.count, sha256: batch.sha256 } } : { changes }, prevHash);
  return { deed: deedOf(saying, changes, prevHash, hash), line: lineOf(hash, json), batch };
}

function sealedBody(
  { request, ...rest }: Saying,
  held: { readonly changes: readonly Change[] } | { readonly batch: BatchName },
  prevHash: string,
): { readonly json: Buffer; readonly hash: string } {
  const said: Said = request === null ? rest : { ...rest, request };
  const body: Body = { ...said, ...held };
  const json = Buffer.from(canonicalJson(jsonOf(body)));
  return { json, hash: chainHash(prevHash, json) };
}

function knownBody(line: Buffer): Body {
  const body = parseBody(line);
  if (body.schema <= SCHEMA_VERSION) return body;
  const message = `Expected deeds of schema ${SCHEMA_VERSION} or older; deed ${body.seq} is of schema ${body.schema}.`;
  throw new WestgateError('WG_FOLDER_NEWER', message, { seq: body.seq, schema: body.schema, known: SCHEMA_VERSION });
}

function parseBody(line: Buffer): Body {
  return JSON.parse(line.toString('utf8', HASH_LENGTH + 1)) as Body;
}

function lineOf(hash: string, json: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${hash} `), json, Buffer.from('\n')]);
}

function deedOf(saying: Said, changes: readonly Change[], prevHash: string, hash: string): Deed {
  return { ...summaryOf(saying, changes.length, prevHash, hash), changes };
}

function summaryOf(
  { seq, at, who, verb, reason, idem, request, undoes, schema }: Said,
  changeCount: number,
  prevHash: string,
  hash: string,
): DeedSummary {
  return { seq, at, who, verb, reason, idem, request: request ?? null, undoes, schema, changeCount, prevHash, hash };
}
