import { readShut } from '@westgate/base';
import { FoldSign } from '../parts/fold-sign.tsx';
import { useSetView, useView } from '../scope/use-view.ts';

/** The name of a group with how many it has in all, on whatever page; a press shuts or opens it. */
export function GroupButton({ group, said, count }: { readonly group: string; readonly said: string; readonly count: number }) {
  const setView = useSetView();
  const shut = readShut(useView().shut);
  return (
    <button
      type="button"
      className="group-button"
      aria-expanded={!shut.isShut(group)}
      onClick={() => setView({ shut: shut.toggled(group), page: undefined }, { replace: true })}
    >
      <FoldSign /> {said} <span className="soft">{count}</span>
    </button>
  );
}
