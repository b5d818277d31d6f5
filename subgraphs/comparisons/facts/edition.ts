/**
 * Which way of computing the read model this is. Whoever changes what any of its columns means raises it, and every hub
 * computes its read model anew at its next start.
 */
export const FACTS_EDITION = 2;
