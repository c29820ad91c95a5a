package org.coalition.gateway.schema;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every resource within the gateway needs the tables. */
class SchemaFilter {
    private final Schema schema;

    SchemaFilter(Schema schema) {
        this.schema = schema;
    }

    @ServerRequestFilter
    void requireTables() {
        schema.require();
    }
}
