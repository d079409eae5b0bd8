import { readShut } from '@westgate/base';
import type { ReactNode } from 'react';
import { useSetView, useView } from '../frame/use-view.ts';
import { FoldSign } from '../parts/fold-sign.tsx';

/** The name of a group with how many it has in all, on whatever page; a press shuts or opens it. */
export function GroupButton({
  group,
  said,
  count,
  link,
}: {
  readonly group: string;
  readonly said: string;
  readonly count: number;
  /** A way to what the group is named after: it stands in place of the name. */
  readonly link?: ReactNode;
}) {
  const setView = useSetView();
  const shut = readShut(useView().shut);
  const isShut = shut.isShut(group);
  const many = <span className="soft">{count}</span>;
  return (
    <>
      <button
        type="button"
        className="group-button"
        aria-expanded={!isShut}
        onClick={() => setView({ shut: shut.toggled(group), page: undefined }, { replace: true })}
      >
        <FoldSign /> {link ? <span className="unseen">{said}</span> : said} {link ? null : many}
      </button>
      {link ? (
        <>
          {link} {many}
        </>
      ) : null}
    </>
  );
}
