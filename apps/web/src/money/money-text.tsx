import { sayMoney } from '@westgate/domain';
import { Unknown } from '../parts/fact.tsx';

/** An amount in 10,000 yuan, exact; what is not known says so. */
export function MoneyText({ fen }: { readonly fen: number | null }) {
  return fen === null ? <Unknown /> : <span className="money">{sayMoney(fen)}</span>;
}
