import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount, SecondFactor } from '@westgate/contract';
import { API_KEY, useAsk } from './ask.ts';
import { dropApi, newKey, tellApi } from './client.ts';

/** One's own account. */
export const useOwnAccount = () => useAsk<OwnAccount>('account');

/** Sets another password. */
export const useSetPassword = () =>
  useOwn((set: { readonly before: string; readonly password: string }) => tellApi<OwnAccount>('account/password', set, newKey()));

/** The secret of a second factor, for an app. */
export const useBeginFactor = () => useOwn((password: string) => tellApi<SecondFactor>('account/second-factor', { password }, newKey()));
export const useConfirmFactor = () => useOwn((code: string) => tellApi<OwnAccount>('account/second-factor/confirm', { code }, newKey()));
export const useDropFactor = () => useOwn((password: string) => tellApi<OwnAccount>('account/second-factor/drop', { password }, newKey()));

/** What a program is let in for. */
export interface TokenAsk {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
  /** One's own; null in an account without one. */
  readonly password: string | null;
}
export const useMakeToken = () => useOwn((ask: TokenAsk) => tellApi<{ readonly token: string }>('account/tokens', ask, newKey()));
export const useDropToken = () => useOwn((id: string) => dropApi<OwnAccount>(`account/tokens/${id}`));

/** A write to one's own account, which is asked for again after it. */
export function useOwn<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => client.invalidateQueries({ queryKey: [API_KEY, 'account'] }) });
}
