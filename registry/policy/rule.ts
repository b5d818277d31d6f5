import type { Finding } from "../findings";
import type { Survey } from "./survey";

/** One thing that a schema must keep to. A rule throws for no schema that parses, and minds only its own business. */
export type Rule = (survey: Survey) => Finding[];
