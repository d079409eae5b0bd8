import type { RecordOf } from '@westgate/contract';
import { useWords } from '../../../../messages/words.ts';
import { ActionButton } from '../../../../record/form/action-button.tsx';
import { ActionForm } from '../../../../record/form/action-form.tsx';
import { useMayAct } from '../../../../scope/may-change.ts';
import { useSetView, useView } from '../../../../scope/use-view.ts';

/** Adopts a run for a project: the button, and its form where the address says that it is open. */
export function AdoptButton({
  case: of,
  run,
}: {
  readonly case: Pick<RecordOf<'flood_case'>, 'id' | 'owner' | 'project'>;
  readonly run: string;
}) {
  const word = useWords();
  const { edit } = useView();
  const setView = useSetView();
  const mayAct = useMayAct()('adopt-flood-run', of, [of.owner?.id ?? null]);
  if (!mayAct) return null;
  if (edit !== 'adopt-flood-run') return <ActionButton name="adopt-flood-run" className="button" />;
  return (
    <div className="flood-adopt">
      <p className="note">{word('flood.adoptHint')}</p>
      <ActionForm
        name="adopt-flood-run"
        params={{ id: of.id }}
        given={{ run }}
        opened={{ project: of.project?.id ?? '' }}
        onDone={() => setView({ edit: undefined })}
      />
    </div>
  );
}
