import { getRouteApi } from '@tanstack/react-router';
import { formKind } from '../../../api/form-kinds.ts';
import { MissingPage } from '../../../parts/error-state.tsx';
import { useWho } from '../../../scope/signed-in.ts';
import { RowFrame } from '../record-frame.tsx';
import { LinkForm } from './link-form.tsx';
import { linkChoices } from './relations.ts';
import { TieList } from './tie-list.tsx';

const route = getRouteApi('/link/$noun/$id');

/** The links of a record: those there are, to be taken out, and another to be made. */
export function LinkRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  const [who] = useWho();
  if (!kind || linkChoices(kind).length === 0) return <MissingPage />;
  return (
    <RowFrame key={`${kind}:${id}`} kind={kind} id={id} title="link.title">
      {() => (
        <>
          <LinkForm kind={kind} id={id} />
          <TieList kind={kind} id={id} who={who.trim()} />
        </>
      )}
    </RowFrame>
  );
}
