// The documents state facts a script can check: links, commands, error codes, fields, words, packages. This is the script.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statementFaults } from './accessibility.mjs';
import { expectedPicture, PICTURE } from './architecture.mjs';
import { DOCUMENT, expectedDocument } from './district-folder.mjs';
import { filesUnder, ROOT, readText, report } from './house.mjs';
import { howToFaults } from './how-to-labels.mjs';
import { expectedRights, RIGHTS } from './rights.mjs';

const FLOOR = 20;
const documents = filesUnder(
  '.',
  (name) => name.endsWith('.md') && !/\/test\/fixtures\//.test(name) && !/^data\/[^/]+\/words\//.test(name),
);
const faults = [];
/** Words that no text says, each with what is said instead. 机要 names the channel of state secrets. */
const NEVER_SAID = { 机要: '限部门负责人' };

for (const document of documents) checkLinks(document);
for (const document of ['README.md', 'README.zh.md']) checkCommands(document);
await checkErrorCodes();
await checkDistrictFolder();
await checkRights();
checkPicture();
await checkGlossary();
checkPackages();
checkVersions();
checkNeverSaid();
faults.push(...statementFaults(), ...(await howToFaults()));
report('check-docs', { read: documents.length, floor: FLOOR, faults, what: 'documents' });

/** Relative links must lead to files that exist, and `#anchors` within the same document to its headings. */
function checkLinks(document) {
  const text = readText(document)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '``');
  for (const [, link] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/i.test(link)) continue;
    const [path, anchor] = link.split('#');
    const target = join(ROOT, dirname(document), decodeURIComponent(path));
    if (path && !existsSync(target)) faults.push(`${document} links to ${link}, which does not exist`);
    if (!path && anchor && !headings(document).includes(anchor)) faults.push(`${document} links to #${anchor}, but has no such heading`);
  }
}

function headings(document) {
  return [...readText(document).matchAll(/^#+\s+(.+)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  );
}

/** Every `npm …` script and every `westgate …` command that the document names must exist. */
function checkCommands(document) {
  const text = readText(document);
  const { scripts } = JSON.parse(readText('package.json'));
  for (const [, name] of text.matchAll(/\bnpm (?:run )?(start|test|check|build|fix|run [a-z:-]+)\b/g)) {
    if (!scripts[name.replace(/^run /, '')]) faults.push(`${document} names "npm ${name}", which package.json does not have`);
  }
  const commands = readText('apps/cli/src/commands.ts');
  for (const [, name] of text.matchAll(/--no-install westgate ([a-z]+)/g)) {
    if (!new RegExp(`\\b${name}\\b`).test(commands)) faults.push(`${document} names "westgate ${name}", which the program does not have`);
  }
}

/** docs/errors.md has one row for each code, with its status and title, and no other. */
async function checkErrorCodes() {
  const { ERRORS } = await import('../packages/base/dist/src/index.js');
  const text = readText('docs/errors.md');
  for (const [code, { status, title }] of Object.entries(ERRORS)) {
    if (!text.includes(`| \`${code}\` | ${status} | ${title} |`))
      faults.push(`docs/errors.md lacks the row "| \`${code}\` | ${status} | ${title} |"`);
  }
  for (const [code] of text.matchAll(/\bWG_[A-Z_]+\b/g))
    if (!ERRORS[code]) faults.push(`docs/errors.md names ${code}, which is no code of packages/base/src/errors.ts`);
}

async function checkDistrictFolder() {
  if ((await expectedDocument()) !== readText(DOCUMENT))
    faults.push(`${DOCUMENT} differs from the register's tables: run node tools/district-folder.mjs`);
}

async function checkRights() {
  if ((await expectedRights()) !== readText(RIGHTS)) faults.push(`${RIGHTS} differs from the policy: run node tools/rights.mjs`);
}

function checkPicture() {
  const held = existsSync(join(ROOT, PICTURE)) ? readText(PICTURE) : null;
  if (expectedPicture() !== held) faults.push(`${PICTURE} differs from what the sources import: run node tools/architecture.mjs`);
}

/** The glossary has a row for each word of the register's closed lists. */
async function checkGlossary() {
  const { vocabulary } = await import('../packages/domain/dist/src/index.js');
  const text = readText('docs/glossary.md');
  for (const [list, words] of Object.entries(vocabulary)) {
    if (!Array.isArray(words)) continue;
    for (const word of words) if (!text.includes(`| \`${word}\` |`)) faults.push(`docs/glossary.md lacks the word "${word}" of ${list}`);
  }
}

/** CONVENTIONS.md lists exactly the packages and apps that exist. */
function checkPackages() {
  const text = readText('CONVENTIONS.md');
  const existing = ['packages', 'apps'].flatMap((group) => readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`));
  for (const name of existing) if (!text.includes(`| \`${name}\` |`)) faults.push(`CONVENTIONS.md does not list ${name}`);
  for (const [, name] of text.matchAll(/^\| `((?:packages|apps)\/[a-z]+)` \|/gm))
    if (!existing.includes(name)) faults.push(`CONVENTIONS.md lists ${name}, which does not exist`);
}

/** Every package.json and the newest entry of the CHANGELOG name one version, which `westgate --version` says. */
function checkVersions() {
  const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(readText('CHANGELOG.md')) ?? [];
  for (const name of filesUnder('.', (file) => /(?:^|\/)package\.json$/.test(file) && !file.includes('/fixtures/'))) {
    const { version, dependencies = {}, devDependencies = {} } = JSON.parse(readText(name));
    if (version !== newest) faults.push(`${name} is of version ${version}, CHANGELOG.md begins with ${newest}`);
    for (const [other, wanted] of Object.entries({ ...dependencies, ...devDependencies }))
      if (other.startsWith('@westgate/') && wanted !== newest) faults.push(`${name} wants ${other} ${wanted}, which is of ${newest}`);
  }
}

function checkNeverSaid() {
  const texts = ['apps', 'packages', 'data', 'docs', 'README.md', 'README.zh.md'].flatMap((root) =>
    root.endsWith('.md') ? [root] : filesUnder(root, (name) => /\.(?:json|tsx?|md|csv|geojson)$/.test(name)),
  );
  for (const name of texts) {
    const text = readText(name);
    for (const [word, instead] of Object.entries(NEVER_SAID)) if (text.includes(word)) faults.push(`${name} says ${word}: say ${instead}`);
  }
}
