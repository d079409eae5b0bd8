import type { EvidenceFiles, EvidenceReceipt, Receipt } from '@westgate/contract';
import type { EvidenceDraft } from '../record/evidence/evidence-draft.ts';
import { useAsk } from './ask.ts';
import { changeApi, sendForm } from './client.ts';
import { useWrite, useWriteAtOnce } from './use-write.ts';

/** The evidence files of a record. */
export const useEvidenceFiles = (kind: string, id: string) => useAsk<EvidenceFiles>('evidence', { of: `${kind}:${id}` });

/** Brings an evidence file. The same `key` sent twice brings it once. */
export function useAddEvidence() {
  return useWriteAtOnce(({ file, fields, key }: EvidenceDraft & { readonly key: string }) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, file.name);
    return sendForm<EvidenceReceipt>('evidence', form, key);
  });
}

/** Takes an evidence file out; its bytes stay, so that it can be brought back. */
export function useWithdrawEvidence() {
  return useWrite(({ id, rev, who, key }: { readonly id: string; readonly rev: number; readonly who: string; readonly key: string }) =>
    changeApi<Receipt>('DELETE', `evidence/${encodeURIComponent(id)}`, { who, reason: '' }, rev, key),
  );
}
