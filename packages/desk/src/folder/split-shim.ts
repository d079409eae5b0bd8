export function splitPlanText(text: string) {
  const sentences: { id: string; paragraph: number; position: number; kind: string; text: string }[] = [];
  text
    .split(/\n\s*\n/)
    .filter((p) => p.trim())
    .forEach((p, i) => {
      (p.trim().match(/[^.!?。！？]+[.!?。！？]+["”」]?|[^.!?。！？]+$/g) ?? [])
        .map((s) => s.trim())
        .filter(Boolean)
        .forEach((s, j) => {
          sentences.push({ id: `p${i + 1}s${j + 1}`, paragraph: i + 1, position: j + 1, kind: 'sentence', text: s });
        });
    });
  return { sentences };
}
