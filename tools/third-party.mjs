// Writes the list of shipped packages in THIRD-PARTY.md from what is installed. `node tools/third-party.mjs` writes; check-licences compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, readText } from './house.mjs';

export const NOTICE = 'THIRD-PARTY.md';
const [BEGIN, END] = ['<!-- packages: written by tools/third-party.mjs -->', '<!-- end of packages -->'];

/** Licences read by hand where the metadata of a package names none, or none clearly. */
const READ_BY_HAND = {
  duck: 'BSD-2-Clause (its LICENSE file; its metadata says only "BSD")',
  '@mapbox/jsonlint-lines-primitives': 'MIT (its next release, 2.0.3, says so in its metadata)',
};

/** Every package that ships with Westgate, by name: `{name, version, licence, isReadByHand}`. `missing` are in the lock file but not installed. */
export function shippedPackages() {
  const packages = new Map();
  const missing = [];
  for (const [path, entry] of Object.entries(JSON.parse(readText('package-lock.json')).packages)) {
    if (!path.includes('node_modules/') || entry.dev || entry.link) continue;
    const manifest = join(ROOT, path, 'package.json');
    if (!existsSync(manifest)) {
      if (!entry.optional) missing.push(path);
      continue;
    }
    const { name, version, license, licenses } = JSON.parse(readFileSync(manifest, 'utf8'));
    const stated = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '');
    packages.set(`${name} ${version}`, { name, version, licence: READ_BY_HAND[name] ?? stated, isReadByHand: name in READ_BY_HAND });
  }
  return { packages: [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), missing };
}

/** THIRD-PARTY.md as it should be: its prose as it stands, its list made anew. */
export function expectedNotice() {
  const text = readText(NOTICE);
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${NOTICE} must hold the lines "${BEGIN}" and "${END}"`);
  const rows = shippedPackages().packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `${text.slice(0, from + BEGIN.length)}\n\n| Package | Version | Licence |\n|---|---|---|\n${rows.join('\n')}\n\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, NOTICE), expectedNotice());
