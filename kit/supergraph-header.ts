/** An owner whose subgraph is part of a supergraph. */
export interface SupergraphOwner {
  /** Name of the owner and of its subgraph, such as upplands-vasby. */
  readonly name: string;
  /** What the names of its fields begin with, such as upplandsVasby. */
  readonly prefix: string;
  /** Code of the municipality whose rows it may be asked about; null for all. */
  readonly municipality: string | null;
}

const LINE = /^# kommungraf owner ([a-z0-9-]+) prefix=([A-Za-z0-9]+) municipality=(\d{4}|-)$/;

/**
 * Comment lines before a supergraph that say which of its subgraphs are owners'. Engines that do not know them read past
 * them.
 */
export function writeSupergraphHeader(owners: readonly SupergraphOwner[]): string {
  return owners
    .map(
      ({ name, prefix, municipality }) =>
        `# kommungraf owner ${name} prefix=${prefix} municipality=${municipality ?? "-"}\n`,
    )
    .join("");
}

/** The owners that the lines before a supergraph name; what stands further down is not looked at. */
export function readSupergraphHeader(sdl: string): SupergraphOwner[] {
  const owners: SupergraphOwner[] = [];
  for (const line of sdl.split("\n")) {
    const [, name, prefix, municipality] = LINE.exec(line) ?? [];
    if (name === undefined || prefix === undefined) break;
    owners.push({ name, prefix, municipality: municipality === "-" ? null : (municipality ?? null) });
  }
  return owners;
}
