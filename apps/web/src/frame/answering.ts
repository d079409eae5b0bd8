import { createContext } from 'react';

/** The department that answers for the record whose page is shown: null for none, undefined where nothing is told of it. */
export const Answering = createContext<string | null | undefined>(undefined);
