/** Worked examples; the help shows them and the tests run them. */
export const examples: readonly { readonly about: string; readonly command: string }[] = [
  {
    about: "Initiatives by theme, municipalities side by side",
    command: "compare --measure initiative-count --by theme,municipality",
  },
  {
    about: "Money by municipality, kind and year: kinds are not added",
    command: "compare --municipalities 0191,2181 --measure amount --by municipality,amount-kind,year",
  },
  {
    about: "What two municipalities have set aside in pots, the largest first, in English",
    command:
      "compare --municipalities Sandviken,Nyköping --measure amount --level pot --by municipality --order value:desc --language en",
  },
  {
    about: "Kronor of the pots per inhabitant of the same year",
    command: "compare --measure amount --level pot --by municipality,year --normalise per-capita",
  },
  {
    about: "The state's share of the pots",
    command: "compare --measure state-share --level pot --by municipality",
  },
  {
    about: "Money by theme so that the rows add up, refused if it would mislead",
    command:
      "compare --municipalities 2181 --measure amount --kinds allocated --by theme --multi-valued fractional --strict",
  },
  {
    about: "For Swedish Excel: a file with decimal commas",
    command: "compare --measure amount --by municipality,amount-kind --format csv --decimals comma --bom > belopp.csv",
  },
];
