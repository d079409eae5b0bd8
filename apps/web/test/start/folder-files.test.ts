import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOLDER_TABLES, TABLES } from '@westgate/domain';
import { zipSync } from 'fflate';
import { MOST_BYTES, readGiven } from '../../src/start/folder-files.ts';
import { readZip, writeZip } from '../../src/start/zip.ts';

const file = (path: string, text = 'x') => ({ path, bytes: new Blob([text]) });
/** A reading with the texts of its files. */
const readTexts = async (given: Parameters<typeof readGiven>[0]) => {
  const reading = await readGiven(given);
  if (reading.status === 'refused') return reading;
  const texts = await Promise.all(Object.entries(reading.files).map(async ([path, held]) => [path, await held.text()] as const));
  return { ...reading, files: Object.fromEntries(texts) };
};

test('a folder is found wherever it lies, and what systems put beside it is passed over', async () => {
  const given = [
    file('a/b/district.json', '{"id":"mill"}'),
    file('a/b/words/plan.en.md', 'One.'),
    file('a/b/notes.txt', 'mine'),
    file('a/b/.DS_Store'),
    file('__MACOSX/a/b/district.json'),
    file('a/other.csv'),
  ];
  assert.deepEqual(await readTexts(given), {
    status: 'folder',
    district: 'mill',
    files: { 'district.json': '{"id":"mill"}', 'words/plan.en.md': 'One.', 'notes.txt': '' },
  });
});

test('of a whole folder every file that the format reads keeps its bytes: tables, plan texts, base maps, evidence', async () => {
  const paths = [
    ...FOLDER_TABLES.map((name) => TABLES[name].file),
    'words/plan.zh.md',
    'places/osm-water.geojson',
    `files/${'0a'.repeat(32)}.pdf`,
  ];
  const reading = await readTexts(paths.map((path) => file(`mill/${path}`, path)));
  assert.deepEqual(reading.status === 'folder' && reading.files, Object.fromEntries(paths.map((path) => [path, path])));
});

test('single files go where their names belong; others, several districts and nothing are refused', async () => {
  const part = await readGiven([file('Downloads/places.geojson', '{}'), file('plan.zh.md', '一。')]);
  assert.deepEqual(part.status === 'part' && Object.keys(part.files), ['places/places.geojson', 'words/plan.zh.md']);
  const why = async (given: Parameters<typeof readGiven>[0]): Promise<string> => {
    const reading = await readGiven(given);
    return reading.status === 'refused' ? reading.word : reading.status;
  };
  assert.equal(await why([file('plan.docx')]), 'start.bring.unknownFile');
  assert.equal(await why([file('a/district.json'), file('b/district.json')]), 'start.bring.severalDistricts');
  assert.equal(await why([file('.git')]), 'start.bring.nothing');
  assert.equal(await why([{ path: 'places.geojson', bytes: sized(MOST_BYTES + 1) }]), 'start.bring.tooLarge');
});

test('the bytes of a file go as they are: the server knows what Excel writes', async () => {
  const excel = Uint8Array.of(0xb1, 0xb1, 0xbe, 0xa9);
  const reading = await readGiven([{ path: 'departments.csv', bytes: new Blob([excel]) }]);
  const sent = reading.status === 'part' ? reading.files['programme/departments.csv'] : undefined;
  assert.deepEqual(new Uint8Array((await sent?.arrayBuffer()) ?? []), excel);
});

test('a zip that was written is read byte by byte, the same each time; one that is damaged or a bomb is refused', async () => {
  const files = { 'district.json': '{}', 'words/plan.zh.md': '一。\n' };
  const zip = writeZip('mill-3', files);
  assert.deepEqual(zip, writeZip('mill-3', files));
  const read = readZip(zip);
  const texts = read.status === 'read' ? await Promise.all(read.files.map(async (each) => [each.path, await each.bytes.text()])) : null;
  assert.deepEqual(texts, [
    ['mill-3/district.json', '{}'],
    ['mill-3/words/plan.zh.md', '一。\n'],
  ]);
  const cut = readZip(zip.subarray(0, 60));
  assert.equal(cut.status === 'refused' && cut.word, 'start.bring.badZip');
  const bomb = readZip(claiming(zipSync({ 'district.json': new Uint8Array(1_000) }), MOST_BYTES + 1));
  assert.equal(bomb.status === 'refused' && bomb.word, 'start.bring.tooLarge');
});

test('a zip that lies about its sizes grows no further than it said', () => {
  const read = readZip(claiming(zipSync({ 'district.json': new Uint8Array(5_000_000) }, { level: 9 }), 10));
  assert.ok(read.status === 'refused' || read.files.every((each) => each.bytes.size <= 10));
});

/** A zip that says its files have so many bytes when they are unpacked. */
function claiming(zip: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at + 30 < zip.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, bytes, true);
  return zip;
}

/** A file of so many bytes of which none is there. */
function sized(size: number): Blob {
  return Object.defineProperty(new Blob(), 'size', { value: size });
}
