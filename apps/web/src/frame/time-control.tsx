import { dayOf, daysBetween } from '@westgate/base';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { AsOfPanel } from './as-of-panel.tsx';
import { quickDays } from './quick-days.ts';

/** Time, the one control of it: the year as a strip with the day marked, the day, and whether it is today; opens to choose another. */
export function TimeControl() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { day, isToday } = useShownDay();
  const isEnd = quickDays(district).some(({ on }) => on === day);
  return (
    <DialogTrigger>
      <Button className={isToday ? 'time-control' : 'time-control past'}>
        <span className="soft">{word('asOf.short')}</span>
        <YearStrip day={day} />
        <b>
          <time dateTime={day}>{day}</time>
        </b>
        {isToday || isEnd ? <span className="soft">{word(isToday ? 'asOf.isToday' : 'asOf.isEnd')}</span> : null}
        <span className="unseen"> {sayWhen(day)}</span>
        <svg className="menu-sign" viewBox="0 0 10 10" aria-hidden="true">
          <path d="m1.5 3.5 3.5 3.5 3.5-3.5" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="time-choice" aria-label={word('asOf.title')}>
          <AsOfPanel />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Width of the strip, of its ends, and how deep the ticks of a month, a quarter and a year reach up from its line at `LINE`. */
const [WIDTH, END, LINE] = [62, 3, 13] as const;
const TICK = { month: 3, quarter: 5, year: 8 } as const;

/** The year of a day: a tick for each month, a block at the day. */
function YearStrip({ day }: { readonly day: string }) {
  const first = dayOf(`${day.slice(0, 4)}-01-01`);
  const length = daysBetween(first, dayOf(`${day.slice(0, 4)}-12-31`));
  const at = (share: number): number => END + share * (WIDTH - 2 * END);
  const ticks = Array.from({ length: 13 }, (_, month) => {
    const depth = month % 12 === 0 ? TICK.year : month % 3 === 0 ? TICK.quarter : TICK.month;
    return `M${at(month / 12).toFixed(1)} ${LINE - depth}V${LINE}`;
  });
  return (
    <svg className="year-strip" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true">
      <path d={`M${END} ${LINE}H${WIDTH - END}${ticks.join('')}`} />
      <rect x={at(daysBetween(first, dayOf(day)) / length) - 2} y="2" width="4" height={LINE} rx="1" />
    </svg>
  );
}
