package org.coalition.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What Kubernetes tells the pods of a service. */
record Cluster(Set<String> variables) {
    private static final Path BASE = Path.of("../kubernetes/base");
    private static final String ENVIRONMENT = "/spec/template/spec/containers/0/env";

    static Cluster of(String service) throws IOException {
        Set<String> variables = new TreeSet<>();
        for (String file : Set.of("pod.yaml", service + ".yaml")) {
            read(file)
                    .at(ENVIRONMENT)
                    .forEach(one -> variables.add(one.path("name").asText()));
        }
        read("kustomization.yaml")
                .at("/configMapGenerator/0/literals")
                .forEach(one -> variables.add(one.asText().replaceAll("=.*", "")));
        return new Cluster(variables);
    }

    /** The first document, which is the deployment. */
    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper().readTree(BASE.resolve(file).toFile());
    }
}
