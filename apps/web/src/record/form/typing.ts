import { type Geometry, isDay, isPeriod, isSlug } from '@westgate/base';
import { type KindName, moneyText, readMoney } from '@westgate/domain';
import type { WordId } from '../../messages/words.ts';

/** What a control holds: text as typed, a switch, tags, a shape. */
export type FormValue = string | boolean | readonly string[] | Geometry | null;

/** How the values of a kind of column are typed. */
interface Typing {
  /** What a control holds where nothing is said. */
  readonly blank: FormValue;
  /** A value of a row as its control holds it. */
  readonly shown: (value: unknown) => FormValue;
  /** What was typed, without blanks around it, as the API takes it. */
  readonly read: (text: string) => unknown;
  /** What is said where something must be typed and is not; null where the server gives the value. */
  readonly lacking: WordId | null;
  /** What is wrong with what was typed; null where nothing is. `isNew`: the record is being made. */
  readonly fault: (text: string, isNew: boolean) => WordId | null;
}

const WORDS: Typing = { blank: '', shown: String, read: (text) => text, lacking: 'form.fault.empty', fault: () => null };
const CHOICE: Typing = { ...WORDS, lacking: 'form.fault.choose' };
const NUMBER: Typing = {
  ...WORDS,
  read: numberTyped,
  fault: (text) => (Number.isFinite(numberTyped(text)) ? null : 'record.fault.value'),
};

/** How each kind of column is typed. */
export const TYPING: { readonly [K in KindName]: Typing } = {
  id: { ...WORDS, lacking: null, fault: (text, isNew) => (!isNew || isSlug(text) ? null : 'form.fault.id') },
  ref: CHOICE,
  anyref: WORDS,
  text: WORDS,
  enum: CHOICE,
  day: { ...WORDS, fault: (text) => (isDay(text) ? null : 'form.fault.day') },
  period: { ...WORDS, fault: (text) => (isPeriod(text) ? null : 'record.fault.dates') },
  number: NUMBER,
  integer: NUMBER,
  fen: {
    ...WORDS,
    shown: (value) => moneyText(Number(value)),
    read: readMoney,
    fault: (text) => (readMoney(text) === null ? 'money.fault.amount' : null),
  },
  boolean: { ...WORDS, blank: false, shown: (value) => value === true },
  list: { ...WORDS, blank: [], shown: (value) => (Array.isArray(value) ? value.map(String) : []) },
  json: { ...WORDS, blank: null, shown: parseGeometry },
};

/** A number as it was typed, its thousands set apart or not; not a number where it is none. */
function numberTyped(text: string): number {
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The one place where a geometry of a row is taken to be what the register holds: the server checked it. */
function parseGeometry(value: unknown): Geometry {
  return value as Geometry;
}
