// The evidence files of the practice district: small and whole, a text, a table, a paper or a picture. Each says that it is invented.
import { createHash } from 'node:crypto';

const LABEL = '虚构练习材料 Invented practice material';

/** What is brought for a requirement, by its key: the file name and its bytes. Files of one key are the same file. */
export function fileFor({ key, name_zh, name_en }) {
  const make = MAKERS[key] ?? textFile;
  const [ending, media, bytes] = make(name_zh, name_en);
  return {
    file_name: `${name_zh}.${ending}`,
    media_type: media,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: bytes,
  };
}

const MAKERS = {
  survey: tableFile,
  vote: tableFile,
  leave: tableFile,
  list: tableFile,
  design: paperFile,
  draft: paperFile,
  text: paperFile,
  record: pictureFile,
};

function textFile(zh, en) {
  const text = `${LABEL}\n\n${zh}\n${en}\n\n本文件只用于练习，不对应任何真实项目。\nFor practice only; it belongs to no real project.\n`;
  return ['txt', 'text/plain', Buffer.from(text)];
}

function tableFile(zh, en) {
  const lines = [
    `${LABEL}`,
    `${zh} ${en}`,
    '户号 Number,意见 Answer',
    ...[1, 2, 3, 4, 5, 6].map((n) => `${100 + n},${n === 4 ? '不同意 no' : '同意 yes'}`),
  ];
  return ['csv', 'text/csv', Buffer.from(`${lines.join('\n')}\n`)];
}

/** A PDF of one page with the English words in a standard face: it needs no font of its own. */
function paperFile(_, en) {
  const shown = `BT /F1 16 Tf 60 760 Td (${en}) Tj 0 -28 Td /F1 11 Tf (Invented practice material. It belongs to no real project.) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return ['pdf', 'application/pdf', Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${tail}`, 'latin1')];
}

const [WIDTH, HEIGHT] = [96, 64];

/** A PNG in grey: hatching in a frame. Its pixels are stored, not packed, so that every version of Node writes the same bytes. */
function pictureFile() {
  const lines = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_, x) => (x < 3 || y < 3 || x >= WIDTH - 3 || y >= HEIGHT - 3 ? 40 : (x + y) % 12 < 2 ? 120 : 225)),
  ]);
  const raw = Buffer.from(lines.flat());
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 8;
  const length = Buffer.alloc(4);
  length.writeUInt16LE(raw.length, 0);
  length.writeUInt16LE(0xffff - raw.length, 2);
  const packed = Buffer.concat([Buffer.from([0x78, 0x01, 0x01]), length, raw, big(adlerOf(raw))]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return ['png', 'image/png', Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])];
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([big(data.length), body, big(crcOf(body))]);
}

function big(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function adlerOf(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
