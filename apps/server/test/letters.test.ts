import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fontOf, readFont } from '@westgate/base';
import fastify from 'fastify';
import { addLetters } from '../src/routes/letters.ts';

const ROOT = new URL('../../../../', import.meta.url);
const ofWeb = createRequire(new URL('apps/web/package.json', ROOT));
const { decompress } = ofWeb('wawoff2');
const codes = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

/** A file of the face as its package brings it: the characters used most. */
async function partOf(name: string): Promise<Uint8Array> {
  const folder = dirname(ofWeb.resolve('@fontsource-variable/noto-sans-sc/LICENSE'));
  return Uint8Array.from(await decompress(readFileSync(join(folder, 'files', `noto-sans-sc-${name}-wght-normal.woff2`))));
}

test('a font file of some letters holds those alone, with their outlines, widths and weights', async () => {
  const [first, second] = [readFont(await partOf('118')), readFont(await partOf('117'))];
  const made = readFont(fontOf([first, second], codes('三万不')));
  assert.deepEqual([...made.glyphOf.keys()].sort(), codes('三万不').sort());
  for (const table of ['glyf', 'gvar', 'fvar', 'hmtx', 'OS/2']) assert.ok(made.tables.has(table), table);
  const again = readFont(fontOf([readFont(fontOf([first], codes('三不')))], codes('三')));
  assert.deepEqual([...again.glyphOf.keys()], codes('三'));
  assert.deepEqual(bytes(again, 'glyf'), bytes(readFont(fontOf([first], codes('三'))), 'glyf'));
});

test('the server hands out the letters asked for, and says what it takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-letters-'));
  const font = readFont(await partOf('118'));
  writeFileSync(join(folder, 'sans.ttf'), fontOf([font], font.glyphOf.keys()));
  const app = fastify();
  addLetters(app, folder);
  const given = await app.inject({ url: `/letters/sans?of=${encodeURIComponent('三不三')}` });
  assert.equal(given.statusCode, 200);
  assert.match(String(given.headers['cache-control']), /immutable/);
  assert.deepEqual([...readFont(given.rawPayload).glyphOf.keys()].sort(), codes('三不').sort());
  const many = String.fromCodePoint(...Array.from({ length: 801 }, (_, index) => 0x4e00 + index));
  const refused = await app.inject({ url: `/letters/sans?of=${encodeURIComponent(many)}` });
  assert.notEqual(refused.statusCode, 200);
  assert.match(refused.json().message, /expected 1 to 800 letters, got 801/);
  assert.notEqual((await app.inject({ url: '/letters/sans' })).statusCode, 200);
  await app.close();
});

function bytes({ tables }: ReturnType<typeof readFont>, name: string): number[] {
  const view = tables.get(name);
  return view ? [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)] : [];
}
