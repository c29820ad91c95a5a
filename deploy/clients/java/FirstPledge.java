import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.coalition.client.ApiClient;
import org.coalition.client.api.ContributionsApi;
import org.coalition.client.api.DecisionsApi;
import org.coalition.client.api.InitiativesApi;
import org.coalition.client.model.*;

class FirstPledge {
    public static void main(String... args) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address("API", "http://localhost:8080"));
        String token = token(client, "fr-contributor", "fr-contributor");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

        // What London decided, and an initiative that came of it.
        var decision = new DecisionsApi(client)
                .listDecisions(DecisionsApi.APIListDecisionsRequest.newBuilder()
                        .status(DecisionStatus.ADOPTED).build())
                .getItems().get(0);
        var initiative = new InitiativesApi(client)
                .listInitiatives(InitiativesApi.APIListInitiativesRequest.newBuilder()
                        .originDecision(decision.getId()).aspect(Aspect.MILITARY_SUPPORT).build())
                .getItems().get(0);

        // A line of support, and the first entry of its ledger. The key makes it safe to send a request again.
        var contributions = new ContributionsApi(client);
        var line = contributions.openContribution(ContributionsApi.APIOpenContributionRequest.newBuilder()
                .id(initiative.getId())
                .idempotencyKey(UUID.randomUUID().toString())
                .openContribution(new OpenContribution()
                        .track(Track.MILITARY).instrument(Instrument.GRANT).currency("EUR")
                        .description("Illustrative: sensors"))
                .build());
        var entry = contributions.postEntry(ContributionsApi.APIPostEntryRequest.newBuilder()
                .id(line.getId())
                .idempotencyKey(UUID.randomUUID().toString())
                .postEntry(new PostEntry()
                        .kind(EntryKind.PLEDGE).valueDate(LocalDate.of(2026, 2, 1))
                        .money(new Money().amount(new BigDecimal("250000.00")).currency("EUR")))
                .build());
        System.out.println(entry);
    }

    /** A token by the client credentials grant; the secret of a local client is its name. */
    private static String token(ApiClient client, String id, String secret) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes());
        var issuer = address("ISSUER", "http://localhost:8180/realms/coalition");
        var discovered = client.getObjectMapper().readTree(URI.create(issuer + "/.well-known/openid-configuration").toURL());
        var request = HttpRequest.newBuilder(URI.create(discovered.get("token_endpoint").asText()))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return client.getObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    private static String address(String name, String local) {
        return System.getenv().getOrDefault(name, local);
    }
}
