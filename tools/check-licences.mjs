// Every package that ships with Westgate carries a licence that allows it and is named in THIRD-PARTY.md. Development packages are not
// shipped and not checked.
import { readText, report } from './house.mjs';
import { expectedNotice, NOTICE, shippedPackages } from './third-party.mjs';

const FLOOR = 100;
/** Licences that allow shipping the package unchanged inside an Apache-2.0 program. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1', 'BlueOak-1.0.0', 'Zlib'],
  ...['Unlicense', 'CC0-1.0', 'MPL-2.0', 'PostgreSQL', 'EDL-1.0', 'BSL-1.0'],
]);

const { packages, missing } = shippedPackages();
const faults = missing.map((path) => `${path} is in the lock file but not installed`);
for (const { name, licence, isReadByHand } of packages) {
  if (!isReadByHand && !isAllowed(licence)) faults.push(`${name} states the licence "${licence || 'none'}"`);
}
if (expectedNotice() !== readText(NOTICE)) faults.push(`${NOTICE} differs from what is installed: run node tools/third-party.mjs`);
report('check-licences', { read: packages.length, floor: FLOOR, faults, what: 'packages' });

/** True when one side of an OR, with all parts of its AND, is allowed. */
function isAllowed(expression) {
  const sides = expression
    .replace(/[()]/g, ' ')
    .trim()
    .split(/\s+OR\s+/i);
  return sides.some((side) => side.split(/\s+AND\s+/i).every((licence) => ALLOWED.has(licence.trim())));
}
