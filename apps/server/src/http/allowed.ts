import type { FastifyInstance } from 'fastify';

/** Which methods an address takes, so that a wrong method can be told from a wrong address. */
export class AllowedMethods {
  readonly #routes: { readonly method: string; readonly parts: readonly string[] }[] = [];

  /** Learns every route that is added to `app` from now on. */
  learn(app: FastifyInstance): void {
    app.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) this.#routes.push({ method: each, parts: url.split('/') });
    });
  }

  /** The methods `path` takes; empty where there is no such address. */
  at(path: string): readonly string[] {
    const parts = path.split('/');
    const fitting = this.#routes.filter((route) => !route.parts.includes('*') && fits(route.parts, parts));
    return [...new Set(fitting.map((route) => route.method))];
  }
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return pattern.length === parts.length && pattern.every((part, index) => part.startsWith(':') || part === parts[index]);
}
