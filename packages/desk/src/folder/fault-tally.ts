import { type Fault, type FaultCode, FaultList } from './fault.ts';

/** How often each fault was found in one reading, however many they are; they are told apart by what they say, wherever they stand. */
export type FaultTally = ReadonlyMap<string, number>;

/** Faults of which what is expected tells a setting of the district, or the day: another setting makes no other fault of them. */
const SET_BY_DISTRICT: ReadonlySet<FaultCode> = new Set<FaultCode>(['out-of-span', 'ahead', 'outside-frame']);

/** Counts all faults that `check` finds. */
export function tallyOf(check: (faults: FaultList) => void): FaultTally {
  const { faults, counts } = counting();
  check(faults);
  return counts;
}

/** The same of a check that goes step by step. */
export function* tallySteps(check: (faults: FaultList) => Generator<undefined, void>): Generator<undefined, FaultTally> {
  const { faults, counts } = counting();
  yield* check(faults);
  return counts;
}

function counting(): { readonly faults: FaultList; readonly counts: FaultTally } {
  const counts = new Map<string, number>();
  const note = (fault: Fault): boolean => {
    counts.set(nameOf(fault), (counts.get(nameOf(fault)) ?? 0) + 1);
    return true;
  };
  return { faults: new FaultList(note), counts };
}

/** Whether a reading found nothing that another had not found as often. */
export function isWithin(tally: FaultTally, held: FaultTally): boolean {
  return [...tally].every(([name, count]) => count <= (held.get(name) ?? 0));
}

/** A list that takes only what is more than was `held`. */
export function listBeyond(held: FaultTally): FaultList {
  const left = new Map(held);
  return new FaultList((fault) => {
    const count = left.get(nameOf(fault)) ?? 0;
    if (count > 0) left.set(nameOf(fault), count - 1);
    return count > 0;
  });
}

function nameOf({ file, field, code, expected, found }: Fault): string {
  return [file, field, code, SET_BY_DISTRICT.has(code) ? '' : expected, found].join('|');
}
