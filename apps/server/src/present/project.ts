import type { Project, ProjectDetail } from '@westgate/contract';
import { aimOf, type Row } from '@westgate/domain';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { dueOf, evidenceFor, stateChanged, stateIn } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { neighbours } from './order.ts';
import { reportingOf } from './reporting.ts';
import { pair } from './text.ts';
import { idsOf, missing, thingAt } from './thing.ts';

/** A project by its id, as it is shown; null where there is none. */
export const projectIn: (view: View, id: string) => Project | null = shownBy('project', projectOf);

/** One project with its evidence, its figures and its neighbours. */
export function projectDetail(view: View, id: string): ProjectDetail {
  const project = projectIn(view, id);
  if (!project) throw missing('project', id);
  return {
    ...project,
    stateChanged: stateChanged(view, 'project', id),
    evidence: evidenceFor(view, [{ kind: 'project', id }]),
    figures: figuresOf(view, 'project', id),
    ...neighbours(view.register, 'project', idsOf(view.register, 'project'), id),
  };
}

function projectOf(view: View, row: Row<'project'>): Project {
  const { register } = view;
  const links = linksIn(view, 'project', row.id);
  const { rule } = view.state('project', row.id);
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    kind: row.kind,
    verbClass: row.verb_class,
    rule,
    lead: thingAt(register, 'department', row.lead),
    leadBasis: pair(row.lead_basis_zh, row.lead_basis_en),
    due: dueOf(view, row),
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    aim: aimOf(register, 'project', row.id),
    tags: [...row.tags],
    ...belongsIn(view, 'project', row.id),
    state: stateIn(view, 'project', row.id),
    sentenceIds: idsOfLinks(links.sentences),
    commitmentIds: idsOfLinks(links.commitments),
    placeIds: idsOfLinks(links.places),
    indicatorIds: idsOfLinks(links.indicators),
    linked: linkCounts(links),
    reporting: reportingOf(view, 'project', row.id),
    ownCadence: row.cadence,
    note: pair(row.note_zh, row.note_en),
  };
}
