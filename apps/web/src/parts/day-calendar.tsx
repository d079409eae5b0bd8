import { type CalendarDate, parseDate } from '@internationalized/date';
import { isDay } from '@westgate/base';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarMonthPicker, CalendarYearPicker } from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';
import { useSayPeriod } from './day-text.tsx';
import { Select } from './select.tsx';

/** Years that are offered: all of the span of most districts. */
const YEARS = 60;

/** A month of days to choose one from, by pointer or keys: arrows go by days and weeks, PageUp and PageDown by months, with Shift by years. */
export function DayCalendar({
  value,
  today,
  first,
  last,
  onDay,
}: {
  readonly value: string;
  /** Today of the district; null: that of the machine. */
  readonly today: string | null;
  /** The first and the last day that may be chosen; empty: any. */
  readonly first: string;
  readonly last: string;
  readonly onDay: (day: string) => void;
}) {
  const word = useWords();
  const language = useLanguage();
  const sayPeriod = useSayPeriod();
  const year = (
    <CalendarYearPicker key="year" visibleYears={YEARS}>
      {(years) => <Choice {...years} />}
    </CalendarYearPicker>
  );
  const month = <CalendarMonthPicker key="month">{(months) => <Choice {...months} />}</CalendarMonthPicker>;
  return (
    <Calendar<CalendarDate>
      className="calendar"
      aria-label={word('day.calendar')}
      // biome-ignore lint/a11y/noAutofocus: it was opened to choose a day in it
      autoFocus
      firstDayOfWeek="mon"
      value={dateOf(value)}
      defaultFocusedValue={dateOf(value) ?? dateOf(nearest(today ?? '', first, last))}
      minValue={dateOf(first)}
      maxValue={dateOf(last)}
      onChange={(date) => onDay(date.toString())}
    >
      <div className="calendar-head">
        <Button slot="previous" className="button" aria-label={word('day.previousMonth')}>
          ‹
        </Button>
        {language === 'zh' ? [year, month] : [month, year]}
        <Button slot="next" className="button" aria-label={word('day.nextMonth')}>
          ›
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short" className="calendar-days">
        {(date) => (
          <CalendarCell
            date={date}
            className={({ isToday }) => ((today === null ? isToday : date.toString() === today) ? 'calendar-day this-day' : 'calendar-day')}
          />
        )}
      </CalendarGrid>
      {first === '' && last === '' ? null : (
        <p className="small soft">
          {word(last === '' ? 'day.from' : first === '' ? 'day.upTo' : 'day.within', {
            first: first && sayPeriod(first),
            last: last && sayPeriod(last),
          })}
        </p>
      )}
    </Calendar>
  );
}

/** The month or the year that is shown, chosen from a list of the system: it is short, and a telephone shows it as it shows all of them. */
function Choice({
  items,
  value,
  onChange,
  'aria-label': label,
}: {
  readonly items: readonly { readonly id: number; readonly formatted: string }[];
  readonly value: string | number;
  readonly onChange: (key: number) => void;
  readonly 'aria-label': string;
}) {
  return (
    <Select
      aria-label={label}
      value={value}
      options={items.map(({ id, formatted }) => [id, formatted])}
      onChoose={(id) => onChange(Number(id))}
    />
  );
}

function dateOf(day: string): CalendarDate | null {
  return isDay(day) ? parseDate(day) : null;
}

function nearest(day: string, first: string, last: string): string {
  if (day === '') return '';
  if (first !== '' && day < first) return first;
  return last !== '' && day > last ? last : day;
}
