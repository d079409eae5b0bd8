import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '@westgate/base';
import { type Input, textOption } from '../terminal/command.ts';

/** The root of the checkout this program was built in. */
const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
/** The built screens. */
export const WEB_FOLDER = join(ROOT, 'apps', 'web', 'dist', 'site');

/** The data folder and the district folder a command is for, absolute. */
export interface Folders {
  readonly dataDir: string;
  /** The data folder was named, and nothing that it should begin with: one without an office is a slip of the pen, or a disk that is not mounted. */
  readonly isMeantToBeThere: boolean;
  /** A PostgreSQL database that holds the data instead of the data folder; undefined = none. */
  readonly databaseUrl: string | undefined;
  /** What an empty data folder is first loaded from; undefined = leave it empty. */
  readonly districtFolder: string | undefined;
  /** The example district that came with this checkout. */
  readonly exampleFolder: string;
  /** The practice district that came with it. */
  readonly practiceFolder: string;
  /** The working calendars that came with this checkout. */
  readonly calendarsFolder: string;
}

/**
 * The folders named by `--data` and `--district`; the defaults lie in the checkout when the command is run inside it. Without `--data` the
 * environment's DATABASE_URL says where the data are.
 */
export function foldersOf(input: Input): Folders {
  const isInside = !relative(ROOT, process.cwd()).startsWith('..');
  const dataDir = textOption(input, 'data');
  const districtFolder = textOption(input, 'district');
  const exampleFolder = join(ROOT, comesWith('district'));
  return {
    dataDir: dataDir === undefined ? resolve(isInside ? ROOT : process.cwd(), '.westgate') : resolve(dataDir),
    isMeantToBeThere: dataDir !== undefined && districtFolder === undefined,
    databaseUrl: dataDir === undefined ? process.env.DATABASE_URL || undefined : undefined,
    districtFolder: districtFolder === undefined ? exampleFolder : resolve(districtFolder),
    exampleFolder,
    practiceFolder: join(ROOT, comesWith('practice')),
    calendarsFolder: join(ROOT, 'data', 'calendars'),
  };
}

/** Where the data are, as a person would say it; without a password. */
export function placeName({ dataDir, databaseUrl }: Folders): string {
  if (databaseUrl === undefined) return dataDir;
  return URL.canParse(databaseUrl)
    ? `the database ${new URL(databaseUrl).pathname.slice(1)} on ${new URL(databaseUrl).host}`
    : 'the database';
}

/** The version of this program, as package.json says. */
export function version(): string {
  const { version: named } = manifest();
  invariant(typeof named === 'string', 'package.json has a version');
  return named;
}

function manifest(): { version?: unknown; westgate?: { district?: unknown; practice?: unknown } } {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
}

/** The districts that come with Westgate are named in package.json, not in code. */
function comesWith(which: 'district' | 'practice'): string {
  const folder = manifest().westgate?.[which];
  invariant(typeof folder === 'string', `package.json names a district as westgate.${which}`);
  return folder;
}
