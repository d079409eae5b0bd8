import type { Params } from './client.ts';

/** The address of a file of the API, for a link that keeps it. */
export function fileAddress(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return `/api/v1/${path}${text ? `?${text}` : ''}`;
}
