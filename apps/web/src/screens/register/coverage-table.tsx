import { Link } from '@tanstack/react-router';
import type { Coverage } from '@westgate/contract';
import { useWords, type WordId } from '../../messages/words.ts';
import type { ViewSearch } from '../../scope/view-search.ts';

interface CoverageNumber {
  readonly word: WordId;
  readonly count: number;
  readonly search: ViewSearch;
}

/** How much of the plan is held fast: four lines of numbers, each a link to its list. */
export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const word = useWords();
  const { sentences, commitments, things, projects } = coverage;
  const gap = (name: string, noun?: string): ViewSearch => ({ gap: name, noun });
  const withoutPlace = coverage.gapCounts['has-no-place']?.commitments ?? 0;
  const lines: readonly { readonly head: WordId; readonly numbers: readonly CoverageNumber[] }[] = [
    {
      head: 'nouns.sentence',
      numbers: [
        { word: 'register.total', count: sentences.total, search: { noun: 'sentence' } },
        { word: 'register.linked', count: sentences.linked, search: { noun: 'sentence', kind: 'promise' } },
        { word: 'register.narrative', count: sentences.narrative, search: { noun: 'sentence', kind: 'narrative' } },
        { word: 'gap.sentence-unlinked', count: sentences.unlinked, search: gap('sentence-unlinked') },
      ],
    },
    {
      head: 'nouns.commitment',
      numbers: [
        { word: 'register.total', count: commitments.total, search: { noun: 'commitment' } },
        { word: 'gap.no-verb-class', count: commitments.withoutVerbClass, search: gap('no-verb-class') },
        { word: 'gap.no-owner', count: commitments.withoutOwner, search: gap('no-owner', 'commitment') },
        { word: 'gap.no-due-date', count: commitments.withoutDueDate, search: gap('no-due-date', 'commitment') },
        { word: 'gap.has-no-place', count: withoutPlace, search: gap('has-no-place', 'commitment') },
        { word: 'gap.no-place', count: commitments.withoutPlace, search: gap('no-place') },
      ],
    },
    {
      head: 'register.things',
      numbers: [
        { word: 'register.total', count: things.total, search: { noun: 'place' } },
        { word: 'register.placed', count: things.placed, search: { noun: 'place' } },
        { word: 'gap.position-not-known', count: things.notKnown, search: gap('position-not-known') },
        { word: 'gap.has-no-place', count: things.noPlace, search: gap('has-no-place', 'place') },
      ],
    },
    {
      head: 'nouns.project',
      numbers: [
        { word: 'register.total', count: projects.total, search: { noun: 'project' } },
        { word: 'gap.serves-no-sentence', count: projects.servingNoSentence, search: gap('serves-no-sentence') },
        { word: 'gap.no-owner', count: projects.withoutOwner, search: gap('no-owner', 'place') },
        { word: 'gap.no-due-date', count: projects.withoutDueDate, search: gap('no-due-date', 'place') },
      ],
    },
  ];
  return (
    <dl className="coverage-table quiet-links">
      {lines.map(({ head, numbers }) => (
        <div key={head}>
          <dt>{word(head)}</dt>
          {numbers.map((number) => (
            <dd key={number.word}>
              <Link to="/register" search={number.search}>
                <b>{number.count}</b> {word(number.word)}
              </Link>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
