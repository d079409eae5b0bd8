import { WestgateError } from '@westgate/base';
import { z } from 'zod';
import { SendingFault } from './sending-fault.ts';
import { LOOPBACK } from './settings.ts';
import type { Waits } from './waits.ts';

const MOST_ANSWER = 10_000;
/** What Node says of a port that no browser would ask. */
const BAD_PORT = 'bad port';
/** Nothing was sent yet when these are told. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'BAD_PORT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * The address of a chat, as it is kept. Throws `WG_INPUT_INVALID` for one that is not https, but on this machine: what is told there is the
 * district's, and the address itself is a key to the chat.
 */
export function chatAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw refusal('an address that begins with https://');
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    throw refusal('https: without it anyone on the way reads the messages, and the key in the address');
  if (url.username !== '' || url.password !== '') throw refusal('an address without a name and password before @');
  if (url.hash !== '') throw refusal('an address without #: what stands behind it is never sent');
  return url.href;
}

/** Where an address leads, without the key that stands in it. */
export function chatHost(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}

/** Posts Markdown to a chat the way WeCom takes it. Throws {@link SendingFault}, unsure where no answer came after it was sent. */
export async function sendChat(address: string, content: string, waits: Waits): Promise<void> {
  const answer = await posted(address, JSON.stringify({ msgtype: 'markdown', markdown: { content } }), waits);
  if (answer.status < 200 || answer.status > 299) throw new SendingFault('chat-answered', answer.status, true);
  const errcode = errcodeIn(answer.text);
  if (errcode !== 0) throw new SendingFault('chat-refused', errcode, true);
}

async function posted(
  address: string,
  body: string,
  { ended, chatAnswerMs }: Waits,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([ended, AbortSignal.timeout(chatAnswerMs)]),
    });
    return { status: answer.status, text: await textIn(answer) };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { readonly code?: unknown; readonly message?: unknown } | undefined) : undefined;
    const code = typeof cause?.code === 'string' ? cause.code : cause?.message === BAD_PORT ? 'BAD_PORT' : '';
    throw new SendingFault('chat-unreached', code, BEFORE_SENDING.has(code));
  }
}

/** The beginning of an answer; one without end is let go. */
async function textIn(answer: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_ANSWER) break;
  }
  return text;
}

const wecom = z.object({ errcode: z.number() });

/** WeCom answers 200 also where it refuses; other services say nothing of this. */
function errcodeIn(text: string): number {
  try {
    const parsed = wecom.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.errcode : 0;
  } catch {
    return 0;
  }
}

function refusal(expected: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `address: expected ${expected}`, { field: 'address' });
}
