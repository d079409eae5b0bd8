import type { Component, ProjectComponents } from '@westgate/contract';
import { useProjectComponents } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NameWithNote, Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { PartForm, PartRow, withdrawEdit } from '../../../record/form/part-form.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { componentValues, drawingOf } from './view-model.ts';

/** The parts of a project with shape and stage, and the stage of the project that follows from theirs by the rule that is stated. */
export function ComponentsSection({ project }: { readonly project: string }) {
  return <Await query={useProjectComponents(project)}>{(components) => <Components components={components} />}</Await>;
}

function Components({ components: { project, stage, items } }: { readonly components: ProjectComponents }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit');
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const next = String((items.at(-1)?.position ?? 0) + 1);
  return (
    <section className="section" aria-labelledby="components">
      <h2 id="components">
        {word('components.title')}{' '}
        <small>{stage ? word('components.stage', { stage: word(`componentStage.${stage}`), count: items.length }) : null}</small>
      </h2>
      {items.length === 0 ? (
        <EmptyState>{word('components.none')}</EmptyState>
      ) : (
        <>
          <p className="small soft">{word('components.rule')}</p>
          <div className="components-sheet">
            <ComponentDrawing components={items} />
            <ComponentTable items={items} project={project.id} />
          </div>
        </>
      )}
      {!mayEdit ? null : edit === 'new:component' ? (
        <PartForm kind="component" of={{ project: project.id, position: next }} onDone={close} />
      ) : (
        <p className="part-start">
          <Button name={word('part.new.component')} onClick={() => setView({ edit: 'new:component' })} />
        </p>
      )}
    </section>
  );
}

function ComponentTable({ items, project }: { readonly items: readonly Component[]; readonly project: string }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<Component>[] = [
    {
      head: word('components.one'),
      isRowHead: true,
      of: ({ name, note }) => <NameWithNote name={say(name)} note={note} />,
    },
    { head: word('field.stage'), of: ({ stage }) => word(`componentStage.${stage}`) },
    { head: word('field.stage_on'), of: ({ stageOn }) => (stageOn ? <DayText on={stageOn} /> : <Unknown />) },
    {
      head: word('field.component.geometry'),
      of: ({ geometry }) => word(geometry ? 'components.drawn' : 'components.notDrawn'),
    },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ id, rev, name }) => <RowActs open={`component:${id}`} edit={withdrawEdit({ kind: 'component', id, rev })} name={say(name)} />,
    },
  ];
  return (
    <Table
      columns={columns}
      rows={items}
      keyOf={({ id }) => id}
      marks={({ id }) => ({ id: `component-${id}` })}
      around={(item, shown, count) => (
        <PartRow kind="component" id={item.id} rev={item.rev} values={() => componentValues(item, project)} columns={count}>
          {shown}
        </PartRow>
      )}
    />
  );
}

/** The components on a sheet, north up: done is full, under way hatched, not started an outline, not known dotted. */
function ComponentDrawing({ components }: { readonly components: readonly Component[] }) {
  const word = useWords();
  const drawing = drawingOf(components);
  if (!drawing) return null;
  const { width, height, drawn } = drawing;
  return (
    <svg className="component-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={word('components.drawing')}>
      <defs>
        <pattern id="component-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="component-hatch" />
        </pattern>
      </defs>
      {drawn.map(({ id, stage, path, isArea, dots }) => (
        <g key={id} className={`component-shape ${stage}${isArea ? ' area' : ''}`}>
          {path === '' ? null : <path d={path} />}
          {dots.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="6" />
          ))}
        </g>
      ))}
    </svg>
  );
}
