import { invariant } from '@westgate/base';

/** Numbers by which PostgreSQL names its types, the same in every version. */
const TYPE = { int8: 20, date: 1082, timestamptz: 1184, jsonb: 3802, numeric: 1700 } as const;

/** What the text of a value becomes, by the number of its type. Said aloud because the drivers' own choices differ. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [TYPE.int8]: parseInt8,
  [TYPE.date]: (text) => text,
  [TYPE.timestamptz]: (text) => new Date(text).toISOString(),
  [TYPE.jsonb]: (text) => JSON.parse(text),
  [TYPE.numeric]: (text) => {
    throw new Error(`no column of the store is numeric, got ${text}`);
  },
};

function parseInt8(text: string): number {
  const value = Number(text);
  invariant(Number.isSafeInteger(value), `${text} lies within 2^53`);
  return value;
}
