package org.coalition.initiatives.rate;

import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.post;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Exchange rates of currencies that nobody else uses here. */
public final class Rates {
    private Rates() {}

    /** Records a rate. */
    @CanIgnoreReturnValue
    public static Response record(String base, String quote, String rate, String on) {
        return post(ADMIN, "/v1/exchange-rates", body(base, quote, rate, on));
    }

    /** Corrects a rate. */
    public static Response correct(String base, String quote, String rate, String on) {
        Map<String, Object> body = body(base, quote, rate, on);
        body.put("reason", "mistyped");
        return post(ADMIN, "/v1/exchange-rates", body);
    }

    static Map<String, Object> body(String base, String quote, String rate, String on) {
        Map<String, Object> body = new HashMap<>();
        body.put("base", base);
        body.put("quote", quote);
        body.put("rate", new BigDecimal(rate));
        body.put("on", on);
        body.put("source", "Central bank");
        return body;
    }
}
