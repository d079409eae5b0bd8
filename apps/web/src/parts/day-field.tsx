import { type CalendarDate, parseDate } from '@internationalized/date';
import { isDay } from '@westgate/base';
import { lazy, Suspense, useContext, useEffect, useId, useRef, useState } from 'react';
import {
  Button,
  DateField,
  type DateFieldProps,
  DateFieldStateContext,
  DateInput,
  DateSegment,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { DistrictContext } from '../scope/district-context.ts';
import { Loading } from './await.tsx';
import { FoldSign } from './noun-icon.tsx';
import { dayPasted, type TypedDay, typedDay } from './typed-day.ts';

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }));

/** Days before this are a year that is still being typed. */
const FIRST_YEAR = 1000;
/** Characters of a pasted text that are repeated. */
const SHOWN = 40;

type Names = Pick<DateFieldProps<CalendarDate>, 'id' | 'aria-label' | 'aria-describedby'>;

/**
 * A field for a day, its parts in the order of the screen's language, whatever the browser speaks. Digits or arrow keys, a day pasted, or one of the
 * calendar that its button and Alt with the down arrow open; the day is given as soon as it is whole. A year half typed is kept in the field
 * and given to nobody. What is no day of the calendar is never made another: it is said, and no day is held in its place.
 */
export function DayField({
  value,
  onDay,
  onEmpty,
  within = 'district',
  className = '',
  'aria-invalid': isInvalid = false,
  'aria-describedby': describedBy,
  ...names
}: Names & {
  /** A day; empty where none is chosen yet. */
  readonly value: string;
  readonly onDay: (day: string) => void;
  /** All its parts were taken out, or they are no day. Without it the day stays. */
  readonly onEmpty?: () => void;
  /** The days that the calendar offers: those of the district, of them those that have been, or any. */
  readonly within?: 'district' | 'past' | 'any';
  readonly className?: string;
  readonly 'aria-invalid'?: boolean;
}) {
  const word = useWords();
  // Whoever answers from outside has no district before them.
  const district = useContext(DistrictContext)?.district;
  const [isOpen, setOpen] = useState(false);
  const faultId = useId();
  const [shown, setShown] = useState({ of: value, day: dayIn(value) });
  const [refused, setRefused] = useState<string | null>(null);
  const [box, setBox] = useState<Element | null>(null);
  const home = box?.closest('main') ?? null;
  const typed = useRef<TypedDay>({ is: 'empty', text: '' });
  const isLeft = useRef(false);
  const day = shown.of === value ? shown.day : dayIn(value);

  const descriptions = [describedBy, refused === null ? undefined : faultId].filter((id) => id !== undefined);
  const refuse = (text: string): void => {
    setRefused(text);
    if (!onEmpty) return;
    // What was typed stays in sight for as long as the field is typed in.
    setShown({ of: '', day });
    onEmpty();
  };
  const take = (next: string): void => {
    setRefused(null);
    onDay(next);
  };
  const note = (now: TypedDay): void => {
    typed.current = now;
    if (now.is === 'impossible') refuse(now.text);
    else if (now.is === 'unfinished') setRefused(null);
    // Where it is the day of before again, the field tells of no change: 2027-03-01 typed anew was no day at its 0.
    else if (now.is === 'day' && refused !== null && !isLeft.current) take(now.day);
  };
  return (
    <DateField
      {...names}
      {...(descriptions.length > 0 ? { 'aria-describedby': descriptions.join(' ') } : {})}
      className="day-field"
      isInvalid={isInvalid || refused !== null}
      shouldForceLeadingZeros
      value={day}
      onChange={(next) => {
        // On leaving the field the day nearest to an impossible one is offered: nobody typed it.
        if (isLeft.current && typed.current.is === 'impossible') return;
        setShown({ of: value, day: next });
        if (next && next.year >= FIRST_YEAR) take(next.toString());
        else if (next === null) onEmpty?.();
      }}
      onBlur={() => {
        if (typed.current.is === 'unfinished') refuse(typed.current.text);
        setShown({ of: value, day: dayIn(value) });
      }}
    >
      <div ref={setBox} className={`combo day-combo ${className}`}>
        <div
          className="day-paste"
          onKeyDownCapture={(event) => {
            if (!event.altKey || event.key !== 'ArrowDown') return;
            event.preventDefault();
            setOpen(true);
          }}
          onBlurCapture={({ currentTarget, relatedTarget }) => {
            isLeft.current = !currentTarget.contains(relatedTarget);
          }}
          onFocusCapture={() => {
            isLeft.current = false;
          }}
          onPasteCapture={(event) => {
            event.preventDefault();
            const text = event.clipboardData.getData('text').trim();
            const pasted = dayPasted(text);
            if (pasted === null) setRefused(text.slice(0, SHOWN));
            else take(pasted);
          }}
        >
          <DateInput className="day-parts">{(part) => <DateSegment segment={part} className="day-part" />}</DateInput>
        </div>
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button excludeFromTabOrder className="combo-button" aria-label={word('day.open')}>
            <FoldSign />
          </Button>
          <Popover className="popover day-popover" placement="bottom end" offset={2} {...(home ? { UNSTABLE_portalContainer: home } : {})}>
            <Dialog className="day-choice">
              {/* All else is hidden from screen readers while it is open: the page is headed by it. */}
              <Heading slot="title" level={1} className="unseen">
                {names['aria-label'] ?? word('day.calendar')}
              </Heading>
              <Suspense fallback={<Loading />}>
                <DayCalendar
                  value={value}
                  today={district?.today ?? null}
                  first={within === 'any' || !district ? '' : district.days.first}
                  last={within === 'any' || !district ? '' : within === 'past' ? district.today : district.days.last}
                  onDay={(chosen) => {
                    setOpen(false);
                    take(chosen);
                  }}
                />
              </Suspense>
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      <TypedParts onTyped={note} />
      {refused === null ? null : (
        <span id={faultId} role="alert" className="small breach day-refused">
          {word('form.day.refused', { text: refused })}
        </span>
      )}
    </DateField>
  );
}

/** Tells what stands in the parts of the field round it, each time it is something else. */
function TypedParts({ onTyped }: { readonly onTyped: (typed: TypedDay) => void }) {
  const parts = useContext(DateFieldStateContext)?.segments ?? [];
  const typed = typedDay(parts.map((part) => ({ type: part.type, text: part.text, isPlaceholder: part.isPlaceholder })));
  const told = useRef('');
  useEffect(() => {
    if (told.current === `${typed.is} ${typed.text}`) return;
    told.current = `${typed.is} ${typed.text}`;
    onTyped(typed);
  });
  return null;
}

function dayIn(text: string): CalendarDate | null {
  return isDay(text) ? parseDate(text) : null;
}
