/** A record in whole units, so that it divides evenly between up to twenty codes: the least common multiple of 1 to 20. */
export const RECORD_UNITS = 232_792_560;
