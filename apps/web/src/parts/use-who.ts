import { useState } from 'react';
import { nameSignedIn, useSignedIn } from '../people/signed-in.ts';

const KEY = 'westgate.who';

/** Who records: who is signed in; in an office without accounts the name last written in this browser. */
export function useWho(): readonly [string, (who: string) => void] {
  const person = useSignedIn();
  const [who, setWho] = useState(() => localStorage.getItem(KEY) ?? '');
  if (person) return [person.name, () => undefined];
  return [
    who,
    (next) => {
      setWho(next);
      localStorage.setItem(KEY, next);
    },
  ];
}

/** The same for what is no component; empty while nobody has written a name. */
export function whoWrites(): string {
  return nameSignedIn() || (localStorage.getItem(KEY) ?? '').trim();
}
