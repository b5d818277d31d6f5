import type { Finding, FindingCode } from "../findings";
import { type Answer, type AskFailure, askEndpoint, type EndpointOptions, type ProbeLimits } from "./ask-endpoint";
import { differenceFindings } from "./difference-findings";
import { describeQuestion, entityFindings } from "./entity-findings";
import { type EntityQuestion, entityQuestions } from "./entity-questions";
import { lookUpSchema } from "./look-up-schema";
import { endpointAt, probeError } from "./probe-finding";
import type { Probe, ProbeSubject } from "./subject";

export interface ProbeOptions extends Omit<EndpointOptions, "limits"> {
  readonly limits?: Partial<ProbeLimits>;
}

/** The same as a gateway gives an owner's service, or what passes here would fail there. */
export const defaultProbeLimits: ProbeLimits = { milliseconds: 3000, bytes: 2 * 1024 * 1024 };

const CODES: Readonly<Record<AskFailure, FindingCode>> = {
  UNREACHABLE: "PROBE_UNREACHABLE",
  REDIRECT: "PROBE_REFUSED",
  TIMEOUT: "PROBE_TIMEOUT",
  TOO_LARGE: "PROBE_TOO_LARGE",
  REFUSED: "PROBE_REFUSED",
  NOT_GRAPHQL: "PROBE_NOT_FEDERATION",
};

const REMEDIES: Readonly<Record<AskFailure, string>> = {
  UNREACHABLE: "See that the service runs and that the hub can reach it from the internet.",
  REDIRECT: "Give the address that answers itself.",
  TIMEOUT: "Make the service quicker, or wake it before you publish.",
  TOO_LARGE: "Answer only what is asked.",
  REFUSED:
    "Let the hub in by its token: see that the hub's address and the subgraph's name are right in your settings.",
  NOT_GRAPHQL: "Give the address where the service takes GraphQL by POST and answers with JSON.",
};

const FOR_SCHEMA = "for its schema ({ _service { sdl } })";

/**
 * Asks a running endpoint what a gateway will ask it: for its schema, for rows that do not exist, and for the owner's own
 * municipality, with the hub's token and without it.
 */
export function createProbe(options: ProbeOptions): Probe {
  const endpoint: EndpointOptions = { ...options, limits: { ...defaultProbeLimits, ...options.limits } };
  return async (subject) => {
    const token = await endpoint.sign?.(subject.owner.name);
    const name = endpointAt(subject.routingUrl);
    const ask = (query: string, variables?: object) =>
      askEndpoint(endpoint, subject.routingUrl, { query, variables, token });

    const lookedUp = await lookUpSchema(ask);
    if (lookedUp.kind === "failure") return [failureFinding(lookedUp, FOR_SCHEMA, name)];
    if (lookedUp.kind === "none") {
      const message = `Asked ${FOR_SCHEMA}, ${name} ${lookedUp.message}`;
      return [probeError("PROBE_NOT_FEDERATION", message, "Serve the schema as federation's _service.")];
    }
    const differences = differenceFindings(subject, lookedUp.document, name);
    // What differs is asked for in vain.
    if (differences.some(({ severity }) => severity === "ERROR")) return differences;

    const questions = entityQuestions(subject.owner, subject.document);
    const answers = await Promise.all(
      questions.map(async (question) => {
        const answer = await ask(question.query, { representations: question.representations });
        return answer.kind === "failure"
          ? [failureFinding(answer, describeQuestion(question), name, question.type)]
          : entityFindings(question, answer, name);
      }),
    );
    const unsigned = token === undefined ? [] : await unsignedFindings(endpoint, subject, questions[0]);
    return [...differences, ...answers.flat(), ...unsigned];
  };
}

const failureFinding = (
  { failure, message }: Extract<Answer, { kind: "failure" }>,
  asked: string,
  endpoint: string,
  coordinate?: string,
): Finding => probeError(CODES[failure], `Asked ${asked}, ${endpoint} ${message}`, REMEDIES[failure], coordinate);

async function unsignedFindings(
  endpoint: EndpointOptions,
  { routingUrl }: ProbeSubject,
  question: EntityQuestion | undefined,
): Promise<Finding[]> {
  const answer = await askEndpoint(
    endpoint,
    routingUrl,
    question
      ? { query: question.query, variables: { representations: question.representations } }
      : { query: "{ __typename }" },
  );
  if (answer.kind === "failure" || answer.data === null) return [];
  return [
    {
      code: "PROBE_UNSIGNED",
      severity: "WARNING",
      message: `The ${endpointAt(routingUrl).replace(/^the /, "")} answers also when it is asked without the hub's token.`,
      remedy: "Refuse everybody but the hub, if what you publish is not for all or costs you to answer.",
    },
  ];
}
