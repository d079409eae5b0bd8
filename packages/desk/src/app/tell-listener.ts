import type { Deed } from '@westgate/store';

/** Tells a listener of a deed. The deed is done: whoever asked for it must not be told otherwise because a listener is faulty. */
export function tellListener(listener: (deed: Deed) => void, deed: Deed): void {
  try {
    listener(deed);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
