import type { Commitment, Links, Place } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useIndicators, usePlaces, useProjects } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Unknown } from '../../../parts/fact.tsx';
import { MoreLinks } from '../../../parts/left-off.tsx';
import { ChangedNote } from '../../../parts/source-note.tsx';
import { StageWord, StateWord } from '../../../parts/state-word.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { ValueMarks, ValueText } from '../../../parts/value-text.tsx';
import { PanelRow } from './panel-row.tsx';

/** The places of a sentence with their stage; why there are none, where there are none. */
export function PanelPlaces({ links, commitments }: { readonly links: Links; readonly commitments: readonly Commitment[] }) {
  const word = useWords();
  const say = useSay();
  const places = new Map((usePlaces().data ?? []).map((place) => [place.id, place]));
  const reasons = [...new Set(commitments.map((commitment) => say(commitment.noPlaceReason)).filter((reason) => reason !== ''))];
  return (
    <PanelRow title={word('nouns.place')} count={links.counts.places}>
      {links.places.map(({ thing }) => {
        const place = places.get(thing.id);
        return (
          <li key={thing.id}>
            <ThingLink thing={thing} />
            {place?.position === 'not-known' ? <span className="unknown">{word('plan.placeUnknown')}</span> : null}
            {place && place.position !== 'not-known' ? <PlaceStage stage={place.stage} /> : null}
          </li>
        );
      })}
      <MoreLinks count={links.counts.places - links.places.length} />
      {links.places.length === 0 ? reasons.map((reason) => <li key={reason}>{reason}</li>) : null}
      {links.places.length === 0 && reasons.length === 0 ? <li className="soft">{word('links.none')}</li> : null}
    </PanelRow>
  );
}

function PlaceStage({ stage }: { readonly stage: Place['stage'] }) {
  const word = useWords();
  return stage === 'not-known' ? <span className="unknown">{word('plan.stageUnknown')}</span> : <StageWord stage={stage} />;
}

/** The projects of a sentence with their state. */
export function PanelProjects({ links }: { readonly links: Links }) {
  const word = useWords();
  return (
    <PanelRow title={word('nouns.project')} count={links.counts.projects}>
      {links.projects.map(({ thing, state }) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
          {state ? <StateWord state={state.name} /> : null}
        </li>
      ))}
      <MoreLinks count={links.counts.projects - links.projects.length} />
      {links.projects.length === 0 ? <li className="soft">{word('links.none')}</li> : null}
    </PanelRow>
  );
}

/** The indicators of a sentence: target and actual, each with its unit. */
export function PanelIndicators({ links }: { readonly links: Links }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const indicators = new Map((useIndicators().data ?? []).map((indicator) => [indicator.id, indicator]));
  return (
    <PanelRow title={word('nouns.indicator')} count={links.counts.indicators}>
      {links.indicators.map(({ thing }) => {
        const indicator = indicators.get(thing.id);
        const unit = indicator ? sayUnit(indicator.unitName) : '';
        return (
          <li key={thing.id} className="two-lines">
            <ThingLink thing={thing} />
            {indicator ? (
              <span className="soft">
                {indicator.target ? word('plan.target', { value: `${sayNumber(indicator.target.value)} ${unit}` }) : null}
                {indicator.target ? ` · ${indicator.target.period} · ` : null}
                {word('plan.actual')}{' '}
                {indicator.actual ? (
                  <>
                    <ValueText value={indicator.actual} unitName={indicator.unitName} isMarkedBeside={true} /> · {indicator.actual.period}{' '}
                    <ValueMarks value={indicator.actual} standing={indicator.status.name} />
                  </>
                ) : (
                  <Unknown />
                )}{' '}
                <ChangedNote changed={indicator.actual?.changed ?? indicator.target?.changed ?? null} />
              </span>
            ) : null}
          </li>
        );
      })}
      <MoreLinks count={links.counts.indicators - links.indicators.length} />
      {links.indicators.length === 0 ? <li className="soft">{word('links.none')}</li> : null}
    </PanelRow>
  );
}

/** The departments that answer for it, those that lead before those that help. */
export function PanelOwners({ links, commitments }: { readonly links: Links; readonly commitments: readonly Commitment[] }) {
  const word = useWords();
  const inSentence = new Set(links.projects.map(({ thing }) => thing.id));
  const projects = (useProjects().data ?? []).filter(({ id }) => inSentence.has(id));
  const leaders = new Set([...commitments.map(({ owner }) => owner?.id), ...projects.map(({ lead }) => lead?.id)]);
  const [leading, helping] = [true, false].map((isLead) => links.departments.filter(({ thing }) => leaders.has(thing.id) === isLead));
  return (
    <PanelRow title={word('plan.owners')} count={links.counts.departments}>
      {[...(leading ?? []), ...(helping ?? [])].map(({ thing }) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
          <span className="soft">{leaders.has(thing.id) ? word('plan.lead') : word('plan.with')}</span>
        </li>
      ))}
      <MoreLinks count={links.counts.departments - links.departments.length} />
      {links.departments.length === 0 ? <li className="soft">{word('plan.noOwner')}</li> : null}
    </PanelRow>
  );
}
