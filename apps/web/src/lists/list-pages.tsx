import { useSetView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';
import { LeftOff } from '../parts/left-off.tsx';

/** The way to and fro between the pages of a list; nothing where there is one. On paper, how many rows stand on the `other` pages. */
export function ListPages({ page, pages, other }: { readonly page: number; readonly pages: number; readonly other: number }) {
  const word = useWords();
  const setView = useSetView();
  if (pages === 1) return null;
  return (
    <>
      <LeftOff count={other} />
      <nav className="pages row small" aria-label={word('register.pages')}>
        <button type="button" className="button" disabled={page === 1} onClick={() => setView({ page: String(page - 1) })}>
          {word('register.previous')}
        </button>
        <span>{word('register.page', { page, pages })}</span>
        <button type="button" className="button" disabled={page === pages} onClick={() => setView({ page: String(page + 1) })}>
          {word('register.next')}
        </button>
      </nav>
    </>
  );
}
