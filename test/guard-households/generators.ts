import { byShares } from './by-shares.ts';
import { callCentres } from './call-centres.ts';
import { drawn } from './drawn.ts';
import type { Generator } from './household.ts';
import { plain } from './plain.ts';

/** Four ways to make households that share no assumption but the number plan. */
export const generators: readonly Generator[] = [byShares, callCentres, drawn, plain];
