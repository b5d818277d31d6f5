import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rooms } from "../../cli/rooms";
import { defaultTimeouts } from "../../gateway/gateway";
import { readAccessRules } from "../../kit/access";
import { projectRoot } from "../../kit/project-root";
import { readSubgraphSchema } from "../../kit/subgraph-schema";
import { startMunicipalSubgraph } from "../testkit/municipal-subgraph";
import { until } from "../testkit/until";
import { addressesIn } from "./addresses";
import { type ComposeService, parseComposeFile, readComposeFile, serviceOf } from "./compose-file";
import { type Container, startContainer } from "./container";
import { commandIn, copiesIn, dockerfileText, environmentOf, readDockerfile, type Stage, textsOf } from "./dockerfile";
import { createEmptyDatabase, type EmptyDatabase } from "./empty-database";
import { findFreePorts } from "./free-ports";
import { layOutImage } from "./lay-out-image";
import { createProject, type Project } from "./project";

const stages = readDockerfile();
const runtime = stages.at(-1) as Stage;
const written = parseComposeFile();
const file = readComposeFile({ POSTGRES_PASSWORD: "not-a-secret" });
const services = Object.entries(file.services);
const roomNames = rooms.map(({ name }) => name);
const ours = services.filter(([name]) => name !== "postgres");

describe("docker-compose.yml", () => {
  it("runs the database, the loader, each subgraph, the registry and the gateway as services of their own", () => {
    expect(Object.keys(file.services)).toEqual(["postgres", "load", ...roomNames, "registry", "gateway"]);
    for (const { name, port } of rooms) {
      const { command, environment } = serviceOf(file, name);
      expect(command).toEqual(["node", "dist/cli/main.js", "subgraph", name]);
      expect(environment?.PORT).toBe(String(port));
    }
  });

  it("makes one image for all of ours, and takes the database's by major and minor version", () => {
    expect(ours.filter(([, { build }]) => build !== undefined)).toHaveLength(1);
    expect(new Set(ours.map(([, { image, pull_policy }]) => `${image} ${pull_policy}`))).toEqual(
      new Set(["kommungraf:local never"]),
    );
    expect(serviceOf(file, "postgres").image).toMatch(/^postgres:\d+\.\d+-bookworm$/);
  });

  it("holds no secret and does not start without one", () => {
    for (const { environment = {} } of Object.values(written.services)) {
      for (const [variable, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|TOKEN|KEY/.test(variable)) {
          expect(value).toMatch(/^\$\{(POSTGRES_PASSWORD:\?[^}]+|HUB_SIGNING_KEYS:-|WEBHOOK_KEY:-)\}$/);
        }
      }
    }
    for (const [, { environment }] of services) {
      if (environment?.DATABASE_URL) expect(new URL(environment.DATABASE_URL).password).toBe("");
    }
    expect(() => readComposeFile({})).toThrow(/POSTGRES_PASSWORD is missing a value: choose one/);
    expect(() => readComposeFile({ POSTGRES_PASSWORD: "" })).toThrow(/POSTGRES_PASSWORD/);
  });

  it("publishes the gateway alone, to this machine alone", () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(["gateway"]);
    expect(serviceOf(file, "gateway").ports).toEqual(["127.0.0.1:4000:4000"]);
    const elsewhere = readComposeFile({ POSTGRES_PASSWORD: "not-a-secret", PORT: "8080" });
    expect(serviceOf(elsewhere, "gateway")).toMatchObject({
      ports: ["127.0.0.1:8080:4000"],
      environment: { PORT: "4000" },
    });
  });

  it("names only services that are there, listen on that port and share a network", () => {
    const portOf = (name: string) => (name === "postgres" ? "5432" : serviceOf(file, name).environment?.PORT);
    const links = services.flatMap(([name, service]) =>
      Object.entries(service.environment ?? {})
        .filter(([variable]) => variable !== "PUBLIC_URL")
        .flatMap(([, text]) => addressesIn(text))
        .map((address) => ({ name, service, address })),
    );
    // Whatever is not the database's has its address, and the gateway that of each subgraph and of the registry.
    expect(links).toHaveLength(ours.length + roomNames.length + 1);
    for (const { service, address } of links) {
      const [host = "", port] = address.split(":");
      expect(portOf(host)).toBe(port);
      expect(service.networks?.filter((each) => serviceOf(file, host).networks?.includes(each))).not.toEqual([]);
    }
  });

  it.each([
    ["the comparisons", "for their permalinks", "comparisons"],
    ["the funding", "for the access tokens that it takes", "funding"],
    ["the open data", "for the access tokens that it takes", "opendata"],
    ["the gateway", "for the tokens that it signs calls with", "gateway"],
    ["the registry", "for the tokens that it tries subgraphs with", "registry"],
  ])("tells %s where the public reaches the hub, %s", (_who, _why, name) => {
    const publicUrl = (environment: Record<string, string>) =>
      serviceOf(readComposeFile({ POSTGRES_PASSWORD: "not-a-secret", ...environment }), name).environment?.PUBLIC_URL;
    expect(publicUrl({})).toBe("http://localhost:4000");
    expect(publicUrl({ PORT: "8080" })).toBe("http://localhost:8080");
    expect(publicUrl({ PORT: "8080", PUBLIC_URL: "https://hub.example" })).toBe("https://hub.example");
  });

  it("gives the gateway the address of every subgraph", () => {
    const { SUBGRAPH_URLS = "" } = serviceOf(file, "gateway").environment ?? {};
    expect(SUBGRAPH_URLS.split(/,\s*/)).toEqual(
      rooms.map(({ name, port }) => `${name}=http://${name}:${port}/graphql`),
    );
  });

  it("tells the gateway and every room with something to keep of the issuers of access tokens", () => {
    const issuers = '[{"issuer":"https://issuer.example"}]';
    const told = Object.entries(
      readComposeFile({ POSTGRES_PASSWORD: "not-a-secret", OAUTH_ISSUERS: issuers }).services,
    ).filter(([, { environment }]) => environment?.OAUTH_ISSUERS === issuers);
    const keeping = roomNames.filter((name) => readAccessRules(readSubgraphSchema(name)).size > 0);
    expect(keeping).toEqual(["funding", "opendata"]);
    expect(told.map(([name]) => name)).toEqual([...keeping, "gateway"]);
  });

  it("keeps all but those who ask owners, issuers or webhooks on internal networks", () => {
    const outside = ["funding", "opendata", "gateway", "registry"];
    for (const [name, { networks = [] }] of services) {
      const waysOut = networks.filter((each) => !file.networks[each]?.internal);
      expect(networks).not.toHaveLength(0);
      expect([name, waysOut]).toEqual([name, outside.includes(name) ? ["edge"] : []]);
    }
  });

  it("lets the gateway and the registry sign with the same keys", () => {
    const [gateway, registry] = [serviceOf(file, "gateway"), serviceOf(file, "registry")];
    expect(gateway.volumes).toEqual(registry.volumes);
    expect(registry.environment?.HUB_SIGNING_KEYS).toBe(gateway.environment?.HUB_SIGNING_KEYS);
  });

  it("starts each service when what it needs is there", () => {
    expect(serviceOf(file, "load").depends_on).toEqual({ postgres: { condition: "service_healthy" } });
    for (const name of [...roomNames, "registry"]) {
      expect(serviceOf(file, name).depends_on).toEqual({ load: { condition: "service_completed_successfully" } });
    }
    expect(serviceOf(file, "gateway").depends_on).toEqual(
      Object.fromEntries([...roomNames, "registry"].map((name) => [name, { condition: "service_healthy" }])),
    );
  });

  it("asks every service that serves whether it is ready", () => {
    for (const name of [...roomNames, "registry", "gateway"]) {
      const { test = [] } = serviceOf(file, name).healthcheck ?? {};
      expect(test.slice(0, 2)).toEqual(["CMD", "node"]);
      expect(test.at(-1)).toContain("/health/ready");
    }
    expect(serviceOf(file, "postgres").healthcheck?.test?.[1]).toMatch(/^pg_isready --host=127\.0\.0\.1 /);
    expect(serviceOf(file, "load").healthcheck).toEqual({ disable: true });
  });

  it("lets no process write to its image, gain a privilege, take all memory or be root", () => {
    for (const [name, service] of services) {
      expect({ name, ...service }).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        restart: name === "load" ? "no" : "unless-stopped",
      });
      expect(service.privileged).toBeUndefined();
      expect(service.user).toBe(name === "postgres" ? "postgres" : undefined);
      const volumes: Record<string, string[]> = {
        postgres: ["postgres:/var/lib/postgresql"],
        opendata: ["opendata:/data"],
        registry: ["hub:/data"],
        gateway: ["hub:/data"],
      };
      expect(service.volumes).toEqual(volumes[name]);
    }
  });

  it("waits longer for a stop than requests under way may take to finish", () => {
    const seconds = ({ stop_grace_period = "" }: ComposeService) => Number(/^(\d+)s$/.exec(stop_grace_period)?.[1]);
    const { drainMilliseconds, graceMilliseconds } = defaultTimeouts;
    for (const [, service] of services) {
      expect(seconds(service) * 1000).toBeGreaterThan(drainMilliseconds + 2 * graceMilliseconds);
    }
  });
});

describe("Dockerfile", () => {
  it("has stages, each on the one Node.js image by its minor version or on another stage", () => {
    const names = stages.map(({ name }) => name);
    expect(names).toEqual(["base", "build", "packages", "runtime"]);
    const [major, minor] = readFileSync(join(projectRoot, ".nvmrc"), "utf8").trim().split(".");
    for (const { from } of stages) expect([`node:${major}.${minor}-bookworm-slim`, ...names]).toContain(from);
    expect(runtime.from).toMatch(/^node:/);
  });

  it("installs what the code needs to run and neither tools nor the embedded database", () => {
    const packages = stages.find(({ name }) => name === "packages") as Stage;
    expect(textsOf(packages, "RUN")).toEqual([expect.stringMatching(/npm ci .*--omit=dev --omit=optional$/)]);
  });

  it("copies into the image only what is there and not ignored", () => {
    const ignored = readFileSync(join(projectRoot, ".dockerignore"), "utf8").split("\n");
    const sources = stages
      .flatMap(copiesIn)
      .filter(({ from }) => from === undefined)
      .flatMap((copy) => copy.sources);
    for (const source of sources) {
      expect([source, existsSync(join(projectRoot, source))]).toEqual([source, true]);
      expect(ignored).not.toContain(source.split("/")[0]);
    }
  });

  it("runs node as an ordinary user, by number", () => {
    expect(textsOf(runtime, "USER")).toEqual(["1000:1000"]);
    expect(commandIn(textsOf(runtime, "CMD")[0] ?? "").slice(0, 2)).toEqual(["node", "dist/cli/main.js"]);
    expect(textsOf(runtime, "ENTRYPOINT")).toEqual([]);
    expect(environmentOf(runtime)).toEqual({
      NODE_ENV: "production",
      HOST: "0.0.0.0",
      PORT: "4000",
      DATA_DIRECTORY: "/data",
    });
    expect(textsOf(runtime, "RUN")).toEqual(["install -d -o 1000 -g 1000 /data"]);
  });

  it("holds no secret", () => {
    const variables = stages.flatMap((stage) => [...textsOf(stage, "ENV"), ...textsOf(stage, "ARG")]);
    expect(variables.filter((text) => /password|secret|token|key|database/i.test(text))).toEqual([]);
    expect(dockerfileText).not.toContain("postgres://");
    const ignored = readFileSync(join(projectRoot, ".dockerignore"), "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".env*", ".git", ".data", "node_modules", "dist"]));
  });
});

describe("the same processes without Docker", () => {
  let folder: string;
  /** In the place of /data. */
  let data: string;
  let database: EmptyDatabase;
  let project: Project;
  let whole: Container | undefined;
  let environment: Record<string, string>;

  const listing = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => !path.startsWith("node_modules"))
      .sort();
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query gives them
  const ask = async (url: string, query: string): Promise<any> => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };

  const databaseEnvironment = () => ({
    DATABASE_URL: `postgres://${database.user}@${database.address}/${database.name}`,
    PGPASSWORD: database.password,
  });
  const kommungraf = async (args: string[], given: Record<string, string>) => {
    const command = startContainer({
      name: args.join(" "),
      folder,
      command: ["node", "dist/cli/main.js", ...args],
      environment: { ...environment, ...given },
    });
    return { exit: await command.ended, output: command.output() };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kommungraf-image-"));
    data = await mkdtemp(join(tmpdir(), "kommungraf-data-"));
    // Owners' subgraphs of the test are on this machine.
    environment = { ...environmentOf(runtime), DATA_DIRECTORY: data, LOOPBACK_SUBGRAPHS: "on" };
    database = await createEmptyDatabase();
    await layOutImage(runtime, folder);
    project = await createProject({
      file: readComposeFile({
        POSTGRES_PASSWORD: database.password,
        POSTGRES_USER: database.user,
        POSTGRES_DB: database.name,
        LOG_LEVEL: "warn",
      }),
      folder,
      environment,
      present: { name: "postgres", address: "postgres:5432", place: database.address },
    });
  }, 180_000);

  afterAll(async () => {
    await project?.kill();
    await whole?.stop("SIGKILL");
    await database?.drop();
    for (const each of [folder, data]) await rm(each, { recursive: true, force: true });
  });

  it("come up in order, answer a federated query, load again without a change, and stop with 0", async () => {
    const before = listing();
    await project.up();

    const ready = await fetch(`${project.gatewayUrl}/health/ready`);
    expect(await ready.json()).toEqual({
      status: "ready",
      graph: "ok",
      supergraph: expect.stringMatching(/^[0-9a-f]{64}$/),
      subgraphs: Object.fromEntries(roomNames.map((name) => [name, "up"])),
    });
    const question = `{
      initiatives(first: 100) { totalCount nodes { municipality { name } leadOrganisations { name } allocations { amount { value } } } }
      municipality(code: "2281") { name areas { totalCount } initiatives { totalCount } pots { name } grants { totalCount } }
    }`;
    const answer = await ask(project.gatewayUrl, question);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.initiatives.totalCount).toBe(41);
    const named = new Set(
      answer.data.initiatives.nodes.map((each: { municipality: { name: string } }) => each.municipality.name),
    );
    expect([...named].sort()).toEqual(["Nyköping", "Sandviken", "Sigtuna", "Sundsvall"]);
    expect(answer.data.municipality).toMatchObject({ name: "Sundsvall", initiatives: { totalCount: 10 } });

    const { data: compared } = await ask(
      project.gatewayUrl,
      "{ comparison(input: { measure: INITIATIVE_COUNT, groupBy: [MUNICIPALITY] }) { total csvUrl } }",
    );
    expect(compared.comparison.total).toBe(40);
    expect(compared.comparison.csvUrl.startsWith(`${project.gatewayUrl}/comparisons/`)).toBe(true);
    expect(await (await fetch(compared.comparison.csvUrl)).text()).toMatch(/^municipality,.*\r?\n0191,Sigtuna,/);

    const page = await fetch(project.gatewayUrl, { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);

    const token = await kommungraf(["token", "create", "sandviken"], databaseEnvironment());
    const [secret = ""] = token.output.split("\n").filter((line) => line.startsWith("kgt_"));
    const subgraph = await startMunicipalSubgraph({ name: "sandviken", prefix: "sandviken", code: "2181" });
    try {
      const published = await kommungraf(["subgraph", "publish", "--url", subgraph.routingUrl()], {
        KOMMUNGRAF_URL: project.gatewayUrl,
        KOMMUNGRAF_TOKEN: secret,
      });
      expect(published).toEqual({ exit: 0, output: expect.stringMatching(/^Version 1 of sandviken is live/m) });
      const own = '{ municipality(code: "2181") { name sandviken { note } } }';
      await until("Sandviken's field", async () => (await ask(project.gatewayUrl, own)).data?.municipality.sandviken);
      const supergraph = await (await fetch(`${project.gatewayUrl}/supergraph.graphql`)).text();
      expect(supergraph).toMatch(/^# kommungraf owner sandviken /);
      expect(readdirSync(data).sort()).toEqual(["signing-keys.json", "supergraph.graphql"]);
    } finally {
      await subgraph.stop();
    }

    const again = await project.run("load");
    expect(again.exit).toBe(0);
    expect(again.output.trim().split("\n")).toEqual(
      readdirSync(join(folder, "seeds"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(() => expect.stringMatching(/: unchanged$/)),
    );
    expect(await ask(project.gatewayUrl, question)).toEqual(answer);

    expect(await project.down()).toEqual(
      Object.fromEntries(["load", ...roomNames, "registry", "gateway"].map((name) => [name, 0])),
    );
    // The file system of a container is read-only.
    expect(listing()).toEqual(before);
  }, 300_000);

  it("make a project for a municipality", async () => {
    const made = join(data, "project");
    const { exit } = await kommungraf(["subgraph", "init", made, "--owner", "sandviken"], {});
    expect([exit, readdirSync(made)]).toEqual([0, expect.arrayContaining(["package.json", "schema.graphql", "src"])]);
  });

  it("run as one when the image is started by itself", async () => {
    const [port] = await findFreePorts(1);
    whole = startContainer({
      name: "kommungraf",
      folder,
      command: commandIn(textsOf(runtime, "CMD")[0] ?? ""),
      environment: {
        ...environment,
        PORT: String(port),
        ...databaseEnvironment(),
      },
    });
    await whole.healthy(["CMD", ...commandIn(textsOf(runtime, "HEALTHCHECK")[0] ?? "")]);
    expect(await ask(`http://127.0.0.1:${port}`, "{ initiatives { totalCount } }")).toMatchObject({
      data: { initiatives: { totalCount: 41 } },
    });
    expect(await whole.stop()).toBe(0);
  }, 300_000);
});
