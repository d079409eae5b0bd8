import { deflateSync } from 'node:zlib';
import { type Dice, sizeOf } from './dice.ts';

/** The bytes and the name of a picture or PDF that is made to hurt whoever opens it. */
export function hostilePicture(dice: Dice): readonly [Buffer, string] {
  const make = KINDS[dice(KINDS.length)] ?? hugePng;
  return make(dice);
}

type Make = (dice: Dice) => readonly [Buffer, string];

function chunk(kind: string, content: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(kind, 4, 'latin1');
  content.copy(bytes, 8);
  return bytes;
}

function png(width: number, height: number, ...chunks: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...chunks]);
}

const END = chunk('IEND', Buffer.alloc(0));
const hugePng: Make = (dice) => [png(1 + dice(0x7fffffff), 1 + dice(0x7fffffff), END), 'a.png'];
const bombPng: Make = (dice) => [
  png(
    1,
    1,
    ...Array.from({ length: 1 + dice(200) }, () =>
      chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(5_000_000))])),
    ),
    END,
  ),
  'a.png',
];
const manyChunks: Make = (dice) => [
  png(1, 1, ...Array.from({ length: sizeOf(dice, 60_000) }, () => chunk('tEXt', Buffer.alloc(0)))),
  'a.png',
];
const lyingChunk: Make = (dice) => {
  const bytes = png(1, 1, chunk('IDAT', Buffer.alloc(10)), END);
  bytes.writeUInt32BE(dice(0xffffffff), 33);
  return [bytes, 'a.png'];
};
const manySegments: Make = (dice) => [
  Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(4 * sizeOf(dice, 300_000), Buffer.from([0xff, 0xe1, 0, 2]))]),
  'a.jpg',
];
const filledJpeg: Make = (dice) => [Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(1 + sizeOf(dice, 1_000_000), 0xff)]), 'a.jpg'];
const endlessBoxes: Make = (dice) => {
  const box = Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]);
  const head = Buffer.from([0, 0, 0, 16, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63, 0, 0, 0, 0]);
  return [Buffer.concat([head, Buffer.alloc(8 * sizeOf(dice, 100_000), box)]), 'a.heic'];
};
const largeBox: Make = () => {
  const head = Buffer.from([0, 0, 0, 16, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63, 0, 0, 0, 0]);
  return [Buffer.concat([head, Buffer.from([0, 0, 0, 1, 0x66, 0x72, 0x65, 0x65, 255, 255, 255, 255, 255, 255, 255, 255])]), 'a.heic'];
};
const pdf: Make = (dice) => [
  Buffer.from(`%PDF-1.7\n${'1 0 obj<</Kids['.repeat(sizeOf(dice, 200_000))}\nstartxref\n${'9'.repeat(dice(500))}\n%%EOF`),
  'a.pdf',
];
const cutPdf: Make = (dice) => [Buffer.from(`%PDF-${'startxref'.repeat(sizeOf(dice, 100_000))}`), 'a.pdf'];

const KINDS: readonly Make[] = [hugePng, bombPng, manyChunks, lyingChunk, manySegments, filledJpeg, endlessBoxes, largeBox, pdf, cutPdf];
