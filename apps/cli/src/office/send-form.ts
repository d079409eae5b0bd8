import { request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { WestgateError } from '@westgate/base';

/** The status of an answer and its JSON. */
interface Told {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Sends a form part by part and waits for the answer however long that takes: a large district is hours of work on a slow machine, and `fetch` gives
 * up after five minutes. Throws `WG_NOT_READY` where nobody answers.
 */
export async function sendForm(url: URL, headers: Readonly<Record<string, string>>, form: FormData): Promise<Told> {
  const encoded = new Response(form);
  const sent = request(url, { method: 'POST', headers: { ...headers, 'content-type': encoded.headers.get('content-type') ?? '' } });
  const answered = new Promise<Told>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body: JSON.parse(body) }), reject);
    });
  });
  try {
    const [told] = await Promise.all([answered, encoded.body ? pipeline(Readable.fromWeb(encoded.body), sent) : sent.end()]);
    return told;
  } catch (error) {
    throw new WestgateError('WG_NOT_READY', `no answer from ${url.origin}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
