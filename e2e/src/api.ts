import type { Receipt, State } from '@westgate/contract';

/** GET a path of the API as JSON; throws with the problem's text when the answer is not 2xx. */
export async function getJson<T>(address: string, path: string): Promise<T> {
  const answer = await fetch(`${address}${path}`);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${body}`);
  return JSON.parse(body) as T;
}

/** POST JSON to a path of the API. */
export async function postJson<T>(address: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

/** The state of a record on a day. */
export async function stateOn(address: string, path: string, asOf: string): Promise<State> {
  const record = await getJson<{ state: State }>(address, `/api/v1/${path}?asOf=${asOf}`);
  return record.state;
}

/** Records an outcome and gives the deed's receipt. */
export function recordOutcome(address: string, draft: Record<string, unknown>): Promise<Receipt> {
  return postJson<Receipt>(address, '/api/v1/outcomes', { confidence: 'high', who: 'walk', ...draft });
}

/** Undoes a deed. */
export function undo(address: string, seq: number): Promise<Receipt> {
  return postJson<Receipt>(address, `/api/v1/deeds/${seq}/undo`, { who: 'walk' });
}
