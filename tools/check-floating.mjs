// No promise is let go but by inBackground, which is told of every failure: a promise that fails unheard ends the process. Biome's
// noFloatingPromises finds those that nobody waits for, but takes `void` for an answer; this finds `void`.
import { filesUnder, readText, report } from './house.mjs';

const FLOOR = 900;
const ALLOWED = new Set(['packages/base/src/in-background.ts', 'tools/check-floating.mjs']);
const FOLDERS = ['packages', 'apps', 'e2e', 'tools', 'bench', 'trials'];

/** `void` as an operator stands before a name or a parenthesis; as a type it does not. */
const VOIDED = /(?<![\w.$'"`-])void\s+(?=[A-Za-z_$(])/g;

const faults = [];
const files = FOLDERS.flatMap((folder) => filesUnder(folder, (name) => /\.(tsx?|mjs|js)$/.test(name)));
for (const file of files) {
  if (ALLOWED.has(file)) continue;
  const code = withoutComments(readText(file));
  for (const { index } of code.matchAll(VOIDED)) {
    const line = code.slice(0, index).split('\n').length;
    faults.push(`${file}:${line} lets a value go by void: await it, or start it by inBackground`);
  }
}
report('check-floating', { read: files.length, floor: FLOOR, faults });

/** The code with its comments blank, so that lines keep their numbers. */
function withoutComments(code) {
  return code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '');
}
