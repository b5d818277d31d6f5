import { Command } from "commander";
import { roles } from "../../kit/access";
import { exitCodes } from "../registry/failure";
import { runCommand } from "../registry/run-command";

const notes = `
OWNER is a municipality code of four digits, a funding source such as boverket, or the word hub. The token is written alone
to the standard output, and is good for ten minutes:

  curl -H "authorization: Bearer $(npx kommungraf access-token 2281)" …

Without --issuer it is that of the hub at --hub (KOMMUNGRAF_URL, else http://localhost:4000), and the key that of the
development issuer's client, in DATA_DIRECTORY. With another issuer, give --client-id and --key too.

Exit codes:
  0  done
  1  the issuer refused; its reason is told
  2  used wrongly: a flag, a key that cannot be read
  3  no hub or no issuer answers
`;

/** `kommungraf access-token OWNER`: what a system does to get an access token, in one command. */
export function accessTokenCommand(): Command {
  return new Command("access-token")
    .description("get an access token by client credentials, with private_key_jwt")
    .argument("<owner>", "whose data it is for")
    .option("--role <role>", `one of ${roles.join(", ")}; without it all that the client has`)
    .option("--hub <address>", "the hub's address (KOMMUNGRAF_URL; default: http://localhost:4000)")
    .option("--issuer <address>", "an issuer, as its tokens name it")
    .option("--client-id <id>", "what the issuer calls the system")
    .option("--key <file>", "its private key: a JWK, a JWK set or PEM (PKCS #8)")
    .allowExcessArguments(false)
    .addHelpText("after", notes)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.wrongUse))
    .action((owner, options) =>
      runCommand("access-token", async () => (await import("./get-access-token")).getAccessToken(owner, options)),
    );
}
