// The accessibility statement, made from what the browser walks kept: `npm run trial:long -- --only e2e` walks, then this writes the record the
// screen shows and the two documents. check-docs asks this file whether they still agree with each other and with the router.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, readText, screenTexts } from './house.mjs';

const WALKED = 'e2e/dist/accessibility';
const RECORD = 'apps/web/src/screens/accessibility/record.json';
const SCREEN = 'apps/web/src/screens/accessibility/accessibility.tsx';
const DOCUMENTS = { en: 'docs/accessibility.md', zh: 'docs/accessibility.zh.md' };

/** What is wrong with the statement as it stands in the repository: one line each. */
export function statementFaults() {
  const record = JSON.parse(readText(RECORD));
  const faults = [];
  for (const [language, document] of Object.entries(DOCUMENTS)) {
    if (readText(document) !== statement(record, language))
      faults.push(`${document} differs from ${RECORD}: run node tools/accessibility.mjs`);
  }
  const walked = new Set(record.screens.map(({ route }) => route));
  for (const route of routes())
    if (!walked.has(route)) faults.push(`the accessibility statement does not name the screen ${route}: walk it in e2e`);
  return faults;
}

/** The addresses of the router, but for those that only lead on to another. */
function routes() {
  const text = readText('apps/web/src/routes.ts');
  return text
    .split('createRoute({')
    .slice(1)
    .filter((part) => !part.includes('redirect('))
    .map((part) => /path: '([^']+)'/.exec(part)?.[1])
    .filter(Boolean);
}

/** The statement in a language, from the texts of the screen and the record of the walks. */
function statement(record, language) {
  const words = screenTexts(language);
  const word = (id, values = {}) => words[id].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const list = (name) => idsOf(name).map((id) => `- ${word(id)}`);
  const rows = record.checks.map(({ check, looks, findings }) => `| ${check[language]} | ${looks} | ${findings} |`);
  const other = language === 'en' ? '[中文](accessibility.zh.md)' : '[English](accessibility.md)';
  return [
    `# ${word('accessibility.title')}`,
    other,
    word('accessibility.aim'),
    word('accessibility.when', record),
    `## ${word('accessibility.can')}`,
    list('CAN').join('\n'),
    `## ${word('accessibility.checks')}`,
    [
      `| ${word('accessibility.check')} | ${word('accessibility.looks')} | ${word('accessibility.findings')} |`,
      '|---|--:|--:|',
      ...rows,
    ].join('\n'),
    `## ${word('accessibility.limits')}`,
    list('LIMITS').join('\n'),
    word('accessibility.tell'),
    `## ${word('accessibility.screens')}`,
    record.screens.map(({ name }) => `- ${name[language]}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The texts that the screen lists under a name, in its order. */
function idsOf(name) {
  const list = new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(readText(SCREEN))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, id]) => id);
}

/** One record out of those of the walks: the latest day, every screen once, every question. */
function gather() {
  const kept = filesIn(WALKED).map((name) => JSON.parse(readText(`${WALKED}/${name}`)));
  if (kept.length === 0) throw new Error(`nothing in ${WALKED}: walk first, npm run trial:long -- --only e2e`);
  const screens = new Map(kept.flatMap((walk) => walk.screens).map((screen) => [screen.name.en, screen]));
  const [{ browser, axe }] = kept;
  return {
    on: kept
      .map(({ on }) => on)
      .sort()
      .at(-1),
    browser,
    axe,
    screens: [...screens.values()],
    checks: kept.map(({ check, looks, findings }) => ({ check, looks, findings })),
  };
}

function filesIn(folder) {
  try {
    return readdirSync(join(ROOT, folder)).sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const record = gather();
  writeFileSync(join(ROOT, RECORD), `${JSON.stringify(record, null, 2)}\n`);
  for (const [language, document] of Object.entries(DOCUMENTS)) writeFileSync(join(ROOT, document), statement(record, language));
  console.log(`accessibility: ${record.screens.length} screens, ${record.checks.length} checks`);
}
