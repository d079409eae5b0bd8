import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '@westgate/contract';
import { keptOf } from './ask.ts';
import { newKey, tell } from './client.ts';

/** Sets another password. */
export const useSetPassword = () =>
  useOwn((set: { readonly before: string; readonly password: string }) => tell('set-password', { body: set, key: newKey() }));

/** The secret of a second factor, for an app. */
export const useBeginFactor = () => useOwn((password: string) => tell('begin-second-factor', { body: { password }, key: newKey() }));
export const useConfirmFactor = () => useOwn((code: string) => tell('confirm-second-factor', { body: { code }, key: newKey() }));
export const useDropFactor = () => useOwn((password: string) => tell('drop-second-factor', { body: { password }, key: newKey() }));

export const useMakeToken = () => useOwn((ask: BodyOf<'make-token'>) => tell('make-token', { body: ask, key: newKey() }));
export const useDropToken = () => useOwn((id: string) => tell('drop-token', { params: { id }, body: {}, key: newKey() }));

/** A write to one's own account, which is asked for again after it. */
export function useOwn<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => client.invalidateQueries({ queryKey: keptOf('account') }) });
}
