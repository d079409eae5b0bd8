import { pivotOf } from '@westgate/base';
import { ListTools } from './list-tools.tsx';
import { PivotTable } from './pivot-table.tsx';
import { type ServedGroups, servedParts } from './served-list.ts';
import type { SaidAttribute } from './shown-attribute.ts';

/** What a list that the server groups can be grouped by and put in order by, in words. */
export interface ServedAspects {
  readonly attributes: readonly SaidAttribute[];
  readonly sorts: readonly { readonly id: string; readonly head: string }[];
}

/** The tools of a list that the server groups, and its pivot where the address asks for one. */
export function ServedTools({ found, aspects }: { readonly found: ServedGroups; readonly aspects: ServedAspects }) {
  return (
    <>
      <ListTools
        attributes={aspects.attributes}
        measures={[]}
        hasWords
        sorts={aspects.sorts}
        valuesOf={(id) => found.values.find(({ attribute }) => attribute === id)?.values ?? []}
      />
      <ServedPivot found={found} aspects={aspects} />
    </>
  );
}

function ServedPivot({ found: { by, pivot: parts }, aspects: { attributes } }: Parameters<typeof ServedTools>[0]) {
  const [down, across] = [by.group, by.pivot].map((asked) => attributes.find(({ id }) => id === asked));
  if (!parts || !down || !across || parts.length < 2) return null;
  return <PivotTable pivot={pivotOf(servedParts(parts))} down={down} across={across} measure={null} />;
}
