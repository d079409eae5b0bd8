import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { planReadJson, readPlanText } from '@westgate/desk';

const FIXTURES = new URL('../../../test/fixtures/', import.meta.url);
const TEXT = 'The harbour renews No. 5 quay. 港口更新五号码头。开放“码头公园”。';
const GB18030 = Buffer.from('b8dbbfdab8fcd0c2cee5bac5c2ebcdb7a1a3bfaab7c5b9abd4b0a1a3', 'hex');

/** The bytes of `file` from `start` to `end` are `text`, for each sentence; only white space stands between. */
async function isToTheByte(file: Buffer, name: string, encoded = file): Promise<void> {
  const { sentences } = planReadJson(await readPlanText(file, name));
  let at = encoded.indexOf(0xef) === 0 ? 3 : 0;
  for (const { start, end, text } of sentences) {
    assert.equal(encoded.subarray(start, end).toString(), text);
    assert.match(encoded.subarray(at, start).toString(), /^\s*$/);
    at = end;
  }
  assert.match(encoded.subarray(at).toString(), /^\s*$/);
}

async function refuses(bytes: Uint8Array, name: string, message: RegExp): Promise<void> {
  await assert.rejects(readPlanText(bytes, name), (error) => {
    assert.ok(error instanceof WestgateError && error.code === 'WG_TEXT_UNREADABLE');
    assert.match(error.message, message);
    return true;
  });
}

test('a UTF-8 file is read with its offsets in bytes', async () => {
  const file = Buffer.from(`${TEXT}\r\n\n第二段。 \n`);
  const reading = await readPlanText(file, 'plan.txt');
  assert.deepEqual([reading.encoding, reading.language, reading.paragraphs], ['utf-8', 'zh', [3, 1]]);
  assert.deepEqual(Object.keys(planReadJson(reading)), ['language', 'sentences']);
  assert.deepEqual(planReadJson(reading).sentences[1], { id: 'p1s2', start: 31, end: 58, text: '港口更新五号码头。' });
  await isToTheByte(file, 'plan.MD');
});

test('a byte order mark in UTF-8 is counted in the offsets and stays out of the sentences', async () => {
  const file = Buffer.from(`\ufeff${TEXT}`);
  const reading = await readPlanText(file, 'plan.txt');
  assert.deepEqual([planReadJson(reading).sentences[0]?.start, reading.encoding], [3, 'utf-8']);
  assert.equal(Buffer.from(reading.text).compare(file), 0);
  await isToTheByte(file, 'plan.txt');
});

test('UTF-16 with a byte order mark is read in both orders', async () => {
  const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  assert.equal((await readPlanText(little, 'plan.txt')).encoding, 'utf-16le');
  await isToTheByte(little, 'plan.txt', Buffer.from(TEXT));
  const big = Buffer.from(little).swap16();
  assert.equal((await readPlanText(big, 'plan.txt')).encoding, 'utf-16be');
  await isToTheByte(big, 'plan.txt', Buffer.from(TEXT));
});

test('bytes that are no UTF-8 are read as GB18030', async () => {
  const reading = await readPlanText(GB18030, 'plan.txt');
  assert.deepEqual([reading.encoding, reading.text], ['gb18030', '港口更新五号码头。开放公园。']);
  await isToTheByte(GB18030, 'plan.txt', Buffer.from(reading.text));
});

test('a Word document is read by paragraphs, cells and line breaks, without deleted words', async () => {
  const file = readFileSync(new URL('plan.docx', FIXTURES));
  const reading = await readPlanText(file, 'plan.docx');
  assert.deepEqual(
    reading.sentences.map(({ id, text }) => [id, text]),
    [
      ['p1s1', 'Harbour plan 港口规划'],
      ['p2s1', 'The harbour renews No. 5 quay, e.g. its sheds.'],
      ['p2s2', 'It opens a “quay park.”'],
      ['p2s3', 'All aims to serve people.'],
      ['p3s1', '港口更新五号码头。'],
      ['p3s2', '开放“码头公园”。'],
      ['p4s1', 'First line\nsecond line'],
      ['p5s1', '1.\tBuild the quay.'],
      ['p5s2', 'Keep it.'],
      ['p6s1', 'Cell one.'],
      ['p7s1', '单元格。'],
      ['source', '(Source: harbour office)'],
    ],
  );
  await isToTheByte(file, 'plan.docx', Buffer.from(reading.text));
});

test('what is no plan text is refused in plain words', async () => {
  await refuses(Buffer.from('Text.'), 'plan.pdf', /plan\.pdf: expected a \.txt, \.md or \.docx file, found \.pdf/);
  await refuses(Buffer.from('Text.'), 'plan.doc', /save it as \.docx/);
  await refuses(Buffer.from('Text.'), 'plan', /a name without an ending/);
  await refuses(Buffer.from('%PDF-1.7 ...'), 'plan.txt', /found a PDF/);
  await refuses(Buffer.from(''), 'plan.txt', /at least one sentence, found none/);
  await refuses(Buffer.from(' \n---\n'), 'plan.md', /at least one sentence, found none/);
  await refuses(Buffer.from([0x41, 0x00, 0x42, 0x00]), 'plan.txt', /control character U\+0000 at character 1/);
  await refuses(Buffer.from([0xff, 0x41, 0x80]), 'plan.txt', /bytes that are none of these/);
});

test('files and texts beyond the limits are refused', async () => {
  await refuses(Buffer.alloc(10_000_001, 0x41), 'plan.txt', /at most 10 MB, found 10\.0 MB/);
  await refuses(Buffer.alloc(5_000_001, 0x41), 'plan.txt', /at most 5000000 characters/);
});
