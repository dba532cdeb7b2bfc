# One image recipe for every service: docker build --build-arg SERVICE=order-service .
FROM node:24-slim AS build
WORKDIR /shop
COPY . .
RUN npm install --no-fund --no-audit && npx nx run-many -t build && find . -name '*.tsbuildinfo' -not -path '*/node_modules/*' -delete

# Only what the service needs at run time.
FROM node:24-slim AS dependencies
ARG SERVICE
WORKDIR /shop
COPY --from=build /shop/package.json /shop/package-lock.json /shop/.npmrc ./
COPY --from=build /shop/libs ./libs
COPY --from=build /shop/apps/${SERVICE} ./apps/${SERVICE}
RUN npm install --omit=dev --workspace @offset-zero/${SERVICE} --include-workspace-root=false

FROM node:24-slim
ARG SERVICE
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=dependencies --chown=node:node /shop /shop
# The web app, which the gateway serves.
COPY --from=build --chown=node:node /shop/apps/shop-web/dist /shop/apps/shop-web/dist
RUN install --directory --owner=node --mode=700 /data
USER node
WORKDIR /shop/apps/${SERVICE}
CMD ["node", "dist/main.js"]
