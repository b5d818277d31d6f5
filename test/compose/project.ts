import { relocate } from "./addresses";
import { type ComposeFile, type Condition, serviceOf } from "./compose-file";
import { type Container, startContainer } from "./container";
import { findFreePorts } from "./free-ports";

type Exit = number | NodeJS.Signals;

export interface Project {
  /** Where the gateway is, in place of the published port. */
  readonly gatewayUrl: string;
  /** Starts every service, each when what it depends on has come as far as the file says. */
  up(): Promise<void>;
  /** Runs a service that ends by itself once more. */
  run(name: string): Promise<{ exit: Exit; output: string }>;
  /** Stops every service, the last to start first. */
  down(): Promise<Record<string, Exit>>;
  /** Ends what still runs, whatever state it is in. */
  kill(): Promise<void>;
}

export interface ProjectOptions {
  readonly file: ComposeFile;
  /** Laid out as the image is. */
  readonly folder: string;
  /** What the image sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** A service that is there already, by name, with its address in the file and here. */
  readonly present: { readonly name: string; readonly address: string; readonly place: string };
}

/** The services of a compose file as processes of this machine; nothing but their addresses is exchanged. */
export async function createProject({ file, folder, environment, present }: ProjectOptions): Promise<Project> {
  const names = Object.keys(file.services).filter((name) => name !== present.name);
  const ports = new Map<string, number>();
  const places = new Map([[present.address, present.place]]);
  const listening = names.filter((name) => serviceOf(file, name).environment?.PORT !== undefined);
  for (const [index, port] of (await findFreePorts(listening.length)).entries()) {
    const name = listening[index] ?? "";
    ports.set(name, port);
    places.set(`${name}:${serviceOf(file, name).environment?.PORT}`, `127.0.0.1:${port}`);
    for (const published of serviceOf(file, name).ports ?? []) {
      places.set(`localhost:${published.split(":").at(-2)}`, `127.0.0.1:${port}`);
    }
  }

  const started = new Map<string, Container>();
  const launches = new Map<string, Promise<Container>>();
  const reached = new Map<string, Promise<void>>();

  function start(name: string): Container {
    const { command = [], environment: given = {} } = serviceOf(file, name);
    const here = Object.fromEntries(Object.entries(given).map(([key, text]) => [key, relocate(text, places)]));
    const port = ports.get(name);
    return startContainer({
      name,
      folder,
      command,
      environment: { ...environment, ...here, ...(port === undefined ? {} : { PORT: String(port) }) },
    });
  }

  async function launch(name: string): Promise<Container> {
    const dependencies = Object.entries(serviceOf(file, name).depends_on ?? {});
    await Promise.all(dependencies.map(([dependency, { condition }]) => reach(dependency, condition)));
    const container = start(name);
    started.set(name, container);
    return container;
  }

  async function wait(name: string, condition: Condition): Promise<void> {
    if (!launches.has(name)) launches.set(name, launch(name));
    const container = await (launches.get(name) as Promise<Container>);
    if (condition === "service_healthy") await container.healthy(serviceOf(file, name).healthcheck?.test ?? []);
    if (condition === "service_completed_successfully" && (await container.ended) !== 0) {
      throw new Error(`${name} ended with ${await container.ended}; it said:\n${container.output()}`);
    }
  }

  async function reach(name: string, condition: Condition): Promise<void> {
    if (name === present.name) return;
    const key = `${name} ${condition}`;
    if (!reached.has(key)) reached.set(key, wait(name, condition));
    await reached.get(key);
  }

  return {
    gatewayUrl: `http://127.0.0.1:${ports.get("gateway")}`,
    async up() {
      await Promise.all(
        names.map((name) => reach(name, ports.has(name) ? "service_healthy" : "service_completed_successfully")),
      );
    },
    async run(name) {
      const container = start(name);
      return { exit: await container.ended, output: container.output() };
    },
    async down() {
      const exits: Record<string, Exit> = {};
      for (const [name, container] of [...started].reverse()) exits[name] = await container.stop();
      return exits;
    },
    async kill() {
      await Promise.all([...started.values()].map((container) => container.stop("SIGKILL")));
    },
  };
}
