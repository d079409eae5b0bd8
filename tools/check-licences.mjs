// Every package that ships with Westgate carries a licence that allows it. Development packages are not shipped and not checked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readText, report } from './house.mjs';

const FLOOR = 100;
/** Licences that allow shipping the package unchanged inside an Apache-2.0 program. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'MPL-2.0',
  'PostgreSQL',
  'Python-2.0',
]);
/** Packages whose metadata names no clear licence, read by hand. */
const READ_BY_HAND = {
  duck: 'BSD-2-Clause (its LICENSE file; its metadata says only "BSD")',
  '@mapbox/jsonlint-lines-primitives': 'MIT (its next release, 2.0.3, says so in its metadata)',
};

const { packages } = JSON.parse(readText('package-lock.json'));
const faults = [];
let read = 0;
for (const [path, entry] of Object.entries(packages)) {
  if (!path.includes('node_modules/') || entry.dev || entry.link) continue;
  const manifest = join(ROOT, path, 'package.json');
  if (!existsSync(manifest)) {
    if (!entry.optional) faults.push(`${path} is in the lock file but not installed`);
    continue;
  }
  read += 1;
  const { name, license, licenses } = JSON.parse(readFileSync(manifest, 'utf8'));
  const stated = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '');
  if (!isAllowed(stated) && !READ_BY_HAND[name]) faults.push(`${name} states the licence "${stated || 'none'}"`);
}
report('check-licences', { read, floor: FLOOR, faults, what: 'packages' });

/** True when one side of every OR, and all sides of every AND, are allowed. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain.split(/\s+OR\s+/i).some((side) => side.split(/\s+AND\s+/i).every((licence) => ALLOWED.has(licence.trim())));
}
