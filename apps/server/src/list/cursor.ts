import { WestgateError } from '@westgate/base';
import type { SortValue } from '@westgate/domain';
import { z } from 'zod';

const BY_ID = 'id|';

const cursor = z.tuple([z.string(), z.array(z.union([z.string(), z.number(), z.null()])), z.string()]);

/** Where a page ended: the order it was read in, the sort values and the id of its last record. */
export interface Cursor {
  readonly key: string;
  readonly values: readonly SortValue[];
  readonly id: string;
}

/** A cursor as it goes into a URL. */
export function cursorOf({ key, values, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, values, id])).toString('base64url');
}

/** The cursor in `text`. Throws `WG_INPUT_INVALID` when it is none of ours or belongs to another order. */
export function readCursor(text: string, key: string): Cursor {
  const parsed = cursor.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new WestgateError('WG_INPUT_INVALID', `after: expected the cursor of the page before, got "${shortened(text)}"`);
  const [ofKey, values, id] = parsed.data;
  // What is sorted by its id has the id for its value: anything else was never given.
  if (ofKey.startsWith(BY_ID) && values[0] !== id)
    throw new WestgateError('WG_INPUT_INVALID', `after: expected the cursor of the page before, got "${shortened(text)}"`);
  if (ofKey !== key) {
    throw new WestgateError('WG_INPUT_INVALID', `after: expected a cursor of the order "${key}", got one of "${shortened(ofKey)}"`);
  }
  return { key, values, id };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
