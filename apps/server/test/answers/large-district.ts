import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAKE = fileURLToPath(new URL('../../../../../tools/make-district.mjs', import.meta.url));

/** A district folder with so many invented sites, removed after the file's tests. */
export function largeDistrict(sites: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-large-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [MAKE, '--sites', String(sites), '--seed', '1', '--out', folder]);
  return folder;
}
