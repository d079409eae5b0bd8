import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, NoticeWishes } from '@westgate/contract';
import { keptOf } from './ask.ts';
import { tell } from './client.ts';
import { useWrite } from './use-write.ts';

export const useSetWishes = () => useWrite((wishes: NoticeWishes) => tell('set-notice-wishes', { body: wishes, key: crypto.randomUUID() }));

/** Where a chat is told; department null: that of the programme office, address null: no more. */
export type ChatAsk = BodyOf<'set-chat'>;
export const useSetChat = () => useWrite((ask: ChatAsk) => tell('set-chat', { body: ask, key: crypto.randomUUID() }));
export const useSendAgain = () => useWrite((id: string) => tell('send-again', { body: { id }, key: crypto.randomUUID() }));

/** Ends the mails to whom a link is for, or takes that back. */
export function useEnding(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => tell('end-mails', { params: { token }, body: { isOn }, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: keptOf('notice-wishes') }),
  });
}
