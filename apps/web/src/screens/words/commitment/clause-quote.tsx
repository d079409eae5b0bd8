import { type Bilingual, inLanguage, onlyMark } from '@westgate/base';
import { useAim } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { cutClause } from './view-model.ts';

/** The sentence with the promising clause underlined in the pattern of its aim. */
export function ClauseQuote({ text, clause, aim }: { readonly text: Bilingual; readonly clause: Bilingual; readonly aim: string | null }) {
  const language = useLanguage();
  const { className } = useAim()(aim);
  const [before, found, after] = cutClause(inLanguage(text, language) ?? '', inLanguage(clause, language) ?? '');
  return (
    <blockquote className="quote clause-quote">
      {before}
      {found ? <span className={`underlined ${className}`}>{found}</span> : null}
      {after}
      {onlyMark(text, language)}
    </blockquote>
  );
}
