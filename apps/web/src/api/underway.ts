import { useQuery } from '@tanstack/react-query';
import type { Underway } from '@westgate/contract';
import { ask } from './client.ts';

const EVERY_MS = 200;

/** How far the write with that key has come, asked again and again; null while it waits, is thought out, or none is going on. */
export function useUnderway(key: string | null): Underway['progress'] {
  const { data } = useQuery({
    queryKey: ['underway', key],
    queryFn: ({ signal }) => ask('underway', { params: { key: key ?? '' } }, signal),
    enabled: key !== null,
    refetchInterval: EVERY_MS,
    gcTime: 0,
  });
  return key === null ? null : (data?.progress ?? null);
}
