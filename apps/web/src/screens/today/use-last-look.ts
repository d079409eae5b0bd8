import { useState } from 'react';

const KEY = 'westgate.looked';
const OPENED = 'westgate.lookedBefore';

/**
 * The last deed that was there when someone last looked in this browser, as it was when this window was opened; null for a first look. Looking
 * notes `seq` for the next time.
 */
export function useLastLook(seq: number): number | null {
  const [before] = useState(() => {
    const kept = sessionStorage.getItem(OPENED) ?? localStorage.getItem(KEY) ?? '';
    sessionStorage.setItem(OPENED, kept);
    return /^\d+$/.test(kept) ? Number(kept) : null;
  });
  localStorage.setItem(KEY, String(seq));
  return before;
}
