import { createContext } from 'react';

/** Whose people may change a record: departments, null for none; `any` where that is each part's own, or not told. */
export type Answering = readonly (string | null)[] | 'any';

/** The department that answers for the record whose page is shown. */
export const AnsweringDepartment = createContext<Answering>('any');
