package org.coalition.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.client.ApiClient;
import org.coalition.client.ApiException;
import org.coalition.client.ApiResponse;
import org.coalition.client.api.ContributionsApi;
import org.coalition.client.api.ContributionsApi.APIGetContributionRequest;
import org.coalition.client.api.ContributionsApi.APIOpenContributionRequest;
import org.coalition.client.api.ContributionsApi.APIPostEntryRequest;
import org.coalition.client.api.ContributionsApi.APIReviseContributionRequest;
import org.coalition.client.api.DecisionsApi;
import org.coalition.client.api.DecisionsApi.APIListDecisionsRequest;
import org.coalition.client.api.InitiativesApi;
import org.coalition.client.api.InitiativesApi.APIPlanInitiativeRequest;
import org.coalition.client.model.Aspect;
import org.coalition.client.model.ContributionView;
import org.coalition.client.model.DecisionStatus;
import org.coalition.client.model.EntryKind;
import org.coalition.client.model.InitiativeDetails;
import org.coalition.client.model.Instrument;
import org.coalition.client.model.LedgerEntryView;
import org.coalition.client.model.Money;
import org.coalition.client.model.OpenContribution;
import org.coalition.client.model.PostEntry;
import org.coalition.client.model.PrivatePartner;
import org.coalition.client.model.Problem;
import org.coalition.client.model.ReviseContributionPatch;
import org.coalition.client.model.Track;
import org.coalition.client.model.Visibility;

/** A partner whose program uses the generated Java client, and nothing beside it. */
final class JavaPartner {
    private final ApiClient client = new ApiClient();
    private final ContributionsApi contributions;

    JavaPartner(RunningSet set, String name) {
        client.updateBaseUri(set.stack().gatewayUrl());
        String token = set.processes().identity().tokens().token(name);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        contributions = new ContributionsApi(client);
    }

    ApiClient client() {
        return client;
    }

    ContributionsApi contributions() {
        return contributions;
    }

    /** An initiative that came of the London decision, for the coalition only. */
    UUID plan() throws ApiException {
        UUID decision = new DecisionsApi(client)
                .listDecisions(APIListDecisionsRequest.newBuilder()
                        .status(DecisionStatus.ADOPTED)
                        .build())
                .getItems()
                .get(0)
                .getId();
        InitiativeDetails details = new InitiativeDetails()
                .title("Support by a generated client")
                .aspect(Aspect.MILITARY_SUPPORT)
                .expectedOutcomes(List.of("Improved airspace control"))
                .leadParties(List.of("GB"))
                .originDecision(decision)
                .visibility(Visibility.COALITION);
        return new InitiativesApi(client)
                .planInitiative(APIPlanInitiativeRequest.newBuilder()
                        .initiativeDetails(details)
                        .build())
                .getId();
    }

    ApiResponse<ContributionView> open(UUID initiative, String key) throws ApiException {
        return contributions.openContributionWithHttpInfo(APIOpenContributionRequest.newBuilder()
                .id(initiative)
                .idempotencyKey(key)
                .openContribution(new OpenContribution()
                        .track(Track.MILITARY)
                        .instrument(Instrument.GRANT)
                        .currency("EUR")
                        .description("Illustrative: sensors")
                        .privatePartner(
                                new PrivatePartner().name("Aegis Shipping Ltd").country("NO")))
                .build());
    }

    LedgerEntryView pledge(UUID line, String amount) throws ApiException {
        return contributions.postEntry(APIPostEntryRequest.newBuilder()
                .id(line)
                .postEntry(new PostEntry()
                        .kind(EntryKind.PLEDGE)
                        .money(new Money().amount(new BigDecimal(amount)).currency("EUR"))
                        .valueDate(LocalDate.of(2026, 2, 1)))
                .build());
    }

    ContributionView revise(UUID line, String etag, ReviseContributionPatch patch) throws ApiException {
        return contributions.reviseContribution(APIReviseContributionRequest.newBuilder()
                .id(line)
                .ifMatch(etag)
                .reviseContributionPatch(patch)
                .build());
    }

    ContributionView read(UUID line) throws ApiException {
        return contributions.getContribution(
                APIGetContributionRequest.newBuilder().id(line).build());
    }

    String etag(UUID line) throws ApiException {
        return contributions
                .getContributionWithHttpInfo(
                        APIGetContributionRequest.newBuilder().id(line).build())
                .getHeaders()
                .get("etag")
                .get(0);
    }

    /** What a refusal says. */
    Problem problem(ApiException refusal) {
        try {
            return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no problem document: " + refusal.getResponseBody(), e);
        }
    }
}
