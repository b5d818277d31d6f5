interface LandingAssets {
  styles: readonly string[];
  scripts: readonly string[];
  examples: string;
}

/** The page: a header that a screen reader and a browser without scripts can use, and the place for GraphiQL. */
export function landingHtml({ styles, scripts, examples }: LandingAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kommungraf</title>
<meta name="description" content="One GraphQL schema over Swedish municipalities' initiatives against segregation.">
<link rel="icon" href="data:,">
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join("\n")}
</head>
<body>
<header class="hub-header">
<h1>Kommungraf</h1>
<p>One GraphQL schema over Swedish municipalities' initiatives against segregation.
<span lang="sv">Ett GraphQL-schema över svenska kommuners insatser mot segregation.</span></p>
<nav aria-label="About the hub">
<ul>
<li>Endpoint: <code>/graphql</code></li>
<li><a href="/schema.graphql">Schema as text</a></li>
<li><a href="/bulk/v1">Data as files</a></li>
<li><a href="/health/ready">Health</a></li>
<li><label for="hub-example">Example</label> <select id="hub-example"><option value="">Choose a query</option></select></li>
</ul>
</nav>
</header>
<main id="graphiql" data-examples="${examples}">
<noscript>The query editor needs JavaScript. The endpoint does not: send a query with POST or GET to /graphql.</noscript>
</main>
${scripts.map((path) => `<script src="${path}" defer></script>`).join("\n")}
</body>
</html>
`;
}
