import createClient from "openapi-fetch";
import type { paths } from "./coalition.js";

const { API = "http://localhost:8080", ISSUER = "http://localhost:8180/realms/coalition" } = process.env;

// A token of France; the secret of a local client is its name.
const issuer = await fetch(`${ISSUER}/.well-known/openid-configuration`);
const { token_endpoint } = (await issuer.json()) as { token_endpoint: string };
const granted = await fetch(token_endpoint, {
  method: "POST",
  headers: { Authorization: `Basic ${btoa("fr-contributor:fr-contributor")}` },
  body: new URLSearchParams({ grant_type: "client_credentials" }),
});
const { access_token } = (await granted.json()) as { access_token: string };
const coalition = createClient<paths>({ baseUrl: API, headers: { Authorization: `Bearer ${access_token}` } });

// What London decided, and an initiative that came of it.
const decisions = await coalition.GET("/v1/decisions", { params: { query: { status: "ADOPTED" } } });
const decision = decisions.data!.items[0]!;
const initiatives = await coalition.GET("/v1/initiatives", {
  params: { query: { originDecision: decision.id, aspect: "MILITARY_SUPPORT" } },
});
const initiative = initiatives.data!.items[0]!;

// A line of support, and the first entry of its ledger. The key makes it safe to send a request again.
const line = await coalition.POST("/v1/initiatives/{id}/contributions", {
  params: { path: { id: initiative.id }, header: { "Idempotency-Key": crypto.randomUUID() } },
  body: { track: "MILITARY", instrument: "GRANT", currency: "EUR", description: "Illustrative: sensors" },
});
const entry = await coalition.POST("/v1/contributions/{id}/entries", {
  params: { path: { id: line.data!.id }, header: { "Idempotency-Key": crypto.randomUUID() } },
  body: { kind: "PLEDGE", money: { amount: 250000, currency: "EUR" }, valueDate: "2026-02-01" },
});
console.log(entry.data ?? entry.error);
