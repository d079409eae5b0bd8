import type { Language } from '@westgate/base';
import type { PlanDocument, Sentence } from '@westgate/contract';
import { useAsk } from '../../../api/ask.ts';
import { useSentences } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { DocumentAsked } from '../document-asked.tsx';
import { languagesOf } from '../text/view-model.ts';
import { ReviewDeskView } from './review-desk.tsx';

/** Drafts of commitments, read from a plan by rules, for a person to accept, change or refuse one by one. */
export function Review() {
  return <DocumentAsked>{(document) => <ReviewOf key={document.id} document={document} />}</DocumentAsked>;
}

function ReviewOf({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  useTitle(`${word('bring.review')} · ${say(document.title)}`);
  return <Await query={useSentences(document.id)}>{(sentences) => <Drafted document={document} sentences={sentences} />}</Await>;
}

function Drafted({ document, sentences }: { readonly document: PlanDocument; readonly sentences: readonly Sentence[] }) {
  const shown = useLanguage();
  const language: Language = languagesOf(sentences, shown)[0] ?? shown;
  const drafts = useAsk('document-drafts', { params: { id: document.id }, query: { language } });
  return (
    <Await query={drafts}>
      {(answer) => <ReviewDeskView key={language} document={document} sentences={sentences} drafts={answer} language={language} />}
    </Await>
  );
}
