import type { ProjectOc4ids } from '@westgate/contract';
import { useAsk } from '../../../api/ask.ts';
import { fileAddress } from '../../../api/client.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { useMayOpen } from '../../../scope/may-open.ts';

/** How a project stands to the open standard: its id there, what came that no record holds, and what the standard cannot say of it. */
export function Oc4idsSection({ project }: { readonly project: string }) {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="oc4ids">
      <h2 id="oc4ids">{word('oc4ids.title')}</h2>
      <Await query={useAsk('project-oc4ids', { params: { id: project } })}>{(told) => <Told told={told} project={project} />}</Await>
    </section>
  );
}

function Told({ told, project }: { readonly told: ProjectOc4ids; readonly project: string }) {
  const word = useWords();
  const say = useSay();
  const mayOpen = useMayOpen();
  const { id, isRegistered, came, unused, columns, records, leftOut } = told;
  const counted = (how: 'none' | 'part'): string =>
    records
      .filter((record) => record.how === how)
      .map(({ said }) => say(said))
      .join(word('list.comma'));
  return (
    <>
      <dl className="facts">
        <Fact name={word('oc4ids.id')}>
          <code lang="en">{id}</code> {isRegistered ? null : <span className="soft">{word('oc4ids.notRegistered')}</span>}
        </Fact>
        {came ? (
          <Fact name={word('oc4ids.came')}>
            {came.fileName ?? ''} <DayText on={came.on} />
          </Fact>
        ) : null}
      </dl>
      {came && unused !== null && mayOpen('/start', 'away') ? (
        <FileLinks files={[{ label: word('oc4ids.received'), href: fileAddress('oc4ids-export', { query: { received: project } }) }]} />
      ) : null}
      <details>
        <summary>{word('oc4ids.unsaid')}</summary>
        <dl className="facts">
          {columns.length === 0 ? null : (
            <Fact name={word('oc4ids.unsaid.columns')}>{columns.map(({ name }) => say(name)).join(word('list.comma'))}</Fact>
          )}
          {counted('none') === '' ? null : <Fact name={word('oc4ids.unsaid.none')}>{counted('none')}</Fact>}
          {counted('part') === '' ? null : <Fact name={word('oc4ids.unsaid.part')}>{counted('part')}</Fact>}
        </dl>
      </details>
      {unused === null ? null : (
        <details>
          <summary>{word('oc4ids.unused')}</summary>
          <p className="small soft">{word('oc4ids.unused.about')}</p>
          <pre className="oc4ids-held" lang="en">
            {unused}
          </pre>
        </details>
      )}
      {leftOut.length === 0 ? null : (
        <details>
          <summary>
            {word('oc4ids.leftOut')} <small>{leftOut.length}</small>
          </summary>
          <ul className="small">
            {leftOut.slice(0, 100).map(({ pointer, expected, found }) => (
              <li key={`${pointer} ${expected.en}`}>
                <code lang="en">{pointer}</code> {say(expected)} / {say(found)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
