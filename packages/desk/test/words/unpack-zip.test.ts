import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { WestgateError } from '@westgate/base';
import { readPlanText } from '@westgate/desk';

/** A zip archive of one file, whose directory says it unpacks to `says` bytes. */
function archive(content: Buffer, says: number): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

async function refusal(bytes: Buffer): Promise<string> {
  const error: unknown = await readPlanText(bytes, 'plan.docx').catch((caught: unknown) => caught);
  assert.ok(error instanceof WestgateError && error.code === 'WG_TEXT_UNREADABLE');
  return error.message;
}

test('an archive that lies about its size is unpacked no further than the limit', async () => {
  assert.match(await refusal(archive(Buffer.alloc(50_000_000), 100)), /unpacks to much more/);
});

test('an archive with more markup than memory allows is refused before it is parsed', async () => {
  assert.match(await refusal(archive(Buffer.from('<w:p/>'.repeat(1_100_000)), 6_600_000)), /unpacks to much more/);
});

test('an archive that is no Word document is refused', async () => {
  assert.match(await refusal(archive(Buffer.from('<w:document/>'), 13)), /expected a Word document/);
});

test('half an archive, or none, is refused', async () => {
  const whole = readFileSync(new URL('../../../test/fixtures/plan.docx', import.meta.url));
  assert.match(await refusal(whole.subarray(0, 600)), /does not unpack/);
  assert.match(await refusal(Buffer.from('plain text')), /does not unpack/);
  const broken = Buffer.from(whole);
  broken.fill(0xff, 40, 120);
  assert.match(await refusal(broken), /does not unpack|Word document/);
});
