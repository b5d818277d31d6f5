/**
 * The same rows, after the first of them has come: what is wrong with a statement shows then, while an answer can still say so.
 * @throws what the rows throw before the first of them
 */
export async function firstRowFirst<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let row = first; !row.done; row = await iterator.next()) yield row.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
