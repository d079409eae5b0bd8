import type { Sql } from '../sql/port.ts';
import { type Outbox, outboxName } from './outbox.ts';

/** Notes in the table `outbox_note` of a server, for every process; mails have no folder there. */
export function sqlOutbox(database: Sql): Outbox {
  return {
    async notes() {
      const { rows } = await database.query<{ name: string; text: string }>('select name, text from outbox_note where district_id = 1');
      return new Map(rows.map(({ name, text }) => [name, text]));
    },
    async put(name, before, after) {
      const [statement, params] = statementOf(outboxName(name), before, after);
      return (await database.query(statement, params)).affectedRows === 1;
    },
    keepMail: async () => false,
    dropMails: async () => undefined,
    async forget(person) {
      await database.query('delete from outbox_note where district_id = 1 and position($1 in name) > 0', [person]);
    },
  };
}

function statementOf(name: string, before: string | null, after: string | null): readonly [string, string[]] {
  if (before === null) return ['insert into outbox_note (name, text) values ($1, $2) on conflict do nothing', [name, after ?? '']];
  const where = 'where district_id = 1 and name = $1 and text = $2';
  if (after === null) return [`delete from outbox_note ${where}`, [name, before]];
  return [`update outbox_note set text = $3 ${where}`, [name, before, after]];
}
