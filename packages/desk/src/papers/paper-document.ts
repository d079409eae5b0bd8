import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, numberedHeadings, type Paper, type PaperLayout } from './paper.ts';
import { type LayoutStyle, styleOf } from './paper-style.ts';

/** A4, twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 } as const;

/** The bytes of a paper as a Word document: fonts are named, none is shipped. Long for a long paper: done in a thread of its own. */
export async function documentOf(paper: Paper, layout: PaperLayout): Promise<Uint8Array> {
  const style = styleOf(layout, paper.language);
  const blocks = numberedHeadings(paper);
  const document = new Document({
    creator: 'Westgate',
    title: paper.title,
    description: paper.foot.join(' · '),
    styles: { default: { document: { run: style.body } } },
    evenAndOddHeaderAndFooters: layout === 'official',
    sections: [
      {
        properties: { page: { size: PAGE, margin: style.margin } },
        footers: {
          default: footOf(paper, style, layout === 'official' ? AlignmentType.RIGHT : AlignmentType.CENTER),
          even: footOf(paper, style, AlignmentType.LEFT),
        },
        children: [
          line(paper.title, style.title, { alignment: AlignmentType.CENTER, spacing: { ...style.line, after: 240 }, heading: 'Title' }),
          line(paper.subtitle, style.subtitle, { alignment: AlignmentType.CENTER, spacing: { ...style.line, after: 480 } }),
          ...blocks.flatMap((block) => partsOf(block, style, layout)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Shape = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'text' | 'children'>;

function line(text: string, run: IRunOptions, shape: Shape = {}): Paragraph {
  return new Paragraph({ ...shape, children: [new TextRun({ ...run, text })] });
}

function partsOf(block: Block, style: LayoutStyle, layout: PaperLayout): readonly (Paragraph | Table)[] {
  const spacing = style.line;
  switch (block.kind) {
    case 'heading': {
      const run = block.level === 1 ? style.heading1 : style.heading2;
      const heading = block.level === 1 ? ('Heading1' as const) : ('Heading2' as const);
      return [line(block.text, run, { heading, spacing: { ...spacing, ...style.aroundHeading }, indent: style.indent, keepNext: true })];
    }
    case 'paragraph':
      return [line(block.text, style.body, { spacing, indent: style.indent })];
    case 'records':
      return layout === 'plain'
        ? [tableOf(block, style), line('', style.body)]
        : block.rows.map((row, index) => line(sentenceOf(block, row, index, style), style.body, { spacing, indent: style.indent }));
  }
}

type Records = Extract<Block, { readonly kind: 'records' }>;

/** A record in one numbered line: `1. Name. Owner: …; due: ….` */
function sentenceOf({ head }: Records, [name = '', ...facts]: readonly string[], index: number, { marks }: LayoutStyle): string {
  const told = facts.flatMap((fact, at) => (fact === '' ? [] : [`${head[at + 1] ?? ''}${marks.colon}${endless(fact)}`]));
  const end = told.length > 0 ? `${told.join(marks.between)}${marks.stop}` : '';
  return `${index + 1}${marks.count}${endless(name)}${marks.stop}${end}`.trimEnd();
}

/** Without the full stop at its end: the line brings its own. */
function endless(text: string): string {
  return text.replace(/[。.]$/, '');
}

function tableOf({ head, rows, shares }: Records, style: LayoutStyle): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const width = PAGE.width - style.margin.left - style.margin.right;
  const columnWidths = shares.map((share) => Math.floor((width * share) / all));
  const cells = (texts: readonly string[], run: IRunOptions): TableCell[] =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: [line(text, run, { spacing: { line: 280, lineRule: LineRuleType.AT_LEAST } })],
        }),
    );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, style.tableHead) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, style.table) })),
    ],
  });
}

/** The page number between dashes, then what the paper rests on. */
function footOf({ foot }: Paper, style: LayoutStyle, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const number = new Paragraph({ alignment, children: [new TextRun({ ...style.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] })] });
  return new Footer({ children: [number, ...foot.map((text) => line(text, style.foot, { alignment: AlignmentType.CENTER }))] });
}
