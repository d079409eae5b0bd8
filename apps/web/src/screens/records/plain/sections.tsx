import type { Department, EventRecord, RecordOf } from '@westgate/contract';
import type { PlainKind } from '@westgate/domain';
import { lazy, type ReactNode, Suspense } from 'react';
import { FeedsSection } from '../../../calendars/feeds-section.tsx';
import { FeedbackSections } from '../../../feedback/feedback-sections.tsx';
import { DecisionMatter } from '../../../meetings/decision-matter.tsx';
import { DecisionsSection } from '../../../meetings/decisions-section.tsx';
import { withRoom } from '../../../messages/room-words.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { Loading } from '../../../parts/await.tsx';
import { NounIcon } from '../../../parts/noun-icon.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { Verdict } from '../../../parts/verdict.tsx';
import { ReadinessSection } from '../../../readiness/readiness-section.tsx';
import { FilesSection } from '../../../record/evidence/files-section.tsx';
import { RecordSection } from '../../../record/record-section.tsx';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';
import { Adoptions } from '../../choices/flood/adopt/lazy-adoptions.tsx';
import { DeliveriesSection } from '../../results/chain/outputs-section.tsx';
import { DealSteps, DealsSection } from '../../results/deals/deal-sections.tsx';
import { IndustrySections } from '../../results/industry/industry-sections.tsx';
import { BuildingSections, ParkLink } from '../../results/parks/building-sections.tsx';

const AssetSections = lazy(() => import('../../programme/dual-use/asset-sections.tsx'));
const GroundSections = lazy(async () => ({
  default: (await withRoom('flood', () => import('../../choices/flood/ground/ground-sections.tsx'))).GroundSections,
}));
const DesignSection = lazy(async () => ({
  default: (await withRoom('flood', () => import('../../choices/flood/design/design-section.tsx'))).DesignSection,
}));

/** What the page of a kind tells in its own way: after the id, before the facts, after them, and the columns that are told so. */
interface Sections<Of> {
  readonly about?: (record: Of) => ReactNode;
  readonly head?: (record: Of) => ReactNode;
  readonly body?: (record: Of) => ReactNode;
  readonly tells: readonly string[];
}

/** The sections that plain kinds have beside those which follow from their tables. */
const SECTIONS: { readonly [K in PlainKind]?: Sections<RecordOf<K>> } = {
  event: {
    about: ({ aim }) => <AimTag aim={aim} />,
    head: ({ state }) => <EventVerdict state={state} />,
    body: ({ id, name }) => (
      <>
        <ReadinessSection event={{ kind: 'event', id, name }} />
        <DealsSection event={id} />
        <RecordSection subject={{ kind: 'event', id, name }} />
        <SupervisionSection subject={{ kind: 'event', id }} />
        <FilesSection subject={{ kind: 'event', id }} />
        <FeedsSection kind="event" id={id} name={name} />
      </>
    ),
    tells: ['aim', 'state', 'timing', 'since', 'latest', 'because'],
  },
  park: { body: ({ id }) => <ParkLink park={id} />, tells: [] },
  building: { body: (building) => <BuildingSections building={building} />, tells: ['areas', 'records', 'tenants'] },
  department: {
    body: (department) => (
      <>
        <Owned department={department} />
        <FeedsSection kind="department" id={department.id} name={department.name} />
      </>
    ),
    tells: ['owns'],
  },
  issue: {
    body: ({ id, owner }) => <SupervisionSection subject={{ kind: 'issue', id }} lead={owner?.id ?? null} />,
    tells: [],
  },
  meeting: {
    body: (meeting) => (
      <>
        <DecisionsSection meeting={meeting} />
        <FilesSection subject={{ kind: 'meeting', id: meeting.id }} />
      </>
    ),
    tells: ['decisions', 'overdue'],
  },
  decision: { body: (decision) => <DecisionMatter decision={decision} />, tells: [] },
  feedback: { body: (feedback) => <FeedbackSections feedback={feedback} />, tells: [] },
  output: {
    about: ({ unitName }) => <UnitName unit={unitName} />,
    body: (output) => <DeliveriesSection output={output} />,
    tells: ['unit', 'unitName', 'deliveries'],
  },
  deal: {
    about: ({ unitName }) => (unitName ? <UnitName unit={unitName} /> : null),
    body: (deal) => <DealSteps deal={deal} />,
    tells: ['unit', 'unitName', 'steps', 'isFollowUpDue'],
  },
  dual_use_asset: {
    body: (asset) => (
      <Suspense fallback={<Loading />}>
        <AssetSections asset={asset} />
      </Suspense>
    ),
    tells: ['normal', 'emergency'].flatMap((mode) => ['capacity', 'unit', 'basis', 'source', 'confidence'].map((of) => `${mode}_${of}`)),
  },
  drill: { body: ({ id }) => <FilesSection subject={{ kind: 'drill', id }} />, tells: [] },
  ground: {
    body: ({ id }) => (
      <Suspense fallback={<Loading />}>
        <GroundSections id={id} />
      </Suspense>
    ),
    tells: [],
  },
  flood_case: {
    body: ({ id }) => (
      <Suspense fallback={<Loading />}>
        <DesignSection id={id} />
        <Adoptions of="case" id={id} />
      </Suspense>
    ),
    tells: ['design'],
  },
  industry: {
    body: ({ id }) => <IndustrySections id={id} />,
    tells: ['firms', 'revenue', 'jobs', 'research'],
  },
};

/** The sections of a kind of its own; those of a kind that has none tell nothing. */
export function sectionsOf(kind: PlainKind): Sections<RecordOf<PlainKind>> {
  return (SECTIONS[kind] ?? { tells: [] }) as Sections<RecordOf<PlainKind>>;
}

/** The unit of the amounts of a record. */
function UnitName({ unit }: { readonly unit: RecordOf<'output'>['unitName'] }) {
  const word = useWords();
  const say = useSay();
  return (
    <span>
      {word('record.unit')} {say(unit)}
    </span>
  );
}

function EventVerdict({ state }: { readonly state: EventRecord['state'] }) {
  const word = useWords();
  return <Verdict state={state} rule={{ zh: word('event.rule'), en: word('event.rule') }} />;
}

/** What a department leads: the first of it, and how much it is. */
function Owned({ department: { owns, ownsCount } }: { readonly department: Department }) {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="owns">
      <h2 id="owns">{word('department.owns')}</h2>
      {ownsCount > owns.length ? <p className="small soft">{word('register.shown', { shown: owns.length, total: ownsCount })}</p> : null}
      {owns.length === 0 ? <p className="small soft">{word('links.none')}</p> : null}
      <ul className="lines">
        {owns.map((thing) => (
          <li key={`${thing.kind}:${thing.id}`}>
            <span className="eyebrow">
              <NounIcon kind={thing.kind} />
              {word(`noun.${thing.kind}`)}
            </span>
            <ThingLink thing={thing} />
          </li>
        ))}
      </ul>
    </section>
  );
}
