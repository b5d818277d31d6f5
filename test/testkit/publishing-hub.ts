import { localOperator, OPERATOR } from "../../registry";
import type { Template } from "./database";
import { startTestHub, type TestHub } from "./hub";
import { type RegistryDoor, registryDoor } from "./registry-door";

/** A hub that owners publish to, whose engines are threads as in earnest. */
export interface PublishingHub extends TestHub {
  /** The registry's public API, as the operator. */
  readonly door: RegistryDoor;
}

export async function startPublishingHub(template: Template): Promise<PublishingHub> {
  const hub = await startTestHub(template, { engine: "thread" });
  const { token } = await hub.registry.tokens.create(localOperator, { owner: OPERATOR, days: 1 });
  return { ...hub, door: registryDoor(hub, token) };
}
