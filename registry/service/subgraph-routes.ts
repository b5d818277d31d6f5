import type { FastifyReply, FastifyRequest } from "fastify";
import type { PublishOutcome, SwitchOutcome } from "../outcomes";
import { UnknownOwner } from "../unknown-owner";
import { readableOwner } from "./authenticate";
import { notFound } from "./problem";
import { readJson, readNumber, readSearch } from "./read-request";
import type { Routes } from "./routes";
import { countFor, inTurnOf, type Serving } from "./serving";
import { auditSearch, checkBody, hostsBody, publishBody, rollbackBody } from "./shapes";

/** Checking, publishing, reading and taking back owners' subgraphs, and what was done to them. */
export function subgraphRoutes(serving: Serving): Routes {
  const { registry, bodyBytes, authenticate, publications, checks, switches } = serving;
  return {
    "/registry/check": {
      async POST(request, reply) {
        const actor = await authenticate(request);
        countFor(actor, actor.owner, checks);
        const body = await readJson(request, checkBody, bodyBytes);
        const trial = { ...body, owner: body.owner ?? actor.owner };
        const outcome = await inTurnOf(serving, actor, trial.owner, () => registry.check(actor, trial));
        return sendPrivate(reply, outcome);
      },
    },
    "/registry/subgraphs": {
      GET: async (_request, reply) => sendPublic(reply, await registry.subgraphs()),
    },
    "/registry/subgraphs/:owner": {
      async GET(request, reply) {
        const found = await registry.subgraph(ownerOf(request));
        if (!found) throw notFound("This owner has published nothing.");
        return sendPublic(reply, found);
      },
      async DELETE(request, reply) {
        const actor = await authenticate(request);
        const owner = ownerOf(request);
        countFor(actor, owner, switches);
        return sendSwitch(reply, await registry.remove(actor, owner));
      },
    },
    "/registry/subgraphs/:owner/hosts": {
      async GET(request, reply) {
        const owner = ownerOf(request);
        const found = (await registry.owners()).find(({ name }) => name === owner);
        if (!found) throw new UnknownOwner(owner);
        return sendPublic(reply, { owner, hosts: found.hosts });
      },
      async PUT(request, reply) {
        const actor = await authenticate(request);
        const owner = ownerOf(request);
        const { hosts } = await readJson(request, hostsBody, bodyBytes);
        await registry.setHosts(actor, owner, hosts);
        return sendPrivate(reply, { owner, hosts });
      },
    },
    "/registry/subgraphs/:owner/versions": {
      async POST(request, reply) {
        const actor = await authenticate(request);
        const owner = ownerOf(request);
        countFor(actor, owner, publications);
        const body = await readJson(request, publishBody, bodyBytes);
        const submission = { owner, ...body };
        const outcome = await inTurnOf(serving, actor, owner, () => registry.publish(actor, submission));
        return sendPublish(reply, owner, outcome);
      },
    },
    "/registry/subgraphs/:owner/versions/:number": {
      async GET(request, reply) {
        const number = readNumber((request.params as { number?: string }).number);
        const found = number === undefined ? undefined : await registry.version(ownerOf(request), number);
        if (!found) throw notFound("This owner has no version of that number.");
        return sendPublic(reply, found);
      },
    },
    "/registry/subgraphs/:owner/rollback": {
      async POST(request, reply) {
        const actor = await authenticate(request);
        const owner = ownerOf(request);
        countFor(actor, owner, switches);
        const { to } = await readJson(request, rollbackBody, bodyBytes);
        return sendSwitch(reply, await registry.rollback(actor, owner, to));
      },
    },
    "/registry/audit": {
      async GET(request, reply) {
        const actor = await authenticate(request);
        const { owner, ...filter } = readSearch(request, auditSearch);
        return sendPrivate(reply, await registry.audit({ ...filter, owner: readableOwner(actor, owner) }));
      },
    },
  };
}

const ownerOf = (request: FastifyRequest) => (request.params as { owner: string }).owner;

export const sendPublic = (reply: FastifyReply, body: unknown) => reply.header("cache-control", "no-cache").send(body);

export const sendPrivate = (reply: FastifyReply, body: unknown) => reply.header("cache-control", "no-store").send(body);

export const sendSwitch = (reply: FastifyReply, outcome: SwitchOutcome) =>
  sendPrivate(reply.code(outcome.kind === "refused" ? 409 : 200), outcome);

function sendPublish(reply: FastifyReply, owner: string, outcome: PublishOutcome): FastifyReply {
  if (outcome.kind === "published") {
    reply.code(201).header("location", `/registry/subgraphs/${owner}/versions/${outcome.version}`);
  } else if (outcome.kind === "rejected") reply.code(422);
  return sendPrivate(reply, outcome);
}
