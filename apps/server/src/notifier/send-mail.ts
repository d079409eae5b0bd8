import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Letter } from './letter.ts';
import { SendingFault } from './sending-fault.ts';
import { LOOPBACK, type MailServer } from './settings.ts';
import type { Waits } from './waits.ts';

/** A letter with where it goes. */
export interface Mail extends Letter {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  /** The same letter has the same name: a mail program shows it once. */
  readonly name: string;
  readonly origin: string;
  /** Where a mail program ends the letters by one POST (RFC 8058); null: there is nothing to end. */
  readonly ending: string | null;
  readonly at: Date;
}

/** A mail as the bytes that are sent. */
export async function mailBytes({ from, to, subject, text, html, name, origin, ending, at }: Mail): Promise<Buffer> {
  // Only an office that sends mail loads what writes it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: 'Westgate', address: from },
    to,
    subject,
    text,
    html,
    date: at,
    messageId: `<${createHash('sha256').update(`${origin} ${name}`).digest('hex').slice(0, 32)}@${new URL(origin).hostname}>`,
    headers: {
      ...(ending === null ? {} : { 'List-Unsubscribe': `<${ending}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/**
 * Hands a mail to a mail server. Throws {@link SendingFault}: unsure where the connection broke, or `waits.ended` broke it, after the mail itself was
 * asked for.
 */
export async function sendMail(server: MailServer, { from, to, bytes }: Handed, waits: Waits): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const { host, port, isSecure, user, password } = server;
  const { ended, mailConnectMs, mailAnswerMs } = waits;
  const connection = await connected(host, port, waits);
  const hangUp = (): unknown => connection.destroy();
  ended.addEventListener('abort', hangUp);
  const transport = createTransport({
    host,
    port,
    connection,
    secure: isSecure,
    requireTLS: !isSecure && !LOOPBACK.has(host),
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    greetingTimeout: mailConnectMs,
    socketTimeout: mailAnswerMs,
    logger: false,
    debug: false,
  });
  let isAskedFor = false;
  const raw = Readable.from(
    (function* () {
      isAskedFor = true;
      yield bytes;
    })(),
  );
  try {
    await transport.sendMail({ envelope: { from, to }, raw });
  } catch (error) {
    throw faultOf(error, isAskedFor);
  } finally {
    ended.removeEventListener('abort', hangUp);
    connection.destroy();
  }
}

/** A mail as it is handed over. */
interface Handed {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** A connection of our own, so that it can be ended whatever the mail server does. */
async function connected(host: string, port: number, { ended, mailConnectMs }: Waits): Promise<Socket> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([ended, AbortSignal.timeout(mailConnectMs)]) });
    return socket;
  } catch (error) {
    socket.destroy();
    throw faultOf(error, false);
  }
}

/** What the mail server said, by its number alone: its words may hold addresses. */
function faultOf(error: unknown, isAskedFor: boolean): SendingFault {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  if (typeof responseCode === 'number') return new SendingFault('mail-refused', responseCode, true);
  return new SendingFault('mail-unreached', typeof code === 'string' ? code : '', !isAskedFor);
}
