import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../westgate.ts';
import type { Pair, TestedScreen } from './tested-screen.ts';

/** What one walk looked at and found, for the accessibility statement (`node tools/accessibility.mjs`). */
export interface CheckRecord {
  readonly id: string;
  /** What was asked, in words. */
  readonly check: Pair;
  /** Screens, times the ways each was looked at. */
  readonly looks: number;
  readonly findings: number;
  readonly screens: readonly Pick<TestedScreen, 'name' | 'route'>[];
}

/** Keeps the record of a walk beside the compiled walks, with the day, the browser and the version of axe. Nothing of the machine. */
export function keepRecord(browser: Browser, record: CheckRecord): void {
  const folder = join(ROOT, 'e2e/dist/accessibility');
  const axe: { version: string } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('axe-core/package.json', { paths: [ROOT] }), 'utf8'),
  );
  mkdirSync(folder, { recursive: true });
  const on = new Date().toISOString().slice(0, 10);
  const kept = { ...record, on, browser: `Chromium ${browser.version()}`, axe: axe.version };
  writeFileSync(join(folder, `${record.id}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
