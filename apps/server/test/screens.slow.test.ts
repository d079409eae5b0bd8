import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PLURALS } from '@westgate/domain';
import { openOffice } from './office.ts';

const ROUTES = new URL('../../../web/src/routes.ts', import.meta.url);
const PAGE = '<!doctype html><title>Westgate</title>';

test('every address of the screens can be opened by itself, as a copied link or a reload does', async () => {
  const screens = mkdtempSync(join(tmpdir(), 'westgate-screens-'));
  after(() => rmSync(screens, { recursive: true }));
  writeFileSync(join(screens, 'index.html'), PAGE);
  const office = await openOffice(undefined, screens);
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
  // The general one is that of every kind of record.
  const paths = routes.flatMap((path) => Object.values(PLURALS).map((many) => path.replace('$nouns', many)));
  const addresses = [...new Set(paths)].map((path) => path.replace(/\$\w+/g, 'x'));
  assert.ok(addresses.length > 40, `only ${addresses.length} addresses found`);
  const missing: string[] = [];
  for (const address of addresses) if ((await (await office.ask(address)).text()) !== PAGE) missing.push(address);
  assert.deepEqual(missing, []);
});
