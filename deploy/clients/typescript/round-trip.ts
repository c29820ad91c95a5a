// What a partner's program does with the generated client; fails at the first thing that is not as the contract says.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./coalition.js";

const { API = "http://localhost:8080", ISSUER = "http://localhost:8180/realms/coalition" } = process.env;

type Client = ReturnType<typeof createClient<paths>>;
type Line = components["schemas"]["ContributionView"];
type Entry = components["schemas"]["LedgerEntryView"];
type Problem = components["schemas"]["Problem"];
type Answer<T> = { data?: T; error?: Problem; response: Response };

/** The data of an answer that has some. */
function ok<T>(answer: Answer<T>): T {
  assert.equal(answer.error, undefined);
  assert.ok(answer.data);
  return answer.data;
}

/** The problem of an answer that is one; of a kind that the contract tells, or this does not compile. */
function refused(answer: Answer<unknown>, status: number): Problem {
  assert.ok(answer.error, "no refusal");
  assert.equal(answer.error.status, status);
  assert.equal(answer.response.headers.get("content-type"), "application/problem+json");
  return answer.error;
}

async function as(party: string): Promise<Client> {
  const issuer = await fetch(`${ISSUER}/.well-known/openid-configuration`);
  const { token_endpoint } = (await issuer.json()) as { token_endpoint: string };
  const granted = await fetch(token_endpoint, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${party}:${party}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  return createClient<paths>({ baseUrl: API, headers: { Authorization: `Bearer ${access_token}` } });
}

const anybody = createClient<paths>({ baseUrl: API });
const chair = await as("gb-chair");
const giver = await as("fr-contributor");
const other = await as("de-contributor");

// The meeting and its decision.
const [meeting] = ok(await anybody.GET("/v1/meetings", { params: { query: { host: "GB", limit: 1 } } })).items;
assert.equal(meeting?.location?.city, "London");
const [found] = ok(
  await anybody.GET("/v1/decisions", { params: { query: { meetingId: meeting.id, status: "ADOPTED" } } }),
).items;
assert.ok(found);
const decision = ok(await anybody.GET("/v1/decisions/{id}", { params: { path: { id: found.id } } }));
assert.match(decision.registerNumber ?? "", /^DEC\/\d{4}\/\d{3}$/);

// An initiative, and a line of support that is opened once though it is asked for twice.
const initiative = ok(
  await chair.POST("/v1/initiatives", {
    body: {
      title: "Support by a generated client",
      aspect: "MILITARY_SUPPORT",
      expectedOutcomes: ["Improved airspace control"],
      leadParties: ["GB"],
      originDecision: decision.id,
      visibility: "COALITION",
    },
  }),
);
const key = crypto.randomUUID();
const open = () =>
  giver.POST("/v1/initiatives/{id}/contributions", {
    params: { path: { id: initiative.id }, header: { "Idempotency-Key": key } },
    body: {
      track: "MILITARY",
      instrument: "GRANT",
      currency: "EUR",
      description: "Illustrative: sensors",
      privatePartner: { name: "Aegis Shipping Ltd", country: "NO" },
    },
  });
const line = ok<Line>(await open());
const repeated = await open();
assert.deepEqual(ok<Line>(repeated), line);
assert.equal(repeated.response.headers.get("idempotent-replayed"), "true");

// Pledges, read back page after page.
const path = { id: line.id };
const pledge = (by: Client, amount: number) =>
  by.POST("/v1/contributions/{id}/entries", {
    params: { path },
    body: { kind: "PLEDGE", money: { amount, currency: "EUR" }, valueDate: "2026-02-01" },
  });
for (const amount of [250000, 0.1, 99]) {
  assert.equal(ok<Entry>(await pledge(giver, amount)).money?.amount, amount);
}
const entries: Entry[] = [];
let cursor: string | undefined;
do {
  const page = ok(
    await giver.GET("/v1/contributions/{id}/entries", {
      params: { path, query: { limit: 1, ...(cursor && { cursor }) } },
    }),
  );
  entries.push(...page.items);
  cursor = page.next;
} while (cursor);
assert.deepEqual(entries.map((entry) => entry.number).sort(), [1, 2, 3]);

// A patch changes what it names, and removes what is null.
const read = () => giver.GET("/v1/contributions/{id}", { params: { path } });
const revise = (etag: string, body: components["schemas"]["ReviseContributionPatch"]) =>
  giver.PATCH("/v1/contributions/{id}", {
    params: { path, header: { "If-Match": etag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body,
  });
const etag = async () => (await read()).response.headers.get("etag") ?? assert.fail("no ETag");
const stale = await etag();
const renamed = ok<Line>(await revise(stale, { description: "Illustrative: radars" }));
assert.equal(renamed.description, "Illustrative: radars");
assert.equal(renamed.privatePartner?.country, "NO");
const moved = ok<Line>(await revise(await etag(), { privatePartner: { country: "SE" } }));
assert.deepEqual(moved.privatePartner, { ...renamed.privatePartner, country: "SE" });
assert.equal(ok<Line>(await revise(await etag(), { privatePartner: null })).privatePartner, undefined);
const now = ok<Line>(await read());
assert.equal(now.pledged, 250099.1);
assert.equal(now.description, "Illustrative: radars");

// A table is a text, and not JSON.
const table = ok<string>(
  await giver.GET("/v1/exports/contributions", {
    params: { query: { initiativeId: initiative.id } },
    parseAs: "text",
  }),
);
assert.ok(table.includes(line.id));

// Refusals are problems, and say what to do.
assert.equal(refused(await revise(stale, { description: "too late" }), 412).type, "/problems/stale-version");
assert.equal(refused(await pledge(giver, -1), 422).errors?.[0]?.pointer, "/money/amount");
assert.match(refused(await pledge(other, 1), 403).detail ?? "", /FR/);
