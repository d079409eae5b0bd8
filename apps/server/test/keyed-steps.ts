import assert from 'node:assert/strict';
import { addDays, dayOf } from '@westgate/base';
import type { Desk } from '@westgate/desk';
import type { TableName } from '@westgate/domain';
import { pdf } from './evidence/sample-files.ts';
import type { TestOffice } from './office.ts';
import { type Headers, join } from './people-office.ts';

/** A body of JSON, or the fields of a form. */
export type Body = Readonly<Record<string, unknown>>;

/** A request as it is sent, without its key. */
export interface Keyed {
  readonly path: string;
  readonly body: Body;
  /** Another request to the same address: what differs in the body. */
  readonly other: Body;
  /** A file that comes with the body, which is then a form. */
  readonly file?: readonly [name: string, bytes: Uint8Array];
  readonly headers?: Headers;
  /** What of an answer is told once only. */
  readonly toldOnce?: string;
}

/** An office of people, in which someone may do everything but decide on a proposal of their own. */
export interface Setting {
  readonly desk: Desk;
  readonly house: TestOffice;
  readonly own: Headers;
  /** Another person of the programme office. */
  readonly second: Headers;
}

/** Who signs the requests. */
export const WHO = { who: 'Ada', reason: '' };
/** Another reason. */
export const OTHER = { reason: 'another' };
const BANK = [
  [9.92, 53.51],
  [10, 53.51],
  [10, 53.56],
  [9.92, 53.51],
];
/** Its outline. */
export const OUTLINE = { name_en: 'Mill Town', basis_en: 'given on screen', geometry: { type: 'Polygon', coordinates: [BANK] } };
/** What is said of a file. */
export const EVIDENCE = { ...WHO, subjectKind: 'project', subjectId: 'sea-wall', titleEn: 'Tides', on: '2025-01-31' };

/** Sends a write that must succeed. */
export async function sent(
  { house, own }: Setting,
  path: string,
  body: Body,
  headers: Headers = {},
  method = 'POST',
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await house.send(method, `/api/v1/${path}`, body, { ...own, ...headers });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${path}: ${text}`);
  return JSON.parse(text);
}

/** Columns of a record, with an id where its table makes none. */
export function withId(table: TableName, fields: Body, name: string): Body {
  return table === 'source' ? { ...fields, id: `crane-book-${name}` } : fields;
}

/** The id of a record that was made. */
export async function madeRecord({ desk }: Setting, table: TableName, fields: Body, name: string): Promise<string> {
  const { records } = await desk.edit([{ action: 'create', table, fields: withId(table, fields, name) }], { who: 'westgate' });
  return records[0]?.key ?? '';
}

/** The header that says which revision was read. */
export function read({ desk }: Setting, table: TableName, key: string): Headers {
  const rows: ReadonlyMap<string, { readonly rev: number }> = desk.register[table];
  return { 'if-match': `"${rows.get(key)?.rev}"` };
}

/** A request that gives a record other values, and another. */
export function revision(at: Setting, noun: string, table: TableName, id: string, [fields, other]: readonly [Body, Body]): Keyed {
  return { path: `${noun}/${id}`, body: { ...WHO, fields }, other: { fields: other }, headers: read(at, table, id) };
}

/** A request that takes a record out. */
export function removal(at: Setting, noun: string, table: TableName, id: string): Keyed {
  return { path: `${noun}/${id}`, body: WHO, other: OTHER, headers: read(at, table, id) };
}

/** The text of the plan of the ward, reworded. */
export function textOf({ desk }: Setting, reword: (text: string, id: string) => string): string {
  const held = [...desk.register.sentence.values()].filter(({ document, in_text }) => document === 'ward-plan' && in_text);
  return held
    .map(({ text_en, id }) => reword(text_en ?? '', id))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Brings the file that a gate asks for. */
export async function brought({ house, own }: Setting, requirement: string): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...EVIDENCE, requirement })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(pdf('tides'))]), 'tides.pdf');
  const answer = await house.ask('/api/v1/evidence', { method: 'POST', headers: own, body: form });
  assert.equal(answer.status, 200, await answer.text());
}

/** Puts the due dates of projects under review. */
export async function underReview({ desk }: Setting): Promise<void> {
  const fields = { subject_kind: 'project', field: 'due_on', basis_en: 'Ward rules, 12' };
  await desk.edit([{ action: 'create', table: 'review_rule', fields }], { who: 'westgate' });
}

let people = 0;
/** Another member of the department of works. */
export async function colleague({ house }: Setting): Promise<string> {
  people += 1;
  return (await join(house, `Member${people}`, ['department-member'], 'works')).id;
}

/** What a link for a body outside is made of. */
export function linkDraft(): Body {
  const today = dayOf(new Date().toISOString().slice(0, 10));
  const subject = { subjectKind: 'project', subjectId: 'sea-wall' };
  return { ...WHO, ...subject, body: { zh: null, en: 'Harbour Company' }, expiresOn: addDays(today, 7) };
}

/** The header by which the holder of a new link is known. */
export async function linkOf(at: Setting): Promise<Headers> {
  const { link } = await sent(at, 'outside-links', linkDraft());
  return { 'westgate-link': String(link).split('#')[1] ?? '' };
}
