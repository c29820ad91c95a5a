package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.client.ApiClient;
import org.coalition.client.ApiException;
import org.coalition.client.ApiResponse;
import org.coalition.client.api.ContributionsApi.APIListEntriesRequest;
import org.coalition.client.api.DecisionsApi;
import org.coalition.client.api.DecisionsApi.APIGetDecisionRequest;
import org.coalition.client.api.DecisionsApi.APIListDecisionsRequest;
import org.coalition.client.api.MeetingsApi;
import org.coalition.client.api.MeetingsApi.APIListMeetingsRequest;
import org.coalition.client.model.ContributionView;
import org.coalition.client.model.DecisionStatus;
import org.coalition.client.model.DecisionView;
import org.coalition.client.model.LedgerEntryView;
import org.coalition.client.model.MeetingView;
import org.coalition.client.model.PageLedgerEntryView;
import org.coalition.client.model.PrivatePartnerPatch;
import org.coalition.client.model.Problem;
import org.coalition.client.model.ReviseContributionPatch;
import org.coalition.client.model.Track;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client that is generated from the contract: all of it compiles, and this is what a partner does with it. */
@ExtendWith(Acceptance.class)
class JavaClientIT {
    private static RunningSet set;
    private static JavaPartner giver;
    private static UUID initiative;

    @BeforeAll
    static void who(RunningSet running) throws ApiException {
        set = running;
        giver = new JavaPartner(set, "fr-contributor");
        initiative = new JavaPartner(set, "gb-chair").plan();
    }

    @Test
    void theMeetingAndItsDecisionAreReadWithoutAToken() throws ApiException {
        ApiClient anybody = new ApiClient();
        anybody.updateBaseUri(set.stack().gatewayUrl());
        MeetingView meeting = new MeetingsApi(anybody)
                .listMeetings(
                        APIListMeetingsRequest.newBuilder().host("GB").limit(1).build())
                .getItems()
                .get(0);
        assertEquals("London", meeting.getLocation().getCity());
        DecisionsApi decisions = new DecisionsApi(anybody);
        DecisionView found = decisions
                .listDecisions(APIListDecisionsRequest.newBuilder()
                        .meetingId(meeting.getId())
                        .status(DecisionStatus.ADOPTED)
                        .build())
                .getItems()
                .get(0);
        DecisionView decision = decisions.getDecision(
                APIGetDecisionRequest.newBuilder().id(found.getId()).build());
        assertEquals(found, decision);
        assertTrue(decision.getRegisterNumber().matches("DEC/\\d{4}/\\d{3}"), decision::toString);
        assertEquals(decision.getExpiresAt(), decision.getAdoptedAt());
    }

    @Test
    void aRepeatedRequestIsCarriedOutOnce() throws ApiException {
        String key = UUID.randomUUID().toString();
        ApiResponse<ContributionView> first = giver.open(initiative, key);
        ApiResponse<ContributionView> again = giver.open(initiative, key);
        assertEquals(201, first.getStatusCode());
        assertEquals(first.getData(), again.getData());
        assertEquals(List.of("true"), again.getHeaders().get("idempotent-replayed"));
    }

    @Test
    void aPledgeIsReadBackToTheCentAndPageAfterPage() throws ApiException {
        UUID line = line();
        for (String amount : List.of("250000.01", "0.10", "99999999999.99")) {
            LedgerEntryView entry = giver.pledge(line, amount);
            assertEquals(new BigDecimal(amount), entry.getMoney().getAmount());
        }
        assertEquals(
                0, new BigDecimal("100000250000.10").compareTo(giver.read(line).getPledged()));

        List<LedgerEntryView> entries = new ArrayList<>();
        String next = null;
        do {
            PageLedgerEntryView page = giver.contributions()
                    .listEntries(APIListEntriesRequest.newBuilder()
                            .id(line)
                            .limit(1)
                            .cursor(next)
                            .build());
            entries.addAll(page.getItems());
            next = page.getNext();
        } while (next != null);
        assertEquals(3, entries.size());
        assertEquals(3, new HashSet<>(entries).size());
    }

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatIsNull() throws ApiException {
        UUID line = line();
        ContributionView renamed =
                giver.revise(line, giver.etag(line), new ReviseContributionPatch().description("Illustrative: radars"));
        assertEquals("Illustrative: radars", renamed.getDescription());
        assertEquals("NO", renamed.getPrivatePartner().getCountry());

        ContributionView moved = giver.revise(
                line,
                giver.etag(line),
                new ReviseContributionPatch().privatePartner(new PrivatePartnerPatch().country("SE")));
        assertEquals("SE", moved.getPrivatePartner().getCountry());
        assertEquals(
                renamed.getPrivatePartner().getName(), moved.getPrivatePartner().getName());

        ContributionView alone =
                giver.revise(line, giver.etag(line), new ReviseContributionPatch().privatePartner(null));
        assertEquals("Illustrative: radars", alone.getDescription());
        assertNull(alone.getPrivatePartner());
    }

    @Test
    void whoeverWasSlowerIsToldSo() throws ApiException {
        UUID line = line();
        String etag = giver.etag(line);
        ContributionView revised =
                giver.revise(line, etag, new ReviseContributionPatch().description("Illustrative: first"));
        ReviseContributionPatch late = new ReviseContributionPatch().description("Illustrative: second");
        Problem problem = giver.problem(assertThrows(ApiException.class, () -> giver.revise(line, etag, late)));
        assertEquals(412, problem.getStatus());
        assertEquals("/problems/stale-version", problem.getType());
        assertEquals(revised, giver.read(line));
    }

    @Test
    void aRefusalSaysWhereTheFaultIs() throws ApiException {
        UUID line = line();
        Problem problem = giver.problem(assertThrows(ApiException.class, () -> giver.pledge(line, "-1.00")));
        assertEquals(422, problem.getStatus());
        assertEquals("/money/amount", problem.getErrors().get(0).getPointer());
        assertTrue(problem.getTraceId().matches("[0-9a-f]{32}"), problem::toString);
    }

    @Test
    void anotherPartyIsToldWhoseItIs() throws ApiException {
        UUID line = line();
        JavaPartner other = new JavaPartner(set, "de-contributor");
        Problem problem = other.problem(assertThrows(ApiException.class, () -> other.pledge(line, "1.00")));
        assertEquals(403, problem.getStatus());
        assertTrue(problem.getDetail().contains("FR"), problem::toString);
    }

    @Test
    void aClientOfTodayReadsWhatALaterReleaseAdds() throws JsonProcessingException {
        ContributionView view = giver.client()
                .getObjectMapper()
                .readValue("{\"track\":\"ORBITAL\",\"party\":\"FR\",\"orbit\":{\"km\":400}}", ContributionView.class);
        assertEquals(Track.UNKNOWN_DEFAULT_OPEN_API, view.getTrack());
        assertEquals("FR", view.getParty());
    }

    private static UUID line() throws ApiException {
        return giver.open(initiative, UUID.randomUUID().toString()).getData().getId();
    }
}
