import { useSetView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';

/** The way to and fro between the pages of a list; nothing where there is one. */
export function ListPages({ page, pages }: { readonly page: number; readonly pages: number }) {
  const word = useWords();
  const setView = useSetView();
  if (pages === 1) return null;
  return (
    <nav className="pages row small" aria-label={word('register.pages')}>
      <button type="button" className="button" disabled={page === 1} onClick={() => setView({ page: String(page - 1) })}>
        {word('register.previous')}
      </button>
      <span>{word('register.page', { page, pages })}</span>
      <button type="button" className="button" disabled={page === pages} onClick={() => setView({ page: String(page + 1) })}>
        {word('register.next')}
      </button>
    </nav>
  );
}
