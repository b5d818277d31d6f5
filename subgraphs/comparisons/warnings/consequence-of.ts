import type { MultiValuedRule } from "../generated/types";

/** What it does to the rows that a record has several values. */
export const consequenceOf = (rule: MultiValuedRule) =>
  rule === "FULL"
    ? {
        sv: "den räknas i vart och ett av dem, så raderna kan inte läggas ihop.",
        en: "it counts in each of them, so the rows cannot be added up.",
      }
    : {
        sv: "den är delad lika mellan dem, vilket är en konvention och inte något som en källa anger.",
        en: "it is divided evenly between them, which is a convention and nothing that a source states.",
      };
