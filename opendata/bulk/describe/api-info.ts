import { FOLDER } from "../address";

export const API_NAME = "Kommungraf: datamängder i bulk";
export const API_VERSION = "1.0.0";
const RELEASED = "2026-11-22";

/** What DIGG's REST API profile asks of `api-info`. */
export function apiInfo(publicUrl: string) {
  return {
    apiName: API_NAME,
    apiVersion: API_VERSION,
    apiReleased: RELEASED,
    apiDocumentation: `${publicUrl}${FOLDER}/openapi.json`,
    apiStatus: "active",
  };
}
