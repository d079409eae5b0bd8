// Writes the practice district: an invented district in the middle of its life, for learning and for tests. The same bytes each time.
// `node tools/make-practice.mjs [--out data/practice]`. Needs the built packages/desk. What lies in the folder is replaced, so that it must be
// empty or hold a practice district.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folderFiles } from './invented/folder.mjs';
import { seeded } from './invented/seeded.mjs';
import { besideRows } from './practice/beside.mjs';
import { chainRows } from './practice/chain.mjs';
import { DISTRICT, districtRows, termRows } from './practice/district.mjs';
import { assetIndicators, dualUseRows } from './practice/dual-use.mjs';
import { feedbackRows } from './practice/feedback.mjs';
import { floodFiles, floodRows } from './practice/flood-case.mjs';
import { gateRows } from './practice/gates-passed.mjs';
import { groundRows } from './practice/ground.mjs';
import { checkRows, surveyed } from './practice/health-check.mjs';
import { industryRows, withPriorities } from './practice/industries.mjs';
import { amountRows, componentRows, figureRows, milestoneRows, monthRows, outcomeRows, updateRows } from './practice/lives.mjs';
import { meetingRows } from './practice/meetings.mjs';
import { originalRows } from './practice/oc4ids.mjs';
import { officeRows, stepsWithBasis } from './practice/office.mjs';
import { projectRows } from './practice/projects.mjs';
import { readinessRows } from './practice/readiness.mjs';
import { rulebookRows } from './practice/rulebook.mjs';
import { spaceRows } from './practice/space.mjs';
import { planRows } from './practice/words.mjs';

const { parseFolder, writeFolder } = await import('../packages/desk/dist/src/index.js');
const { registerOf } = await import('../packages/domain/dist/src/index.js');
const SEED = 2026;
const { values } = parseArgs({ options: { out: { type: 'string', default: 'data/practice' } } });
const out = resolve(values.out);
if (!mayBeReplaced(out)) {
  console.error(`expected --out to name a folder that is empty, new, or holds a practice district that this wrote, found ${out}`);
  process.exit(2);
}

const random = seeded(SEED);
const ground = groundRows(random);
const titles = new Map(ground.place.map(({ id, land_title }) => [id, land_title]));
const { projects, links: projectLinks } = projectRows();
const { links: wordLinks, texts, ...words } = planRows();
const { files: officeFiles, ...office } = officeRows();
const meetings = meetingRows();
const { files: groundFiles, evidence: heights, ...floods } = floodRows('hexi-sluice');
const { files, ...gates } = gateRows(random, (project) => titles.get(`site-${project}`));
const { links: besideLinks, ...beside } = besideRows();
const { place: houses, links: checkLinks, ...check } = checkRows(seeded(SEED + 1));
const { links: industryLinks, indicators, values: measured, ...industries } = industryRows();
const rows = {
  ...readinessRows(),
  ...feedbackRows(),
  ...chainRows(),
  ...dualUseRows(),
  ...floods,
  ...districtRows(join(import.meta.dirname, '..', 'data', 'calendars', 'china.json')),
  ...words,
  place: [...surveyed(ground.place), ...houses],
  feature: ground.feature,
  project: withPriorities(projects),
  term: termRows(),
  ...rulebookRows(),
  ...gates,
  ...beside,
  ...industries,
  ...office,
  ...meetings,
  supervision: [...office.supervision, ...meetings.supervision],
  supervision_step: [...office.supervision_step, ...meetings.supervision_step],
  indicator: [...beside.indicator, ...assetIndicators(), ...indicators, ...check.indicator],
  indicator_value: [...beside.indicator_value, ...measured, ...check.indicator_value],
  place_value: check.place_value,
  issue: [...office.issue, ...check.issue],
  ...spaceRows(),
  evidence: [...gates.evidence, ...office.evidence, ...heights],
  milestone: milestoneRows(),
  component: componentRows(),
  planned_amount: amountRows(),
  monthly_progress: monthRows(random),
  link: [...projectLinks, ...wordLinks, ...ground.links, ...besideLinks, ...checkLinks, ...industryLinks],
  oc4ids_original: originalRows(),
  figure: figureRows(),
  outcome: outcomeRows(),
  status_update: updateRows(),
};

const parsed = parseFolder(folderFiles(DISTRICT, rows, texts));
if (parsed.status !== 'valid') {
  for (const { file, row, field, message } of parsed.faults) console.error(`${file} ${row ?? ''} ${field ?? ''}: ${message}`);
  process.exit(1);
}
const supervision_step = stepsWithBasis(registerOf(parsed.rows));
rmSync(out, { recursive: true, force: true });
for (const [path, text] of writeFolder(registerOf({ ...parsed.rows, supervision_step }))) write(path, text);
for (const [path, bytes] of [...files, ...officeFiles, ...groundFiles, ...floodFiles()]) write(path, bytes);
write('SOURCE.md', SOURCE());
console.log(
  `${out}: ${Object.entries(rows)
    .map(([name, records]) => `${name} ${records.length}`)
    .join(', ')}`,
);

/** A folder that is new or empty, or whose district is that of an earlier run. */
function mayBeReplaced(folder) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return true;
  const district = join(folder, 'district.json');
  return existsSync(district) && JSON.parse(readFileSync(district, 'utf8')).id === DISTRICT.id;
}

function write(path, content) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
}

function SOURCE() {
  return `# Sources · 来源

练习区是虚构的：地名、机构、人、数字和文件都不是真的。由 \`node tools/make-practice.mjs\` 生成，每次生成的字节都一样；不要手改。

The Practice District is invented: no place, office, number or file in it is real. \`node tools/make-practice.mjs\` writes it, the same bytes
each time; do not change it by hand. It lies in the open ocean, so that it draws over no real place. The one thing in it that is not invented
is the working calendar: the holiday notices of the State Council, from \`data/calendars/china.json\`.

Licence: Apache-2.0, as all of Westgate.
`;
}
