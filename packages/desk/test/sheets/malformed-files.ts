import { readFileSync } from 'node:fs';
import { officeSheet } from './office.ts';
import { type RawCell, type RawSheet, xlsxOf, xlsxParts, zipOf } from './raw-xlsx.ts';

/** A file that no program in good faith writes, or an odd one that is to be read. */
export interface OddFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Random numbers from a seed, 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const DOCX = readFileSync(new URL('../../../test/fixtures/plan.docx', import.meta.url));
const OFFICE = xlsxOf([officeSheet()], { formats: [31] });
const PARTS = xlsxParts([officeSheet(), { name: 'more', rows: [['a', 1]] }], { formats: [31], shared: ['one', 'two'] });
const DOCX_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml':
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Build the pier.</w:t></w:r></w:p></w:body></w:document>',
};
const DOCTYPES = [
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">',
];

/** The file of a seed. Seeds one after the other go through all kinds. */
export function oddFile(seed: number): OddFile {
  const random = randomOf(seed * 7_919 + 13);
  const kind = KINDS[seed % KINDS.length];
  if (!kind) throw new Error('there are kinds of files');
  const [what, make] = kind;
  return { what, ...make({ random, pick: (from) => from[Math.floor(random() * from.length)] ?? from[0] }) };
}

interface Draw {
  readonly random: () => number;
  pick<T>(from: readonly T[]): T | undefined;
}

type Make = (draw: Draw) => Omit<OddFile, 'what'>;
const xlsx = (bytes: Buffer): Omit<OddFile, 'what'> => ({ name: 'tasks.xlsx', bytes });
const csv = (text: string | Buffer, name = 'tasks.csv'): Omit<OddFile, 'what'> => ({ name, bytes: Buffer.from(text) });
const whole = (random: () => number, most: number): number => Math.floor(random() * most);

const HEADS: readonly RawCell[] = ['序号', '重点任务', '主责单位', '完成时限'];
const sheetOf = (rows: readonly (readonly RawCell[])[], more: Partial<RawSheet> = {}): RawSheet => ({
  name: '表',
  rows: [HEADS, ...rows],
  ...more,
});

const KINDS: readonly (readonly [string, Make])[] = [
  ['cut off', ({ random }) => xlsx(OFFICE.subarray(0, whole(random, OFFICE.length)))],
  ['flipped bytes', ({ random }) => xlsx(flipped(OFFICE, random, 1 + whole(random, 40)))],
  [
    'flipped bytes inside a part',
    ({ random, pick }) => xlsx(zipOf(withPart(pick, (text) => flipped(Buffer.from(text), random, 1 + whole(random, 8))))),
  ],
  [
    'a part cut off',
    ({ random, pick }) => xlsx(zipOf(withPart(pick, (text) => Buffer.from(text).subarray(0, whole(random, text.length))))),
  ],
  [
    'a part missing',
    ({ pick }) => {
      const gone = pick(Object.keys(PARTS));
      return xlsx(zipOf(Object.fromEntries(Object.entries(PARTS).filter(([path]) => path !== gone))));
    },
  ],
  ['tags swapped', ({ random, pick }) => xlsx(zipOf(withPart(pick, (text) => Buffer.from(swapped(text, random)))))],
  [
    'a document type',
    ({ pick }) => xlsx(zipOf(withPart(pick, (text) => Buffer.from(text.replace(/<(?=[A-Za-z])/, `${pick(DOCTYPES)}<`))))),
  ],
  ['another encoding', ({ pick }) => xlsx(zipOf(withPart(pick, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'))))],
  [
    'a bomb of one part',
    ({ random, pick }) => xlsx(zipOf(withPart(pick, () => Buffer.alloc(121_000_000 + whole(random, 1_000), random() < 0.5 ? 32 : 60)))),
  ],
  [
    'a bomb of many cells',
    ({ random }) =>
      xlsx(
        zipOf({
          ...PARTS,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(201_000 + whole(random, 1_000))}</sheetData></worksheet>`,
        }),
      ),
  ],
  [
    'a million columns',
    ({ pick }) =>
      xlsx(
        xlsxOf([
          sheetOf([[{ xml: '<v>1</v></c><c r="BDWGN2"><v>1</v>' }]], {
            before: pick(['', '<cols><col min="1" max="1000000"/></cols>']) ?? '',
          }),
        ]),
      ),
  ],
  ['a million columns of text', ({ pick }) => csv(`a${(pick([',', '\t', ';']) ?? ',').repeat(1_000_000)}b`)],
  [
    'wide and empty',
    () => xlsx(xlsxOf([sheetOf([[{ xml: '</c><c r="XFD2" s="0">' }]], { before: '<cols><col min="5" max="16384" hidden="1"/></cols>' })])),
  ],
  [
    'formulas',
    ({ random, pick }) =>
      xlsx(
        xlsxOf([
          sheetOf(
            Array.from({ length: 20 }, (_, row) => [
              row,
              {
                xml: `<f>${pick(['A1', 'SUM(A1:A9)', '1/0', 'WEBSERVICE("http://127.0.0.1:9")', 'A1&amp;"x"'])}</f>${pick(['', '<v>3</v>', '<v>x</v>'])}`,
                attributes: pick(['', 't="str"', 't="e"', 't="b"']) ?? '',
              },
              '区工务局',
              whole(random, 60_000),
            ]),
          ),
        ]),
      ),
  ],
  [
    'shared formulas',
    ({ random }) =>
      xlsx(
        xlsxOf([
          sheetOf([
            [1, { xml: `<f t="shared" ref="B2:B9" si="${whole(random, 3)}">A2</f><v>1</v>` }],
            [2, { xml: `<f t="shared" si="${whole(random, 3)}"/><v>2</v>` }],
          ]),
        ]),
      ),
  ],
  [
    'days from 1904',
    ({ random }) =>
      xlsx(
        xlsxOf(
          [
            sheetOf(
              Array.from({ length: 9 }, (_, row) => [
                row,
                `任务${row}`,
                '区工务局',
                { attributes: 's="1"', xml: `<v>${(random() - 0.2) * 10 ** whole(random, 8)}</v>` },
              ]),
            ),
          ],
          { from1904: random() < 0.7, formats: [14] },
        ),
      ),
  ],
  [
    'hidden sheets',
    ({ random }) =>
      xlsx(
        xlsxOf([
          sheetOf([['x']], { state: 'veryHidden' }),
          sheetOf([['1', '修桥', '区工务局', '年底']], { name: '另', ...(random() < 0.5 ? { state: 'hidden' as const } : {}) }),
        ]),
      ),
  ],
  [
    'broken merges',
    ({ random }) => xlsx(xlsxOf([{ ...officeSheet(), merges: Array.from({ length: 30 }, () => ref(random)) }], { formats: [31] })),
  ],
  [
    'shared texts that are not there',
    ({ random }) =>
      xlsx(
        xlsxOf([sheetOf([[{ attributes: 't="s"', xml: `<v>${random() < 0.5 ? whole(random, 9) - 4 : 'x'}</v>` }, '任务']])], {
          shared: ['one'],
        }),
      ),
  ],
  ['odd cells', ({ random, pick }) => xlsx(xlsxOf([sheetOf(Array.from({ length: 12 }, () => HEADS.map(() => oddCell(random, pick))))]))],
  ['noise', ({ random }) => xlsx(Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(random, 600)]))],
  ['noise as text', ({ random }) => csv(noise(random, 600), random() < 0.5 ? 'tasks.csv' : 'tasks.tsv')],
  [
    'bad encodings',
    ({ random, pick }) =>
      csv(
        pick([
          Buffer.from('序号,重点任务\n1,修桥', 'utf16le'),
          Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('序号,重点任务', 'utf16le')]),
          Buffer.concat([Buffer.from('序号,重点任务,主责单位\n1,'), Buffer.from([0x81, 0xff, 0xc0]), noise(random, 5)]),
          Buffer.from('序号,重点任务\u0000,主责单位'),
          Buffer.from([0xff, 0xfe, 0x41]),
        ]) ?? '',
      ),
  ],
  ['open quotes', ({ random }) => csv(`序号,重点任务,主责单位\n1,"${'修桥,'.repeat(whole(random, 500))}\n2,"a"b"c",`)],
  ['long cells', ({ random }) => csv(`序号,重点任务,主责单位\n1,${'长'.repeat(whole(random, 70_000))},区工务局`)],
  [
    'many rows',
    ({ random }) =>
      csv(
        `序号,重点任务,主责单位,完成时限\n${Array.from({ length: 300 + whole(random, 300) }, (_, row) => `${row},任务${row},${random() < 0.5 ? '区工务局' : '=cmd|x'},${whole(random, 14)}月${whole(random, 33)}日`).join('\n')}`,
      ),
  ],
  ['a document cut off', ({ random }) => ({ name: 'plan.docx', bytes: DOCX.subarray(0, whole(random, DOCX.length)) })],
  ['a document with flipped bytes', ({ random }) => ({ name: 'plan.docx', bytes: flipped(DOCX, random, 1 + whole(random, 40)) })],
  [
    'a document with a document type',
    ({ pick }) => ({
      name: 'plan.docx',
      bytes: zipOf({
        ...DOCX_PARTS,
        'word/document.xml': (DOCX_PARTS['word/document.xml'] ?? '')
          .replace('<w:document', `${pick(DOCTYPES)}<w:document`)
          .replace('Build', '&e;&c;Build'),
      }),
    }),
  ],
  [
    'a document that is a bomb',
    ({ random }) => ({
      name: 'plan.docx',
      bytes: zipOf({ ...DOCX_PARTS, 'word/media.bin': Buffer.alloc(15_000_000 + whole(random, 1_000), 32) }),
    }),
  ],
  [
    'a document with tags swapped',
    ({ random }) => ({
      name: 'plan.docx',
      bytes: zipOf({ ...DOCX_PARTS, 'word/document.xml': swapped(DOCX_PARTS['word/document.xml'] ?? '', random) }),
    }),
  ],
  [
    'a document in another encoding',
    () => ({
      name: 'plan.docx',
      bytes: zipOf({ ...DOCX_PARTS, 'word/document.xml': Buffer.from(`\uFEFF${DOCX_PARTS['word/document.xml']}`, 'utf16le') }),
    }),
  ],
];

function withPart(pick: Draw['pick'], change: (text: string) => Buffer): Record<string, string | Buffer> {
  const path = pick(Object.keys(PARTS).filter((name) => name.startsWith('xl/'))) ?? '';
  return { ...PARTS, [path]: change(String(PARTS[path])) };
}

function flipped(bytes: Buffer, random: () => number, count: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = count; left > 0; left -= 1) copy[whole(random, copy.length)] = whole(random, 256);
  return copy;
}

function swapped(text: string, random: () => number): string {
  const tags = text.match(/<[^>]*>/g) ?? [];
  let next = text;
  for (let left = 1 + whole(random, 4); left > 0; left -= 1) {
    const [from, to] = [tags[whole(random, tags.length)] ?? '', tags[whole(random, tags.length)] ?? ''];
    next = next.replace(from, () => to);
  }
  return next;
}

function noise(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => whole(random, 256)));
}

function ref(random: () => number): string {
  const cell = (): string => `${'ABCDEFGH'.charAt(whole(random, 8))}${1 + whole(random, 18)}`;
  return (
    [`${cell()}:${cell()}`, cell(), 'A1:XFD1048576', ':', 'A0:B2', 'AAAAAAA1:B2', `${cell()}:${cell()}:${cell()}`][whole(random, 7)] ?? ''
  );
}

function oddCell(random: () => number, pick: Draw['pick']): RawCell {
  return (
    pick<RawCell>([
      '',
      ' ',
      '\t\n',
      '=1+1',
      'NaN',
      whole(random, 1e6),
      -0,
      1e300,
      '𠮷'.repeat(50),
      '\u202eabc',
      '年底前'.repeat(40),
      '、'.repeat(300),
      { attributes: 't="e"', xml: '<v>#N/A</v>' },
      { attributes: 't="b"', xml: '<v>7</v>' },
      { attributes: 't="d"', xml: '<v>2024-13-45</v>' },
      { attributes: 't="n"', xml: '<v>1e999</v>' },
      { attributes: 's="99"', xml: '<v>1</v>' },
      { attributes: 't="inlineStr"', xml: '<is><r><t>a</t></r><r/><rPh sb="0" eb="1"><t>b</t></rPh></is>' },
      { xml: '<is><t>&#x0;&#99999999;</t></is>', attributes: 't="inlineStr"' },
      { xml: '<v>&bogus;</v>' },
    ]) ?? null
  );
}
