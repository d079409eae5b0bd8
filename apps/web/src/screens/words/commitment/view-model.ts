/** The text before the clause, the clause, the text after it; all of the text before where the clause does not stand in it. */
export function cutClause(text: string, clause: string): readonly [string, string, string] {
  const start = clause === '' ? -1 : text.indexOf(clause);
  if (start < 0) return [text, '', ''];
  return [text.slice(0, start), clause, text.slice(start + clause.length)];
}
