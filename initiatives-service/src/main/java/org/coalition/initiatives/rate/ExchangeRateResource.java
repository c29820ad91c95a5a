package org.coalition.initiatives.rate;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class ExchangeRateResource {
    private final ExchangeRates rates;

    ExchangeRateResource(ExchangeRates rates) {
        this.rates = rates;
    }

    @GET
    @Path("exchange-rates")
    @PermitAll
    @Operation(summary = "Lists the exchange rates, with those that were corrected")
    @Sorted("on")
    public Page<ExchangeRateView> listExchangeRates(@BeanParam ExchangeRateFilter filter, @BeanParam PageQuery page) {
        return rates.list(filter, page);
    }

    @POST
    @Path("exchange-rates")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(201)
    @Operation(
            summary = "Records an exchange rate, or a correction of one",
            description = "What was recorded before stays as it is, for totals as of then.")
    public ExchangeRateView recordExchangeRate(@NotNull @Valid RecordRate rate) {
        return rates.add(rate);
    }

    @GET
    @Path("exchange-rates/{id}")
    @PermitAll
    @Operation(summary = "Reads an exchange rate")
    public ExchangeRateView getExchangeRate(@PathParam("id") UUID id) {
        return rates.get(id);
    }

    @GET
    @Path("exchange-rates/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an exchange rate, the last first")
    public Page<HistoryEntry> listExchangeRateHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return rates.history(id, page);
    }
}
