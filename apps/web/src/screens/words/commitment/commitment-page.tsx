import { getRouteApi } from '@tanstack/react-router';
import { type Bilingual, inLanguage, onlyMark } from '@westgate/base';
import type { CommitmentDetail } from '@westgate/contract';
import { useCommitment } from '../../../api/questions.ts';
import { CommentsSection } from '../../../comments/comments-section.tsx';
import { IssuesSection } from '../../../issues/issues-section.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag, TagNames } from '../../../parts/aim-mark.tsx';
import { DueLine, Fact, PlanFact } from '../../../parts/fact.tsx';
import { IndicatorTable } from '../../../parts/indicator-table.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { SaidHappened } from '../../../parts/said-happened.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Verdict } from '../../../parts/verdict.tsx';
import { PendingSection } from '../../../pending/pending-section.tsx';
import { FilesSection } from '../../../record/evidence/files-section.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { EvidenceTable } from '../../../record/page/evidence-table.tsx';
import { FiguresTable } from '../../../record/page/figures-table.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { StatedFacts } from '../../../record/page/stated-facts.tsx';
import { RecordSection } from '../../../record/record-section.tsx';
import { ReportSection } from '../../../reporting/report-section.tsx';
import { useAim } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';

const route = getRouteApi('/commitments/$id');

/** One commitment: its state first, with the rule; then the evidence, both accounts on an axis, figures, history. */
export function CommitmentPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="commitment" id={id} query={useCommitment(id)}>
      {(commitment) => <CommitmentOf key={commitment.id} commitment={commitment} />}
    </AwaitRecord>
  );
}

function CommitmentOf({ commitment }: { readonly commitment: CommitmentDetail }) {
  const word = useWords();
  const say = useSay();
  const { id, state, owner } = commitment;
  const sentence = { kind: 'sentence', id: commitment.sentence, name: commitment.sentenceText } as const;
  const missing = {
    place: say(commitment.noPlaceReason) ? word('commitment.noPlace', { why: say(commitment.noPlaceReason) }) : word('links.none'),
    indicator: word('commitment.noIndicator'),
  };
  return (
    <NounPage
      kind="commitment"
      id={id}
      answering={owner}
      name={commitment.title}
      about={
        <>
          <ThingLink thing={sentence}>{word('commitment.from', { number: commitment.number })}</ThingLink>
          <AimTag aim={commitment.aim} />
        </>
      }
      previous={commitment.previous}
      next={commitment.next}
      links={<NounLinks kind="commitment" id={id} missing={missing} />}
    >
      <Verdict state={state} rule={commitment.rule} />
      <ClauseQuote text={commitment.sentenceText} clause={commitment.clause} aim={commitment.aim} />
      <dl className="facts">
        <Fact name={word('commitment.owner')}>
          {owner ? (
            <>
              <ThingLink thing={owner} /> <span className="soft">{say(commitment.ownerBasis)}</span>
            </>
          ) : null}
        </Fact>
        <DueLine due={commitment.due} />
        <PlanFact plans={commitment.plans} />
        {commitment.tags.length > 0 ? (
          <Fact name={word('record.tags')}>
            <TagNames tags={commitment.tags} />
          </Fact>
        ) : null}
        {say(commitment.note) ? <Fact name={word('record.note')}>{say(commitment.note)}</Fact> : null}
      </dl>
      <StatedFacts kind="commitment" record={commitment} />
      <ReportSection
        row={{
          thing: { kind: 'commitment', id, name: commitment.title },
          department: owner,
          aim: commitment.aim,
          plans: commitment.plans,
          state: commitment.state,
          dueOn: commitment.due?.on ?? null,
          reporting: commitment.reporting,
        }}
      />
      <PendingSection subject={{ kind: 'commitment', id }} />
      <RecordSection subject={{ kind: 'commitment', id, name: commitment.title }} />
      <EvidenceTable evidence={commitment.evidence} ownId={id} />
      <IssuesSection kind="commitment" id={id} />
      <SupervisionSection subject={{ kind: 'commitment', id }} lead={commitment.owner?.id ?? null} />
      <FilesSection subject={{ kind: 'commitment', id }} />
      <SaidHappened due={commitment.due} evidence={commitment.evidence} />
      <IndicatorTable ids={commitment.indicatorIds} />
      <FiguresTable figures={commitment.figures} of={{ kind: 'commitment', id: id }} />
      <CommentsSection subject={{ kind: 'commitment', id }} />
      <HistoryList kind="commitment" id={id} />
    </NounPage>
  );
}

/** The sentence with the promising clause underlined in the pattern of its aim. */
function ClauseQuote({ text, clause, aim }: { readonly text: Bilingual; readonly clause: Bilingual; readonly aim: string | null }) {
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

/** The text before the clause, the clause, the text after it; all of the text before where the clause does not stand in it. */
function cutClause(text: string, clause: string): readonly [string, string, string] {
  const start = clause === '' ? -1 : text.indexOf(clause);
  if (start < 0) return [text, '', ''];
  return [text.slice(0, start), clause, text.slice(start + clause.length)];
}
