import { hash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAs, answeredWith } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';

/** Where an answer tells the last deed. */
export const SEQ_HEADER = 'x-westgate-seq';

/** A new mark for each process, so that no browser takes an answer of an earlier one, or of another folder, for this. */
const PROCESS = randomUUID().slice(0, 8);

/** What an answer is called by what it is made from: for all that are answered alike, and for whoever asks alone. */
export interface AnswerNames {
  readonly alike: string;
  readonly own: string;
  /** The same without the deed: what is kept may hold over it. */
  readonly keptAs: { readonly alike: string; readonly own: string };
}

/** What the answer to `request` is called. */
export function namesOf({ caller, url }: FastifyRequest, { seq, asOf, today }: View, { standing }: Office): AnswerNames {
  const rest = [asOf, today, standing, url];
  const nameFor = (who: string): string => hashOf([PROCESS, who, seq, ...rest].join(' '));
  const keptFor = (who: string): string => [who, ...rest].join(' ');
  const [alike, own] = [answeredWith(caller), answeredAs(caller)];
  return { alike: nameFor(alike), own: nameFor(own), keptAs: { alike: keptFor(alike), own: keptFor(own) } };
}

/**
 * The tag of an answer: what it is called, and what it says, `text`. An answer may say the same though it was made from something else: a deed changes few.
 */
export function tagOf({ url }: FastifyRequest, { name, who, text }: { name: string; who: string; text: string }): string {
  // Weak: the same answer may go out packed.
  return `W/"${name}.${hashOf([PROCESS, who, url, text].join(' '))}"`;
}

/** Names the answer and says whether the caller holds it already: then by the tag that the caller has of it. */
export function isHeld(request: FastifyRequest, reply: FastifyReply, view: View, office: Office): boolean {
  const { own } = namesOf(request, view, office);
  const held = heldBy(request).find((tag) => nameIn(tag) === own);
  reply
    .header('etag', held ?? `"${own}"`)
    .header('cache-control', 'no-cache')
    .header(SEQ_HEADER, view.seq);
  return held !== undefined;
}

/** Whether the caller says that it holds the answer of the tag `tag`. */
export function holds(request: FastifyRequest, tag: string): boolean {
  return heldBy(request).some((held) => held.replace(/^W\//, '') === tag);
}

/** The tags of what the caller says that it holds. */
export function heldBy({ headers }: Pick<IncomingMessage, 'headers'>): readonly string[] {
  const held = headers['if-none-match'] ?? '';
  return held === '' ? [] : held.split(',').map((each) => each.trim());
}

/** What an answer of this tag was called. */
export function nameIn(tag: string): string {
  return partsOf(tag)[0] ?? '';
}

/** What an answer of this tag says; undefined where the tag does not tell. */
export function contentIn(tag: string): string | undefined {
  return partsOf(tag)[1];
}

function partsOf(tag: string): readonly string[] {
  return tag.replace(/^(?:W\/)?"|"$/g, '').split('.');
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
