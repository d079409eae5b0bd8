import { isLeading } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { AIM_AXIS, aimOf, tagsOf } from './aim.ts';
import { traceOf } from './trace.ts';

/**
 * The values of a plan axis that a record stands under, in the order of its tags. Its own tags come first; where it has none on the axis, a
 * commitment has those of its sentence, and a place, an indicator or a record of a plain kind those of the commitments that reach it. On the axis `aim` a
 * record stands under the one aim it is drawn in, so that counts by aim add up.
 */
export function valuesOn(register: Register, axis: string, kind: string, id: string): readonly string[] {
  if (axis === AIM_AXIS) return [aimOf(register, kind, id)].filter((aim) => aim !== null);
  const own = valuesIn(tagsOf(register, kind, id), axis);
  if (own.length > 0) return own;
  if (kind === 'commitment') {
    const commitments: ReadonlyMap<string, { readonly sentence: string }> = register.commitment;
    return valuesIn(tagsOf(register, 'sentence', commitments.get(id)?.sentence ?? ''), axis);
  }
  if (kind !== 'place' && kind !== 'indicator' && !isLeading(kind)) return [];
  const reaching = traceOf(register).commitmentsReaching(kind, id);
  return [...new Set(reaching.flatMap((each) => valuesOn(register, axis, 'commitment', each.id)))];
}

/** In a question: under no value of the axis. */
const NO_VALUE = 'none';

/** The values of axes that a question names, `axis:value` separated by commas. */
export function tagsAsked(asked: string | undefined): readonly { readonly axis: string; readonly value: string | null }[] {
  return (asked ?? '')
    .split(',')
    .filter((tag) => tag.includes(':'))
    .map((tag) => {
      const value = tag.slice(tag.indexOf(':') + 1);
      return { axis: tag.slice(0, tag.indexOf(':')), value: value === NO_VALUE ? null : value };
    });
}

/** Whether a record stands under every value asked for; `valuesOf` gives those it stands under on an axis. */
export function fitsTags(asked: ReturnType<typeof tagsAsked>, valuesOf: (axis: string) => readonly string[]): boolean {
  return asked.every(({ axis, value }) => (value === null ? valuesOf(axis).length === 0 : valuesOf(axis).includes(value)));
}

/** The values of an axis among tags, each `axis:value`. */
export function valuesIn(tags: readonly string[], axis: string): readonly string[] {
  const start = `${axis}:`;
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => tag.slice(start.length));
}
