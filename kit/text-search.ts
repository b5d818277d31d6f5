import { publicError } from "./errors";
import { raw, type Sql, sql } from "./sql";

const FOLD_FROM = "åäàáâãéèêëíìîïóòôõöøúùûüýçñæ";
const FOLD_TO = "aaaaaaeeeeiiiioooooouuuuycna";

/** Lower case without Swedish and other marks: what a person types on a foreign keyboard. */
const foldSql = (text: string) => `translate(lower(${text}), '${FOLD_FROM}', '${FOLD_TO}')`;

const JOINING = "-_/\\.:@~%?=&#+<>";

/** PostgreSQL takes "Ledning/uppföljning" for a path and "0-6" for 0 and -6; a person looks for the words in them. */
const wordsApartSql = (text: string) => `translate(${text}, '${JOINING}', '${" ".repeat(JOINING.length)}')`;

/**
 * SQL that gives a schema its own text search: functions that fold text and that make a search vector of folded Swedish
 * stems, stop words left out. For migrations.
 */
export function createTextSearchSql(schema: string): string {
  return `
    CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
    CREATE FUNCTION "${schema}".folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$ SELECT ${foldSql("$1")} $$;
    CREATE FUNCTION "${schema}".words_of(name text, aliases text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT concat_ws(' ', name, array_to_string(aliases, ' ')) $$;
    CREATE FUNCTION "${schema}".search_vector(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$ SELECT array_to_tsvector(ARRAY(
        SELECT DISTINCT "${schema}".folded(stem)
        FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.swedish', ${wordsApartSql("$1")}))) AS stem
      )) $$;`;
}

/**
 * The columns and indexes that text search needs on a table.
 * @param aliases whether the table has aliases beside its name
 * @param rest SQL for further text, or undefined
 */
export function addTextSearchSql(
  schema: string,
  table: string,
  { aliases = true, rest }: { aliases?: boolean; rest?: string } = {},
): string {
  const words = aliases ? `"${schema}".words_of(name, aliases)` : "name";
  return `
    ALTER TABLE "${schema}"."${table}"
      ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS ("${schema}".folded(${words})) STORED,
      ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
        ("${schema}".search_vector(${words}${rest ? ` || ' ' || ${rest}` : ""})) STORED;
    CREATE INDEX ON "${schema}"."${table}" USING gin (search);
    CREATE INDEX ON "${schema}"."${table}" USING gin (folded_name public.gin_trgm_ops);`;
}

const LONGEST_TEXT = 200;
const MOST_WORDS = 10;

/**
 * A condition that the row's text matches: every word, in any inflected form or as the beginning of a longer word, with
 * or without Swedish letters; or the whole text as a part of the name ("mammor" in "Stadsdelsmammor").
 * @returns undefined when the text is blank, which filters nothing
 * @throws BAD_USER_INPUT when the text is longer than 200 characters or has more than ten words
 */
export function matchesText(alias: string, text: string | null | undefined): Sql | undefined {
  const wanted = text?.normalize("NFC").trim().toLowerCase() ?? "";
  if (wanted === "") return undefined;
  if (wanted.length > LONGEST_TEXT) {
    throw publicError(
      "BAD_USER_INPUT",
      `filter.text is ${wanted.length} characters long; at most ${LONGEST_TEXT} are read.`,
      {
        argument: "filter.text",
      },
    );
  }
  const words = [...new Set(wanted.match(/[\p{L}\p{N}]+/gu) ?? [])];
  if (words.length > MOST_WORDS) {
    throw publicError("BAD_USER_INPUT", `filter.text has ${words.length} words; at most ${MOST_WORDS} are read.`, {
      argument: "filter.text",
    });
  }
  const query = words.map(beginningWith).join(" & ");
  const part = `%${fold(wanted).replace(/[\\%_]/g, "\\$&")}%`;
  const row = raw(alias);
  return sql`(${row}.search @@ folded(to_tsquery('pg_catalog.swedish', ${query})::text)::tsquery OR ${row}.folded_name LIKE ${part})`;
}

/** The Swedish stemmer leaves the ending of "projektet" on, which would not find "projekt". */
const DEFINITE_NEUTER = /(?<=\p{L}{3})ets?$/u;

/** A single letter is looked for as it is: as a beginning it would stand for a great part of the index. */
function beginningWith(word: string): string {
  if (word.length === 1) return `'${word}'`;
  const bare = word.replace(DEFINITE_NEUTER, "");
  return bare === word ? `'${word}':*` : `('${word}':* | '${bare}':*)`;
}

function fold(text: string): string {
  return [...text.toLowerCase()].map((letter) => FOLD_TO[FOLD_FROM.indexOf(letter)] ?? letter).join("");
}
