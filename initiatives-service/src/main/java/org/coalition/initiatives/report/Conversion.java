package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.contribution.CurrencyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Into which currency amounts are converted, and at which rates: the last one on or before a day, as it had been recorded at the
 * time of the total. The pair may be quoted either way; there are no cross rates.
 */
public class Conversion {
    private static final String VALUE_DATE = "value-date";

    @QueryParam("currency")
    @CurrencyCode
    @Parameter(
            description = "ISO 4217: converts what is in other currencies; without it nothing is converted.",
            schema = @Schema(pattern = "^[A-Z]{3}$"))
    String currency;

    @QueryParam("rateOn")
    @Parameter(
            description =
                    "At the last rate on or before each entry's value date (value-date, the default), or this day.")
    String rateOn;

    boolean isWanted() {
        return currency != null;
    }

    String currency() {
        return currency;
    }

    /** The rate {@code x} of each entry {@code e} of a line {@code c}; all null where there is none. */
    String join() {
        // The code is one of ISO 4217: a parameter would be another one in each place, and so not the same to group by.
        return isWanted() ? " " + """
                 left join lateral (select r.id as id, r.base as base, r.rate as rate from ExchangeRate r
                  where r.lower = least(c.currency, '%1$s') and r.upper = greatest(c.currency, '%1$s')
                    and r.day <= %2$s and r.createdAt <= :asOf
                  order by r.day desc, r.number desc limit 1) x""".formatted(currency, on() == null ? "e.valueDate" : ":rateOn") : "";
    }

    /** Rounded entry by entry, so that a figure is the sum of the entries behind it. */
    String amount() {
        return isWanted() ? """
                (case when c.currency is null or c.currency = '%s' or x.rate is null then e.amount
                 when x.base = c.currency then round(e.amount * x.rate, 4) else round(e.amount / x.rate, 4) end)""".formatted(currency) : "e.amount";
    }

    /** The currency in which a figure stays: where amounts are converted, only that for which there is no rate. */
    String remaining(Basis basis) {
        return isWanted() ? "case when %s then c.currency end".formatted(unconverted()) : basis.line("currency");
    }

    /** The condition of an entry for which there is no rate. */
    String unconverted() {
        return "c.currency <> '%s' and x.rate is null".formatted(currency);
    }

    Listing bind(Listing listing) {
        LocalDate on = on();
        if (!isWanted() && rateOn != null) {
            throw new Malformed(Fault.in("rateOn", "no-currency", "rateOn goes with currency."));
        }
        return on == null ? listing : listing.with("rateOn", on);
    }

    Query addTo(Query query) {
        return query.and("currency", currency).and("rateOn", rateOn);
    }

    private LocalDate on() {
        if (rateOn == null || rateOn.equals(VALUE_DATE)) {
            return null;
        }
        try {
            if (rateOn.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(rateOn);
            }
        } catch (DateTimeParseException noDay) {
            throw malformed();
        }
        throw malformed();
    }

    private static Malformed malformed() {
        return new Malformed(Fault.in("rateOn", "bad-value", "rateOn is value-date or a day such as 2026-01-12."));
    }
}
