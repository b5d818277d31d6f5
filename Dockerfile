# One image for every process of the hub: docker-compose.yml says which one a container runs.
# By itself it runs the whole hub over the database that DATABASE_URL names.

FROM node:20.20-bookworm-slim AS base
WORKDIR /app
# The lists of packages alone, so that a change of code does not install them anew.
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npm run build

# Without the embedded PostgreSQL, which is an optional dependency: a container has a database of its own.
FROM base AS packages
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:20.20-bookworm-slim AS runtime
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY schema ./schema
COPY seeds ./seeds
COPY gateway/landing ./gateway/landing
# What `kommungraf subgraph init` copies.
COPY municipal/starter ./municipal/starter

# Signing keys and the last good supergraph; a volume that is mounted here begins as the user's.
RUN install -d -o 1000 -g 1000 /data

# A container that listens on its own loopback address serves nobody.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIRECTORY=/data
EXPOSE 4000
# The node user of the image; by number, so that an orchestrator can see that it is not root. It owns none of the files but what it
# keeps in /data.
USER 1000:1000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli/main.js", "start"]

ARG VERSION=development
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Kommungraf" \
  org.opencontainers.image.description="GraphQL federation hub over Swedish municipalities' initiatives against segregation" \
  org.opencontainers.image.licenses="MIT AND Elastic-2.0" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"
