import { WestgateError } from '@westgate/base';
import { type Reader, type Register, registerFor } from '@westgate/domain';

/**
 * What `think` gives on the register. What it refuses to who may not know of everything, it is asked again on the register as they know it, and that
 * refusal is told: a record that is hidden is answered as one that is missing, in every word. `reader`: null for whom nothing is hidden from.
 */
export async function asKnown<T>(register: Register, reader: Reader | null, think: (held: Register) => T | Promise<T>): Promise<T> {
  try {
    return await think(register);
  } catch (error) {
    if (reader === null || !(error instanceof WestgateError)) throw error;
    await think(registerFor(register, reader));
    throw error;
  }
}
