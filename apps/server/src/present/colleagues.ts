import type { Colleagues } from '@westgate/contract';
import type { People } from '@westgate/desk';
import { noteAllRead, policy } from '@westgate/domain';
import { callerReader, personNow } from '../caller/caller.ts';

/** People with an account by name, as far as whoever asks may know them: all for those who may see persons, else those of the own department. */
export async function colleaguesKnown(people: People): Promise<Colleagues['items']> {
  // What people are called is told by no deed.
  noteAllRead();
  const reader = callerReader();
  const own = personNow()?.id;
  const isKnown = (id: string, department: string | null): boolean =>
    reader === null || id === own || policy.mayAct(reader, 'see-persons') || (department !== null && department === reader.department);
  return (await people.named()).flatMap(({ id, name, department, state }) =>
    name !== null && state !== 'closed' && isKnown(id, department) ? [{ id, name, department }] : [],
  );
}
