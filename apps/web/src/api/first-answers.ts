import type { Session } from '@westgate/contract';
import { firstView, LOCALES } from '../scope/first-view.ts';
import { isLetIn } from './let-in.ts';

/** What every screen asks first, asked while its code is on the way. By address; each is given once, as what comes later may be another. */
const asked = new Map<string, Promise<Response>>();

/** Asks who is signed in, and of the district where they are let in. Whoever asks the same meanwhile is given these answers. */
export async function askFirst(): Promise<void> {
  const { asOf } = firstView();
  const session = await askNow('/api/v1/session');
  const isIn = session.ok && isLetIn((await session.clone().json()) as Session);
  if (isIn) await askNow(`/api/v1/district${asOf === undefined ? '' : `?asOf=${asOf}`}`);
}

/** The answer of that address, where it was asked first and not given yet. */
export function firstAnswer(address: string): Promise<Response> | undefined {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
}

function askNow(address: string): Promise<Response> {
  const answer = fetch(address, { headers: { 'accept-language': LOCALES[firstView().language] } });
  asked.set(address, answer);
  return answer;
}
