import type { FastifyInstance } from 'fastify';
import type { Office } from '../office/office.ts';
import { addOwn, ownAccountOf } from '../people/own-account.ts';

/** Adds one's own account: the password, the second factor, tokens for programs. */
export function addAccount(app: FastifyInstance, office: Office): void {
  const { own, notices } = office.desk.people;
  const wishesOf = (wishes: Awaited<ReturnType<typeof notices.wishes>>) => ({ ...wishes, off: [...wishes.off] });
  const shown = (id: string) => ownAccountOf(office, id);

  addOwn(app, 'account', async ({ id }) => shown(id));
  addOwn(app, 'follows', async ({ id }) => ({ items: [...(await own.follows(id))] }));
  addOwn(app, 'follow', async ({ id }, { body }) => ({ items: [...(await own.follow(id, body.of, body.isFollowed))] }));
  addOwn(app, 'notice-wishes', async ({ id }) => wishesOf(await notices.wishes(id)));
  addOwn(app, 'set-notice-wishes', async ({ id }, { body }) => wishesOf(await notices.setWishes(id, body)));
  addOwn(app, 'set-password', async ({ id, session }, { body }) => {
    await own.setPassword(id, { ...body, session }, office.now());
    return shown(id);
  });
  addOwn(app, 'begin-second-factor', async ({ id, session }, { body: { password } }) => ({
    ...(await own.beginSecondFactor(id, { password, session }, office.now())),
  }));
  addOwn(app, 'confirm-second-factor', async ({ id }, { body: { code } }) => {
    await own.confirmSecondFactor(id, code, office.now());
    return shown(id);
  });
  addOwn(app, 'drop-second-factor', async ({ id, session }, { body: { password } }) => {
    await own.dropSecondFactor(id, { password, session }, office.now());
    return shown(id);
  });
  addOwn(app, 'make-token', async ({ id, session }, { body }) => ({
    token: await own.makeToken(id, { ...body, session }, office.now()),
  }));
  addOwn(app, 'drop-token', async ({ id }, { params }) => {
    await own.dropToken(id, params.id, office.now());
    return shown(id);
  });
}
