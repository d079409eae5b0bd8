// Days as text, counted without a clock.

const MS_PER_DAY = 86_400_000;

/** The day `count` days after `day`. */
export function daysAfter(day, count) {
  return new Date(Date.parse(day) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day in the middle between two. */
export function between(from, to) {
  return daysAfter(from, Math.floor((Date.parse(to) - Date.parse(from)) / MS_PER_DAY / 2));
}

/** The earlier of two days. */
export function earlier(a, b) {
  return [a, b].sort()[0];
}

/** The months from that of `from` to that of `to`, such as 2026-03. */
export function monthsBetween(from, to) {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, n) => `${Math.floor((first + n) / 12)}-${String(((first + n) % 12) + 1).padStart(2, '0')}`,
  );
}
