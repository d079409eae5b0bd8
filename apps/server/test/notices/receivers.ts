import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** What a mail server does with the next mail: takes it, refuses it for now, or hangs up while it is being handed over. */
type Turn = 'take' | 'refuse' | 'hang-up';

/** A mail server that says what it is told to. */
export interface MailReceiver {
  readonly port: number;
  readonly mails: readonly { readonly to: string; readonly data: string }[];
  /** How often a mail was begun. */
  readonly begun: () => number;
  turn: Turn;
  close(): void;
}

/** A mail server on this machine (RFC 5321, as much as a client needs). */
export async function receiveMails(): Promise<MailReceiver> {
  const mails: { to: string; data: string }[] = [];
  let begun = 0;
  const server: Server = createServer((socket) => {
    const say = (line: string): unknown => socket.write(`${line}\r\n`);
    let [buffer, to, isData] = ['', '', false];
    socket.on('error', () => undefined);
    socket.setEncoding('utf8');
    say('220 ready');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = isData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) {
          mails.push({ to, data: line });
          isData = false;
          say('250 taken');
        } else if (/^EHLO/i.test(line)) say('250 here');
        else if (/^MAIL/i.test(line)) {
          begun += 1;
          say(receiver.turn === 'refuse' ? '451 4.3.0 secret words of ben@harbour.test' : '250 ok');
        } else if (/^RCPT TO:<(.*)>/i.test(line)) {
          to = line.replace(/^RCPT TO:<(.*)>.*/i, '$1');
          say('250 ok');
        } else if (/^DATA/i.test(line)) {
          isData = receiver.turn !== 'hang-up';
          if (!isData) socket.removeAllListeners('data').once('data', () => socket.destroy());
          say('354 go on');
          if (!isData) return;
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: MailReceiver = { port, mails, begun: () => begun, turn: 'take', close: () => server.close() };
  return receiver;
}

/** A chat that takes messages the way WeCom does. */
export interface ChatReceiver {
  readonly address: string;
  readonly messages: string[];
  /** What it answers: a status and a text. */
  answer: { readonly status: number; readonly text: string };
  close(): void;
}

/** A chat on this machine. */
export async function receiveChat(): Promise<ChatReceiver> {
  const messages: string[] = [];
  const server = createHttp((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      messages.push(body);
      response.writeHead(chat.answer.status, { location: 'http://127.0.0.1:1/elsewhere' }).end(chat.answer.text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const chat: ChatReceiver = {
    address: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=the-key-of-the-chat`,
    messages,
    answer: { status: 200, text: '{"errcode":0,"errmsg":"ok"}' },
    close: () => server.close(),
  };
  return chat;
}
