import { resultInSlices } from '@westgate/desk';
import { evidenceSteps, relationsOf, traceSteps } from '@westgate/domain';
import { type View, viewMemo } from './view.ts';

/**
 * Works out every state of a view between other requests, once: what looks at all of them finds them there. Another day of a large district
 * would hold everyone for half a second otherwise.
 */
export const statesReady: (view: View) => Promise<void> = viewMemo((view) => resultInSlices(stateSteps(view)));

/** The states of a view, one a step. */
function* stateSteps(view: View): Generator<void, void> {
  const { register } = view;
  relationsOf(register);
  yield;
  yield* traceSteps(register);
  yield* evidenceSteps(register);
  yield* view.stateSteps();
}
