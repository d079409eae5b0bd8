import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../../../../docs/flood-verification.md', import.meta.url));

/** One line of the table in docs/flood-verification.md: a case, what is expected of it, and how far off it may be. */
export interface Verified {
  readonly name: string;
  readonly setup: string;
  /** Whose answer it is compared with. */
  readonly expected: string;
  readonly unit: '%' | 'mm' | 'units';
  /** At most so much in that unit. */
  readonly limit: number;
  readonly run: () => number;
  /** Left to `npm run trial:flood`. */
  readonly isLong?: true | undefined;
  /** The same by the finite volumes of second order on the same grid, or by local inertia; told and not judged. */
  readonly second?: (() => number) | undefined;
  readonly screening?: (() => number) | undefined;
}

/** A figure as the table tells it. */
export function told(value: number, unit: Verified['unit']): string {
  return unit === 'units' ? String(value) : `${Number(value.toPrecision(value < 1 ? 2 : 3))} ${unit}`;
}

/** Whether docs/flood-verification.md tells this figure of a case; `npm run trial:flood` writes it anew. */
export function isTold(name: string, figure: string): boolean {
  const row = readFileSync(PAGE, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`));
  return row?.includes(`| **${figure}** |`) ?? false;
}
