import { useEffect } from 'react';
import { useWords } from '../messages/words.ts';

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const word = useWords();
  const brand = word('brand');
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
