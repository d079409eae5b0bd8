import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keptOf } from './ask.ts';
import { tell } from './client.ts';

/** Ends the mails to whom a link is for, or takes that back. */
export function useEnding(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => tell('end-mails', { params: { token }, body: { isOn }, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: keptOf('notice-wishes') }),
  });
}
