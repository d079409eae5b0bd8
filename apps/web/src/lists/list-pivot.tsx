import { pivotOf, pivotParts } from '@westgate/base';
import { useView } from '../frame/use-view.ts';
import { PivotTable } from '../list/pivot-table.tsx';
import type { Aspects } from './shown-attribute.ts';

/** The pivot that the address asks for, over rows that are here; nothing where it asks for none. */
export function ListPivot<Row>({
  shown,
  aspects: { attributes, measures },
  ownGroup,
}: {
  readonly shown: readonly Row[];
  readonly aspects: Aspects<Row>;
  /** What the list is grouped by where the address says nothing. */
  readonly ownGroup?: string | undefined;
}) {
  const { group = ownGroup, pivot, sum } = useView();
  const [down, across] = [group, pivot].map((asked) => attributes.find(({ id }) => id === asked));
  if (!down || !across || down === across || shown.length === 0) return null;
  const measure = measures.find(({ id }) => id === sum) ?? null;
  return (
    <PivotTable pivot={pivotOf(pivotParts(shown, down, across, measure?.numberOf ?? null))} down={down} across={across} measure={measure} />
  );
}
