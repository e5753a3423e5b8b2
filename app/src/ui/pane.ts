import { createContext } from 'react';

/** Whether a screen stands beside the one that the window is about: then it is a section, and the other one is the page's main part. */
export const IsBeside = createContext(false);
