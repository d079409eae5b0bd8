import type { ComponentProps } from 'react';
import { GroupButton } from '../list/group-button.tsx';

/** The line above the rows of a group in a table. */
export function GroupHead({ columns, ...group }: ComponentProps<typeof GroupButton> & { readonly columns: number }) {
  return (
    <tr className="group-head">
      <th scope="colgroup" colSpan={columns}>
        <GroupButton {...group} />
      </th>
    </tr>
  );
}
