// Writes the tables of docs/rights.md from the policy, so that the two cannot differ.
// `node tools/rights.mjs` writes; check-docs compares.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, readText } from './house.mjs';

export const RIGHTS = 'docs/rights.md';
const SAID = { none: '', own: 'own', any: 'yes' };

/** docs/rights.md as it should be: its prose as it stands, its tables made anew from the code. */
export async function expectedRights() {
  const { policy, vocabulary } = await import('../packages/domain/dist/src/index.js');
  const { PARTS, RECORD_ACTIONS, OFFICE_ACTIONS } = policy;
  const records = RECORD_ACTIONS.flatMap((action) => [
    ...table([`\`${action}\``, ...vocabulary.VISIBILITIES.map((visibility) => `\`${visibility}\``)], (part) =>
      vocabulary.VISIBILITIES.map((visibility) => SAID[policy.reachOf(part, action, visibility)]),
    ),
    '',
  ]);
  const office = table(['', ...OFFICE_ACTIONS.map((action) => `\`${action}\``)], (part) =>
    OFFICE_ACTIONS.map((action) => (policy.isGranted(part, action) ? 'yes' : '')),
  );
  return between(between(readText(RIGHTS), 'records', records.join('\n').trim()), 'office', office.join('\n'));

  function table(head, cellsOf) {
    return [row(head), `|${head.map(() => '---|').join('')}`, ...PARTS.map((part) => row([`\`${part}\``, ...cellsOf(part)]))];
  }
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** `text` with what stands between the marks of `name` replaced. */
function between(text, name, content) {
  const [begin, end] = [`<!-- ${name}: written by tools/rights.mjs -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${RIGHTS} must hold the lines "${begin}" and "${end}"`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, RIGHTS), await expectedRights());
