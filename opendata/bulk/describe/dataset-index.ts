import { FOLDER } from "../address";
import { datasets } from "../catalogue";
import { formats } from "../formats";
import { parametersOf } from "../parameters";

const LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

/** The list of datasets, in both languages. */
export function indexOf(publicUrl: string) {
  const base = `${publicUrl}${FOLDER}`;
  return {
    documentation: { sv: `${base}/openapi.json?language=sv`, en: `${base}/openapi.json?language=en` },
    license: LICENCE,
    datasets: datasets.map((dataset) => ({
      name: dataset.name,
      title: dataset.title,
      description: dataset.description,
      parameters: parametersOf(dataset),
      files: Object.entries(formats).map(([ending, { mediaType }]) => ({
        format: ending,
        mediaType,
        url: `${base}/${dataset.name}.${ending}`,
      })),
      columns: dataset.columns.map(({ name, type, required = false, description }) => ({
        name,
        type,
        required,
        description,
      })),
    })),
  };
}
