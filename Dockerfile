# Builds the package's JavaScript, then leaves everything that only building needs behind.
FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Tagwire" \
      org.opencontainers.image.description="Feeds for every tag of a folder of articles: RSS 2.0, Atom 1.0 and JSON Feed 1.1" \
      org.opencontainers.image.licenses="MIT"
# The last two keep the memory small: what a request leaves behind is collected early, and all threads share one heap.
ENV NODE_ENV=production \
    CONTENT_DIR=/content \
    DATA_DIR=/data \
    NODE_OPTIONS=--max-semi-space-size=4 \
    MALLOC_ARENA_MAX=1
WORKDIR /app
COPY package.json LICENSE ./
COPY bin bin
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
# A number, so that systems which refuse root can see that it is none. /data belongs to it when no volume is mounted.
RUN mkdir /data /content && chown 1000:1000 /data && ln -s /app/bin/tagwire.mjs /usr/local/bin/tagwire
USER 1000:1000
EXPOSE 3000
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["tagwire", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["tagwire"]
CMD ["serve"]
