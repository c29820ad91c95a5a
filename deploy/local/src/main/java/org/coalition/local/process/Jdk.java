package org.coalition.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An installed Java: its folder and its version as its release file gives it. */
public record Jdk(Path home, String version) {
    /** The long-term versions that the services are tested with, best first. */
    private static final List<Integer> PREFERRED = List.of(25, 21, 17);

    private static final int OLDEST = 17;
    private static final Pattern RELEASE = Pattern.compile("(?m)^JAVA_VERSION=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    public Path java() {
        return home.resolve("bin/java");
    }

    public int feature() {
        return numbers(version).get(0);
    }

    /** The best Java of this machine for the services: 25, else 21, else 17, else the newest above 17. */
    public static Jdk best() {
        return best(places(System.getenv()))
                .orElseThrow(() -> new StackFailure(
                        "no Java 17 or newer found (looked at JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman and ~/.jdks): "
                                + "install a JDK 25, 21 or 17"));
    }

    static Optional<Jdk> best(Stream<Path> homes) {
        return homes.flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature() >= OLDEST)
                .max(Comparator.comparingInt(Jdk::rank).thenComparing(Jdk::version, Jdk::compareVersions));
    }

    /** The Java in that folder, if there is one that can be run. */
    public static Optional<Jdk> at(Path home) {
        try {
            Matcher release = RELEASE.matcher(Files.readString(home.resolve("release")));
            return release.find() && Files.isExecutable(home.resolve("bin/java"))
                    ? Optional.of(new Jdk(home, release.group(1)))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private int rank() {
        int place = PREFERRED.indexOf(feature());
        return place < 0 ? 0 : PREFERRED.size() - place;
    }

    private static int compareVersions(String first, String second) {
        return Arrays.compare(
                numbers(first).toArray(new Integer[0]), numbers(second).toArray(new Integer[0]));
    }

    private static List<Integer> numbers(String version) {
        return NUMBER.matcher(version)
                .results()
                .map(found -> Integer.valueOf(found.group()))
                .toList();
    }

    private static Stream<Path> places(Map<String, String> environment) {
        String user = System.getProperty("user.home");
        Stream<Path> named = Stream.of(environment.get("JAVA_HOME"), System.getProperty("java.home"))
                .filter(Objects::nonNull)
                .map(Path::of);
        Stream<Path> onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "java"))
                .flatMap(java -> homeOf(java).stream());
        Stream<Path> installed = Stream.of(
                        "/usr/lib/jvm",
                        "/usr/java",
                        "/opt",
                        "/opt/java",
                        user + "/.sdkman/candidates/java",
                        user + "/.jdks",
                        "/Library/Java/JavaVirtualMachines")
                .flatMap(folder -> children(Path.of(folder)))
                .flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")));
        return Stream.of(named, onPath, installed).flatMap(places -> places);
    }

    private static Optional<Path> homeOf(Path java) {
        try {
            return Optional.ofNullable(java.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Stream<Path> children(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? Stream.empty() : Arrays.stream(names).map(folder::resolve);
    }
}
