import type { Restarts } from '@westgate/server';

/** The variable by which a supervisor tells the process that serves what it must know. */
export const SUPERVISED = 'WESTGATE_SUPERVISED';

/** What a supervisor tells. */
export interface Supervised {
  /** The port to answer on, where it was answered on before; null at the first start. */
  readonly port: number | null;
  readonly restarts: Restarts;
}

/** The option of `serve` by which this process serves itself. */
export const NO_SUPERVISOR = 'no-supervisor';

/** Whether `serve` with `args` runs in a process below this one. */
export function wantsSupervisor(args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  return supervisedBy(env) === null && !args.some((arg) => arg === `--${NO_SUPERVISOR}` || arg === '--help' || arg === '-h');
}

/** What this process was told by its supervisor; null where it has none. */
export function supervisedBy(env: NodeJS.ProcessEnv): Supervised | null {
  const text = env[SUPERVISED];
  return text === undefined || process.send === undefined ? null : parseSupervised(text);
}

function parseSupervised(text: string): Supervised {
  return JSON.parse(text) as Supervised;
}
