import { getRouteApi } from '@tanstack/react-router';
import { webAddress } from '@westgate/base';
import type { RecordRow, Source } from '@westgate/contract';
import { useAsk } from '../../../api/ask.ts';
import { useRow } from '../../../api/edits.ts';
import { isWordId, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounIcon } from '../../../parts/noun-icon.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { RecordActs } from '../../../record/page/record-acts.tsx';

const route = getRouteApi('/sources/$id');

/** One source: what it is, where it stands, what rests on it. */
export function SourcePage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="source" id={id} query={useAsk('source', { params: { id } })}>
      {(source) => <SourceOf key={source.id} source={source} />}
    </AwaitRecord>
  );
}

function SourceOf({ source }: { readonly source: Source }) {
  const word = useWords();
  const row = useRow('source', source.id);
  useTitle(`${source.title} · ${word('noun.source')}`);
  return (
    <div className="form-page">
      <article className="form-main">
        <p className="eyebrow">
          <NounIcon kind="source" />
          <b>{word('noun.source')}</b>
          <span>{source.id}</span>
          <span>{word(`source.${source.kind}`)}</span>
        </p>
        <h1>
          <AsWritten text={source.title} />
        </h1>
        <RecordActs kind="source" id={source.id} />
        <dl className="facts">
          <Fact name={word('field.dated')}>{source.dated ? <DayText on={source.dated} /> : null}</Fact>
          <Fact name={word('field.url')}>{webAddress(source.url) === null ? source.url : <a href={source.url ?? ''}>{source.url}</a>}</Fact>
          <Fact name={word('source.rests')}>{row.data ? <RestingCounts resting={row.data.resting} /> : null}</Fact>
        </dl>
        <HistoryList kind="source" id={source.id} />
      </article>
    </div>
  );
}

/** How many rows of each table rest on a record. */
function RestingCounts({ resting }: { readonly resting: RecordRow['resting'] }) {
  const word = useWords();
  if (resting.length === 0) return word('links.none');
  return resting
    .map(({ table, count }) => {
      const id = `rows.${table}`;
      return isWordId(id) ? word(id, { count }) : `${table}: ${count}`;
    })
    .join(' · ');
}
