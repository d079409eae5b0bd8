import { groupsBy } from '@westgate/base';
import { ListTools } from './list-tools.tsx';
import type { Aspects } from './shown-attribute.ts';

/** The tools of a list whose rows are here; `shown`: those that fit, from which it is told what occurs. */
export function RowTools<Row>({
  shown,
  aspects: { attributes, measures, sorts },
  ownGroup,
  hasWords,
}: {
  readonly shown: readonly Row[];
  readonly aspects: Aspects<Row>;
  /** What the list is grouped by where the address says nothing. */
  readonly ownGroup?: string | undefined;
  /** Whether they have a field for words to look for. */
  readonly hasWords?: boolean;
}) {
  return (
    <ListTools
      attributes={attributes}
      measures={measures}
      sorts={sorts}
      ownGroup={ownGroup}
      hasWords={hasWords ?? false}
      valuesOf={(id) =>
        attributes
          .filter((attribute) => attribute.id === id)
          .flatMap((attribute) => groupsBy(shown, attribute).map(({ key, rows }) => ({ key, count: rows.length })))
      }
    />
  );
}
