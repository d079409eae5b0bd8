import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutsideReport, OutsideTask } from '@westgate/contract';
import { ask, sendForm, tell } from './client.ts';

const KEY = 'outside';
/** The secret of a link goes in a header: no address and no log holds it. */
const withLink = (link: string) => ({ 'westgate-link': link });

/** What the holder of a link is asked. */
export const useOutsideTask = (link: string) =>
  useQuery<OutsideTask>({
    queryKey: [KEY, link],
    queryFn: ({ signal }) => ask('outside-task', {}, signal, withLink(link)),
    enabled: link !== '',
    retry: false,
  });

/** What is sent by a link: a report, and a photo or another file where there is one. */
export interface OutsideSent {
  readonly report: OutsideReport;
  readonly file: File | null;
  /** The paper that was asked for, where the file is that. */
  readonly requirement: string | null;
  readonly key: string;
}

/** Reports by a link; the file goes first, so that nothing is said that it should prove and does not. */
export function useOutsideReport(link: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ report, file, requirement, key }: OutsideSent) => {
      if (file) {
        const form = new FormData();
        form.set('who', report.who);
        if (requirement !== null) form.set('requirement', requirement);
        form.set('file', file);
        await sendForm('add-outside-evidence', { form, key: `${key}-file`, headers: withLink(link) });
      }
      return tell('report-outside', { body: report, key, headers: withLink(link) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
