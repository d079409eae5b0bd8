/** A triangle before what folds: it points at the words while shut, down while open. Drawn, as no font that we ship has it. */
export function FoldSign() {
  return (
    <svg className="fold-sign" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M3 1v8l5-4z" />
    </svg>
  );
}
