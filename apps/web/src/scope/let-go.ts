import { inBackground } from '@westgate/base';
import { useSyncExternalStore } from 'react';

let last: Error | null = null;
const hearers = new Set<() => void>();

/** Starts work that no part of the screen waits for; where it fails the frame says so, until that is closed. */
export function letGo(work: () => unknown): void {
  inBackground('work of the screen', work, (error) => put(error));
}

/** What failed last of the work that was let go, and how to close it; null: nothing. */
export function useLastFault(): { readonly error: Error; readonly close: () => void } | null {
  const error = useSyncExternalStore(hearIn, () => last);
  return error && { error, close: () => put(null) };
}

function hearIn(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function put(error: Error | null): void {
  last = error;
  for (const hear of hearers) hear();
}
