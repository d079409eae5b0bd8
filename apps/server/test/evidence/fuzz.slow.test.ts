import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { heldBytes } from '../held-memory.ts';
import { HARBOUR, PLENTY, type TestOffice } from '../office.ts';
import { docx, jpeg, type Part, pdf, png, webp, xlsx, zip } from './sample-files.ts';
import { upload } from './upload.ts';

const MOST = 256 * 1024;
/** `npm run trial:long` sends a thousand. */
const ROUNDS = process.env.WESTGATE_TRIAL === 'all' ? 1_000 : 600;
/** Rounds after which everything is loaded that a refusal needs, and what the process may hold beyond that at the end. */
const WARM = 200;
const MOST_GROWTH = 16 * 1024 * 1024;

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-fuzz-'));
const desk = await openDesk({ dataDir, districtFolder: HARBOUR });
const limits = { ...PLENTY, fileBytes: MOST };
const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits });
after(async () => {
  await server.close();
  await desk.close();
  rmSync(dataDir, { recursive: true });
});
const office: Pick<TestOffice, 'ask'> = { ask: (path, init = {}) => fetch(server.address + path, init) };

/** Numbers below `most`, the same in every run. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const GOOD: readonly (readonly [string, () => Buffer])[] = [
  ['pdf', pdf],
  ['png', png],
  ['jpg', jpeg],
  ['webp', webp],
  ['docx', docx],
  ['xlsx', xlsx],
];
const NAMES = [
  '../up.pdf',
  'a/b.pdf',
  'C:\\x.pdf',
  '..',
  '.pdf',
  ' x.pdf',
  'x.exe',
  'x',
  `${'n'.repeat(300)}.pdf`,
  'a\u202efdp.pdf',
  'x.svg',
  'x.html',
];
const bomb: Part = { name: 'word/media/a.xml', content: Buffer.alloc(4_000_000), says: 400_000_000 };
const ZIPS: readonly (() => Buffer)[] = [
  () => docx(bomb),
  () => docx({ ...bomb, says: 4_294_967_295 }),
  () =>
    docx(
      ...Array.from({ length: 60 }, (_, index) => ({
        ...bomb,
        name: `word/${index}.xml`,
        content: Buffer.alloc(200_000),
        says: 9_000_000,
      })),
    ),
  () => docx({ name: '../../etc/passwd', content: Buffer.from('x') }),
  () => docx({ name: 'word/vbaProject.bin', content: Buffer.from('x') }),
  () => docx({ name: 'word/document.xml', content: Buffer.from('again') }),
  () => docx({ name: 'secret.xml', content: Buffer.from('x'), flags: 1 }),
  () => zip([{ name: 'word/document.xml', content: Buffer.from('x') }]),
  () => zip([]),
];
const TEXTS = [
  '<svg onload=alert(1)>',
  '<!DOCTYPE html><p>',
  'a,b\n<script>x</script>',
  '\u0000\u0001',
  '  <html>',
  '<?xml version="1.0"?><svg/>',
];

/** A malformed upload: its kind, name, bytes and fields. */
function malformed(round: number): readonly [string, string, Buffer, Record<string, string>] {
  const roll = dice(round + 1);
  const [ending, make] = GOOD[roll(GOOD.length)] ?? ['pdf', pdf];
  const good = make();
  switch (round % 9) {
    case 0:
      return ['cut short', `a.${ending}`, good.subarray(0, 1 + roll(Math.max(1, Math.min(good.length - 2, 25)))), {}];
    case 1:
      return ['a name with a path, or of another kind', NAMES[roll(NAMES.length)] ?? '..', pdf(), {}];
    case 2: {
      const others = GOOD.filter(([each]) => each !== ending);
      return ['another kind than its name says', `a.${ending}`, (others[roll(others.length)] ?? ['', pdf])[1](), {}];
    }
    case 3:
      return ['too large', `a.${ending}`, Buffer.concat([good, Buffer.alloc(MOST + roll(MOST * 4))]), {}];
    case 4:
      return ['an archive that is a bomb, or not whole', 'a.docx', (ZIPS[roll(ZIPS.length)] ?? docx)(), {}];
    case 5:
      return ['a page or drawing as text', roll(2) === 0 ? 'a.csv' : 'a.txt', Buffer.from(TEXTS[roll(TEXTS.length)] ?? ''), {}];
    case 6:
      return ['noise', `a.${ending}`, Buffer.from(Array.from({ length: roll(3_000) }, () => roll(256))), {}];
    case 7:
      return [
        'a bad field',
        `a.${ending}`,
        good,
        [{ on: 'soon' }, { who: '' }, { subjectKind: 'planet' }, { subjectId: '../x' }, { titleEn: '\u0000' }][roll(5)] ?? {},
      ];
    default: {
      const huge = Buffer.from(png());
      huge.writeUInt32BE(0x7fffffff, roll(2) === 0 ? 16 : 20);
      huge.writeUInt32BE(100_000 + roll(1_000_000), huge.readUInt32BE(16) === 0x7fffffff ? 20 : 16);
      return ['a picture without end', 'a.png', huge, {}];
    }
  }
}

/** What the sender in this process and the server hold. */
function ofAll({ heapUsed, external, arrayBuffers }: NodeJS.MemoryUsage): number {
  return heapUsed + external + arrayBuffers;
}

test(`${ROUNDS} malformed uploads are refused clearly, take little memory, and leave nothing`, async () => {
  const before = desk.seq;
  const told = new Map<string, number>();
  let warm = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [kind, name, bytes, fields] = malformed(round);
    const answer = await upload(office, name, bytes, fields).catch((error: unknown) =>
      assert.fail(`round ${round}, ${kind}, ${name}: ${String(error)}`),
    );
    const body = await answer.text();
    assert.ok(answer.status >= 400 && answer.status < 500, `round ${round}, ${kind}, ${name}: ${answer.status} ${body}`);
    assert.match(body, /"code":"WG_(FILE_REFUSED|INPUT_INVALID|BODY_TOO_LARGE)"/, `round ${round}, ${kind}: ${body}`);
    if (round === WARM) warm = await heldBytes(ofAll, 10);
    told.set(kind, (told.get(kind) ?? 0) + 1);
  }
  assert.equal(told.size, 9);
  assert.equal(desk.seq, before, 'no deed was done');
  const left = readdirSync(join(dataDir, 'files'), { recursive: true }).map(String);
  assert.deepEqual(left, ['incoming'], 'no byte was kept');
  const growth = (await heldBytes(ofAll, 10)) - warm;
  assert.ok(growth < MOST_GROWTH, `grew by ${growth} bytes in ${ROUNDS - WARM} rounds`);
  assert.equal((await upload(office, 'good.pdf', pdf())).status, 200, 'and a good one is still taken');
});
