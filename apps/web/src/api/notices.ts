import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, NoticeWishes } from '@westgate/contract';
import { keptOf } from './ask.ts';
import { tell } from './client.ts';
import { useWrite } from './use-write.ts';

export const useSetWishes = () => useWrite((wishes: NoticeWishes) => tell('set-notice-wishes', { body: wishes, key: crypto.randomUUID() }));

export const useSetChat = () => useWrite((ask: BodyOf<'set-chat'>) => tell('set-chat', { body: ask, key: crypto.randomUUID() }));

/** Ends the mails to whom a link is for, or takes that back. */
export function useEnding(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => tell('end-mails', { params: { token }, body: { isOn }, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: keptOf('notice-wishes') }),
  });
}
