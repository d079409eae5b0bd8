import { addDays, type DayString, periodSpan } from '@westgate/base';
import { componentsOf } from '../../programme/components/component-stage.ts';
import { monthsOf } from '../../programme/money/money-of.ts';
import type { Row } from '../../register/tables.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { OPEN_LIST } from '../rules/words.ts';
import { type Said, say, sayList, sayName, sayNumber, sayPeriod } from '../say.ts';

const DONE = { fact: say('只能说已知部分完成', 'only the part that is known is done'), tail: say('已知部分完成', 'known part done') };
const BEGUN = { fact: say('只能说已知部分开工', 'only the part that is known has begun'), tail: say('已知部分开工', 'known part begun') };
/** Reasons that are told. */
const MOST_TOLD = 2;

/**
 * What `rule` finds, held at "known part done" where more is promised than is known to be done: the list of a commitment is open, a component of
 * a project is not done, or a later month tells of work that is not finished. It holds for every class of verb; nothing else may say done.
 */
export function findWithin(subject: Case, rule: Rule): Finding {
  const finding = rule.find(subject);
  if (finding.name !== 'done') return finding;
  const open = [
    ...(subject.listClosed ? [] : [OPEN_LIST.fact]),
    ...projectsIn(subject).flatMap((id) => openParts(subject, rule, id, finding.on)),
  ];
  if (open.length === 0) return finding;
  const { fact, tail } = rule.isBegun ? BEGUN : DONE;
  return { ...finding, name: 'under-way', fact: sayList([finding.fact, ...open.slice(0, MOST_TOLD), fact]), tail, isPart: true };
}

/** The project itself, or the projects that a commitment is about. */
function projectsIn({ kind, id, objects }: Case): readonly string[] {
  return kind === 'project' ? [id] : objects.flatMap(({ subject }) => (subject.kind === 'project' ? [subject.id] : []));
}

function openParts({ register, asOf }: Case, rule: Rule, project: string, on: DayString | null): readonly Said[] {
  const parts = componentsOf(register, project).filter((part) => !isReached(part, rule, asOf));
  const told = parts.map((part) => {
    const name = sayName(part.name_zh, part.name_en, part.id);
    return rule.isBegun
      ? say(`“${name.zh}”没有开工的记载`, `${name.en} is not known to have begun`)
      : say(`“${name.zh}”没有完成的记载`, `${name.en} is not known to be done`);
  });
  return rule.isBegun ? told : [...told, ...unfinishedMonth(monthsOf(register, project), asOf, on)];
}

function isReached({ stage, stage_on }: Row<'component'>, rule: Rule, asOf: DayString): boolean {
  return (stage === 'done' || (rule.isBegun === true && stage === 'under-way')) && (stage_on === null || stage_on <= asOf);
}

/** The last month after `on` that tells how much of the work is done, where that is not all. */
function unfinishedMonth(months: readonly Row<'monthly_progress'>[], asOf: DayString, on: DayString | null): readonly Said[] {
  const last = months.findLast(({ month, share }) => share !== null && periodSpan(month)[1] < addDays(asOf, 1));
  if (!last || last.share === null || last.share >= 1 || on === null || periodSpan(last.month)[0] <= on) return [];
  const [month, share] = [sayPeriod(last.month), sayNumber(Math.round(last.share * 1000) / 10)];
  return [say(`${month.zh}月报的形象进度是 ${share}%`, `the month of ${month.en} reports ${share}% of the work on site`)];
}
