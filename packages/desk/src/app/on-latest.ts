import { WestgateError } from '@westgate/base';

/** Other processes on the same database write as well. Each attempt that fails means that one of them got on. */
const ATTEMPTS = 20;

/**
 * What `write` gives; it is asked again where it was refused because a deed of another process came in between. `settled`: once the deeds that came are taken up.
 */
export async function onLatest<T>(lastSeq: () => number, settled: () => Promise<void>, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const basis = lastSeq();
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof WestgateError && error.code === 'WG_STALE_RECORD')) throw error;
      await settled();
      if (lastSeq() === basis) throw error;
      if (attempt === ATTEMPTS)
        throw new WestgateError('WG_DATABASE_BUSY', {
          zh: `别的进程抢先了 ${ATTEMPTS} 次，请再发送一次`,
          en: `Other processes were faster ${ATTEMPTS} times; send it again.`,
        });
    }
  }
}
