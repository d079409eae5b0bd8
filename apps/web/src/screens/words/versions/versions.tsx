import type { PlanDocument, TextVersions } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { useSayInstant } from '../../../parts/day-text.tsx';
import { sayWho } from '../../../parts/say-deed.ts';
import { Select } from '../../../parts/select.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { CompareRow } from '../compare/compare-row.tsx';
import { shownRows } from '../compare/view-model.ts';
import { BackToPlan, DocumentAsked } from '../document-asked.tsx';

type Version = TextVersions['items'][number];

/** The texts a plan has had, and what differs between any two of them, sentence by sentence. */
export function Versions() {
  return <DocumentAsked>{(document) => <VersionsOf key={document.id} document={document} />}</DocumentAsked>;
}

function VersionsOf({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  useTitle(`${word('versions.title')} · ${say(document.title)}`);
  return (
    <div className="bring-main versions">
      <BackToPlan document={document} />
      <h1>{word('versions.title')}</h1>
      <Await query={useAsk('versions', { params: { id: document.id } })}>
        {({ items }) => <VersionList document={document} versions={items} />}
      </Await>
    </div>
  );
}

function VersionList({ document, versions }: { readonly document: PlanDocument; readonly versions: readonly Version[] }) {
  const word = useWords();
  const sayAt = useSayInstant();
  const [newest, before] = versions;
  const [asked, setAsked] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const to = asked?.to ?? newest?.seq ?? 0;
  const from = asked?.from ?? before?.seq ?? to;
  const name = ({ seq, at, who }: Version): string => word('versions.name', { seq, at: sayAt(at), who: sayWho(word, who) });
  if (versions.length < 2) return <p className="soft">{word('versions.one')}</p>;
  return (
    <>
      <div className="bring-pair versions-choice">
        {(['from', 'to'] as const).map((end) => (
          <p key={end} className="form-field">
            <label htmlFor={`versions-${end}`}>{word(`versions.${end}`)}</label>
            <Select
              id={`versions-${end}`}
              value={end === 'from' ? from : to}
              options={versions.map((version) => [version.seq, name(version)])}
              onChoose={(id) => setAsked({ from, to, [end]: id })}
            />
          </p>
        ))}
      </div>
      <VersionDiff document={document.id} from={from} to={to} />
    </>
  );
}

function VersionDiff({ document, from, to }: { readonly document: string; readonly from: number; readonly to: number }) {
  const word = useWords();
  const diff = useAsk('version-diff', { params: { id: document }, query: { from, to } }, from !== to);
  if (from === to) return <p className="soft">{word('versions.same')}</p>;
  return (
    <Await query={diff}>
      {({ rows }) => {
        const shown = shownRows(rows, true);
        return (
          <>
            <p className="small soft">{word('versions.differ', { count: shown.length, kept: rows.length - shown.length })}</p>
            <ol className="compare-rows">
              {shown
                .flatMap((at) => rows[at] ?? [])
                .map((row) => (
                  <CompareRow key={[...row.old, ...row.fresh].map(({ id }) => id).join(' ')} at={0} row={row} decide={null} />
                ))}
            </ol>
          </>
        );
      }}
    </Await>
  );
}
