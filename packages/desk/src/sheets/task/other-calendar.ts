/** How others name days that are counted otherwise: of the Republic, of an era, of the moon, and others. */
const OTHER_CALENDAR = /民[国國]|令和|平成|昭和|农历|農曆|夏历|阴历|陰曆|腊月|正月|佛[历曆]|回[历曆]|\b(?:minguo|lunar|hijri|buddhist)\b/i;

/** True for a text that names a day of another calendar than the Gregorian. */
export function isOtherCalendar(text: string): boolean {
  return OTHER_CALENDAR.test(text);
}
