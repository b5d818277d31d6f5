import { join } from "node:path";
import type { DevelopmentClient } from "../issuer";
import { HUB_OWNER } from "../kit/access";

/** What a client of the development issuer is called; there is one for each owner. */
export const developmentClientOf = (owner: string) => `development-${owner}`;

/** The four founding municipalities. */
const reporters = ["0191", "0480", "2181", "2281"].map((owner) => clientOf(owner, ["reporter"]));
const agencies = ["boverket", "tillvaxtverket"].map((owner) => clientOf(owner, ["reader", "reviewer"]));

/** Who gets tokens of the development issuer. */
export const developmentClients: readonly DevelopmentClient[] = [
  ...reporters,
  ...agencies,
  clientOf(HUB_OWNER, ["operator"]),
];

function clientOf(owner: string, roles: DevelopmentClient["roles"]): DevelopmentClient {
  return { id: developmentClientOf(owner), owner, roles };
}

/** Where the development issuer keeps its keys and those of its clients. */
export const developmentIssuerFolder = (dataDirectory: string) => join(dataDirectory, "development-issuer");
