package org.coalition.initiatives.enduse;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.plan;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.TestClock;

/** Articles of FR that UA has received, through HTTP. A serial number that begins with P is of one that is not sensitive. */
public record Stock(TestClock clock) {
    /** The path of the delivery by which they came, so many days ago by the clock; each is worth 10 euros. */
    public String received(String initiative, int daysAgo, String... serials) {
        String delivery = planned(initiative, daysAgo, serials);
        ok(move(UA, delivery + "/receipt", receipt(serials.length, daysAgo)));
        return delivery;
    }

    /** The path of the delivery by which they came, confirmed without those that are missing. */
    public String receivedBut(String initiative, int daysAgo, List<String> missing, String... serials) {
        String delivery = planned(initiative, daysAgo, serials);
        Map<String, Object> receipt = receipt(serials.length - missing.size(), daysAgo);
        receipt.put("shortfall", missing.size());
        receipt.put("notReceived", missing);
        ok(move(UA, delivery + "/receipt", receipt));
        return delivery;
    }

    private String planned(String initiative, int daysAgo, String... serials) {
        List<Map<String, Object>> articles = new ArrayList<>();
        for (String serial : serials) {
            Map<String, Object> article =
                    new HashMap<>(Map.of("serialNumber", serial, "description", "launcher", "sensitive", true));
            if (serial.startsWith("P")) {
                article.put("sensitive", false);
            } else {
                article.put("value", Map.of("amount", 10, "currency", "EUR"));
            }
            articles.add(article);
        }
        Map<String, Object> plan = plan(serials.length, 7);
        plan.put("readyAt", at(daysAgo + 3));
        plan.put("articles", articles);
        String delivery = created(post(FR, line(initiative, serials.length) + "/deliveries", plan));
        ok(move(FR, delivery + "/dispatch", Map.of("place", "Rzeszow", "at", at(daysAgo + 2))));
        ok(move(FR, delivery + "/handover", Map.of("place", "Rzeszow", "at", at(daysAgo + 1))));
        return delivery;
    }

    private Map<String, Object> receipt(int received, int daysAgo) {
        return new HashMap<>(Map.of("place", "Odesa", "at", at(daysAgo), "received", received));
    }

    /** A check of these articles with one outcome, so many days ago. */
    public Map<String, Object> check(int daysAgo, String outcome, String... serials) {
        return Map.of(
                "checkedOn",
                day(-daysAgo),
                "place",
                "Depot 7",
                "results",
                Arrays.stream(serials)
                        .map(serial -> Map.of("serialNumber", serial, "outcome", outcome))
                        .toList());
    }

    /** An article as it is listed. */
    public static JsonPath article(String delivery, String serial) {
        return as(FR).get("/v1/articles?deliveryId=" + id(delivery) + "&serialNumber=" + serial)
                .jsonPath()
                .setRootPath("items[0]");
    }

    /** A day in UTC, so many days from now by the clock. */
    public String day(int fromNow) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(fromNow)
                .toString();
    }

    private String at(int daysAgo) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return now.minus(Duration.ofDays(daysAgo)).toString();
    }
}
