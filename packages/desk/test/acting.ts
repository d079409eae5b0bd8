import assert from 'node:assert/strict';
import { dayOf } from '@westgate/base';
import { type Ask, act, type By, type Desk } from '@westgate/desk';
import type { ActionName } from '@westgate/domain';

/** Does an action that makes a deed, as an office without accounts does on `today`: the deed, the secret of a link, and the id of the record it made. */
export async function acted<N extends ActionName>(desk: Desk, name: N, ask: Omit<Ask<N>, 'reason'>, by: By, today = dayOf('2026-07-01')) {
  const { deed, made, secret } = await act(desk, name, ask, by, { today, reader: null, name: by.who });
  assert.ok(deed);
  return { deed, secret, id: made[0] ?? '' };
}

/** What is decided of a question of a text, with nothing more said. */
export const DECIDED = { sentence: null, zh: null, en: null };
