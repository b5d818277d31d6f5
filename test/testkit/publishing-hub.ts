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
  void registryDoor; void token;
  const door: RegistryDoor = {
    async publish(sg, edition = 1) { const o = await hub.registry.publish(localOperator, { owner: sg.publisher.name, sdl: sg.sdl(edition), routingUrl: sg.routingUrl(edition) }); if (o.kind !== "published") throw new Error(JSON.stringify(o)); return o; },
    async rollBack(owner, to) { const o = await hub.registry.rollback(localOperator, owner, to); if (o.kind !== "switched") throw new Error(JSON.stringify(o)); return o; },
    audit: (limit) => hub.registry.audit({ limit }),
  };
  return { ...hub, door };
}
