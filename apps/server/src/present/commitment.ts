import type { Commitment, CommitmentDetail } from '@westgate/contract';
import { aimOf, commitmentOrder, numberOf, type Row } from '@westgate/domain';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { dueOf, evidenceFor, stateChanged, stateIn } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { neighbours } from './order.ts';
import { reportingOf } from './reporting.ts';
import { NO_TEXT, pair } from './text.ts';
import { missing, thingAt } from './thing.ts';

/** A commitment by its id, as it is shown; null where there is none. */
export const commitmentIn: (view: View, id: string) => Commitment | null = shownBy('commitment', commitmentOf);

/** One commitment with its sentence, its evidence, its figures and its neighbours in the text. */
export function commitmentDetail(view: View, id: string): CommitmentDetail {
  const commitment = commitmentIn(view, id);
  if (!commitment) throw missing('commitment', id);
  const sentence = view.register.sentence.get(commitment.sentence);
  return {
    ...commitment,
    sentenceText: sentence ? pair(sentence.text_zh, sentence.text_en) : NO_TEXT,
    stateChanged: stateChanged(view, 'commitment', id),
    evidence: evidenceFor(view, [{ kind: 'commitment', id }]),
    figures: figuresOf(view, 'commitment', id),
    ...neighbours(view.register, 'commitment', commitmentOrder(view.register), id),
  };
}

function commitmentOf(view: View, row: Row<'commitment'>): Commitment {
  const { register } = view;
  const sentence = register.sentence.get(row.sentence);
  const links = linksIn(view, 'commitment', row.id);
  const { rule } = view.state('commitment', row.id);
  return {
    id: row.id,
    rev: row.rev,
    sentence: row.sentence,
    number: sentence ? numberOf(sentence) : '',
    document: sentence?.document ?? '',
    title: pair(row.title_zh, row.title_en),
    clause: pair(row.clause_zh, row.clause_en),
    verbClass: row.verb_class,
    rule,
    owner: thingAt(register, 'department', row.owner),
    ownerBasis: pair(row.owner_basis_zh, row.owner_basis_en),
    due: dueOf(view, row),
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    aim: aimOf(register, 'commitment', row.id),
    tags: [...row.tags],
    ...belongsIn(view, 'commitment', row.id),
    state: stateIn(view, 'commitment', row.id),
    placeIds: idsOfLinks(links.places),
    projectIds: idsOfLinks(links.projects),
    indicatorIds: idsOfLinks(links.indicators),
    linked: linkCounts(links),
    reporting: reportingOf(view, 'commitment', row.id),
    ownCadence: row.cadence,
    note: pair(row.note_zh, row.note_en),
  };
}
