import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import type { Language } from '@westgate/base';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { browserLanguage } from './first-view.ts';
import { letGo } from './let-go.ts';
import { parseThing, patched, type SelectedThing, type ViewSearch } from './view-search.ts';

/** Everything in the address's query, read and checked. */
export function useView(): ViewSearch {
  return useSearch({ from: '__root__' });
}

/** The path of this screen. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** Puts values into the address of this screen; undefined takes one out. A new entry of the history unless `replace`. */
export function useSetView(): (patch: ViewSearch, how?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  const path = usePath();
  return useCallback(
    (patch, how) =>
      letGo(() =>
        navigate({
          to: path,
          search: (before: ViewSearch) => patched(before, patch),
          replace: how?.replace ?? false,
          resetScroll: false,
        }),
      ),
    [navigate, path],
  );
}

/** The day asked for, as a parameter of the API; empty = today. */
export function useAsOf(): { readonly asOf?: string } {
  const { asOf } = useView();
  return useMemo(() => (asOf ? { asOf } : {}), [asOf]);
}

/** The selected thing, if any. */
export function useSelected(): SelectedThing | null {
  const { sel } = useView();
  return useMemo(() => (sel ? parseThing(sel) : null), [sel]);
}

/** The language of the address, else the browser's. */
export function useLanguageAsked(): Language {
  return useView().lang ?? browserLanguage();
}

/** The language of the screen, as the frame hands it down: each text asks for it, and each look at the address costs more than the text. */
export const LanguageContext = createContext<Language | null>(null);

/** The language of the screen. */
export function useLanguage(): Language {
  return useContext(LanguageContext) ?? browserLanguage();
}

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
