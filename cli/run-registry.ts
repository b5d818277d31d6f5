import { createClosers } from "../kit/closers";
import { hostVariable, logLevelVariable, portVariable, publicUrlVariable, readConfig } from "../kit/config";
import { databaseServerVariables, openDatabaseServer } from "../kit/database-server";
import { hubVariables, isLoopbackAllowed, signingKeysFile } from "../kit/hub-variables";
import { createLogger } from "../kit/logger";
import { runUntilStopped } from "../kit/run-until-stopped";
import { createSigningKeys } from "../kit/signing-keys";
import { createRegistryDatabase } from "../registry";
import { registrySettings, registryVariables } from "./registry-variables";
import { startRegistry } from "./start-registry";

/** Reads the environment, brings the registry's schema up to date and serves it until told to stop. */
export async function runRegistry(): Promise<void> {
  await runUntilStopped("registry", async () => {
    const config = readConfig({
      HOST: hostVariable,
      PORT: portVariable(4006),
      PUBLIC_URL: publicUrlVariable.default("http://localhost:4000"),
      LOG_LEVEL: logLevelVariable,
      ...databaseServerVariables,
      ...hubVariables,
      ...registryVariables,
    });
    const logger = createLogger({ name: "registry", level: config.LOG_LEVEL });
    const closers = createClosers();
    try {
      const postgres = await openDatabaseServer(config);
      closers.add(() => postgres.stop());
      await createRegistryDatabase({ url: postgres.url, logger }).migrate();
      const { url, lookAfter, stop } = await startRegistry({
        databaseUrl: postgres.url,
        logger,
        host: config.HOST,
        port: config.PORT,
        keys: await createSigningKeys({
          jwks: config.HUB_SIGNING_KEYS,
          file: signingKeysFile(config.DATA_DIRECTORY),
        }),
        publicUrl: () => config.PUBLIC_URL,
        loopback: isLoopbackAllowed(config),
        ...registrySettings(config),
      });
      closers.add(stop);
      lookAfter();
      logger.info({ url }, "serving");
      return closers.closeAll;
    } catch (error) {
      await closers.closeAll();
      throw error;
    }
  });
}
