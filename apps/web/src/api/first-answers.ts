import type { Session } from '@westgate/contract';
import { firstView, LOCALES } from '../scope/first-view.ts';
import { isLetIn } from './let-in.ts';

/** Where every screen asks first; of a test that these are the addresses of the API. */
export const FIRST = { session: '/api/v1/session', district: '/api/v1/district' } as const;

/** What every screen asks first, asked while its code is on the way. By address; each is given once, as what comes later may be another. */
const asked = new Map<string, Promise<Response>>();

/** Asks who is signed in, and of the district where they are let in. Whoever asks the same meanwhile is given these answers. */
export function askFirst(): void {
  const { asOf } = firstView();
  const address = `${FIRST.district}${asOf === undefined ? '' : `?asOf=${asOf}`}`;
  // Whoever is told of the session asks for the district next: it is asked for before that.
  askNow(FIRST.session, async (answer) => {
    if (answer.ok && (await isIn(answer.clone()))) askNow(address);
  });
}

/** The answer of that address, where it was asked first and not given yet. */
export function firstAnswer(address: string): Promise<Response> | undefined {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
}

/** What nobody took by now was asked in vain: it is older than what is asked for later. */
export function forgetFirst(): void {
  asked.clear();
}

function askNow(address: string, next: (answer: Response) => Promise<void> = async () => undefined): void {
  const asking = fetch(address, { headers: { 'accept-language': LOCALES[firstView().language] } });
  const answer = asking.then(async (found) => {
    await next(found);
    return found;
  });
  // Who takes it is told; nobody may.
  answer.catch(() => undefined);
  asked.set(address, answer);
}

function isIn(answer: Response): Promise<boolean> {
  return answer.json().then(
    (session: Session) => isLetIn(session),
    () => false,
  );
}
