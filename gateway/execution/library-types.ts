import type { ApolloGateway, GatewayConfig } from "@apollo/gateway";

/** Types that the gateway library uses in its options without exporting them. */
type PlanHook = NonNullable<GatewayConfig["experimental_didResolveQueryPlan"]>;
type PlanHookOptions = Parameters<PlanHook>[0];

export type QueryPlan = PlanHookOptions["queryPlan"];
export type OperationContext = PlanHookOptions["operationContext"];
export type GatewayExecutor = ApolloGateway["executor"];
