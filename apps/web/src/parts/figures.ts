import type { Figure } from '@westgate/contract';
import { groupedBy } from './grouped-by.ts';

/** Figures of one label together: where sources differ, every value is shown. */
export interface FigureGroup {
  readonly label: Figure['label'];
  readonly figures: readonly Figure[];
}

/** The figures by label, in the order met, no figure twice. */
export function figureGroups(figures: readonly Figure[]): readonly FigureGroup[] {
  const unique = [...new Map(figures.map((figure) => [figure.id, figure])).values()];
  const groups = groupedBy(unique, ({ label }) => `${label.zh}|${label.en}`);
  return [...groups.values()].flatMap((members) => (members[0] ? [{ label: members[0].label, figures: members }] : []));
}
