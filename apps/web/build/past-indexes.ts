import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const INDEXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['base', 'domain', 'contract'].map((name) => [
      `@westgate/${name}`,
      fileURLToPath(new URL(`../../../packages/${name}/src/index.ts`, import.meta.url)),
    ]),
  ),
  'react-aria-components': join(dirname(require.resolve('react-aria-components/package.json')), 'dist/exports/index.mjs'),
};
const OF_INDEX = new RegExp(`^import \\{([^}]*)\\} from '(${Object.keys(INDEXES).join('|')})';`, 'gm');
/** A line of an index: `export { a, type B } from './c.ts'`, `export * as d from './e.ts'`, or as built `import {F as x} from "../g.mjs"`. */
const LINE = /(?:export|import) ?(?:\{([^}]*)\}|\* as (\w+)) from ['"]([^'"]+)['"]/g;

/**
 * Takes what is imported from the index of a package from the file that has it. An index reaches all of its package: who imports one name of it seems to need
 * everything, and the code of every screen held what a single one uses.
 */
export const pastIndexes: Plugin = {
  name: 'past-indexes',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/(?:apps\/web|packages\/\w+)\/src\/.*\.tsx?$/.test(id)) return null;
    return code.replace(OF_INDEX, (line, names: string, index: string) => importsOf(names, index) || line);
  },
};

interface Home {
  readonly file: string;
  /** The whole of the file is what is named. */
  readonly isWhole: boolean;
}

function importsOf(names: string, index: string): string {
  const homes = homesIn(index);
  const lines = valuesIn(names).map((said) => {
    const [name = '', own = name] = said.split(' as ');
    const home = homes.get(name);
    if (home === undefined) return `import { ${said} } from '${index}';`;
    return home.isWhole ? `import * as ${own} from '${home.file}';` : `import { ${said} } from '${home.file}';`;
  });
  // As many lines as before, so that what is told of a place in the file still holds.
  return `${lines.join(' ')}${'\n'.repeat(names.split('\n').length - 1)}`;
}

/** Where each name is, by index. Read once: an index that is changed while the screens are worked on is read by the next start. */
const known = new Map<string, ReadonlyMap<string, Home>>();

function homesIn(index: string): ReadonlyMap<string, Home> {
  const found = known.get(index);
  if (found) return found;
  const path = INDEXES[index] ?? '';
  const homes = new Map<string, Home>();
  for (const [, names = '', whole, from = ''] of readFileSync(path, 'utf8').matchAll(LINE)) {
    const file = from.startsWith('.') ? join(dirname(path), from) : from;
    if (whole !== undefined) homes.set(whole, { file, isWhole: true });
    for (const said of valuesIn(names)) homes.set(said.split(' as ')[0] ?? said, { file, isWhole: false });
  }
  known.set(index, homes);
  return homes;
}

function valuesIn(names: string): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
