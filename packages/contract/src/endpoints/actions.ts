import { ACTION_NAMES, type ActionName, actionNamed, type CountingAction, type MakingAction } from '@westgate/domain';
import { type ActionBody, actionBody } from '../schemas/actions.ts';
import { countReceipt, madeReceipt, receipt } from '../schemas/district.ts';
import type { Sent } from './told.ts';

type Described = {
  readonly [N in ActionName]: Sent & {
    readonly body: ActionBody<N>;
    readonly answer: N extends MakingAction ? typeof madeReceipt : N extends CountingAction ? typeof countReceipt : typeof receipt;
  };
};

/** What is done as one deed, as its description says. */
export const actions = Object.fromEntries(
  ACTION_NAMES.map((name) => {
    const { about, errors = [], makes, counts } = actionNamed(name);
    const answer = makes ? madeReceipt : counts ? countReceipt : receipt;
    const told = { summary: about, body: actionBody(name), answer, errors: [...errors, 'WG_NO_DISTRICT'] };
    return [name, told];
  }),
) as unknown as Described;
