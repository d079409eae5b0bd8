import { WestgateError } from '@westgate/base';
import { noticeSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Courier } from '../courier/courier.ts';
import { inState } from '../courier/entry.ts';
import { chatAddress } from '../courier/send-chat.ts';
import { parseInput } from '../http/parse.ts';
import { fresh, noParams, read, schemaOf, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { courierShown } from '../present/courier.ts';
import { findThing } from '../present/thing.ts';

const tokenParam = z.object({ token: z.string().regex(/^p-[0-9a-f]{16}\.[\w-]{43}$/, 'expected what stands in the link of a mail') });

/** Adds how notices leave the house: what was sent and what was not, the chats, and the end of mails by the link of a mail. */
export async function addNotices(app: FastifyInstance, office: Office, courier: Courier): Promise<void> {
  const { desk } = office;
  const shown = async () => courierShown(courier, desk.register, new Map((await desk.people.named()).map(({ id, name }) => [id, name])));
  read(app, office, '/courier', {
    summary: 'How notices leave the house, and what could not be sent',
    tag: 'notices',
    params: noParams,
    query: z.strictObject({}),
    answer: noticeSchema.courier,
    isFresh: true,
    present: shown,
  });
  write(app, '/courier/chats', {
    summary: 'Where the chat of a department, or of the programme office, is told; null: no more',
    tag: 'notices',
    params: noParams,
    body: noticeSchema.chatRequest,
    answer: noticeSchema.courier,
    takesKey: false,
    act: async ({ body: { department, address } }) => {
      if (department !== null && !findThing(desk.register, 'department', department))
        throw new WestgateError(
          'WG_INPUT_INVALID',
          {
            zh: `department：应为区里有的部门的编号，现为 ${department}`,
            en: `department: expected the id of a department that is held, found ${department}`,
          },
          { field: 'department' },
        );
      const chat = department === null ? ({ kind: 'office' } as const) : ({ kind: 'department', id: department } as const);
      await courier.book.setChat(chat, address === null ? null : chatAddress(address));
      return shown();
    },
  });
  write(app, '/courier/again', {
    summary: 'Send once more what could not be sent, or may not have been; it goes with the next round',
    tag: 'notices',
    params: noParams,
    body: noticeSchema.againRequest,
    answer: noticeSchema.courier,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
    act: async ({ body: { id } }) => {
      const kept = (await courier.book.entries()).find(({ name }) => name === id);
      if (!kept || !['failed', 'unknown', 'waiting'].includes(kept.entry.state))
        throw new WestgateError(
          'WG_NOT_FOUND',
          { zh: '应为等待、失败或可能没有发出的一封', en: 'expected something that waits, failed, or may not have been sent' },
          { id },
        );
      await courier.book.change(kept, { ...inState(kept.entry, 'waiting', office.now()), tries: 0 });
      return shown();
    },
  });
  await app.register(async (scope) => addEnding(scope, office));
}

/** The end of mails, for people by a press on a screen and for mail programs by one POST of a form (RFC 8058). No GET ends anything. */
function addEnding(scope: FastifyInstance, office: Office): void {
  const { people } = office.desk;
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1_000 }, (_request, body, done) =>
    done(null, formOf(String(body))),
  );
  const answer = noticeSchema.byToken;
  const schema = schemaOf(
    { summary: 'End the mails to a person by the link of a mail, or take that back', tag: 'notices', answer, errors: ['WG_LINK_SPENT'] },
    { params: tokenParam, body: noticeSchema.byTokenRequest },
  );
  scope.post('/unsubscribe/:token', { schema }, async (request, reply) => {
    fresh(request, reply);
    const { token } = parseInput(tokenParam, request.params, 'path');
    const { isOn } = parseInput(noticeSchema.byTokenRequest, request.body, 'body');
    await people.byLink(request.ip, office.now(), () => people.notices.setByToken(token, isOn));
    return reply.send({ isOn });
  });
}

/** What a mail program sends is one field, and means no more mails. */
function formOf(body: string): unknown {
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields['List-Unsubscribe'] === 'One-Click' && Object.keys(fields).length === 1 ? { isOn: false } : fields;
}
