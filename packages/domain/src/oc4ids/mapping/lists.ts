import { type Json, periodSpan } from '@westgate/base';
import { milestonesOf } from '../../programme/dates/waiting.ts';
import { monthsOf, plannedAmount, plannedAmountsOf } from '../../programme/money/money-of.ts';
import { relationsOf } from '../../programme/relations.ts';
import type { Row } from '../../register/tables.ts';
import { isFields, itemsOf, type Step, textIn } from '../standard/parts.ts';
import { filled, type ListEntry, type MappingEntry, saidIn, type ValueEntry } from './entry.ts';
import { amountOf, dayIn, fenIn, momentOf, shapeIn, yearIn } from './values.ts';

/** Milestones: the day that was promised, else the day expected. */
const MILESTONES: ListEntry = {
  kind: 'list',
  path: ['milestones'],
  says: { milestone: ['name_zh', 'name_en', 'baseline', 'forecast', 'actual', 'note_zh', 'note_en'] },
  row: 'milestone',
  fields: ['title', 'description', 'dueDate', 'dateMet', 'status'],
  write: ({ register, project, language, asOf }) =>
    milestonesOf(register, project.id).map((milestone) => {
      const frozen = milestone.frozen_on === null || milestone.frozen_on <= asOf ? milestone.baseline : null;
      const due = frozen ?? milestone.forecast;
      const met = milestone.actual !== null && milestone.actual <= asOf ? milestone.actual : null;
      return {
        key: milestone.id,
        item: filled({
          id: milestone.id,
          title: saidIn(milestone, 'name', language),
          description: saidIn(milestone, 'note', language),
          dueDate: due && momentOf(due),
          dateMet: met && momentOf(met),
          status: met === null ? (due !== null && due < asOf ? 'notMet' : 'scheduled') : 'met',
        }),
      };
    }),
  read: (item, { language }) => {
    const name = textIn(item, 'title');
    if (name === null || !isFields(item)) return null;
    const [forecast, actual] = [dayIn(item.dueDate), dayIn(item.dateMet)];
    if ((item.dueDate !== undefined && forecast === null) || (item.dateMet !== undefined && actual === null)) return null;
    return { [`name_${language}`]: name, [`note_${language}`]: textIn(item, 'description'), baseline: null, forecast, actual };
  },
};

/** The places a project stands on. */
const LOCATIONS: ListEntry = {
  kind: 'list',
  path: ['locations'],
  says: { place: ['name_zh', 'name_en', 'geometry'], link: [] },
  row: 'place',
  fields: ['description', 'geometry'],
  write: ({ register, project, language }) => {
    const places: ReadonlyMap<string, Row<'place'>> = register.place;
    return relationsOf(register)
      .placesUnder(project.id)
      .flatMap((id) => {
        const place = places.get(id);
        if (!place) return [];
        const geometry = place.geometry && { type: place.geometry.type, coordinates: place.geometry.coordinates };
        return [{ key: id, item: filled({ id, description: saidIn(place, 'name', language), geometry }) }];
      });
  },
  read: (item, { language }) => {
    const name = textIn(item, 'description');
    const isPlaced = isFields(item) && item.geometry !== undefined;
    const geometry = isFields(item) && isPlaced ? shapeIn(item.geometry) : null;
    // A shape that cannot be read is no place without one.
    if (isPlaced ? geometry === null : name === null) return null;
    return { geometry, ...(name === null ? {} : { [`name_${language}`]: name }) };
  },
};

/** The total investment. */
const TOTAL: ValueEntry = {
  kind: 'value',
  path: ['budget', 'amount'],
  says: { planned_amount: ['year', 'amount_fen'] },
  row: 'planned_amount',
  write: ({ register, project }) => {
    const total = plannedAmount(register, project.id, null);
    return total ? amountOf(total.amount_fen) : undefined;
  },
  read: (value) => {
    const amount_fen = fenIn(value);
    return amount_fen === null ? null : { year: null, amount_fen };
  },
};

/** The breakdown whose every part is a calendar year of its own. */
const BY_YEAR: Step = {
  is: (item) => {
    const years = isFields(item) ? itemsOf(item.budgetBreakdown).map((part) => (isFields(part) ? yearIn(part.period) : null)) : [];
    return years.length > 0 && !years.includes(null) && new Set(years).size === years.length;
  },
  made: { id: 'years' },
};

/** What is planned year by year. */
const YEARS: ListEntry = {
  kind: 'list',
  path: ['budget', 'budgetBreakdowns', BY_YEAR, 'budgetBreakdown'],
  says: { planned_amount: ['year', 'amount_fen'] },
  row: 'planned_amount',
  fields: ['amount', 'period'],
  write: ({ register, project }) => {
    const seen = new Set<number>();
    return plannedAmountsOf(register, project.id).flatMap(({ id, year, amount_fen }) => {
      if (year === null || seen.has(year)) return [];
      seen.add(year);
      const period = { startDate: `${year}-01-01T00:00:00Z`, endDate: `${year}-12-31T00:00:00Z` };
      return [{ key: id, item: { id: String(year), amount: amountOf(amount_fen), period } }];
    });
  },
  read: (item) => {
    const [year, amount_fen] = isFields(item) ? [yearIn(item.period), fenIn(item.amount)] : [null, null];
    return year === null || amount_fen === null ? null : { year, amount_fen };
  },
};

/** Projects that are linked; the standard has no word for how. */
const RELATED: ListEntry = {
  kind: 'list',
  path: ['relatedProjects'],
  says: { link: [] },
  fields: ['scheme', 'identifier', 'title'],
  write: ({ register, project, language, idOf }) => {
    const relations = relationsOf(register);
    const ends = [
      ...relations.from('project', project.id).map(({ to_kind, to_id }) => ({ kind: to_kind, id: to_id })),
      ...relations.to('project', project.id).map(({ from_kind, from_id }) => ({ kind: from_kind, id: from_id })),
    ];
    const projects: ReadonlyMap<string, Row<'project'>> = register.project;
    const ids = new Set(ends.flatMap(({ kind, id }) => (kind === 'project' && id !== project.id ? id : [])));
    return [...ids].flatMap((id) => {
      const other = projects.get(id);
      return other
        ? [{ key: id, item: filled({ id, scheme: 'oc4ids', identifier: idOf(id), title: saidIn(other, 'name', language) }) }]
        : [];
    });
  },
};

/** What the monthly returns say, under the ids that the standard names for it. */
const RETURNS: ListEntry = {
  kind: 'list',
  path: ['metrics'],
  says: { monthly_progress: ['month', 'share', 'completed_fen'] },
  fields: ['title', 'observations'],
  write: ({ register, project, language, asOf }) => {
    // A month is known once it is over.
    const months = monthsOf(register, project.id).filter(({ month }) => periodSpan(month)[1] <= asOf);
    const told = (id: string, title: string, of: (month: Row<'monthly_progress'>) => Json | undefined) => {
      const observations = months.flatMap((month) => {
        const said = of(month);
        if (!isFields(said)) return [];
        const [first, last] = periodSpan(month.month);
        return [{ id: month.month, period: { startDate: momentOf(first), endDate: momentOf(last) }, ...said }];
      });
      return observations.length === 0 ? [] : [{ key: id, item: { id, title, observations } }];
    };
    return [
      ...told('physicalProgress', language === 'zh' ? '形象进度' : 'Physical progress', ({ share }) =>
        share === null ? undefined : { measure: Number((share * 100).toFixed(6)), unit: { name: '%' } },
      ),
      ...told('financialProgress', language === 'zh' ? '累计完成投资' : 'Investment completed to date', ({ completed_fen }) =>
        completed_fen === null ? undefined : { value: amountOf(completed_fen) },
      ),
    ];
  },
};

/** Items of a project. */
export const LISTS: readonly MappingEntry[] = [LOCATIONS, TOTAL, YEARS, MILESTONES, RETURNS, RELATED];
