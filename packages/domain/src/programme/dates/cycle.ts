/** One waits for the other: `to` for `from`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** The members of a ring of which each waits for the one before, the first named again at the end; null where there is none. */
export function findCycle(edges: readonly Edge[]): readonly string[] | null {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const next = after.get(from);
    if (next) next.push(to);
    else after.set(from, [to]);
  }
  const done = new Set<string>();
  for (const start of after.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const pending: { readonly node: string; readonly isLeaving: boolean }[] = [{ node: start, isLeaving: false }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { node, isLeaving } = next;
      if (isLeaving) {
        path.pop();
        onPath.delete(node);
        done.add(node);
      } else if (onPath.has(node)) {
        return [...path.slice(path.indexOf(node)), node];
      } else if (!done.has(node)) {
        path.push(node);
        onPath.add(node);
        pending.push({ node, isLeaving: true }, ...(after.get(node) ?? []).map((each) => ({ node: each, isLeaving: false })));
      }
    }
  }
  return null;
}
