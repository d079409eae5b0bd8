import { useSyncExternalStore } from 'react';

/** A word that changes whenever the tokens may have other values: the theme switch, or the system's theme under `auto`. */
export function useInkKey(): string {
  return useSyncExternalStore(subscribe, inkKey);
}

/** A print shows the map as it is drawn already: inked anew it would not be ready in time. */
let beforePrint = '';

function inkKey(): string {
  if (beforePrint !== '' && matchMedia('print').matches) return beforePrint;
  const { theme = 'auto', contrast = '' } = document.documentElement.dataset;
  const scheme = theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '';
  beforePrint = `${theme} ${scheme} ${contrast}`;
  return beforePrint;
}

function subscribe(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', changed);
  return () => {
    watcher.disconnect();
    scheme.removeEventListener('change', changed);
  };
}
