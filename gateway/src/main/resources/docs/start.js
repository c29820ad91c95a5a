window.ui = SwaggerUIBundle({
  url: "/openapi?format=json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  displayRequestDuration: true,
  // The tags in their order, each with its meaning, are the guide; what is under them opens on a click.
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  filter: true,
  persistAuthorization: true,
  oauth2RedirectUrl: window.location.origin + "/docs/oauth2-redirect.html",
  // The contract is ours alone: no badge of a validator elsewhere.
  validatorUrl: null,
});
window.ui.initOAuth({ clientId: "CLIENT_ID", usePkceWithAuthorizationCodeGrant: true });
