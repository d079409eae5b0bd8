import { WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import { personal, read, write } from '../http/route.ts';
import { inState } from '../notifier/entry.ts';
import type { Notifier } from '../notifier/notifier.ts';
import { courierShown } from '../notifier/notifier-answer.ts';
import { chatAddress } from '../notifier/send-chat.ts';
import type { Office } from '../office/office.ts';
import { findThing } from '../present/thing.ts';

/** Adds how notices leave the house: what was sent and what was not, the chats, and the end of mails by the link of a mail. */
export async function addNotices(app: FastifyInstance, office: Office, notifier: Notifier): Promise<void> {
  const { desk } = office;
  const shown = async () => courierShown(notifier, desk.register, new Map((await desk.people.named()).map(({ id, name }) => [id, name])));
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
      await notifier.outbox.setChat(chat, address === null ? null : chatAddress(address));
      return shown();
    },
  });
  write(app, 'send-again', {
    act: async ({ body: { id } }) => {
      const kept = (await notifier.outbox.entries()).find(({ name }) => name === id);
      if (!kept || !['failed', 'unknown', 'waiting'].includes(kept.entry.state))
        throw new WestgateError(
          'WG_NOT_FOUND',
          { zh: '应为等待、失败或可能没有发出的一封', en: 'expected something that waits, failed, or may not have been sent' },
          { id },
        );
      await notifier.outbox.change(kept, { ...inState(kept.entry, 'waiting', office.now()), tries: 0 });
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
