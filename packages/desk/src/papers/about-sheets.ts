import type { MonthlyContent, ReportContent } from '@westgate/domain';
import type { PaperCell, PaperSheet } from './paper-sheet.ts';
import type { SayIn } from './say-in.ts';

/** The plans that a content is of: the one, or how many and which; empty where it does not say. */
export function plansSaid({ plans = [] }: Pick<MonthlyContent, 'plans'>, say: SayIn): string {
  const named = plans.map(({ name }) => say.text(`《${say.of(name)}》`, `“${say.of(name)}”`)).join(say.text('、', ', '));
  return plans.length < 2 ? named : say.text(`全部计划 · ${plans.length}（${named}）`, `All plans · ${plans.length} (${named})`);
}

/** What stands for the plans of a record that belongs to none. */
export function ofNoPlan(say: SayIn): string {
  return say.text('不属于任何计划', 'of no plan');
}

/** A name of a fact with its value, for the sheet that says what the others rest on. */
export type Fact = readonly [name: string, value: PaperCell];

/** The sources that a content names. */
export function sourceSheet({ sources }: Pick<ReportContent, 'sources'>, say: SayIn): PaperSheet {
  return {
    name: say.text('来源', 'Sources'),
    head: [say.text('编号', 'Id'), say.text('标题', 'Title'), say.text('类别', 'Kind'), say.text('日期', 'Dated')],
    widths: [14, 80, 20, 14],
    rows: sources.map(({ id, title, kind, dated }) => [id, title, say.word('source', kind), dated ?? say.unknown]),
  };
}

/** What the other sheets rest on: the district, the plans, the facts, and the notice of the district. */
export function factSheet(facts: readonly Fact[], { district, plans }: Pick<MonthlyContent, 'district' | 'plans'>, say: SayIn): PaperSheet {
  const notice: readonly Fact[] = district.notice.zh || district.notice.en ? [[say.text('说明', 'Notice'), say.of(district.notice)]] : [];
  return {
    name: say.text('说明', 'About'),
    head: [say.text('事项', 'What'), say.text('内容', 'Value')],
    widths: [24, 90],
    rows: [
      [say.text('区', 'District'), say.of(district.name)],
      ...(plans?.length ? [[say.text('计划', 'Plan'), plansSaid({ plans }, say)]] : []),
      ...facts,
      ...notice,
    ],
  };
}
