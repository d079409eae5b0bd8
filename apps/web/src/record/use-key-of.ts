import { useRef } from 'react';

/** Gives the idempotency key of a request: the same as long as the same is sent again, so that a lost answer is no second deed. */
export function useKeyOf(): (request: object) => string {
  const last = useRef({ text: '', key: '' });
  return (request) => {
    const text = JSON.stringify(request);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
