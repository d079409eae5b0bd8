import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { MOST_BYTES, readGiven } from '../../src/start/folder-files.ts';
import { readZip, writeZip } from '../../src/start/zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (path: string, text = 'x') => ({ path, bytes: bytes(text) });

test('a folder is found wherever it lies, and what systems put beside it is passed over', () => {
  const given = [
    file('a/b/district.json', '{"id":"mill"}'),
    file('a/b/words/plan.en.md', 'One.'),
    file('a/b/notes.txt', 'mine'),
    file('a/b/.DS_Store'),
    file('__MACOSX/a/b/district.json'),
    file('a/other.csv'),
  ];
  assert.deepEqual(readGiven(given), {
    status: 'folder',
    district: 'mill',
    files: { 'district.json': '{"id":"mill"}', 'words/plan.en.md': 'One.', 'notes.txt': '' },
  });
});

test('single files go where their names belong; others, several districts and nothing are refused', () => {
  const part = readGiven([file('Downloads/places.geojson', '{}'), file('plan.zh.md', '一。')]);
  assert.deepEqual(part.status === 'part' && Object.keys(part.files), ['places/places.geojson', 'words/plan.zh.md']);
  const why = (given: Parameters<typeof readGiven>[0]): string => {
    const reading = readGiven(given);
    return reading.status === 'refused' ? reading.word : reading.status;
  };
  assert.equal(why([file('plan.docx')]), 'start.bring.unknownFile');
  assert.equal(why([file('a/district.json'), file('b/district.json')]), 'start.bring.severalDistricts');
  assert.equal(why([file('.git')]), 'start.bring.nothing');
  assert.equal(why([{ path: 'places.geojson', bytes: new Uint8Array(MOST_BYTES + 1) }]), 'start.bring.tooLarge');
});

test('a file that Excel wrote in GB18030 is read as Chinese', () => {
  const reading = readGiven([{ path: 'departments.csv', bytes: Uint8Array.of(0xb1, 0xb1, 0xbe, 0xa9) }]);
  assert.equal(reading.status === 'part' && reading.files['programme/departments.csv'], '北京');
});

test('a zip that was written is read byte by byte, the same each time; one that is damaged or a bomb is refused', () => {
  const files = { 'district.json': '{}', 'words/plan.zh.md': '一。\n' };
  const zip = writeZip('mill-3', files);
  assert.deepEqual(zip, writeZip('mill-3', files));
  const read = readZip(zip);
  assert.deepEqual(read.status === 'read' && read.files.map((each) => [each.path, new TextDecoder().decode(each.bytes)]), [
    ['mill-3/district.json', '{}'],
    ['mill-3/words/plan.zh.md', '一。\n'],
  ]);
  const cut = readZip(zip.subarray(0, 60));
  assert.equal(cut.status === 'refused' && cut.word, 'start.bring.badZip');
  const bomb = readZip(zipSync({ 'district.json': new Uint8Array(MOST_BYTES + 1) }, { level: 9 }));
  assert.equal(bomb.status === 'refused' && bomb.word, 'start.bring.tooLarge');
});

test('a zip that lies about its sizes grows no further than it said', () => {
  const zip = zipSync({ 'district.json': new Uint8Array(5_000_000) }, { level: 9 });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at + 30 < zip.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  const read = readZip(zip);
  assert.ok(read.status === 'refused' || read.files.every((each) => each.bytes.length <= 10));
});
