import { useState } from 'react';
import { useSentencesNamed } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { AimMark } from '../../../parts/aim-mark.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useDistrictFrame, useShownDay } from '../../../scope/district-context.ts';
import { stripAxis } from './time-axis-model.ts';
import { TimeSlider } from './time-slider.tsx';
import type { AtlasState } from './use-atlas.ts';
import { usePlay } from './use-play.ts';
import { useTimeProjects } from './use-time-projects.ts';

/** Time at the foot: the day everything is shown for, moved by drag, arrows or play, and the projects that are dated. */
export function TimeStrip({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const [isNear, setNear] = useState(true);
  const axis = stripAxis(district.span, district.today, day, isNear);
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
            <button type="button" className="button" aria-pressed={play.isPlaying} onClick={play.toggle}>
              {word(play.isPlaying ? 'atlas.time.stop' : 'atlas.time.play')}
            </button>
          ) : null}
        </div>
        <ul className="time-names" aria-label={word(isOfSelection ? 'atlas.time.barsOf' : 'atlas.time.bars')}>
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
