import { useEffect, useState } from 'react';

/**
 * The secret behind # of the address. It is read and taken out of the address, so that it stands in no history and no screenshot. Under `kept` it
 * stays with the tab, so that the page can be loaded again. Empty where there is none.
 */
export function useSecret(kept?: string): string {
  const [secret, setSecret] = useState(() => location.hash.slice(1) || (kept ? (sessionStorage.getItem(kept) ?? '') : ''));
  useEffect(() => {
    const take = (): void => {
      const found = location.hash.slice(1);
      if (found === '') return;
      if (kept) sessionStorage.setItem(kept, found);
      setSecret(found);
      history.replaceState(history.state, '', location.pathname + location.search);
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [kept]);
  return secret;
}
