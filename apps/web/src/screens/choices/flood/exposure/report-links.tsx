import { fileAddress } from '../../../../api/client.ts';
import { useWords } from '../../../../messages/words.ts';
import { FileLinks } from '../../../../parts/file-links.tsx';
import { useLanguage } from '../../../../scope/use-view.ts';

/** A run as a paper, in both layouts. */
export function ReportLinks({ case: id, run }: { readonly case: string; readonly run: string }) {
  const word = useWords();
  const lang = useLanguage();
  return (
    <FileLinks
      files={(['official', 'plain'] as const).map((layout) => ({
        label: `${word('flood.report')} · ${word(`report.paper.${layout}`)}`,
        href: fileAddress('flood-paper', { params: { id }, query: { run, lang, layout } }),
      }))}
    />
  );
}
