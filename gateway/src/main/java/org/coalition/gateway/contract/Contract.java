package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The one contract, as {@link ContractMerge} made it from those of the services. The addresses of the identity server
 * differ from place to place, so they are put in at run time.
 */
@Singleton
public class Contract {
    private final ObjectNode document;

    Contract(ContractConfig config) {
        try (InputStream resource = Contract.class.getResourceAsStream(config.resource())) {
            document = (ObjectNode) new YAMLMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
    }

    /** The contract as committed. */
    public JsonNode document() {
        return document;
    }

    /** The contract with the addresses of this place. */
    ObjectNode localised(IdentityServer.Endpoints endpoints) {
        ObjectNode copy = document.deepCopy();
        copy.path("components")
                .path("securitySchemes")
                .path(ContractMerge.SECURITY_SCHEME)
                .path("flows")
                .forEach(flow -> {
                    ObjectNode addresses = (ObjectNode) flow;
                    addresses.put("tokenUrl", endpoints.token());
                    if (addresses.has("refreshUrl")) {
                        addresses.put("refreshUrl", endpoints.token());
                    }
                    if (addresses.has("authorizationUrl")) {
                        addresses.put("authorizationUrl", endpoints.authorization());
                    }
                });
        return copy;
    }
}
