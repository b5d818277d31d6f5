/**
 * The header in which a gateway tells a service behind it from whom a request comes: a name that is always the same for one
 * caller, and from which nobody can read an address.
 */
export const CALLER_HEADER = "x-kommungraf-caller";
