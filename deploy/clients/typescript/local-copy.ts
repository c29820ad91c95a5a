// Keeps a copy of all that the caller may know of, from the change feed: a file for each resource, and one for the place. It stays right
// whatever is told twice or after a crash: the last version wins, a gap is told, and what is withheld goes.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

interface Told {
  type: string;
  subject: string;
  sequence: string;
  sequencestart?: "true";
  data?: { after: unknown };
}

const { API = "http://localhost:8080", ISSUER = "http://localhost:8180/realms/coalition" } = process.env;
const { CLIENT = "gb-chair", COPY = "copy" } = process.env;
const PLACE = join(COPY, "place");

// Whoever dies in here leaves the old file or the new one, never half of one.
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function take(event: Told): "KEPT" | "DROPPED" | "GAP" {
  const file = join(COPY, event.subject.slice(1).replaceAll("/", "~"));
  const known = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n", 1)[0]) : 0;
  const sequence = Number(event.sequence);
  if (sequence <= known) {
    return "DROPPED";
  }
  // What is withheld has no data: its version stays behind, so that nothing older brings it back.
  write(file, `${sequence}\n${event.data ? JSON.stringify(event.data.after) : ""}`);
  return known > 0 && sequence > known + 1 && !event.sequencestart ? "GAP" : "KEPT";
}

// The secret of a local client is its name.
async function token(): Promise<string> {
  const issuer = await fetch(`${ISSUER}/.well-known/openid-configuration`);
  const { token_endpoint } = (await issuer.json()) as { token_endpoint: string };
  const granted = await fetch(token_endpoint, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${CLIENT}:${CLIENT}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return ((await granted.json()) as { access_token: string }).access_token;
}

mkdirSync(COPY, { recursive: true });
let since = existsSync(PLACE) ? readFileSync(PLACE, "utf8") : "start";
let bearer = await token();
for (;;) {
  const answer = await fetch(`${API}/v1/changes?limit=200&since=${encodeURIComponent(since)}`, {
    headers: { Authorization: `Bearer ${bearer}` },
  }).catch(() => undefined);
  if (answer?.ok) {
    const page = (await answer.json()) as { items: Told[]; next: string };
    for (const event of page.items) {
      console.log(take(event), event.type, event.subject, `#${event.sequence}`);
    }
    // The place is remembered after what lies before it, so a crash repeats and never skips.
    write(PLACE, (since = page.next));
    if (page.items.length > 0) {
      continue;
    }
  } else if (answer?.status === 401) {
    bearer = await token();
    continue;
  } else if (answer?.status === 410) {
    // What followed this place is no longer kept: begin anew.
    since = "start";
    continue;
  }
  await sleep(500);
}
