/** Letters of Latin that a line of the narrowest field holds; a Chinese one takes two. */
const LINE = 22;
const MOST_LINES = 6;

/** A field of one paragraph that grows with what is typed, so that nothing of it is cut off. */
export function GrowingField({
  id,
  value,
  lang,
  maxLength,
  placeholder,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly lang?: string | undefined;
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <textarea
      id={id}
      className="field growing"
      lang={lang}
      maxLength={maxLength}
      rows={linesOf(value)}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
    />
  );
}

/** For browsers that do not size a field by its content. */
function linesOf(text: string): number {
  const width = [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
  return Math.min(MOST_LINES, Math.max(1, Math.ceil(width / LINE)));
}
