import type { RecordOf, Run } from '@westgate/contract';
import { usePlain } from '../../../../api/questions.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { useSayInstant } from '../../../../parts/day-text.tsx';

/** On paper alone: which run the sheet shows, and whence its heights are; a ground that is invented says so in its remark. */
export function SheetLine({ run, ground }: { readonly run: Run; readonly ground: string | null }) {
  return ground === null ? <Line run={run} ground={null} /> : <WithGround run={run} id={ground} />;
}

function WithGround({ run, id }: { readonly run: Run; readonly id: string }) {
  const { data } = usePlain('ground', id);
  return <Line run={run} ground={(data as RecordOf<'ground'> | undefined) ?? null} />;
}

function Line({ run, ground }: { readonly run: Run; readonly ground: RecordOf<'ground'> | null }) {
  const word = useWords();
  const say = useSay();
  const sayInstant = useSayInstant();
  const source = ground?.source && ground.source !== 'withheld' ? ground.source.title : word('unknown');
  const note = ground ? say(ground.note) : '';
  return (
    <p className="print-only flood-sheet-line">
      {word('flood.sheetRun', { time: sayInstant(run.askedAt) })} · {word('noun.ground')}{' '}
      {ground ? <AsWritten text={say(ground.name)} /> : word('unknown')} · {word('flood.sheetSource', { source })}
      {note === '' ? null : (
        <>
          {' · '}
          <AsWritten text={note} />
        </>
      )}
    </p>
  );
}
