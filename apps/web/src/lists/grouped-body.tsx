import { Fragment, type ReactNode } from 'react';
import type { SaidAttribute } from '../list/pivot-table.tsx';
import type { HeadedSection } from './arrange.ts';
import { GroupHead } from './group-head.tsx';

/** The rows of a table; under a head each group, with how many it has in all, where the list is grouped. `columns`: of the table. */
export function GroupedBody<Item>({
  sections,
  group,
  columns,
  children,
}: {
  readonly sections: readonly HeadedSection<Item>[];
  readonly group: SaidAttribute | null;
  readonly columns: number;
  /** A row, with its key; `section`: the key of its group, as a row may stand in several. */
  readonly children: (item: Item, section: string | null) => ReactNode;
}) {
  return (
    <tbody>
      {sections.map(({ key, count, items }) => (
        <Fragment key={key ?? ''}>
          {key !== null && group ? <GroupHead group={key} said={group.say(key)} count={count} columns={columns} /> : null}
          {items.map((item) => children(item, key))}
        </Fragment>
      ))}
    </tbody>
  );
}
