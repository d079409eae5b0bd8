import { fileAddress } from '../../../../api/client.ts';

/** The file of a run. */
export async function fetchFile(run: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(fileAddress('run-file', { params: { id: run } }), { signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
