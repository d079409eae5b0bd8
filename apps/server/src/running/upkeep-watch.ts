import { WestgateError } from '@westgate/base';
import type { Desk, Upkeep } from '@westgate/desk';
import { unnoted } from '@westgate/domain';

const KINDS = ['backup', 'drill'] as const;
type Kind = (typeof KINDS)[number];
const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 3_650;

/** After how many days without one it is warned. */
export type UpkeepDays = Readonly<Record<Kind, number>>;
const DAYS: UpkeepDays = { backup: 7, drill: 90 };

/** The last backup and the last drill of a restore, and which of them is overdue. */
export interface UpkeepStanding extends Upkeep {
  readonly overdue: readonly Kind[];
  readonly days: UpkeepDays;
}

/** The days of WESTGATE_BACKUP_WARN_DAYS and WESTGATE_DRILL_WARN_DAYS, 1 to 3,650; 7 and 90 where nothing is said. */
export function upkeepDaysOf(env: NodeJS.ProcessEnv): UpkeepDays {
  return { backup: daysIn(env, 'WESTGATE_BACKUP_WARN_DAYS', DAYS.backup), drill: daysIn(env, 'WESTGATE_DRILL_WARN_DAYS', DAYS.drill) };
}

/** Looks how an office stands with its backups, and holds what it found last. */
export class UpkeepWatch {
  readonly #desk: Pick<Desk, 'upkeep' | 'deed'>;
  readonly #days: UpkeepDays;
  readonly #now: () => Date;
  readonly #toldMs = new Map<Kind, number>();
  #held: UpkeepStanding;

  constructor(desk: Pick<Desk, 'upkeep' | 'deed'>, days: UpkeepDays, now: () => Date) {
    this.#desk = desk;
    this.#days = days;
    this.#now = now;
    this.#held = { backup: null, drill: null, overdue: [], days };
  }

  /** What was found last; nothing is known before the first look. */
  get held(): UpkeepStanding {
    return this.#held;
  }

  /** Of what is overdue now that which was not told within the last day. */
  untold(overdue: readonly Kind[]): readonly Kind[] {
    const nowMs = this.#now().getTime();
    const untold = overdue.filter((kind) => nowMs - (this.#toldMs.get(kind) ?? Number.NEGATIVE_INFINITY) >= DAY_MS);
    for (const kind of untold) this.#toldMs.set(kind, nowMs);
    return untold;
  }

  /** Looks. What was never noted counts from the first deed: a new office has time, an old one is warned. */
  async look(): Promise<UpkeepStanding> {
    const done = await this.#desk.upkeep();
    const now = this.#now();
    // The first deed is what it is for good.
    const begun = (await unnoted(() => this.#desk.deed(1, 0)))?.at ?? now.toISOString();
    const isOverdue = (kind: Kind): boolean => now.getTime() - Date.parse(done[kind]?.at ?? begun) > this.#days[kind] * DAY_MS;
    this.#held = { ...done, overdue: KINDS.filter(isOverdue), days: this.#days };
    return this.#held;
  }
}

/** Looks, and has the log say once a day what is overdue. */
export async function tellUpkeep(upkeep: UpkeepWatch, log: { warn(told: object, message: string): void }): Promise<void> {
  const { overdue } = await upkeep.look();
  for (const kind of upkeep.untold(overdue)) log.warn({ code: `${kind}-overdue` }, `the last ${kind} is longer ago than it should be`);
}

function daysIn(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const text = env[name];
  if (text === undefined || text === '') return usual;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new WestgateError('WG_INPUT_INVALID', `Expected ${name} as a whole number of days from 1 to ${MOST_DAYS}, found “${text}”.`);
}
