package org.coalition.initiatives.delivery;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Deliveries of FR to UA in the state that a test needs, through HTTP. What has happened, happened in the last thirty days. */
public final class Shipments {
    private Shipments() {}

    /** The path of a line of FR in systems, of which so many are committed and allocated. */
    public static String line(String initiative, int allocated) {
        String line = contribution(FR, initiative, Map.of("unit", "systems"));
        if (allocated > 0) {
            allocate(line, allocated);
        }
        return line;
    }

    /** Commits and allocates so many more. */
    public static void allocate(String line, int allocated) {
        for (String kind : new String[] {"COMMITMENT", "ALLOCATION"}) {
            Response posted = post(
                    FR,
                    line + "/entries",
                    Map.of("kind", kind, "quantity", systems(allocated), "valueDate", "2026-01-12"));
            if (posted.statusCode() != 201) {
                throw new AssertionError(posted.asString());
            }
        }
    }

    public static Map<String, Object> systems(int value) {
        return Map.of("value", value, "unit", "systems");
    }

    /** What is planned, promised in so many days from now. */
    public static Map<String, Object> plan(int amount, int promisedIn) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("recipient", "UA");
        plan.put("description", "First battery");
        plan.put("quantity", systems(amount));
        plan.put("promisedOn", day(promisedIn));
        plan.put("place", "Toulon");
        plan.put("readyAt", daysAgo(30));
        return plan;
    }

    /** The path of a delivery that is READY. */
    @CanIgnoreReturnValue
    public static String planned(String line, int amount, int promisedIn) {
        return created(post(FR, line + "/deliveries", plan(amount, promisedIn)));
    }

    /** The path of a delivery that was handed over ten days ago. */
    public static String handedOver(String line, int amount, int promisedIn) {
        String delivery = planned(line, amount, promisedIn);
        ok(move(FR, delivery + "/dispatch", reached(20)));
        ok(move(FR, delivery + "/handover", reached(10)));
        return delivery;
    }

    /** The path of a delivery that UA received as a whole so many days ago. */
    public static String received(String line, int amount, int promisedIn, int daysAgo) {
        String delivery = handedOver(line, amount, promisedIn);
        ok(move(UA, delivery + "/receipt", receipt(amount, daysAgo)));
        return delivery;
    }

    /** A stage that was reached so many days ago. */
    public static Map<String, Object> reached(int daysAgo) {
        return new HashMap<>(Map.of("place", "Rzeszow", "at", daysAgo(daysAgo)));
    }

    /** That so much was received. */
    public static Map<String, Object> receipt(int received, int daysAgo) {
        return new HashMap<>(Map.of("place", "Odesa", "at", daysAgo(daysAgo), "received", received));
    }

    public static String daysAgo(int days) {
        return Instant.now()
                .minus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** A day in UTC, so many days from now. */
    public static String day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow).toString();
    }
}
