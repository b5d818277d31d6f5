import { printSchema } from "graphql";
import { Agent } from "undici";
import { apolloLogger, createApolloServer, executeApollo } from "../../kit/http";
import { createOutboundAgent } from "../../kit/outbound";
import { createSigningKeys } from "../../kit/signing-keys";
import { useAccess } from "../access/use-access";
import { createByteBudget } from "../datasource/byte-budget";
import { createSubgraphDataSource } from "../datasource/subgraph-data-source";
import { refuseUnplanned } from "../execution/unanswerable";
import { useOperationResolution } from "../execution/use-operation-resolution";
import { HubGateway } from "../hub-gateway";
import { useCostLimit } from "../limits/use-cost-limit";
import { OWNERS_GRAPH } from "../owners/owner-graph";
import { createOwnersDataSource, type OwnersDataSourceOptions } from "../owners/owners-data-source";
import { type PreparedSupergraph, prepareSupergraph } from "../supergraph/prepare";
import { checkRouting } from "../supergraph/routing";
import { createUsageRecorder, type UsageRecorder } from "../usage/recorder";
import { useUsage } from "../usage/use-usage";
import type { BreakerStates, Engine, EngineContext, EngineHooks, EngineSettings, OwnerSettings } from "./types";
import { useOutcome } from "./use-outcome";

/**
 * Builds an engine of this thread, which is busy with it meanwhile.
 * @param breakers what the engine before left
 * @throws Error when the supergraph cannot be served
 */
export async function createEngine(
  sdl: string,
  settings: EngineSettings,
  hooks: EngineHooks,
  breakers: BreakerStates = {},
): Promise<Engine> {
  const { logger } = hooks;
  const overrides = new Map(Object.entries(settings.subgraphUrls));
  const prepared = prepareSupergraph(sdl);
  checkRouting(prepared, overrides);
  const urlOf = ({ name, url }: { name: string; url?: string }) => overrides.get(name) ?? url ?? "";

  const { signingJwks } = settings.owners;
  const keys = signingJwks === undefined ? undefined : await createSigningKeys({ jwks: signingJwks });

  const recorder =
    settings.reportMilliseconds === undefined
      ? undefined
      : createUsageRecorder(hooks.report, logger, settings.reportMilliseconds);
  // No redirects are followed and no proxy variables are read: a subgraph is asked where its routing URL says.
  const agent = new Agent({ connections: 128, keepAliveTimeout: 10_000, connect: { timeout: 5000 } });

  // Looked into when an owner is first called, so what is handed over later counts too.
  const handed: Record<string, unknown> = { ...breakers };
  const sign = keys && ((audience: string) => keys.sign(audience, hooks.issuer()));
  const owners =
    prepared.ownersSchema && ownersOf(prepared, settings.owners, { logger, breakers: handed, recorder, sign });

  const gateway = new HubGateway(
    {
      supergraphSdl: prepared.sdl,
      buildService: ({ name, url }) =>
        (owners && name === OWNERS_GRAPH
          ? owners.dataSource
          : createSubgraphDataSource({
              name,
              url: urlOf({ name, url }),
              agent,
              timeoutMilliseconds: settings.subgraphMilliseconds,
              answerBytes: settings.answerBytes,
              logger,
              supergraph: () => prepared,
              passAuthorization: true,
            })) as never,
      experimental_didResolveQueryPlan: ({ queryPlan, operationContext, requestContext }) =>
        refuseUnplanned(queryPlan, operationContext, requestContext.request.variables),
      experimental_approximateQueryPlanStoreMiB: 30,
      __exposeQueryPlanExperimental: false,
      debug: false,
      validateSupergraph: true,
      logger: apolloLogger(logger),
    },
    () => prepared.entityFields,
  );
  const apollo = createApolloServer<EngineContext>({
    logger,
    source: { gateway },
    maxTokens: settings.limits.tokens,
    plugins: [
      useOperationResolution(),
      useCostLimit(settings.limits, () => prepared.listSizes),
      ...(settings.checkAccess ? [useAccess(prepared.accessRules)] : []),
      ...(recorder ? [useUsage(recorder)] : []),
      useOutcome(),
    ],
  });

  async function close(): Promise<void> {
    recorder?.stop();
    try {
      await apollo.stop();
    } finally {
      await Promise.all([agent.destroy(), owners?.agent.destroy()]);
    }
  }

  try {
    await apollo.start();
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  let schemaText: string | undefined;
  return {
    subgraphs: prepared.subgraphs.map(({ name, url }) => ({ name, url: urlOf({ name, url }) })),
    schemaText() {
      schemaText ??= gateway.schema ? printSchema(gateway.schema) : "";
      return schemaText;
    },
    async execute({ client, purpose, identity = null, authorization, ...question }, { signal, requestId }) {
      const outcome = { clean: false };
      const answer = await executeApollo(apollo, question, { signal, requestId }, () => ({
        signal,
        requestId,
        answers: createByteBudget(settings.requestAnswerBytes),
        client,
        purpose,
        identity,
        authorization,
        outcome,
        ...(purpose === "warm-up" && { dry: true }),
      }));
      return { ...answer, clean: outcome.clean };
    },
    async breakerStates() {
      // An owner that this engine has not called is as the engine before left it.
      const states = { ...handed, ...owners?.dataSource.breakerStates() };
      return Object.fromEntries(Object.entries(states).filter(([owner]) => prepared.owners.has(owner)));
    },
    takeBreakers(states) {
      Object.assign(handed, states);
    },
    lost: new Promise(() => {}),
    stop: close,
  };
}

/** What calls owners: over connections of its own, to public addresses only, and with the hub's token. */
function ownersOf(
  prepared: PreparedSupergraph,
  { loopback, milliseconds, answerBytes }: OwnerSettings,
  {
    recorder,
    ...shared
  }: Pick<OwnersDataSourceOptions, "logger" | "breakers" | "sign"> & {
    recorder: UsageRecorder | undefined;
  },
) {
  const agent = createOutboundAgent({ loopback });
  const dataSource = createOwnersDataSource({
    ...shared,
    agent,
    supergraph: () => prepared,
    limits: { ...(milliseconds !== undefined && { milliseconds }), ...(answerBytes !== undefined && { answerBytes }) },
    onCall({ owner, failure }) {
      // A request that was given up says nothing about the owner.
      if (failure !== "ABORTED") recorder?.countOwnerCall(owner, failure);
    },
  });
  return { agent, dataSource };
}
