package org.coalition.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A user of Kafka and what it may do, as the manifests for the cluster's operator say: the rules stand there and nowhere else. */
public record KafkaUser(String name, List<AclBinding> rules) {
    private static final List<String> MANIFESTS = List.of("users.yaml", "partner-fr.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The name of a service's user. */
    static String of(String service) {
        return service.equals("gateway") ? service : service + "-service";
    }

    public static List<KafkaUser> all() {
        List<KafkaUser> users = new ArrayList<>();
        for (String manifest : MANIFESTS) {
            try (InputStream file = KafkaUser.class.getResourceAsStream("/kafka/" + manifest);
                    var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
                documents.forEachRemaining(document -> users.add(of(document)));
            } catch (IOException e) {
                throw new UncheckedIOException(manifest + " cannot be read", e);
            }
        }
        return users;
    }

    private static KafkaUser of(JsonNode document) {
        String name = document.at("/metadata/name").asText();
        List<AclBinding> rules = new ArrayList<>();
        for (JsonNode rule : document.at("/spec/authorization/acls")) {
            ResourcePattern resource = resource(rule.path("resource"));
            rule.path("operations")
                    .forEach(operation -> rules.add(new AclBinding(
                            resource,
                            new AccessControlEntry(
                                    "User:" + name,
                                    "*",
                                    AclOperation.valueOf(constant(operation.asText())),
                                    AclPermissionType.ALLOW))));
        }
        return new KafkaUser(name, rules);
    }

    private static ResourcePattern resource(JsonNode resource) {
        return new ResourcePattern(
                ResourceType.valueOf(constant(resource.required("type").asText())),
                resource.required("name").asText(),
                resource.path("patternType").asText().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL);
    }

    /** {@code transactionalId} is {@code TRANSACTIONAL_ID} to Kafka's own library. */
    private static String constant(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
