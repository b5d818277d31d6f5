/** SQL for the values of a text array, each once, in the order of their bytes: the same content is the same array. */
export const distinctSql = (array: string): string =>
  `ARRAY(SELECT DISTINCT v COLLATE "C" FROM unnest(${array}) AS v ORDER BY 1)`;

/** SQL for the values of a group of rows, each once, in the order of their bytes; an empty array without any. */
export const distinctAggregateSql = (value: string, where = `${value} IS NOT NULL`): string =>
  `coalesce(array_agg(DISTINCT ${value} COLLATE "C") FILTER (WHERE ${where}), '{}')`;
