import { getRouteApi } from '@tanstack/react-router';
import type { ProjectDetail } from '@westgate/contract';
import { useProject } from '../../../api/questions.ts';
import { FeedsSection } from '../../../calendars/feeds-section.tsx';
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
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';
import { Adoptions } from '../../choices/flood/adopt/lazy-adoptions.tsx';
import { DrivesSection } from '../../results/chain/drivers-section.tsx';
import { OutputsSection } from '../../results/chain/outputs-section.tsx';
import { ComponentsSection } from '../components/components-section.tsx';
import { DatesSection } from '../dates/milestone-table.tsx';
import { GateLadder } from '../gates/gate-ladder.tsx';
import { MoneySection } from '../money/money-section.tsx';
import { Oc4idsSection } from './oc4ids-section.tsx';

const route = getRouteApi('/projects/$id');

/** One project: its state with the rule, lead and due date, evidence, figures, history. */
export function ProjectPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="project" id={id} query={useProject(id)}>
      {(project) => <ProjectOf key={project.id} project={project} />}
    </AwaitRecord>
  );
}

function ProjectOf({ project }: { readonly project: ProjectDetail }) {
  const word = useWords();
  const say = useSay();
  const { id, lead } = project;
  const noPlace = say(project.noPlaceReason);
  return (
    <NounPage
      kind="project"
      id={id}
      answering={lead}
      name={project.name}
      about={
        <>
          <span>{word(`project.${project.kind}`)}</span>
          <AimTag aim={project.aim} />
        </>
      }
      previous={project.previous}
      next={project.next}
      links={<NounLinks kind="project" id={id} missing={noPlace ? { place: word('commitment.noPlace', { why: noPlace }) } : {}} />}
    >
      <div className="project-sheet">
        <GateLadder project={id} />
        <div>
          <Verdict state={project.state} rule={project.rule} />
          <dl className="facts">
            <Fact name={word('record.lead')}>
              {lead ? (
                <>
                  <ThingLink thing={lead} /> <span className="soft">{say(project.leadBasis)}</span>
                </>
              ) : null}
            </Fact>
            <DueLine due={project.due} />
            <PlanFact plans={project.plans} />
            {project.tags.length > 0 ? (
              <Fact name={word('record.tags')}>
                <TagNames tags={project.tags} />
              </Fact>
            ) : null}
            {say(project.note) ? <Fact name={word('record.note')}>{say(project.note)}</Fact> : null}
          </dl>
          <StatedFacts kind="project" record={project} />
          <ReportSection
            row={{
              thing: { kind: 'project', id, name: project.name },
              department: lead,
              aim: project.aim,
              plans: project.plans,
              state: project.state,
              dueOn: project.due?.on ?? null,
              reporting: project.reporting,
            }}
          />
          <PendingSection subject={{ kind: 'project', id }} />
          <RecordSection subject={{ kind: 'project', id, name: project.name }} />
          <EvidenceTable evidence={project.evidence} ownId={id} />
          <SaidHappened due={project.due} evidence={project.evidence} />
        </div>
      </div>
      <ComponentsSection project={id} />
      <OutputsSection project={id} outputs={project.outputs} />
      <DrivesSection project={id} drives={project.drives} />
      <DatesSection project={id} />
      <MoneySection project={id} />
      <Adoptions of="project" id={id} />
      <IssuesSection kind="project" id={id} />
      <SupervisionSection subject={{ kind: 'project', id }} lead={lead?.id ?? null} />
      <FilesSection subject={{ kind: 'project', id }} />
      <FeedsSection kind="project" id={id} name={project.name} />
      <IndicatorTable ids={project.indicatorIds} />
      <FiguresTable figures={project.figures} of={{ kind: 'project', id: project.id }} />
      <CommentsSection subject={{ kind: 'project', id }} />
      <Oc4idsSection project={id} />
      <HistoryList kind="project" id={id} />
    </NounPage>
  );
}
