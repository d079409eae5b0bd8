import { Link } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { errorLine } from '../../parts/error-text.tsx';
import { letGo } from '../../scope/let-go.ts';
import { writeZip } from '../../start/zip.ts';
import { Oc4idsFiles } from './oc4ids/oc4ids-files.tsx';

/** The whole district as a zip of its folder, and how to keep a copy that also holds its history. */
export function TakeAway({ standing: { held } }: { readonly standing: Standing }) {
  const word = useWords();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly told: string; readonly error: string }>(IDLE);
  if (!held) {
    return (
      <p className="start-act">
        {word('start.away.nothing')}{' '}
        <Link to="/start" search={{ way: 'new' }}>
          {word('start.way.new')}
        </Link>
      </p>
    );
  }
  const download = async (): Promise<void> => {
    setState({ ...IDLE, isBusy: true });
    try {
      const { seq, files } = await ask('district-export');
      const name = `${held.id}-${seq}`;
      save(`${name}.zip`, writeZip(name, files));
      setState({ ...IDLE, told: word('start.away.done', { name: `${name}.zip`, count: Object.keys(files).length, seq }) });
    } catch (error) {
      setState({ ...IDLE, error: error instanceof Error ? errorLine(word, error) : String(error) });
    }
  };
  return (
    <div className="start-form">
      <section className="start-act">
        <h2>{word('start.away')}</h2>
        <p>{word('start.away.about')}</p>
        <Button look="filled" name={word('start.away.send')} disabled={state.isBusy} onClick={() => letGo(() => download())} />
        <p role="status" className="small">
          {state.told}
        </p>
        {state.error ? (
          <p role="alert" className="fault">
            {state.error}
          </p>
        ) : null}
      </section>
      <Oc4idsFiles />
      <section className="start-act">
        <h2>{word('start.backup')}</h2>
        <p>{word('start.backup.about')}</p>
        <pre className="command" lang="en">
          npx --no-install westgate backup DIR
        </pre>
      </section>
    </div>
  );
}

const IDLE = { isBusy: false, told: '', error: '' };
const FREE_AFTER_MS = 60_000;

function save(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FREE_AFTER_MS);
}
