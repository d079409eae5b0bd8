import { type CalendarDate, parseDate } from '@internationalized/date';
import { isDay } from '@westgate/base';
import { useState } from 'react';
import { DateField, type DateFieldProps, DateInput, DateSegment } from 'react-aria-components';

/** Days before this are a year that is still being typed. */
const FIRST_YEAR = 1000;

type Names = Pick<DateFieldProps<CalendarDate>, 'id' | 'aria-label' | 'aria-describedby'>;

/**
 * A field for a day, its parts in the order of the screen's language, whatever the browser speaks. Digits or arrow keys; the day is
 * given as soon as it is whole. A year half typed is kept in the field and given to nobody.
 */
export function DayField({
  value,
  onDay,
  onEmpty,
  className = '',
  'aria-invalid': isInvalid = false,
  ...names
}: Names & {
  /** A day; empty where none is chosen yet. */
  readonly value: string;
  readonly onDay: (day: string) => void;
  /** All its parts were taken out. Without it the day stays. */
  readonly onEmpty?: () => void;
  readonly className?: string;
  readonly 'aria-invalid'?: boolean;
}) {
  const [typed, setTyped] = useState({ from: value, day: dayIn(value) });
  return (
    <DateField
      {...names}
      className="day-field"
      isInvalid={isInvalid}
      shouldForceLeadingZeros
      value={typed.from === value ? typed.day : dayIn(value)}
      onChange={(day) => {
        setTyped({ from: value, day });
        if (day && day.year >= FIRST_YEAR) onDay(day.toString());
        else if (day === null) onEmpty?.();
      }}
      onBlur={() => setTyped({ from: value, day: dayIn(value) })}
    >
      <DateInput className={`day-parts ${className}`}>{(part) => <DateSegment segment={part} className="day-part" />}</DateInput>
    </DateField>
  );
}

function dayIn(text: string): CalendarDate | null {
  return isDay(text) ? parseDate(text) : null;
}
