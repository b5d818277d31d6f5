// Starts GraphiQL with the example queries; everything it loads comes from this hub.
(() => {
  const place = document.getElementById("graphiql");
  const choice = document.getElementById("hub-example");
  const root = ReactDOM.createRoot(place);
  const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
  const title = (name) => name.replace("-", ": ").replaceAll("-", " ");

  const show = (properties) =>
    root.render(
      React.createElement(GraphiQL, {
        fetcher,
        isHeadersEditorEnabled: true,
        // An access token stays in the page, and is gone with it.
        shouldPersistHeaders: false,
        defaultEditorToolsVisibility: "variables",
        ...properties,
      }),
    );

  const start = (examples) => {
    for (const { name } of examples) choice.append(new Option(title(name), name));
    choice.addEventListener("change", () => {
      const example = examples.find(({ name }) => name === choice.value);
      // A new key makes GraphiQL start again, with the example in a tab of its own.
      if (example) show({ key: example.name + Date.now(), query: example.query });
    });
    show({ key: "start", defaultTabs: examples.map(({ query }) => ({ query })) });
  };

  fetch(place.dataset.examples)
    .then((response) => response.json())
    .catch(() => [])
    .then(start);
})();
