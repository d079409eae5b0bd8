import { sendForm } from './client.ts';
import type { EvidenceDraft } from './evidence-draft.ts';
import { useWriteAtOnce } from './use-write.ts';

/** Brings an evidence file. The same `key` sent twice brings it once. */
export function useAddEvidence() {
  return useWriteAtOnce(({ file, fields, key }: EvidenceDraft & { readonly key: string }) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, file.name);
    return sendForm('add-evidence', { form, key });
  });
}
