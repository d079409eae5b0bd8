import { useState } from 'react';

const KEY = 'westgate.who';

/** Who records, as last written in this browser: a name, until there are accounts. */
export function useWho(): readonly [string, (who: string) => void] {
  const [who, setWho] = useState(() => localStorage.getItem(KEY) ?? '');
  return [
    who,
    (next) => {
      setWho(next);
      localStorage.setItem(KEY, next);
    },
  ];
}

/** Who records, as last written in this browser; empty while nobody has. */
export function whoWrites(): string {
  return (localStorage.getItem(KEY) ?? '').trim();
}
