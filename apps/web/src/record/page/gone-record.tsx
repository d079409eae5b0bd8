import { inLanguage } from '@westgate/base';
import type { Deed } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useDeedDesk } from '../../api/deed-notice.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { sayWho } from '../../parts/say-deed.ts';
import { RecordLink } from '../../parts/thing-link.tsx';
import { UndoButton, useMayUndo } from '../../parts/undo-button.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { HistoryList } from './history-list.tsx';

/** The page of a record that is gone: by whom it was taken out or drawn into which other, when, why, the way back, its history. */
export function GoneRecord({ kind, id, deed }: { readonly kind: FormKind; readonly id: string; readonly deed: Deed }) {
  const word = useWords();
  const sayAt = useSayInstant();
  const language = useLanguage();
  const { notice } = useDeedDesk();
  const mayUndo = useMayUndo();
  const name = inLanguage(namesBefore(deed, kind, id), language) ?? id;
  useTitle(`${name} · ${word('gone.title')}`);
  const told = { who: sayWho(word, deed.who), at: sayAt(deed.at), seq: deed.seq };
  return (
    <div className="form-page">
      <article className="form-main">
        <p className="eyebrow">
          <NounIcon kind={kind} />
          <b>{word(`noun.${kind}`)}</b>
          <span>{id}</span>
        </p>
        <h1>
          <AsWritten text={name} />
        </h1>
        <section className="neat gone" aria-label={word('gone.title')}>
          <h2>{word('gone.title')}</h2>
          <p>{word(deed.verb === 'merge' ? 'gone.merged' : deed.undoes === null ? 'gone.takenOut' : 'gone.undone', told)}</p>
          {deed.reason ? <AsWritten text={deed.reason} className="soft" /> : null}
          {deed.verb === 'merge' ? <MergedInto kind={kind} id={id} seq={deed.seq} /> : null}
          <div className="row" key={notice?.kind}>
            {mayUndo(deed) ? <UndoButton seq={deed.seq} label={word('gone.bringBack')} /> : null}
          </div>
        </section>
        <HistoryList kind={kind} id={id} />
      </article>
    </div>
  );
}

/** The record that the one that is gone was drawn into, where the deed tells. */
function MergedInto({ kind, id, seq }: { readonly kind: FormKind; readonly id: string; readonly seq: number }) {
  const word = useWords();
  const deed = useAsk('deed', { params: { seq } }).data;
  const into = deed?.changes.find((change) => change.table === kind && change.key !== id);
  return into ? (
    <p>
      {word('gone.into')}{' '}
      <RecordLink kind={kind} id={into.key}>
        {into.key}
      </RecordLink>
    </p>
  ) : null;
}

function namesBefore(deed: Deed, kind: FormKind, id: string) {
  const fields = deed.changes.find(({ table, key }) => table === kind && key === id)?.fields ?? [];
  const find = (...columns: readonly string[]): string | null => {
    const value = fields.find(({ field }) => columns.includes(field))?.before;
    return typeof value === 'string' ? value : null;
  };
  return { zh: find('name_zh', 'title_zh', 'title'), en: find('name_en', 'title_en', 'title') };
}
