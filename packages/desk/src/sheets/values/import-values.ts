import { createHash } from 'node:crypto';
import type { DayString } from '@westgate/base';
import { applySteps, type Register } from '@westgate/domain';
import { resultInSlices } from '@westgate/store';
import { refuseFaults } from '../../deeds/revise.ts';
import type { SaidChange } from '../../deeds/said-change.ts';
import type { Work } from '../../deeds/work.ts';
import { checksReady, newFaults } from '../../folder/check-register.ts';
import { READING_LIMITS } from '../../jobs/job-limits.ts';
import { jobRunner } from '../../jobs/job-runner.ts';
import { ofFile } from '../../jobs/of-file.ts';
import { sheetFaulty } from '../common/sheet-fault.ts';
import { compareSteps, type ValueCounts, type ValueStandards, type ValuesCompared } from './compare-values.ts';
import type { jobs } from './read-values-job.ts';
import type { ValueAsking, ValueSheet } from './value-sheet.ts';
import { valueTerms } from './value-terms.ts';

const run = jobRunner<typeof jobs>(new URL('./read-values-job.js', import.meta.url));
/** A sheet at the limits takes some ten seconds. */
const LIMITS = { wallMs: 120_000, memoryMb: 1_600, isLong: true } as const;
/** The last readings, by all that they rest on: whoever has looked at a sheet need not wait for it once more. */
const readings = new Map<string, { readonly sheet: ValueSheet; readonly drop: NodeJS.Timeout }>();

/** A file of values and what is said of it. */
export interface ValuesFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly asking: ValueAsking;
}

/** What is taken of a sheet. */
export interface ValuesChoice {
  readonly standards: ValueStandards;
  /** `all`: refused where a cell is; `clear`: without the cells that are refused. */
  readonly rows: 'all' | 'clear';
  readonly today: DayString;
}

/** What taking a sheet of values did, or would do. */
export interface ValuesTaken {
  readonly changes: readonly SaidChange[];
  /** `same` and `faulty` are not told to whoever asks for the same deed once more. */
  readonly counts: ValueCounts;
}

/** What was thought out of a sheet last: whoever has looked at it need not wait for that once more, as long as the district stands as it stood. */
const takings = new WeakMap<ValueSheet, Taking>();

interface Taking {
  readonly choice: ValuesChoice;
  readonly register: Register;
  readonly taken: Promise<ValuesTaken>;
}

/** Reads a file as values, in a worker. Throws `WG_SHEET_UNREADABLE`, `WG_INPUT_INVALID`, and `WG_TOO_HARD` for one that takes too long. */
export async function readValues(register: Register, { bytes, fileName, asking }: ValuesFile): Promise<ValueSheet> {
  const terms = valueTerms(register);
  const name = createHash('sha256').update(bytes).update(JSON.stringify({ fileName, terms, asking })).digest('hex');
  const known = readings.get(name);
  if (known) return known.sheet;
  const sheet = await ofFile(fileName, run('read-values', { bytes, fileName, terms, asking }, LIMITS));
  keepReading(name, sheet);
  return sheet;
}

function keepReading(name: string, sheet: ValueSheet): void {
  const forget = (which: string): void => {
    clearTimeout(readings.get(which)?.drop);
    readings.delete(which);
  };
  forget(name);
  readings.set(name, { sheet, drop: setTimeout(() => forget(name), READING_LIMITS.keptMs).unref() });
  const [oldest] = readings.keys();
  if (readings.size > READING_LIMITS.kept && oldest !== undefined) forget(oldest);
}

/** What taking a sheet would change; others have their turn meanwhile. */
export async function previewValues(
  register: Register,
  sheet: ValueSheet,
  { standards, today }: Pick<ValuesChoice, 'standards' | 'today'>,
): Promise<ValuesCompared> {
  return resultInSlices(compareSteps(register, sheet, standards, today));
}

/** The deed that takes a sheet of values in. Throws `WG_SHEET_FAULTY` with the cells where one is refused and all are wanted. */
export function takeValues(sheet: ValueSheet, choice: ValuesChoice): Work<ValuesTaken> {
  return {
    verb: 'import-values',
    on(register) {
      const known = takings.get(sheet);
      if (known?.register === register && isSame(known.choice, choice)) return known.taken;
      const taken = takenOn(register, sheet, choice);
      takings.set(sheet, { choice, register, taken });
      return taken;
    },
    told: ({ changes }) => ({
      changes,
      counts: {
        new: changes.filter(({ before }) => before === null).length,
        changed: changes.filter(({ before, after }) => before !== null && after !== null).length,
        same: 0,
        faulty: 0,
      },
    }),
  };
}

async function takenOn(register: Register, sheet: ValueSheet, { standards, rows, today }: ValuesChoice): Promise<ValuesTaken> {
  const { changes, counts, faults, faultCount } = await previewValues(register, sheet, { standards, today });
  if (rows === 'all' && faultCount > 0) throw sheetFaulty(faults);
  if (changes.length > 0) {
    const after = await resultInSlices(applySteps(register, changes));
    await resultInSlices(checksReady(after));
    refuseFaults(newFaults(register, after), true);
  }
  return { changes, counts };
}

function isSame(one: ValuesChoice, other: ValuesChoice): boolean {
  return one.rows === other.rows && one.today === other.today && JSON.stringify(one.standards) === JSON.stringify(other.standards);
}
