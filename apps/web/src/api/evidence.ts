import type { EvidenceDraft } from '../record/evidence/evidence-draft.ts';
import { sendForm, tell } from './client.ts';
import { useWrite, useWriteAtOnce } from './use-write.ts';

/** Brings an evidence file. The same `key` sent twice brings it once. */
export function useAddEvidence() {
  return useWriteAtOnce(({ file, fields, key }: EvidenceDraft & { readonly key: string }) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, file.name);
    return sendForm('add-evidence', { form, key });
  });
}

/** Takes an evidence file out; its bytes stay, so that it can be brought back. */
export function useWithdrawEvidence() {
  return useWrite(({ id, rev, who, key }: { readonly id: string; readonly rev: number; readonly who: string; readonly key: string }) =>
    tell('withdraw-evidence', { params: { id }, body: { who, reason: '' }, rev, key }),
  );
}
