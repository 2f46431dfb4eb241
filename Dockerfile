# The portal on Node's official image: `docker compose up -d` builds and starts it with its database and search (compose.yaml).
FROM node:24-bookworm-slim
WORKDIR /app
# A volume mounted on a folder of the image takes over its owner.
RUN mkdir .data && chown -R node:node .
USER node
COPY --chown=node:node . .
RUN node --eval "import('./app/start.mjs').then(({ prepare }) => prepare())"
ENV HOST=0.0.0.0
EXPOSE 3000
CMD ["npm", "start"]
