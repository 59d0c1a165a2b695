# docker build -t bouncelens . && docker run --rm -i bouncelens - < mail.log
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json rolldown.config.mjs ./
COPY packaging ./packaging
COPY fixtures/logs ./fixtures/logs
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
# bzip2 reads .bz2; everything else is on board.
RUN apt-get update && apt-get install --no-install-recommends -y bzip2 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --gid adm --home-dir /var/lib/bouncelens --create-home bouncelens
WORKDIR /opt/bouncelens
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY package.json LICENSE ./
COPY fixtures/logs ./fixtures/logs
USER bouncelens
VOLUME /var/lib/bouncelens
WORKDIR /var/lib/bouncelens
# Only for watch, and only where it is told to listen outside of the container: --listen 0.0.0.0:9155
EXPOSE 9155
ENTRYPOINT ["node", "/opt/bouncelens/dist/cli/main.js"]
CMD ["--help"]
