import type { CourierShown } from '@westgate/contract';
import { noticeSchema } from '@westgate/contract';
import type { Register } from '@westgate/domain';
import { findThing, thingAt } from '../present/thing.ts';
import type { Chat, Kept } from './notice-outbox.ts';
import type { Notifier } from './notifier.ts';
import { chatHost } from './send-chat.ts';
import { clockText } from './settings.ts';

/** Sendings that are shown; how many there are is told. */
const SHOWN = 100;
/** Those that want looking at stand first. */
const ORDER: readonly string[] = ['failed', 'unknown', 'waiting', 'sending', 'sent', 'dropped'];

/** How notices leave the house, as who runs Westgate is shown it. `names`: of persons by id. */
export async function courierShown(
  notifier: Notifier,
  register: Register,
  names: ReadonlyMap<string, string | null>,
): Promise<CourierShown> {
  const { settings } = notifier;
  const isHeld = ({ chat }: { readonly chat: Chat }): boolean =>
    chat.kind === 'office' || findThing(register, 'department', chat.id) !== null;
  const kept = await notifier.outbox.entries();
  const count = (state: string): number => kept.filter(({ entry }) => entry.state === state).length;
  const inOrder = kept.toReversed().sort((a, b) => rank(a) - rank(b));
  return {
    isOn: notifier.isOn,
    mailWay: settings.server ? 'server' : notifier.keepsMails ? 'folder' : 'none',
    mailServer: settings.server ? `${settings.server.host}:${settings.server.port}` : null,
    quiet: { from: clockText(settings.quiet.from), to: clockText(settings.quiet.to), isNow: notifier.isQuiet },
    toldUpTo: await notifier.outbox.toldUpTo(),
    counts: Object.fromEntries(noticeSchema.SENDING_STATES.map((state) => [state, count(state)])) as CourierShown['counts'],
    items: inOrder.slice(0, SHOWN).map(({ name, entry }) => ({
      id: name,
      day: entry.day,
      to: entry.to.kind,
      name: entry.to.kind === 'person' ? (names.get(entry.to.id) ?? null) : null,
      department: entry.to.kind === 'department' ? thingAt(register, 'department', entry.to.id) : null,
      state: entry.state,
      notices: entry.marks.length,
      tries: entry.tries,
      at: entry.at,
      nextAt: entry.nextAt,
      fault: entry.fault,
    })),
    chats: (await notifier.outbox.chats()).filter(isHeld).map(({ chat, address }) => ({
      department: chat.kind === 'department' ? thingAt(register, 'department', chat.id) : null,
      host: chatHost(address),
    })),
  };
}

function rank({ entry }: Kept): number {
  return ORDER.indexOf(entry.state);
}
