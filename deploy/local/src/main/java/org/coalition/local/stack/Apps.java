package org.coalition.local.stack;

import java.nio.file.Path;

/** The folders of the three packaged services, each with its {@code quarkus-run.jar}. */
public record Apps(Path meetings, Path initiatives, Path gateway) {
    private static final String JAR = "quarkus-run.jar";

    /** As Maven builds them below the root of the project. */
    public static Apps builtIn(Path root) {
        return new Apps(
                root.resolve("meetings-service/target/quarkus-app"),
                root.resolve("initiatives-service/target/quarkus-app"),
                root.resolve("gateway/target/quarkus-app"));
    }

    Path meetingsJar() {
        return meetings.resolve(JAR);
    }

    Path initiativesJar() {
        return initiatives.resolve(JAR);
    }

    Path gatewayJar() {
        return gateway.resolve(JAR);
    }
}
