import type { KeyboardEvent } from 'react';

/** Arrow keys go from card to card of the board: left and right to the nearest in line, up and down to the nearest above and below. */
export function moveAmongCards(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest('.gate-card') : null;
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
  const [across = 0, down = 0] = step;
  const at = from.getBoundingClientRect();
  const ahead = [...event.currentTarget.querySelectorAll('.gate-card')].flatMap((card) => {
    const box = card.getBoundingClientRect();
    const [x, y] = [box.left - at.left, box.top - at.top];
    const forward = across * x + down * y;
    // What lies aside is farther than what lies ahead.
    return forward > 1 ? [{ card, far: forward + 3 * Math.abs(across === 0 ? x : y) }] : [];
  });
  const nearest = ahead.toSorted((a, b) => a.far - b.far)[0];
  event.preventDefault();
  nearest?.card.querySelector('a')?.focus();
}
