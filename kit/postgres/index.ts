export { ensurePostgres, type PostgresOptions, type PostgresServer } from "./ensure-postgres";
export { type LaunchErrorCode, launchErrors, PostgresLaunchError } from "./launch-error";
export { resetPostgres } from "./reset-postgres";
