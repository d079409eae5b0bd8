import { type Geometry, linesOf } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { useId, useState } from 'react';
import { useDeedDesk } from '../../../../api/deed-notice.ts';
import { useReviseRecord } from '../../../../api/edits.ts';
import { useWords } from '../../../../messages/words.ts';
import { ActButton } from '../../../../parts/act-button.tsx';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { useKeyOf } from '../../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../../scope/district-context.ts';
import { letGo } from '../../../../scope/let-go.ts';
import { useMayChange } from '../../../../scope/may-change.ts';
import { DropArea, FileButton } from '../../../../start/file-button.tsx';
import { sayRounded } from '../say-rounded.ts';
import { metresOf, type RiverFault, type RiverFile, readRiverFile, riverOf } from './river-file.ts';

/** More names are not listed: the longest come first. */
const MOST_NAMES = 40;

/** The line of the river taken from a file: read in the browser, its lines listed by name, one or several ticked and kept as one correction of the record. */
export function RiverSection({ row }: { readonly row: RecordRow }) {
  const word = useWords();
  const id = useId();
  const mayEdit = useMayChange('edit');
  const { frame } = useDistrictFrame().district;
  const [read, setRead] = useState<RiverFile | RiverFault | null>(null);
  const river = row.fields.river as Geometry | null | undefined;
  if (!mayEdit && !river) return null;
  const take = async (file: File | undefined): Promise<void> => {
    if (file) setRead(readRiverFile(await file.text(), file.name, frame));
  };
  return (
    <section className="section ground-river" aria-labelledby={id}>
      <h2 id={id}>{word('ground.river')}</h2>
      {river ? <p className="small">{word('ground.river.held', lengthSaid(linesOf(river)))}</p> : null}
      {mayEdit ? (
        <>
          <p className="small soft">{word('ground.river.lead')}</p>
          <DropArea onFiles={({ files }) => letGo(() => take(files[0]))}>
            <FileButton
              id={`${id}-file`}
              label={word('ground.river.file')}
              hint={word('ground.river.hint')}
              accept=".geojson,.json"
              onFiles={([file]) => letGo(() => take(file))}
            />
          </DropArea>
          {read && 'kind' in read ? (
            <p role="alert" className="fault">
              {word(`ground.river.fault.${read.kind}`, read.values)}
            </p>
          ) : null}
          {read && 'named' in read ? (
            <ChooseLines key={JSON.stringify(read.named.map(({ name }) => name))} row={row} read={read} onDone={() => setRead(null)} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function ChooseLines({ row, read, onDone }: { readonly row: RecordRow; readonly read: RiverFile; readonly onDone: () => void }) {
  const word = useWords();
  const { tell } = useDeedDesk();
  const revise = useReviseRecord();
  const keyOf = useKeyOf();
  const [chosen, setChosen] = useState<ReadonlySet<string | null>>(new Set());
  const [isLacking, setLacking] = useState(false);
  const toggle = (name: string | null): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
    setLacking(false);
  };
  const keep = (who: string): void => {
    const lines = read.named.filter(({ name }) => chosen.has(name)).flatMap((each) => each.lines);
    if (lines.length === 0) {
      setLacking(true);
      return;
    }
    const request = { kind: 'ground' as const, id: row.key, rev: row.rev, fields: { river: riverOf(lines) }, who, reason: '' };
    revise.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          onDone();
        },
      },
    );
  };
  return (
    <fieldset className="river-lines">
      <legend>{word('ground.river.lines')}</legend>
      <div className="ticks">
        {read.named.slice(0, MOST_NAMES).map(({ name, lines }) => (
          <label key={name ?? ''} className="tick">
            <input type="checkbox" checked={chosen.has(name)} onChange={() => toggle(name)} />
            <span>
              {name === null ? word('ground.river.unnamed') : <AsWritten text={name} />}{' '}
              <small className="soft">{word('ground.river.line', lengthSaid(lines))}</small>
            </span>
          </label>
        ))}
      </div>
      {read.outside > 0 ? <p className="note">{word('ground.river.outside', { count: read.outside })}</p> : null}
      {isLacking ? (
        <p role="alert" className="fault">
          {word('ground.river.fault.choose')}
        </p>
      ) : null}
      <p className="row">
        <ActButton className="button" name={word('ground.river.set')} isBusy={revise.isPending} onAct={keep} />
      </p>
      <Refusal error={revise.error} />
    </fieldset>
  );
}

function lengthSaid(lines: Parameters<typeof metresOf>[0]): { readonly pieces: number; readonly km: string } {
  return { pieces: lines.length, km: sayRounded(metresOf(lines) / 1000, 1) };
}
