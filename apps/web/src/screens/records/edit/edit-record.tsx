import { getRouteApi } from '@tanstack/react-router';
import { formKind } from '../../../api/form-kinds.ts';
import { MissingPage } from '../../../parts/error-state.tsx';
import { useOpenRecord } from '../../../parts/thing-link.tsx';
import { EditForm } from '../../../record/form/edit-form.tsx';
import { layoutOf } from '../../../record/form/form-layout.ts';
import { withBases } from '../../../record/form/own-basis.ts';
import { MoreFields, RecordFields } from '../../../record/form/record-fields.tsx';
import { RowFrame } from '../record-frame.tsx';

const route = getRouteApi('/edit/$noun/$id');

/** A record that is there, to be given other values. */
export function EditRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  const open = useOpenRecord();
  if (!kind) return <MissingPage />;
  return (
    <RowFrame key={`${kind}:${id}`} kind={kind} id={id} title="form.edit">
      {(row) => (
        <EditForm kind={kind} row={row} onDone={(made) => open(kind, made)} onLeave={() => open(kind, row.key)}>
          {(state) => {
            const layout = withBases(kind, state.read, state.values, layoutOf(kind, false));
            return (
              <>
                <RecordFields entries={layout.first} {...state} />
                <MoreFields entries={layout.more} {...state} />
              </>
            );
          }}
        </EditForm>
      )}
    </RowFrame>
  );
}
