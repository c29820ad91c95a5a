package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalition.acceptance.running.PublishedContract.Operation;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;

/** Every operation of the contract, asked by every role and by nobody: it is as open as its {@code x-roles} say, and no more. */
public final class AccessMatrix {
    private static final String ANYBODY = "anonymous";
    private static final Map<String, Set<String>> CLIENTS = Map.of(
            "gb-chair", Set.of("reader", "contributor", "chair"),
            "fr-contributor", Set.of("reader", "contributor"),
            "eu-reader", Set.of("reader"),
            "de-overseer-military", Set.of("reader", "overseer-military"),
            "fr-overseer-diplomatic", Set.of("reader", "overseer-diplomatic"),
            "eu-auditor", Set.of("reader", "auditor"),
            "admin", Set.of("reader", "admin"));

    private AccessMatrix() {}

    /** Where a running set does not keep to it. */
    public static List<String> faults(RunningSet set) {
        List<Operation> operations = set.contract().operations();
        assertTrue(operations.size() > 200, operations.size() + " operations");
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            assertFalse(operation.roles().isEmpty(), () -> operation + " says nothing of who may call it");
            // A stream that is let in never ends; one that is asked for wrongly is let in no further than that.
            String target =
                    operation.filled(UUID.randomUUID().toString()) + (operation.isStream() ? "?since=whenever" : "");
            boolean open = operation.roles().contains(ANYBODY);
            judge(operation, ANYBODY, set.anonymous(), target, open ? 0 : 401, wrong);
            CLIENTS.forEach((client, roles) -> {
                boolean may = open || !Collections.disjoint(roles, operation.roles());
                judge(operation, client, set.as(client), target, may ? 0 : 403, wrong);
            });
        }
        return wrong;
    }

    /** @param refusal the status expected; 0 if it is not refused for who asks */
    private static void judge(
            Operation operation, String who, Partner partner, String target, int refusal, List<String> wrong) {
        Answer answer;
        try {
            answer = partner.ask(operation.method(), target);
        } catch (AssertionError notInTheContract) {
            wrong.add(who + ": " + notInTheContract.getMessage());
            return;
        }
        boolean asExpected = refusal == 0
                ? answer.status() < 500 && answer.status() != 401 && answer.status() != 403
                : answer.status() == refusal;
        if (!asExpected) {
            wrong.add("%s by %s: %d %s".formatted(operation, who, answer.status(), answer.text()));
        }
    }
}
