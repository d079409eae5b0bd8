import { sayMoney } from '@westgate/domain';
import { useLanguage } from '../../../frame/use-view.ts';
import { useSayPlan, useShownAttributes } from '../../../lists/plan-attribute.ts';
import type { Aspects } from '../../../lists/shown-attribute.ts';
import { isWordId, useSay, useWords, type WordId } from '../../../messages/words.ts';
import { MONTHLY_SUMS, monthlyAttributes, monthlyOrders, NO_NOTE, REPORTED, type SheetRow, SUM_NAMES } from './view-model.ts';

const HEADS = {
  name: 'noun.project',
  lead: 'record.lead',
  plans: 'register.plan',
  kind: 'board.kind',
  level: 'money.level',
  reported: 'monthly.reportOf',
  note: 'monthly.note',
  why: 'exceptions.why',
  total: 'money.total',
  plan: 'money.thisYearPlan',
  completed: 'money.completed',
  month: 'money.thisMonth',
  share: 'money.share',
} as const satisfies Readonly<Record<string, WordId>>;

const KEY_WORDS: ReadonlyMap<string, WordId> = new Map<string, WordId>([
  [REPORTED.yes, 'group.standing.given'],
  [REPORTED.no, 'monthly.missing'],
  [REPORTED.finished, 'monthly.finished'],
  [NO_NOTE, 'monthly.noNote'],
]);

/** What the monthly sheet is grouped by, the money that adds up in it, and what it is put in order by. */
export function useMonthlyAspects(rows: readonly SheetRow[]): Aspects<SheetRow> {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const sayPlan = useSayPlan();
  const shownOf = useShownAttributes();
  const sayKey = (attribute: 'lead' | 'plans' | 'kind' | 'level' | 'reported' | 'note' | 'why', key: string): string => {
    if (attribute === 'plans') return sayPlan(key);
    if (key === '') return word(attribute === 'lead' ? 'monthly.noLead' : 'monthly.missing');
    const own = KEY_WORDS.get(key);
    if (own) return word(own);
    if (attribute === 'lead') {
      const department = rows.find((row) => row.department?.id === key)?.department;
      return (department && say(department.name)) || key;
    }
    const id = { kind: `project.${key}`, level: `level.${key}`, reported: key, note: `money.note.${key}`, why: `why.${key}` }[attribute];
    return isWordId(id) ? word(id) : key;
  };
  return {
    attributes: shownOf(monthlyAttributes(rows)).map((attribute) => ({
      ...attribute,
      head: word(HEADS[attribute.id]),
      say: (key) => sayKey(attribute.id, key),
    })),
    measures: SUM_NAMES.map((id) => ({ id, head: word(HEADS[id]), numberOf: MONTHLY_SUMS[id], say: sayMoney })),
    sorts: monthlyOrders(language).map((order) => ({ ...order, head: word(HEADS[order.id]) })),
  };
}
