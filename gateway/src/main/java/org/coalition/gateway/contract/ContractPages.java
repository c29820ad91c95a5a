package org.coalition.gateway.contract;

import jakarta.inject.Singleton;
import java.util.Map;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/** The contract of the API at {@code /openapi}, and that of its events at {@code /asyncapi}. */
@Singleton
class ContractPages implements Pages {
    private final Map<String, Page> pages;

    ContractPages(Contract contract, EventContract events, IdentityServer identityServer) {
        pages = Map.of(
                "/openapi", new DocumentForms(contract::localised, identityServer),
                "/asyncapi", new DocumentForms(events::localised, identityServer));
    }

    @Override
    public Map<String, Page> pages() {
        return pages;
    }
}
