import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { oddFile } from '../sheets/malformed-files.ts';
import { xlsxOf, zipOf } from '../sheets/raw-xlsx.ts';
import { type Dice, diceOf, sizeOf } from './dice.ts';
import { foreignFolder } from './hostile-folders.ts';
import { hostilePicture } from './hostile-pictures.ts';

/** A file from elsewhere and what it is brought as; a folder is one of several files. */
export type HostileFile = { readonly what: string; readonly name: string } & (
  | { readonly as: 'plan' | 'sheet' | 'evidence' | 'json'; readonly bytes: Buffer }
  | { readonly as: 'folder'; readonly files: ReadonlyMap<string, string> }
);

type Made = HostileFile extends infer File ? (File extends unknown ? Omit<File, 'what'> : never) : never;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DOCX = readFileSync(new URL('../../../test/fixtures/plan.docx', import.meta.url));

/** The hostile file of a seed. Seeds one after the other go through all kinds; a larger seed draws other sizes. */
export function hostileFile(seed: number): HostileFile {
  const dice = diceOf(seed);
  const kind = KINDS[seed % KINDS.length];
  if (!kind) throw new Error('there are kinds of files');
  const [what, make] = kind;
  return { what, ...make(dice, seed) };
}

const pick = <T>(dice: Dice, from: readonly [T, ...T[]]): T => from[dice(from.length)] ?? from[0];
const plan = (bytes: Buffer | string, name = 'plan.docx'): Made => ({ as: 'plan', name, bytes: Buffer.from(bytes) });
const sheet = (bytes: Buffer | string, name = 'tasks.xlsx'): Made => ({ as: 'sheet', name, bytes: Buffer.from(bytes) });
const evidence = (bytes: Buffer, name: string): Made => ({ as: 'evidence', name, bytes });

/** A Word document with this body; `isOpen`: it breaks off after it. */
function docx(body: string, { isOpen = false, more = {} }: { isOpen?: boolean; more?: Record<string, string | Buffer> } = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}${isOpen ? '' : '</w:body></w:document>'}`,
    ...more,
  });
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const OPENINGS = [
  '<w:p>',
  '<',
  '<w:p a="',
  "<w:p a='",
  '</w:p',
  '<a<a',
  '<!--',
  '<![CDATA[',
  '<?a',
  '<w:p/',
  '<w:p a=',
  '<!',
  '</',
] as const;

type Make = (dice: Dice, seed: number) => Made;

const KINDS: readonly (readonly [string, Make])[] = [
  ['a document whose tags never close', (dice) => plan(docx(pick(dice, OPENINGS).repeat(1_000 + sizeOf(dice, 150_000)), { isOpen: true }))],
  ['a document whose tags close in another order', (dice) => plan(docx('<w:p><w:r></w:p></w:r>'.repeat(1 + sizeOf(dice, 30_000))))],
  ['a document too deep', (dice) => plan(docx('<w:p>'.repeat(100 + sizeOf(dice, 200_000)) + '</w:p>'.repeat(dice(2) * 200_000)))],
  ['a document of many paragraphs', (dice) => plan(docx(paragraph('Build.').repeat(500 + sizeOf(dice, 4_000))))],
  ['a document with a long run of text', (dice) => plan(docx(paragraph('Build the pier '.repeat(1_000 + sizeOf(dice, 200_000)))))],
  [
    'a document with many attributes',
    (dice) => plan(docx(`<w:p ${Array.from({ length: 100 + sizeOf(dice, 20_000) }, (_, at) => `a${at}="1"`).join(' ')}/>`)),
  ],
  ['a document with one long attribute', (dice) => plan(docx(`<w:p w:a="${'a'.repeat(sizeOf(dice, 3_000_000))}"/>${paragraph('x')}`))],
  [
    'a document with entities in entities',
    () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
      const entities = names.map((name, at) => `<!ENTITY ${name} "${at === 0 ? 'lol' : `&${names[at - 1]};`.repeat(10)}">`);
      return plan(
        docx(paragraph('x'), { more: { 'word/document.xml': `<!DOCTYPE x [${entities.join('')}]><w:document ${W}>&j;</w:document>` } }),
      );
    },
  ],
  [
    'a document with a bomb beside it',
    (dice) => plan(docx(paragraph('x'), { more: { 'word/a.bin': Buffer.alloc(13_000_000 + dice(2e6)) } })),
  ],
  ['a document with many styles', (dice) => plan(docx(paragraph('x'), { more: { 'word/styles.xml': styles(sizeOf(dice, 30_000)) } }))],
  ['an archive that lies', (dice) => plan(lying(dice))],
  ['an archive of many parts', (dice) => plan(docx(paragraph('x'), { more: manyParts(dice) }))],
  ['an archive whose parts overlap', (dice) => plan(overlapping(500 + sizeOf(dice, 20_000)))],
  ['an archive in an archive', (dice) => plan(docx(paragraph('x'), { more: { 'word/a.xml': nested(dice(6)) } }))],
  ['a document with flipped bytes', (dice) => plan(flipped(DOCX, dice))],
  ['a document cut off', (dice) => plan(DOCX.subarray(0, dice(DOCX.length)))],
  ['a text of marks', (dice) => plan(pick(dice, MARKS).repeat(1 + sizeOf(dice, 40_000)), pick(dice, ['plan.txt', 'plan.md']))],
  ['a text of one line', (dice) => plan(pick(dice, UNITS).repeat(1 + sizeOf(dice, 500_000)), 'plan.txt')],
  ['a text of other bytes', (dice) => plan(Buffer.from(Array.from({ length: 2_000 }, () => dice(256))), 'plan.txt')],
  [
    'a text in the encoding of Windows, cut off',
    (dice) => plan(Buffer.concat([Buffer.alloc(2 * sizeOf(dice, 200_000), 'b9a4', 'hex'), Buffer.from([0x81])]), 'plan.txt'),
  ],
  ['a CSV with a quote that never closes', (dice) => sheet(`a,b\n"${'x,'.repeat(sizeOf(dice, 5_000_000))}`, 'tasks.csv')],
  ['a CSV of many columns', (dice) => sheet(pick(dice, [',', '\t', ';']).repeat(200 + sizeOf(dice, 1_000_000)), 'tasks.csv')],
  ['a CSV of quotes', (dice) => sheet(pick(dice, ['"', '""', '"a"b', '",\n', '\r', '\n']).repeat(sizeOf(dice, 400_000)), 'tasks.csv')],
  [
    'a sheet of many shared texts',
    (dice) => sheet(xlsxOf([{ name: 's', rows: [['a']] }], { shared: Array(sizeOf(dice, 100_000)).fill('x') })),
  ],
  [
    'a sheet of many styles',
    (dice) => sheet(xlsxOf([{ name: 's', rows: [['a', 1]] }], { formats: Array.from({ length: sizeOf(dice, 50_000) }, (_, at) => at) })),
  ],
  [
    'a sheet of many merges',
    (dice) => sheet(xlsxOf([{ name: 's', rows: [['a']], merges: Array.from({ length: sizeOf(dice, 5_000) }, () => 'A1:GR20000') }])),
  ],
  [
    'a sheet whose tags never close',
    (dice) => {
      const opening = pick(dice, ['<row>', '<c>', '<c r="', '<row', '<c><v>', '<cols', '<mergeCell', "<c r='"]);
      return sheet(xlsxOf([], { parts: brokenSheet(opening.repeat(1_000 + sizeOf(dice, 100_000))) }));
    },
  ],
  [
    'a sheet with a formula of brackets',
    (dice) => sheet(xlsxOf([{ name: 's', rows: [[{ xml: `<f>${'('.repeat(sizeOf(dice, 30_000))}</f><v>1</v>` }]] }])),
  ],
  ['an odd sheet or document', (_dice, seed) => odd(seed)],
  [
    'JSON too deep',
    (dice) => ({
      as: 'json',
      name: 'body.json',
      bytes: Buffer.from(pick(dice, ['[', '{"a":', '[{"a":[']).repeat(sizeOf(dice, 2_000_000))),
    }),
  ],
  [
    'JSON too wide',
    (dice) => ({
      as: 'json',
      name: 'body.json',
      bytes: Buffer.from(`[${pick(dice, ['1,', '{},', '"",', '[],']).repeat(sizeOf(dice, 3_000_000))}1]`),
    }),
  ],
  [
    'JSON of escapes and long numbers',
    (dice) => ({
      as: 'json',
      name: 'body.json',
      bytes: Buffer.from(`["${'\\u0041'.repeat(sizeOf(dice, 300_000))}",${'9'.repeat(sizeOf(dice, 500_000))},1e999999]`),
    }),
  ],
  ['a folder', (dice) => ({ as: 'folder', name: 'folder', files: foreignFolder(dice) })],
  ['a picture or PDF', (dice) => evidence(...hostilePicture(dice))],
  [
    'a text as evidence',
    (dice) => evidence(Buffer.from(pick(dice, ['<', '< ', '<\n', '<!', ' ']).repeat(1 + sizeOf(dice, 1_000_000))), 'a.txt'),
  ],
  [
    'an archive as evidence',
    (dice) => evidence(pick<() => Buffer>(dice, [() => lying(dice), () => overlapping(5_000), () => zipOf(manyParts(dice))])(), 'a.docx'),
  ],
];

const MARKS = [
  '。',
  '“',
  '（',
  '.',
  '1.',
  '1．',
  '、',
  '…',
  '\n',
  '\r',
  '# ',
  '- ',
  '|',
  '> ',
  '"',
  '\u3000',
  'a. ',
  'Mr. ',
  '2026年',
  '；',
  '：“',
] as const;
const UNITS = ['x', '长', 'ab ', '1', ' ', '一二三，', 'e.g. ', '(a', '「', '\u200b', '\u0301', '𠮷'] as const;

function odd(seed: number): Made {
  const { name, bytes } = oddFile(Math.floor(seed / KINDS.length));
  return name.endsWith('.docx') ? plan(bytes) : sheet(bytes, name);
}

function styles(count: number): string {
  const each = Array.from(
    { length: count },
    (_, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
  );
  return `<w:styles ${W}>${each.join('')}</w:styles>`;
}

function manyParts(dice: Dice): Record<string, string> {
  const name = pick<(at: number) => string>(dice, [
    (at) => `word/${at}.xml`,
    (at) => `../${at}.xml`,
    (at) => `__proto__${at}`,
    (at) => `/${at}`,
  ]);
  return Object.fromEntries(Array.from({ length: 1 + sizeOf(dice, 20_000) }, (_, at) => [name(at), '<a/>']));
}

/** An archive with a length, an offset, a count or a way of packing that is another than it says. */
function lying(dice: Dice): Buffer {
  const bytes = Buffer.from(docx(paragraph('x'), { more: { 'word/a.xml': Buffer.alloc(1_000_000) } }));
  const end = bytes.length - 22;
  const directory = bytes.readUInt32LE(end + 16);
  const at = pick<readonly [number, number]>(dice, [
    [directory + 20, 4],
    [directory + 24, 4],
    [directory + 28, 2],
    [directory + 42, 4],
    [directory + 10, 2],
    [end + 8, 2],
    [end + 10, 2],
    [end + 12, 4],
    [end + 16, 4],
  ]);
  const value = pick<number>(dice, [0, 1, 0xffff, dice(0xffff), dice(bytes.length)]);
  if (at[1] === 2) bytes.writeUInt16LE(value, at[0]);
  else bytes.writeUInt32LE(pick<number>(dice, [value, 0xffffffff]), at[0]);
  return bytes;
}

/** Many entries of a directory that point to the same packed bytes: each unpacks to a megabyte. */
function overlapping(count: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(1_000_000));
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entries = Array.from({ length: count }, (_, index) => {
    const name = Buffer.from(`word/${index}.xml`);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(1_000_000, 24);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
}

function nested(depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(5_000_000);
  for (let left = depth; left >= 0; left -= 1) inner = zipOf({ 'a.zip': inner });
  return inner;
}

function flipped(bytes: Buffer, dice: Dice): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + dice(40); left > 0; left -= 1) copy[dice(copy.length)] = dice(256);
  return copy;
}

function brokenSheet(body: string): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body}`,
  };
}
