// Writes the table of files and fields in docs/district-folder.md from the register's own tables, so that the two cannot differ.
// `node tools/district-folder.mjs` writes; check-docs compares.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, readText } from './house.mjs';

export const DOCUMENT = 'docs/district-folder.md';
/** docs/district-folder.md as it should be: its prose as it stands, its tables made anew from the code. */
export async function expectedDocument() {
  const { FOLDER_TABLES, KINDS, TABLES } = await import('../packages/domain/dist/src/index.js');
  const { FAULT_CODES } = await import('../packages/desk/dist/src/index.js');
  const faults = Object.entries(FAULT_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const text = between(readText(DOCUMENT), 'faults', `| Code | Meaning |\n|---|---|\n${faults.join('\n')}`);
  return between(text, 'tables', FOLDER_TABLES.map((name) => section(TABLES[name], KINDS)).join('\n\n'));
}

/** `text` with what stands between the marks of `name` replaced. */
function between(text, name, content) {
  const [begin, end] = [`<!-- ${name}: written by tools/district-folder.mjs -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} must hold the lines "${begin}" and "${end}"`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function section(table, kinds) {
  const lines = [
    `### \`${table.file}\``,
    '',
    `${sentence(table.about.en)} ${table.about.zh}。 Key: ${table.key.map((column) => `\`${column}\``).join(', ')}.${table.named ? ` \`${table.named}\` must be filled in one language at least.` : ''}`,
    '',
    ...(table.based ?? []).flatMap(({ value, basis }) => [
      `${names(basis)} ${basis.length > 1 ? 'are' : 'is'} the basis of ${names(value)}.`,
      '',
    ]),
    '| Field | Holds | Required | Meaning | 含义 |',
    '|---|---|---|---|---|',
    ...Object.entries(table.fields).map(
      ([name, field]) =>
        `| \`${name}\` | ${kinds[field.kind].holds(field)} | ${field.optional ? '' : 'yes'} | ${field.about.en} | ${field.about.zh} |`,
    ),
  ];
  return lines.join('\n');
}

function sentence(about) {
  return `${about[0].toUpperCase()}${about.slice(1)}.`;
}

function names(columns) {
  return columns.map((column) => `\`${column}\``).join(', ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, DOCUMENT), await expectedDocument());
