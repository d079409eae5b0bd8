import { getRouteApi } from '@tanstack/react-router';
import { inLanguage } from '@westgate/base';
import { useRow } from '../../../api/edits.ts';
import { type FormKind, formKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { MissingPage } from '../../../parts/error-state.tsx';
import { nameOfRow } from '../../../parts/picker.tsx';
import { useWho } from '../../../scope/signed-in.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { RecordFrame } from '../record-frame.tsx';
import { LinkForm } from './link-form.tsx';
import { linkChoices } from './relations.ts';
import { TieList } from './tie-list.tsx';

const route = getRouteApi('/link/$noun/$id');

/** The links of a record: those there are, to be taken out, and another to be made. */
export function LinkRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  return kind && linkChoices(kind).length > 0 ? <LinkOf key={`${kind}:${id}`} kind={kind} id={id} /> : <MissingPage />;
}

function LinkOf({ kind, id }: { readonly kind: FormKind; readonly id: string }) {
  const word = useWords();
  const language = useLanguage();
  const [who] = useWho();
  return (
    <Await query={useRow(kind, id)}>
      {(row) => {
        const name = inLanguage(nameOfRow(row.fields), language) ?? id;
        return (
          <RecordFrame kind={kind} id={id} title={word('link.title')} name={name}>
            <LinkForm kind={kind} id={id} />
            <TieList kind={kind} id={id} who={who.trim()} />
          </RecordFrame>
        );
      }}
    </Await>
  );
}
