import type { ReactNode } from 'react';
import type { PartKind } from '../../api/form-kinds.ts';
import { useSetView, useView } from '../../scope/use-view.ts';
import type { FormValues } from './form-values.ts';
import { PartForm } from './part-form.tsx';

/** A row of a table that is corrected in its place: its form, once it is opened, over all its columns. */
export function PartRow({
  kind,
  id,
  rev,
  values,
  columns,
  children,
}: {
  readonly kind: PartKind;
  readonly id: string;
  readonly rev: number;
  /** What the form opens with. */
  readonly values: () => FormValues;
  readonly columns: number;
  /** The row as it is read. */
  readonly children: ReactNode;
}) {
  const { edit } = useView();
  const setView = useSetView();
  if (edit !== `${kind}:${id}`) return children;
  return (
    <tr>
      <td colSpan={columns}>
        <PartForm
          kind={kind}
          of={{}}
          held={{ key: id, rev, values: values() }}
          onDone={() => setView({ edit: undefined }, { replace: true })}
        />
      </td>
    </tr>
  );
}
