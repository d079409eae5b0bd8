import { setImmediate as turn } from 'node:timers/promises';
import type { Geometry } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import { shapesIn } from './place.ts';

/** Rows looked at between which others get their turn. */
const ROWS_A_TURN = 200;

/** Rows one after the other; others get their turn in between, as each takes its time. */
export async function* byTurns<T>(rows: Iterable<T>): AsyncGenerator<T> {
  let looked = 0;
  for (const row of rows) {
    looked += 1;
    if (looked % ROWS_A_TURN === 0) await turn();
    yield row;
  }
}

/** The places of a register with their shapes, no shape where no position is held. */
export async function* placesWithShapes(
  register: Register,
): AsyncGenerator<{ readonly row: Row<'place'>; readonly shapes: readonly Geometry[] }> {
  for await (const row of byTurns(register.place.values())) yield { row, shapes: shapesIn(register, row.id) };
}
