import { type HeldPart, withdrawEdit } from './part.ts';
import { WithdrawButton } from './withdraw-button.tsx';

/** Takes a part of a record out. */
export function PartWithdraw({ part, name }: { readonly part: HeldPart; readonly name: string }) {
  return <WithdrawButton edit={withdrawEdit(part)} name={name} />;
}
