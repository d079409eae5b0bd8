import type { EventDeals, OwnParts } from '@westgate/contract';
import { dealOn, dealStepsOf, dealsOf, dealTotals, type Row, rowIn, vocabulary } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceAt, sourceNamed } from './source.ts';
import { pair } from './text.ts';
import { missing, thingAt, thingOf } from './thing.ts';

/** What the page of a deal tells beside its columns: its steps, the earliest first, and whether its follow-up is due. */
export function dealBeside(view: View, row: Row<'deal'>): OwnParts<'deal'> {
  return {
    unitName: row.unit === null ? null : unitOf(view, row.unit),
    isFollowUpDue: dealOn(view.whole, row, view.asOf).isFollowUpDue,
    steps: dealStepsOf(view.whole, row.id, view.asOf).map((step) => ({
      on: step.on,
      what: step.what,
      realised: step.realised,
      source: sourceNamed(view.whole, step.source),
      confidence: step.confidence,
      note: pair(step.note_zh, step.note_en),
      rev: step.rev,
    })),
  };
}

/** The deals of an event, the gravest first, and what they come to. Throws `WG_NOT_FOUND` where there is no such event. */
export function eventDealsOf(view: View, id: string): EventDeals {
  const { whole: register, asOf } = view;
  if (!rowIn(register, 'event', id)) throw missing('event', id);
  const found = dealsOf(register, id).map((row) => ({ row, finding: dealOn(register, row, asOf) }));
  const { amounts, ...counts } = dealTotals(found.map(({ row: { unit, amount }, finding }) => ({ unit, amount, finding })));
  return {
    event: thingOf(register, 'event', id),
    totals: { ...counts, amounts: amounts.map(({ unit, ...sums }) => ({ unitName: unitOf(view, unit), ...sums })) },
    deals: found
      .map(({ row, finding: { name, since, realised, isFollowUpDue } }) => ({
        deal: thingOf(register, 'deal', row.id),
        parties: pair(row.parties_zh, row.parties_en),
        amount: row.amount,
        unitName: row.unit === null ? null : unitOf(view, row.unit),
        amountPeriod: row.amount_period,
        industry: thingAt(register, 'industry', row.industry),
        owner: thingAt(register, 'department', row.owner),
        standing: name,
        since,
        realised,
        followUpOn: row.follow_up_on,
        isFollowUpDue,
        source: sourceAt(register, row),
      }))
      .sort((a, b) => order(a.standing) - order(b.standing)),
  };
}

function order(standing: EventDeals['deals'][number]['standing']): number {
  return vocabulary.DEAL_STANDINGS.indexOf(standing);
}
