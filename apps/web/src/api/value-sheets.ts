import { useMutation } from '@tanstack/react-query';
import type { ValuePreviewRequest } from '@westgate/contract';
import { tell } from './client.ts';

/** Reads a sheet of values, and tells what it would change; nothing is stored. */
export function useReadValues() {
  return useMutation({
    mutationFn: (request: ValuePreviewRequest) => tell('preview-values', { body: request, key: crypto.randomUUID() }),
  });
}
