import { createHash } from 'node:crypto';

/** SHA-256 in hex of what an answer follows from. */
export function inputsHash(kind: string, version: number, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([kind, version, inputs.map((input) => input.length)]));
  for (const input of inputs) hash.update(input);
  return hash.digest('hex');
}
