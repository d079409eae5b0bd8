import type { Component, ProjectComponents } from '@westgate/contract';
import { useProjectComponents } from '../../../api/dates.ts';
import { useMayChange } from '../../../frame/may-change.ts';
import { useSetView, useView } from '../../../frame/use-view.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import { withdrawEdit } from '../../../record/form/part.ts';
import { PartForm } from '../../../record/form/part-form.tsx';
import { PartRow } from '../../../record/form/part-row.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { ComponentDrawing } from './component-drawing.tsx';
import { componentValues } from './view-model.ts';

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
          <button type="button" className="button" onClick={() => setView({ edit: 'new:component' })}>
            {word('part.new.component')}
          </button>
        </p>
      )}
    </section>
  );
}

function ComponentTable({ items, project }: { readonly items: readonly Component[]; readonly project: string }) {
  const word = useWords();
  return (
    <div className="table-scroll">
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{word('components.one')}</th>
            <th scope="col">{word('field.stage')}</th>
            <th scope="col">{word('field.stage_on')}</th>
            <th scope="col">{word('field.component.geometry')}</th>
            <th scope="col">{word('figures.source')}</th>
            <th scope="col">
              <span className="unseen">{word('part.withdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <PartRow key={item.id} kind="component" id={item.id} rev={item.rev} values={() => componentValues(item, project)} columns={6}>
              <ComponentRow item={item} />
            </PartRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComponentRow({ item }: { readonly item: Component }) {
  const word = useWords();
  const say = useSay();
  const name = say(item.name);
  return (
    <tr id={`component-${item.id}`}>
      <th scope="row">
        {name}
        {say(item.note) ? <small className="block">{say(item.note)}</small> : null}
      </th>
      <td data-head={word('field.stage')}>{word(`componentStage.${item.stage}`)}</td>
      <td data-head={word('field.stage_on')}>{item.stageOn ? <DayText on={item.stageOn} /> : <Unknown />}</td>
      <td data-head={word('field.component.geometry')}>{word(item.geometry ? 'components.drawn' : 'components.notDrawn')}</td>
      <td data-head={word('figures.source')}>
        <SourceNote source={item.source} />
      </td>
      <td>
        <RowActs open={`component:${item.id}`} edit={withdrawEdit({ kind: 'component', id: item.id, rev: item.rev })} name={name} />
      </td>
    </tr>
  );
}
