export { refreshComparisons } from "./facts/refresh";
