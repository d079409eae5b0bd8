import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CourierShown, NoticeWishes } from '@westgate/contract';
import { API_KEY, useAsk } from './ask.ts';
import { tellApi } from './client.ts';
import { useWrite } from './use-write.ts';

/** How one is told by mail. */
export const useWishes = () => useAsk<NoticeWishes>('account/notices');
export const useSetWishes = () => useWrite((wishes: NoticeWishes) => tellApi<NoticeWishes>('account/notices', wishes, crypto.randomUUID()));

/** How notices leave the house. */
export const useCourier = () => useAsk<CourierShown>('courier');

/** Where a chat is told; department null: that of the programme office, address null: no more. */
export interface ChatAsk {
  readonly department: string | null;
  readonly address: string | null;
}
export const useSetChat = () => useWrite((ask: ChatAsk) => tellApi<CourierShown>('courier/chats', ask, crypto.randomUUID()));
export const useSendAgain = () => useWrite((id: string) => tellApi<CourierShown>('courier/again', { id }, crypto.randomUUID()));

/** Ends the mails to whom a link is for, or takes that back. */
export function useEnding(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) =>
      tellApi<{ readonly isOn: boolean }>(`unsubscribe/${encodeURIComponent(token)}`, { isOn }, crypto.randomUUID()),
    onSettled: () => client.invalidateQueries({ queryKey: [API_KEY, 'account/notices'] }),
  });
}
