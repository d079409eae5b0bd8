import { type Bilingual, inLanguage } from '@westgate/base';
import type { CoverageContent, GapName, ReportContent } from '@westgate/domain';
import { plansSaid } from './about-sheets.ts';
import type { Block } from './paper.ts';
import type { SayIn } from './say-in.ts';

type Records = Extract<Block, { readonly kind: 'records' }>;

/** A heading of a section, or of a part of one. */
export function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

/** A paragraph of plain words. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Every record with one gap, and why. */
export function gapRecords(gaps: ReportContent['gaps'], gap: GapName, say: SayIn): Records {
  const own = gaps.filter((each) => each.gap === gap);
  return {
    kind: 'records',
    head: [say.text('名称', 'Name'), say.text('类别', 'Kind'), say.text('编号', 'Id'), say.text('原因', 'Why')],
    shares: [40, 10, 16, 34],
    rows: own.map(({ kind, id, name, reason }) => [say.of(name), kindSaid(kind, say), id, say.of(reason)]),
  };
}

/** The kind of a record in words. */
export function kindSaid(kind: string, say: SayIn): string {
  return say.word('noun', kind).toLowerCase();
}

/** What is held fast and what is open, in numbers. */
export function overviewBlocks(content: CoverageContent, say: SayIn): readonly Block[] {
  const { sentences, commitments, things, projects, open, states } = content.coverage;
  const plans = plansSaid(content, say);
  const texts = [
    say.text(
      `${plans}共 ${sentences.total} 句：${sentences.linked} 句已分解，${sentences.narrative} 句为总述或目标，${sentences.unlinked} 句未分解；${open.sentencesWithoutCommitment} 句提到了事物，未分解为承诺。`,
      `${plans}: ${sentences.total} sentences, ${sentences.linked} linked, ${sentences.narrative} framing only, ${sentences.unlinked} not linked; ${open.sentencesWithoutCommitment} name things without a commitment.`,
    ),
    say.text(
      `承诺共 ${commitments.total} 条：${statesSaid(states, say)}。`,
      `${commitments.total} commitments: ${statesSaid(states, say)}.`,
    ),
    say.text(
      `无责任单位的 ${commitments.withoutOwner} 条，无完成时限的 ${commitments.withoutDueDate} 条，无任务类型的 ${commitments.withoutVerbClass} 条，无地点且未说明的 ${commitments.withoutPlace} 条，无衡量指标的 ${open.commitmentsWithoutMeasure} 条，无法衡量的 ${open.unmeasurable} 条。`,
      `Without owner ${commitments.withoutOwner}, without due date ${commitments.withoutDueDate}, without commitment type ${commitments.withoutVerbClass}, with neither place nor reason ${commitments.withoutPlace}, without a measure ${open.commitmentsWithoutMeasure}, unmeasurable ${open.unmeasurable}.`,
    ),
    say.text(
      `项目 ${projects.total} 个，其中 ${projects.servingNoSentence} 个不服务于任何句子；要落图的 ${things.total} 处，${things.placed} 处有位置，${things.notKnown} 处位置未知，${things.noPlace} 处无位置。`,
      `${projects.total} projects, ${projects.servingNoSentence} of them serving no sentence; ${things.total} things to place: ${things.placed} placed, ${things.notKnown} not known where, ${things.noPlace} tied to no place.`,
    ),
  ];
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

/** States with their counts, those that occur: `已完成 12 条，推进中 9 条`. */
export function statesSaid(states: Readonly<Record<string, number>>, say: SayIn): string {
  const occurring = Object.entries(states).filter(([, count]) => count > 0);
  return occurring
    .map(([name, count]) => say.text(`${say.word('state', name)} ${count} 条`, `${count} ${say.word('state', name)}`))
    .join(say.text('，', ', '));
}

/** A heading begins with a capital letter. */
export function large(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What people wrote, a paragraph a line; nothing where they wrote nothing in the language. */
export function wordsWritten(words: Bilingual, say: SayIn): readonly Block[] {
  const text = inLanguage(words, say.language)?.trim() ?? '';
  return text === '' ? [] : text.split(/\n+/).map((line) => paragraph(line.trim()));
}

/** A column of a list in a paper: its head, its share of the width in percent, what it says of a row. */
type ListColumn<Row> = readonly [head: string, share: number, of: (row: Row) => string];

/** A list in a paper, said column by column; where there is none, it says so. */
export function listed<Row>(say: SayIn, rows: readonly Row[], columns: readonly ListColumn<Row>[]): Block {
  const block: Block = {
    kind: 'records',
    head: columns.map(([head]) => head),
    shares: columns.map(([, share]) => share),
    rows: rows.map((row) => columns.map(([, , of]) => of(row))),
  };
  return recordsOr(block, say);
}

/** The records, or a line that says there are none. */
export function recordsOr(block: Records, say: SayIn): Block {
  return block.rows.length > 0 ? block : { kind: 'paragraph', text: say.text('无。', 'None.') };
}

/** The heads of who answers for something and by when, as all papers write them. */
export function ownerAndDueHeads(say: SayIn): readonly [owner: string, due: string] {
  return [say.text('责任单位', 'Owner'), say.text('完成时限', 'Due date')];
}

/** The notice of the district, for the foot of every page; nothing where it has none. */
export function noticeSaid({ district }: { readonly district: ReportContent['district'] }, say: SayIn): readonly string[] {
  const { zh, en } = district.notice;
  return zh || en ? [say.of(district.notice)] : [];
}
