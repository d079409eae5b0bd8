import { WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import type { Courier } from '../courier/courier.ts';
import { courierShown } from '../courier/courier-answer.ts';
import { inState } from '../courier/entry.ts';
import { chatAddress } from '../courier/send-chat.ts';
import { personal, read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { findThing } from '../present/thing.ts';

/** Adds how notices leave the house: what was sent and what was not, the chats, and the end of mails by the link of a mail. */
export async function addNotices(app: FastifyInstance, office: Office, courier: Courier): Promise<void> {
  const { desk } = office;
  const shown = async () => courierShown(courier, desk.register, new Map((await desk.people.named()).map(({ id, name }) => [id, name])));
  read(app, office, 'courier', { present: shown });
  write(app, 'set-chat', {
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
  write(app, 'send-again', {
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
  personal(scope, 'end-mails', async ({ request, params: { token }, body: { isOn } }) => {
    await people.byLink(request.ip, office.now(), () => people.notices.setByToken(token, isOn));
    return { isOn };
  });
}

/** What a mail program sends is one field, and means no more mails. */
function formOf(body: string): unknown {
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields['List-Unsubscribe'] === 'One-Click' && Object.keys(fields).length === 1 ? { isOn: false } : fields;
}
