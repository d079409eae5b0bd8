import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OutcomeDraft } from '@westgate/contract';
import { API_KEY } from './ask.ts';
import { tell } from './client.ts';
import { useWrite } from './use-write.ts';

/** Records that something happened. The draft's `key` makes a repeated press do nothing new. */
export function useRecordOutcome() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: OutcomeDraft; key: string }) => tell('record-outcome', { body: draft, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}

/** An outcome as it was read, and who changes it. */
interface OutcomeRead {
  readonly id: string;
  readonly rev: number;
  readonly who: string;
  readonly reason: string;
  readonly key: string;
}

/** Gives columns of an outcome other values; refused with the others' changes where it is no longer as it was read. */
export function useReviseOutcome() {
  return useWrite(({ id, rev, who, reason, key, fields }: OutcomeRead & { readonly fields: Readonly<Record<string, unknown>> }) =>
    tell('change-outcome', { params: { id }, body: { who, reason, fields }, rev, key }),
  );
}

/** Takes an outcome out of the district, with the same care. */
export function useWithdrawOutcome() {
  return useWrite(({ id, rev, who, reason, key }: OutcomeRead) =>
    tell('withdraw-outcome', { params: { id }, body: { who, reason }, rev, key }),
  );
}

/** Takes a deed back by a new one; undoing that one does it again. */
export function useUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ seq, who, reason, key }: { seq: number; who: string; reason: string; key: string }) =>
      tell('undo', { params: { seq }, body: { who, reason }, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
