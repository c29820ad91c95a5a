# Where the set listens, who issues tokens for it, a key for this run, and how to take a text out of an answer.
API=${API:-http://localhost:8080} ISSUER=${ISSUER:-http://localhost:8180/realms/coalition} KEY=$(date +%s)
first() { grep -o "\"$1\" *: *\"[^\"]*" | head -n 1 | cut -d '"' -f 4; }

# A token of France; the secret of a local client is its name.
TOKENS=$(curl -fsS "$ISSUER/.well-known/openid-configuration" | first token_endpoint)
TOKEN=$(curl -fsS -u fr-contributor:fr-contributor -d grant_type=client_credentials "$TOKENS" | first access_token)

# What London decided, and an initiative that came of it. What is public needs no token.
DECISION=$(curl -fsS "$API/v1/decisions?status=ADOPTED" | first id)
INITIATIVE=$(curl -fsS "$API/v1/initiatives?originDecision=$DECISION&aspect=MILITARY_SUPPORT" | first id)

# A line of support, and the first entry of its ledger. The key makes it safe to send a request again.
LINE=$(curl -fsS -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: line-$KEY" --json '{
    "track": "MILITARY", "instrument": "GRANT", "currency": "EUR", "description": "Illustrative: sensors"
  }' "$API/v1/initiatives/$INITIATIVE/contributions" | first id)
curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: pledge-$KEY" --json '{
    "kind": "PLEDGE", "money": {"amount": 250000.00, "currency": "EUR"}, "valueDate": "2026-02-01"
  }' "$API/v1/contributions/$LINE/entries"
