import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { type Font, fontOf, packedFont, readFont } from '@westgate/base';
import fastify from 'fastify';
import { addLetters } from '../src/routes/letters.ts';

const ROOT = new URL('../../../../', import.meta.url);
const ofWeb = createRequire(new URL('apps/web/package.json', ROOT));
const { decompress } = ofWeb('wawoff2');
const pack = async (bytes: Uint8Array): Promise<Uint8Array> => promisify(brotliCompress)(bytes);
const codes = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

/** A file of the face as its package brings it: the characters used most. */
async function partOf(name: string): Promise<Uint8Array> {
  const folder = dirname(ofWeb.resolve('@fontsource-variable/noto-sans-sc/LICENSE'));
  return unpacked(readFileSync(join(folder, 'files', `noto-sans-sc-${name}-wght-normal.woff2`)));
}

/** A copy: the unpacker uses its memory again. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return Uint8Array.from(await decompress(bytes));
}

/** The outlines alone, as the packed format writes them, not yet packed. */
async function outlines(font: Font): Promise<Uint8Array> {
  let written = new Uint8Array();
  await packedFont(fontOf([font], font.glyphOf.keys()), async (tables) => {
    const others = [...font.tables]
      .filter(([name]) => name !== 'glyf' && name !== 'loca')
      .reduce((sum, [, { byteLength }]) => sum + byteLength, 0);
    written = tables.slice(others);
    return tables;
  });
  return written;
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

test('a packed font, unpacked by others, has the same outlines, widths and weights', async () => {
  for (const name of ['118', 'vietnamese', 'latin-ext']) {
    const whole = readFont(await partOf(name));
    const file = fontOf([whole], whole.glyphOf.keys());
    const [given, again] = [readFont(file), readFont(await unpacked(await packedFont(file, pack)))];
    // How the flags of points are written is the unpacker's affair, and it marks the head.
    for (const table of [...given.tables.keys()].filter((each) => !['glyf', 'loca', 'head'].includes(each)))
      assert.deepEqual(bytes(again, table), bytes(given, table), `${table} of ${name}`);
    assert.equal(bytes(again, 'glyf').length, bytes(given, 'glyf').length, `outlines of ${name}`);
    assert.deepEqual(await outlines(again), await outlines(given), `outlines of ${name}`);
  }
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
  assert.equal(given.headers['content-type'], 'font/woff2');
  assert.deepEqual([...readFont(await unpacked(given.rawPayload)).glyphOf.keys()].sort(), codes('三不').sort());
  const many = String.fromCodePoint(...Array.from({ length: 801 }, (_, index) => 0x4e00 + index));
  const refused = await app.inject({ url: `/letters/sans?of=${encodeURIComponent(many)}` });
  assert.notEqual(refused.statusCode, 200);
  assert.match(refused.json().message, /expected 1 to 800 letters, got 801/);
  assert.notEqual((await app.inject({ url: '/letters/sans' })).statusCode, 200);
  await app.close();
});

test('letters that could not be made are made when they are asked for again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-letters-'));
  const app = fastify();
  addLetters(app, folder);
  const ask = () => app.inject({ url: `/letters/sans?of=${encodeURIComponent('三')}` });
  assert.equal((await ask()).statusCode, 500);
  const font = readFont(await partOf('118'));
  writeFileSync(join(folder, 'sans.ttf'), fontOf([font], font.glyphOf.keys()));
  assert.equal((await ask()).statusCode, 200);
  await app.close();
});

function bytes({ tables }: ReturnType<typeof readFont>, name: string): number[] {
  const view = tables.get(name);
  return view ? [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)] : [];
}
