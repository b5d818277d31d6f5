import { accessVariables, tokensOf } from "./access";
import { createClosers } from "./closers";
import { countVariable, hostVariable, logLevelVariable, portVariable, publicUrlVariable, readConfig } from "./config";
import { databaseServerVariables, openDatabaseServer } from "./database-server";
import { hubVariables, isLoopbackAllowed, webhookKeyFile } from "./hub-variables";
import { createLogger } from "./logger";
import type { Room } from "./room";
import { runUntilStopped } from "./run-until-stopped";
import { createSealedBox } from "./sealed-box";

/** Reads the environment, brings the room's schema up to date and serves the subgraph until told to stop. */
export async function runRoom(room: Room): Promise<void> {
  await runUntilStopped(room.name, async () => {
    const config = readConfig({
      HOST: hostVariable,
      PORT: portVariable(room.port),
      ...databaseServerVariables,
      DATABASE_POOL: countVariable(10, "connections"),
      PUBLIC_URL: publicUrlVariable.default("http://localhost:4000"),
      ...accessVariables,
      DATA_DIRECTORY: hubVariables.DATA_DIRECTORY,
      WEBHOOK_KEY: hubVariables.WEBHOOK_KEY,
      LOOPBACK_SUBGRAPHS: hubVariables.LOOPBACK_SUBGRAPHS,
      REQUEST_TIMEOUT_MS: countVariable(20_000, "milliseconds"),
      LOG_LEVEL: logLevelVariable,
    });
    const logger = createLogger({ name: room.name, level: config.LOG_LEVEL });
    const closers = createClosers();
    try {
      const postgres = await openDatabaseServer(config);
      closers.add(() => postgres.stop());
      const database = room.createDatabase({ url: postgres.url, logger, poolSize: config.DATABASE_POOL });
      closers.add(() => database.close());
      await database.migrate();
      await database.connect();
      const options = {
        database,
        logger,
        requestMilliseconds: config.REQUEST_TIMEOUT_MS,
        publicUrl: () => config.PUBLIC_URL,
        sealedBox: createSealedBox({ key: config.WEBHOOK_KEY, file: webhookKeyFile(config.DATA_DIRECTORY) }),
        loopback: isLoopbackAllowed(config),
        tokens: tokensOf(config.OAUTH_ISSUERS, config.PUBLIC_URL, logger),
      };
      const service = room.createSubgraph(options);
      const { url } = await service.start({ host: config.HOST, port: config.PORT });
      closers.add(() => service.stop());
      const work = room.startWork?.(options);
      closers.add(async () => work?.stop());
      logger.info({ url: `${url}/graphql` }, "serving");
      return closers.closeAll;
    } catch (error) {
      await closers.closeAll();
      throw error;
    }
  });
}
