import type { CheckRow } from '@westgate/contract';
import { capital, fieldsOf, sayNumber, valueCautions, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useSetView } from '../../../scope/use-view.ts';
import { countsIn, levelsOf } from './check-model.ts';
import { checkSign } from './check-words.tsx';

/** Every indicator as a cell, by level and group: below standard with its value, met, without threshold, out of date, or not measured. A press chooses one. */
export function CheckGrid({ rows, chosen }: { readonly rows: readonly CheckRow[]; readonly chosen: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const names = fieldsOf('indicator').check_level?.names ?? {};
  return (
    <div className="check-grid">
      {levelsOf(rows).map(({ level, rows: own, groups }) => {
        const { total, below, unknown } = countsIn(own);
        return (
          <section key={level} className="check-level" aria-label={say(capital(names[level] ?? { zh: level, en: level }))}>
            <h2>
              {say(capital(names[level] ?? { zh: level, en: level }))}
              <small>{word('check.level', { total, below, unknown })}</small>
            </h2>
            <div className="check-groups">
              {groups.map((group) => (
                <div key={`${group.name.zh}${group.name.en}`} className="check-group">
                  <h3>
                    {say(group.name) || word('check.noGroup')} <small>{group.rows.length}</small>
                  </h3>
                  <ul>
                    {group.rows.map((row) => (
                      <li key={row.indicator.id}>
                        <CheckCell row={row} isChosen={row.indicator.id === chosen} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function CheckCell({ row, isChosen }: { readonly row: CheckRow; readonly isChosen: boolean }) {
  const say = useSay();
  const sayUnit = useSayUnit();
  const setView = useSetView();
  const { indicator, standing, value, values, belowCount, isWhole, unitName, direction, status } = row;
  const shown = standing === 'below' ? (value === null ? `${belowCount ?? 0}/${values}` : sayNumber(value)) : checkSign(standing);
  const marks = valueCautions({ status, isCalculated: false, breaksSeries: false }).map((each) => say(each));
  const told = value === null ? '' : ` ${[`${sayNumber(value)} ${sayUnit(unitName)}`, ...marks].join(' · ')}`;
  return (
    <button
      type="button"
      className={`check-cell check-cell-${standing}`}
      aria-pressed={isChosen}
      title={`${say(indicator.name)}${told}`}
      onClick={() => setView({ sel: isChosen ? undefined : `indicator:${indicator.id}` }, { replace: true })}
    >
      <span>{indicator.id}</span>
      <b aria-hidden={standing === 'below' ? undefined : true}>
        {standing === 'below' && value !== null && !isWhole && direction === 'down' ? '≥' : ''}
        {shown}
      </b>
      <span className="unseen">
        {say(indicator.name)} · {say(vocabularyName('checkStanding', standing))}
      </span>
    </button>
  );
}
