import type { RecordRow } from '@westgate/contract';
import { formKind } from '../../api/form-kinds.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { RecordLink } from '../../parts/record-link.tsx';

const FATES = ['holds-it', 'with-it', 'let-go'] as const;
/** Keys shown of each table. */
const SHOWN = 5;

/** What rests on a record, by what becomes of it when the record goes. */
export function RestingList({ row }: { readonly row: RecordRow }) {
  const word = useWords();
  const { resting, key } = row;
  return (
    <div className="resting wide-field">
      {resting.length === 0 ? <p>{word('takeOut.nothing')}</p> : null}
      {FATES.map((fate) => {
        const own = resting.filter(({ goes }) => goes === fate);
        if (own.length === 0) return null;
        return (
          <section key={fate} className={fate === 'holds-it' ? 'holds' : ''}>
            <h2>{word(`takeOut.${fate}`)}</h2>
            <ul>
              {own.map((each) => (
                <RestingLine key={each.table} resting={each} own={key} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="note">{word('takeOut.undo')}</p>
    </div>
  );
}

function RestingLine({ resting: { table, count, keys }, own }: { readonly resting: RecordRow['resting'][number]; readonly own: string }) {
  const word = useWords();
  const id = `rows.${table}`;
  const kind = formKind(table);
  return (
    <li>
      <b>{isWordId(id) ? word(id, { count }) : `${table}: ${count}`}</b>{' '}
      <span className="small soft">
        {keys.slice(0, SHOWN).map((key, index) => (
          <span key={key}>
            {index > 0 ? ' · ' : ''}
            {kind ? (
              <RecordLink kind={kind} id={key}>
                {key}
              </RecordLink>
            ) : (
              <span lang="zxx">{shortKey(key, own)}</span>
            )}
          </span>
        ))}
        {count > SHOWN ? ' · …' : ''}
      </span>
    </li>
  );
}

/** The parts of a key that tell its row from others of the same record. */
function shortKey(key: string, own: string): string {
  const parts = key.split('|');
  return parts.length === 1 ? key : (parts.filter((part) => part !== own).at(-1) ?? key);
}
