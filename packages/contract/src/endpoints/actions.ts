import { ACTION_NAMES, type ActionName, actionNamed, type CountingAction, type MakingAction, type TakingOutAction } from '@westgate/domain';
import { type ActionBody, actionBody } from '../schemas/actions.ts';
import { meant } from '../schemas/common.ts';
import { countReceipt, madeReceipt, openedReceipt, receipt } from '../schemas/district.ts';
import { updatesReceipt } from '../schemas/loop.ts';
import { monthReceipt } from '../schemas/monthly.ts';
import { reportReceipt } from '../schemas/report.ts';
import type { Sent } from './told.ts';

/** What is answered otherwise than the description says. */
const ANSWERS = {
  'report-updates': updatesReceipt,
  'report-month': monthReceipt,
  'record-outcome': receipt,
  'make-outside-link': openedReceipt,
  'make-calendar-feed': openedReceipt,
  'make-report': reportReceipt,
} as const;

type Described = {
  readonly [N in ActionName]: Omit<Sent, 'isOfRev'> & {
    readonly body: ActionBody<N>;
    readonly answer: N extends keyof typeof ANSWERS
      ? (typeof ANSWERS)[N]
      : N extends MakingAction
        ? typeof madeReceipt
        : N extends CountingAction
          ? typeof countReceipt
          : typeof receipt;
  } & (N extends TakingOutAction ? { readonly isOfRev: true } : unknown);
};

/** What is done as one deed, as its description says. */
export const actions = Object.fromEntries(
  ACTION_NAMES.map((name) => {
    const { about, errors = [], makes, counts, takesOut } = actionNamed(name);
    const others: Readonly<Record<string, Sent['answer']>> = ANSWERS;
    const answer = others[name] ?? (makes ? madeReceipt : counts ? countReceipt : receipt);
    const told = { summary: meant(about), body: actionBody(name), answer, errors: [...errors, 'WG_NO_DISTRICT'] };
    return [name, takesOut ? { ...told, isOfRev: true } : told];
  }),
) as unknown as Described;
