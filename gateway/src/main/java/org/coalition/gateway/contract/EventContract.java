package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** The contract of the events, as {@link AsyncContractMerge} made it. Only its readers wait for it: it is read while the gateway starts. */
@Singleton
class EventContract {
    private static final String RESOURCE = "/contract/asyncapi.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final CompletableFuture<ObjectNode> document = CompletableFuture.supplyAsync(EventContract::read);

    EventContract() {}

    /** The contract as committed. */
    ObjectNode document() {
        return document.join();
    }

    private static ObjectNode read() {
        try (InputStream resource = EventContract.class.getResourceAsStream(RESOURCE)) {
            return (ObjectNode) YAML.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract of the events cannot be read", e);
        }
    }

    /** The contract with the addresses of this place. */
    ObjectNode localised(IdentityServer.Endpoints endpoints) {
        ObjectNode localised = document().deepCopy();
        ((ObjectNode) localised.at("/components/securitySchemes/token/flows/clientCredentials"))
                .put("tokenUrl", endpoints.token());
        return localised;
    }
}
