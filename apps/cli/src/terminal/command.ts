import type { ParseArgsConfig } from 'node:util';

/** Exit codes of every command. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** What a command is given: options by name, and the words that are not options. */
export interface Input {
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly words: readonly string[];
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** What follows the name on the usage line. */
  readonly usage: string;
  /** What it does and prints, for `--help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** One line per option, in the order shown. */
  readonly optionHelp: Readonly<Record<string, string>>;
  /** Does the work and gives the exit code. */
  run(input: Input): Promise<number>;
}

/** The caller wrote the command in a way that it does not take. */
export class UsageError extends Error {}

/** The option as text, or `undefined` when it was not given. */
export function textOption(input: Input, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given more than once. */
export function textOptions(input: Input, name: string): readonly string[] {
  const value = input.options[name];
  return Array.isArray(value) ? value : [];
}

/** The only word of the command line. Throws a usage error naming `what` when there is none or more than one. */
export function onlyWord(input: Input, what: string): string {
  const [word, ...more] = input.words;
  if (word === undefined) throw new UsageError(`expected ${what}`);
  if (more.length > 0) throw new UsageError(`expected only ${what}, got also "${more.join(' ')}"`);
  return word;
}

/** Refuses words on the command line of a command that takes none. */
export function noWords(input: Input): void {
  if (input.words.length > 0) throw new UsageError(`unexpected "${input.words.join(' ')}"`);
}

/** The options that say which data folder and district a command is for. */
export const FOLDER_OPTIONS = { data: { type: 'string' }, district: { type: 'string' } } as const;
export const FOLDER_HELP = {
  'data DIR': 'data folder (default: the database in DATABASE_URL, else .westgate)',
  'district FOLDER': 'district folder loaded first when the data folder is empty (default: the example)',
} as const;
