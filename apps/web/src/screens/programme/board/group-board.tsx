import type { Section } from '../../../lists/arrange.ts';
import { GroupButton } from '../../../lists/group-head.tsx';
import type { SaidAttribute } from '../../../lists/shown-attribute.ts';
import { ProjectCards } from './project-cards.tsx';
import type { BoardItem } from './view-model.ts';

/** The projects under the values of an attribute; a column is shut by its head. */
export function GroupBoard({ sections, group }: { readonly sections: readonly Section<BoardItem>[]; readonly group: SaidAttribute }) {
  return (
    <section className="board-band" aria-label={group.head}>
      <ol className="board-columns">
        {sections.map(({ group: own, rows }) =>
          own ? (
            <li key={own.key}>
              <h2>
                <GroupButton group={own.key} said={group.say(own.key)} count={own.rows.length} />
              </h2>
              <ProjectCards items={rows} />
            </li>
          ) : null,
        )}
      </ol>
    </section>
  );
}
