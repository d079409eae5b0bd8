import { getRouteApi } from '@tanstack/react-router';
import { MADE_KINDS } from '@westgate/domain';
import { formKind } from '../../../api/form-kinds.ts';
import { useWords } from '../../../messages/words.ts';
import { MissingPage } from '../../../parts/error-state.tsx';
import { useNounWord } from '../../../record/form/field-words.ts';
import { NewForm } from '../../../record/form/new-form.tsx';
import { useSelected } from '../../../scope/use-view.ts';
import { RecordFrame } from '../record-frame.tsx';

const route = getRouteApi('/new/$noun');

/** A new record: the few fields that open it, the others on demand. */
export function NewRecord() {
  const { noun } = route.useParams();
  const word = useWords();
  const nounWord = useNounWord();
  const origin = useSelected();
  const kind = MADE_KINDS.find((each) => each === formKind(noun));
  if (!kind) return <MissingPage />;
  return (
    <RecordFrame key={kind} kind={kind} id={null} title={word('form.new', { noun: nounWord(kind) })}>
      <NewForm kind={kind} origin={origin} />
    </RecordFrame>
  );
}
