import { useEffect, useRef, useState } from 'react';

/**
 * A field for a word to look for. The words that an input method is still composing are not sent; what was sent and what is typed are
 * kept apart, so that a slow answer never takes letters back.
 */
export function WordField({
  label,
  value,
  onWord,
  className,
}: {
  readonly label: string;
  readonly value: string;
  readonly onWord: (word: string) => void;
  readonly className?: string;
}) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  const send = (word: string): void => {
    sent.current = word;
    onWord(word);
  };
  return (
    <input
      type="search"
      className={className}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) send(event.target.value);
      }}
      onCompositionEnd={(event) => send(event.currentTarget.value)}
    />
  );
}
