package org.coalition.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Kubernetes tells the pods of a service.
 *
 * @param variables all that it is told, files included, by the names that variables have
 * @param secrets the settings that are files
 */
record Cluster(Set<String> variables, Set<String> secrets) {
    private static final Path BASE = Path.of("../kubernetes/base");
    private static final String ENVIRONMENT = "/spec/template/spec/containers/0/env";

    static Cluster of(String service) throws IOException {
        Set<String> variables = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        for (String file : Set.of("pod.yaml", service + ".yaml")) {
            JsonNode deployment = read(file);
            deployment
                    .at(ENVIRONMENT)
                    .forEach(one -> variables.add(one.path("name").asText()));
            for (JsonNode volume : deployment.at("/spec/template/spec/volumes")) {
                if (volume.path("name").asText().equals("secrets")) {
                    secrets.addAll(volume.findValuesAsText("path"));
                }
            }
        }
        read("kustomization.yaml")
                .at("/configMapGenerator/0/literals")
                .forEach(one -> variables.add(one.asText().replaceAll("=.*", "")));
        secrets.forEach(setting -> variables.add(Service.variable(setting)));
        return new Cluster(variables, secrets);
    }

    /** The first document, which is the deployment. */
    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper().readTree(BASE.resolve(file).toFile());
    }
}
