import { ACTION_NAMES, type ActionName, actionNamed, type MakingAction } from '@westgate/domain';
import { type ActionBody, actionBody } from '../schemas/actions.ts';
import { madeReceipt, receipt } from '../schemas/district.ts';
import type { Sent } from './told.ts';

type Described = {
  readonly [N in ActionName]: Sent & {
    readonly body: ActionBody<N>;
    readonly answer: N extends MakingAction ? typeof madeReceipt : typeof receipt;
  };
};

/** What is done to a record, as its description says. */
export const actions = Object.fromEntries(
  ACTION_NAMES.map((name) => {
    const { about, errors = [], makes } = actionNamed(name);
    const told = { summary: about, body: actionBody(name), answer: makes ? madeReceipt : receipt, errors: [...errors, 'WG_NO_DISTRICT'] };
    return [name, told];
  }),
) as unknown as Described;
