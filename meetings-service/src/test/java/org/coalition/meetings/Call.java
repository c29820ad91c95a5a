package org.coalition.meetings;

import java.util.List;

/**
 * A request, and all of them that there are on a resource: each is sent to one that the caller may not see.
 *
 * @param body null: none
 */
record Call(String method, String path, String body) {
    private static final String MINUTES = "{\"sections\": [{\"text\": \"Mine\"}]}";

    static List<Call> onMeeting(String path) {
        String reason = "{\"reason\": \"why\"}";
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("HEAD", path, null),
                new Call("GET", path + "/agenda", null),
                new Call("GET", path + "/delegations", null),
                new Call("GET", path + "/attendances", null),
                new Call("GET", path + "/quorum", null),
                new Call("GET", path + "/clashes", null),
                new Call("GET", path + "/calendar", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/convening", null),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/closing", null),
                new Call("GET", path + "/minutes", null),
                new Call("POST", path + "/minutes", MINUTES),
                new Call("POST", path + "/postponement", reason),
                new Call("POST", path + "/cancellation", reason),
                new Call("POST", path + "/corrections", "{\"reason\": \"why\", \"summary\": \"mine\"}"),
                new Call("POST", path + "/delegations", "{\"party\": \"US\"}"),
                new Call("POST", path + "/delegations", "{\"party\": \"XX\"}"),
                new Call("POST", path + "/agenda-items", "{\"kind\": \"DECISION\", \"title\": \"Mine\"}"),
                new Call("PUT", path + "/agenda-order", "{\"items\": []}"));
    }

    static List<Call> onMinutes(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, MINUTES),
                new Call("GET", path + "/proceedings", null),
                new Call("GET", path + "/versions", null),
                new Call("GET", path + "/versions/1", null),
                new Call("GET", path + "/corrections", null),
                new Call("POST", path + "/corrections", "{\"section\": 1, \"text\": \"x\", \"reason\": \"why\"}"),
                new Call("POST", path + "/agreements", "{\"textVersion\": 1}"),
                new Call("POST", path + "/circulation", "{\"commentUntil\": \"2090-01-01T00:00:00Z\"}"),
                new Call("POST", path + "/approval", null),
                new Call("POST", path + "/corrigenda", "{\"sections\": [{\"text\": \"Mine\"}], \"reason\": \"why\"}"));
    }

    static List<Call> onCorrection(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("POST", path + "/acceptance", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/rejection", "{\"reason\": \"why\"}"));
    }

    static List<Call> onConsultation(String path) {
        String reason = "{\"reason\": \"why\"}";
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/timing", null),
                new Call("POST", path + "/acknowledgements", null),
                new Call("POST", path + "/silence-procedure", "{\"text\": \"Mine\", \"period\": \"PT1H\"}"),
                new Call("POST", path + "/conclusion", reason),
                new Call("POST", path + "/cancellation", reason));
    }

    static List<Call> onSeries(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/cadence", null),
                new Call("GET", path + "/calendar", null),
                new Call("GET", path + "/occurrences", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/planning", "{\"until\": \"2027-01-01T00:00:00Z\"}"),
                new Call(
                        "POST",
                        path + "/phases",
                        "{\"start\": \"2027-01-01T10:00:00\", \"rule\": \"FREQ=DAILY\", \"duration\": \"PT1H\","
                                + " \"reason\": \"why\"}"),
                new Call("POST", path + "/exclusions", "{\"occurrence\": \"20260112T100000\", \"reason\": \"why\"}"),
                new Call("POST", path + "/reinstatements", "{\"occurrence\": \"20260112T100000\"}"),
                new Call("POST", path + "/backlog", "{\"kind\": \"DISCUSSION\", \"title\": \"Mine\"}"),
                new Call("POST", path + "/backlog-transfer", "{}"));
    }

    static List<Call> onItem(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/sub-items", "{\"kind\": \"DECISION\", \"title\": \"Mine\"}"),
                new Call("POST", path + "/conclusion", null),
                new Call("POST", path + "/carry-over", "{\"meetingId\": \"" + NeedToKnowTest.NOBODYS + "\"}"),
                new Call("POST", path + "/decisions", "{\"text\": \"Mine\", \"adoptionRule\": \"CONSENSUS\"}"),
                new Call(
                        "POST",
                        path + "/decisions",
                        "{\"text\": \"Mine\", \"adoptionRule\": \"CONSENSUS\", \"entitledParties\": [\"XX\"]}"),
                new Call("POST", path + "/statements", "{\"text\": \"Mine\", \"requiredParties\": [\"XX\"]}"),
                new Call(
                        "POST",
                        path + "/action-items",
                        "{\"title\": \"Mine\", \"owner\": \"XX\", \"dueOn\": \"2099-12-31\"}"),
                new Call(
                        "POST",
                        path + "/recommendations",
                        "{\"area\": \"a\", \"focus\": \"b\", \"outcomeTarget\": \"c\"}"));
    }

    static List<Call> onDecision(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"text\": \"Mine\"}"),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/silence-procedure", "{\"period\": \"PT1H\"}"),
                new Call("POST", path + "/positions", "{\"stance\": \"FOR\"}"),
                new Call("POST", path + "/objections", "{\"kind\": \"OBJECTION\", \"statement\": \"no\"}"),
                new Call("POST", path + "/reservations", "{\"kind\": \"RESERVATION\", \"statement\": \"mine\"}"),
                new Call("POST", path + "/conclusion", null),
                new Call("POST", path + "/withdrawal", "{\"reason\": \"why\"}"));
    }

    static List<Call> onRecommendation(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"focus\": \"Mine\"}"),
                new Call("POST", path + "/acceptance", null),
                new Call("POST", path + "/rejection", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/implementation", null),
                new Call("POST", path + "/completion", null),
                new Call("POST", path + "/supersession", "{\"reason\": \"why\"}"));
    }

    static List<Call> onStatement(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/versions", null),
                new Call("GET", path + "/versions/1", null),
                new Call("GET", path + "/versions/2", null),
                new Call("POST", path + "/versions", "{\"text\": \"Mine\"}"),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/endorsements", "{\"versionNumber\": 1, \"stance\": \"ENDORSED\"}"),
                new Call("POST", path + "/publication", null),
                new Call("POST", path + "/withdrawal", "{\"reason\": \"why\"}"));
    }

    static List<Call> onActionItem(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"owner\": \"XX\"}"),
                new Call("POST", path + "/start", null),
                new Call(
                        "POST", path + "/completion", "{\"evidence\": [{\"title\": \"a\", \"url\": \"https://a.b\"}]}"),
                new Call("POST", path + "/verification", null),
                new Call("POST", path + "/verification-refusal", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/cancellation", "{\"reason\": \"why\"}"));
    }

    static List<Call> onDelegation(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"members\": []}"),
                new Call("POST", path + "/reply", "{\"rsvp\": \"ACCEPTED\"}"),
                new Call(
                        "POST",
                        path + "/replacements",
                        "{\"outgoing\": \"a\", \"incoming\": {\"name\": \"b\"}, \"reason\": \"c\"}"),
                new Call("POST", path + "/attendance", "{\"presence\": \"PRESENT\"}"));
    }
}
