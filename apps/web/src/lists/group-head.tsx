import { readShut } from '@westgate/base';
import { useSetView, useView } from '../frame/use-view.ts';

/** The name of a group with how many it has in all; a press shuts or opens it. It says over all pages. */
export function GroupButton({ group, said, count }: { readonly group: string; readonly said: string; readonly count: number }) {
  const setView = useSetView();
  const shut = readShut(useView().shut);
  const isShut = shut.isShut(group);
  return (
    <button
      type="button"
      className="group-button"
      aria-expanded={!isShut}
      onClick={() => setView({ shut: shut.toggled(group), page: undefined }, { replace: true })}
    >
      <span aria-hidden="true">{isShut ? '▸' : '▾'}</span> {said} <span className="soft">{count}</span>
    </button>
  );
}

/** The line above the rows of a group in a table. */
export function GroupHead({ columns, ...group }: Parameters<typeof GroupButton>[0] & { readonly columns: number }) {
  return (
    <tr className="group-head">
      <th scope="colgroup" colSpan={columns}>
        <GroupButton {...group} />
      </th>
    </tr>
  );
}
