import { anyref } from './anyref.ts';
import { boolean } from './boolean.ts';
import { day } from './day.ts';
import { oneWord } from './enum.ts';
import { fen } from './fen.ts';
import { id } from './id.ts';
import { integer } from './integer.ts';
import { json } from './json.ts';
import type { Kind } from './kind.ts';
import { list } from './list.ts';
import { number } from './number.ts';
import { period } from './period.ts';
import { ref } from './ref.ts';
import { text } from './text.ts';

/** Every kind of column by its name. A new one stands here, in `record/kinds` of the screens, and in the shapes of the HTTP contract. */
export const KINDS = {
  id,
  ref,
  anyref,
  text,
  enum: oneWord,
  day,
  period,
  number,
  integer,
  fen,
  boolean,
  list,
  json,
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;
