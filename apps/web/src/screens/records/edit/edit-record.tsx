import { getRouteApi } from '@tanstack/react-router';
import { inLanguage } from '@westgate/base';
import { useRow } from '../../../api/edits.ts';
import { type FormKind, formKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { MissingPage } from '../../../parts/missing-page.tsx';
import { nameOfRow } from '../../../parts/picker.tsx';
import { EditForm } from '../../../record/form/edit-form.tsx';
import { useNounWord } from '../../../record/form/use-nouns.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { RecordFrame } from '../record-frame.tsx';

const route = getRouteApi('/edit/$noun/$id');

/** A record that is there, to be given other values. */
export function EditRecord() {
  const { noun, id } = route.useParams();
  const kind = formKind(noun);
  return kind ? <EditOf key={`${kind}:${id}`} kind={kind} id={id} /> : <MissingPage />;
}

function EditOf({ kind, id }: { readonly kind: FormKind; readonly id: string }) {
  const word = useWords();
  const language = useLanguage();
  const nounWord = useNounWord();
  return (
    <Await query={useRow(kind, id)}>
      {(row) => (
        <RecordFrame
          kind={kind}
          id={id}
          title={word('form.edit', { noun: nounWord(kind) })}
          name={inLanguage(nameOfRow(row.fields), language) ?? id}
        >
          <EditForm kind={kind} row={row} />
        </RecordFrame>
      )}
    </Await>
  );
}
