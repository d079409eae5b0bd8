import { Reads, type Register, readInto } from '@westgate/domain';
import { markOf, type RegisterMark, touchedSince } from '../../view/steps.ts';
import type { Column, Seen } from './column.ts';

/** Registers and days of which the values of a column are kept: those of some classes of readers. */
const KEPT = 4;

/** Values of a column in a register, as far as they were asked for. */
interface Held {
  readonly mark: RegisterMark;
  /** The district with all plans, where the register is the part of one; null where it is the whole. */
  readonly partOf: Register | null;
  readonly day: string | null;
  readonly values: Map<string, unknown>;
  readonly reads: Reads;
}

/** A column whose values take long to work out: each is worked out once, and after a deed only where the deed touched the record. */
export function keptColumn<R extends { readonly id: string }>(table: string, column: Column<R>): Column<R> {
  let held: readonly Held[] = [];
  // A view keeps what was worked out for it, however many others are asked meanwhile.
  const byView = new WeakMap<Seen['view'], Held>();
  const heldIn = ({ view }: Seen): Held => {
    const own = byView.get(view);
    if (own) return own;
    const { register, whole } = view;
    const partOf = whole === register ? null : whole;
    const [mark, day] = [markOf(register), column.byDay ? view.asOf : null];
    const same = held.find((each) => each.mark === mark && each.partOf === partOf && each.day === day);
    const before = same || column.restsOnOthers ? null : near(held, { mark, partOf, day }, table);
    const now = same ?? { mark, partOf, day, values: new Map(before?.values), reads: new Reads() };
    if (before) now.reads.take(before.reads);
    held = [now, ...held.filter((each) => each !== same)].slice(0, KEPT);
    byView.set(view, now);
    return now;
  };
  return {
    ...column,
    of(row, seen) {
      const { values, reads } = heldIn(seen);
      return readInto(reads, () => {
        if (values.has(row.id)) return values.get(row.id);
        const value = column.of(row, seen);
        values.set(row.id, value);
        return value;
      });
    },
  };
}

/** The values of before that no deed since has touched; of one plan nothing is taken over, as what another plan says is not told there. */
function near(
  held: readonly Held[],
  { mark, partOf, day }: Pick<Held, 'mark' | 'partOf' | 'day'>,
  table: string,
): { readonly values: Iterable<readonly [string, unknown]>; readonly reads: Reads } | null {
  for (const before of held) {
    const isLike = partOf === null && before.partOf === null && before.day === day;
    const touched = isLike ? touchedSince(before.mark, mark, table) : null;
    if (touched) return { values: [...before.values].filter(([id]) => !touched.has(id)), reads: before.reads };
  }
  return null;
}
