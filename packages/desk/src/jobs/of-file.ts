import { WestgateError } from '@westgate/base';

/** What `reading` gives; a file that is too hard to read is named in the refusal. */
export async function ofFile<T>(fileName: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof WestgateError) || error.code !== 'WG_TOO_HARD') throw error;
    throw new WestgateError(error.code, `${fileName.slice(0, 120)}: ${error.message}`, { ...error.details, file: fileName });
  }
}
