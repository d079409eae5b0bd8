import { dayOf } from '@westgate/base';
import type { Project } from '@westgate/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommitment, useLastProjects, useProjectDetails, useSentence, useSentencesNamed, useSpan } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { AimMark } from '../../../parts/aim-mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { quarterEnd, type TimeAxis } from '../../../parts/time-axis.ts';
import { useDistrictFrame, useShownDay } from '../../../scope/district-context.ts';
import { chooseTimeProjects, stripAxis } from './time-axis-model.ts';
import { TimeSlider } from './time-slider.tsx';
import type { AtlasState } from './use-atlas.ts';

/** Projects among which the strip chooses. */
const MOST_OF_SELECTION = 20;
const MOST = 200;
const NONE: readonly never[] = [];

const STEP_MS = 700;

/** Time at the foot: the day everything is shown for, moved by drag, arrows or play, and the projects that are dated. */
export function TimeStrip({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const [isNear, setNear] = useState(true);
  const span = useSpan();
  const axis = stripAxis(span, district.today, day, isNear);
  const setDay = (next: string): void => atlas.set({ asOf: next === district.today ? undefined : next });
  const play = usePlay(axis, day, district.today, setDay);
  const { projects, isOfSelection } = useTimeProjects(atlas);
  const sentences = useSentencesNamed(projects.flatMap(({ sentenceIds: [first] }) => first ?? []));
  const numbers = new Map(sentences.map(({ id, number }) => [id, number]));
  return (
    <section className="time-strip" aria-label={word('atlas.time')}>
      <div className="time-panel">
        <div className="row time-head">
          <h2>{word('atlas.time')}</h2>
          <span className="spring" />
          <button type="button" className="text-button" onClick={() => setNear(!isNear)}>
            {word(isNear ? 'atlas.time.all' : 'atlas.time.near')}
          </button>
          {play.isPossible ? (
            <Button
              name={word(play.isPlaying ? 'atlas.time.stop' : 'atlas.time.play')}
              aria-pressed={play.isPlaying}
              onClick={play.toggle}
            />
          ) : null}
        </div>
        <ul className="time-names quiet-links" aria-label={word(isOfSelection ? 'atlas.time.barsOf' : 'atlas.time.bars')}>
          {projects.map((project) => (
            <li key={project.id}>
              <AimMark aim={project.aim} />
              <ThingLink thing={{ kind: 'project', id: project.id, name: project.name }} isNameOnHover />
              <span className="soft">{numbers.get(project.sentenceIds[0] ?? '')}</span>
            </li>
          ))}
        </ul>
        {projects.length === 0 ? <p className="small soft">{word('atlas.time.none')}</p> : null}
      </div>
      <TimeSlider axis={axis} day={day} projects={projects} onDay={setDay} />
    </section>
  );
}

/** Moves the day on by a quarter at a time, from the start when it is at the end. Not offered to those who asked for less motion: arrows do the same. */
function usePlay(axis: TimeAxis, day: string, last: string, onDay: (day: string) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef({ day, onDay });
  latest.current = { day, onDay };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const next = quarterEnd(dayOf(latest.current.day), 1);
      latest.current.onDay(next < last ? next : last);
      if (next >= last) setPlaying(false);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, last]);
  const toggle = useCallback(() => {
    if (!isPlaying && latest.current.day >= last) latest.current.onDay(quarterEnd(axis.from, 1));
    setPlaying(!isPlaying);
  }, [isPlaying, last, axis]);
  return { isPlaying, toggle, isPossible: !matchMedia('(prefers-reduced-motion: reduce)').matches };
}

/** The projects of the time strip: those of the selection, also while it is awaited, else those whose dates are best known. */
function useTimeProjects(atlas: AtlasState): { readonly projects: readonly Project[]; readonly isOfSelection: boolean } {
  const wanted = useSelectedProjects(atlas);
  const last: readonly Project[] = useLastProjects(MOST, wanted === null).data?.items ?? NONE;
  const named = useProjectDetails((wanted ?? NONE).slice(0, MOST_OF_SELECTION));
  return { projects: chooseTimeProjects(wanted ? named : last, wanted), isOfSelection: wanted !== null };
}

function useSelectedProjects({ selected, selectedPlace, selectedThing }: AtlasState): readonly string[] | null {
  const idOf = (kind: string): string | null => (selectedThing?.kind === kind ? selectedThing.id : null);
  const [sentence, commitment, project] = [idOf('sentence'), idOf('commitment'), idOf('project')];
  const ofSentence = useSentence(sentence ?? '', sentence !== null).data;
  const ofCommitment = useCommitment(commitment ?? '', commitment !== null).data;
  if (selected?.kind === 'place') return selectedPlace?.projectIds ?? NONE;
  if (project !== null) return [project];
  if (sentence !== null) return ofSentence?.projectIds ?? NONE;
  if (commitment !== null) return ofCommitment?.projectIds ?? NONE;
  return selectedThing ? NONE : null;
}
