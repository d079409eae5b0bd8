import { fileAddress } from '../../../api/client.ts';
import { useWords } from '../../../messages/words.ts';
import { FileLinks } from '../../../parts/file-links.tsx';
import { useLanguage } from '../../../scope/use-view.ts';

/** The projects as files of the open standard: all of them, and what is public. */
export function Oc4idsFiles() {
  const word = useWords();
  const lang = useLanguage();
  return (
    <section className="start-act">
      <h2>{word('start.oc4ids.away')}</h2>
      <p>{word('start.oc4ids.away.about')}</p>
      <FileLinks
        files={[
          { label: word('start.oc4ids.away.all'), of: 'OC4IDS', href: fileAddress('oc4ids-export', { query: { lang } }) },
          { label: word('start.oc4ids.away.public'), of: 'OC4IDS', href: fileAddress('oc4ids', { query: { lang } }) },
        ]}
      />
    </section>
  );
}
