package org.coalition.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.local.process.Jdk;
import org.coalition.local.process.StackFailure;
import org.coalition.local.stack.Apps;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Component;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.Folders;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.Stack;

/**
 * This clone of the project as a running set: where its data are and what it runs. The processes run from copies in the data
 * folder, so that a build, or {@code mvn clean}, does not pull the files away under a running stack.
 */
final class Installation {
    private static final Path ROOT = Path.of(System.getProperty("coalition.root", "."));

    private final Stack stack;
    private final Apps built = Apps.builtIn(ROOT);
    private final Path launcher = ROOT.resolve("deploy/local/target");
    private final Path copies;

    private Installation(Stack stack) {
        this.stack = stack;
        this.copies = copies(stack.data());
    }

    /** As its data are. */
    static Installation of(Arguments arguments) {
        Path allData = Optional.ofNullable(System.getenv("COALITION_DATA"))
                .map(Path::of)
                .orElse(ROOT.resolve("deploy/local/data"))
                .toAbsolutePath()
                .normalize();
        Path data = allData.resolve("offset-" + arguments.portOffset());
        Path classes = copies(data).resolve("launcher");
        return new Installation(new Stack(
                data,
                allData.resolve("programs"),
                Ports.movedBy(arguments.portOffset()),
                jdk(),
                classes.resolve("lib") + "/*" + File.pathSeparator + classes.resolve("classes"),
                remembered(data)));
    }

    /** With what {@code up} is asked for, and with what its data have already, unless they are to go. */
    Installation asAskedFor(Arguments arguments) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        Stream.of(Feature.values()).filter(one -> arguments.has(one.option())).forEach(features::add);
        if (!arguments.has("--fresh")) {
            features.addAll(stack.features());
        }
        return new Installation(
                new Stack(stack.data(), stack.programs(), stack.ports(), stack.jdk(), stack.classpath(), features));
    }

    /** Writes down what it has, for the commands that come after. */
    void remember() {
        Path file = features(stack.data());
        try {
            Files.write(file, stack.features().stream().map(Feature::name).toList());
        } catch (IOException e) {
            throw new StackFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    boolean hasData() {
        return Files.exists(stack.data().resolve("postgresql"));
    }

    private static Set<Feature> remembered(Path data) {
        Path file = features(data);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Feature::valueOf).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path features(Path data) {
        return data.resolve("features");
    }

    private static Path copies(Path data) {
        return data.resolve("apps");
    }

    Stack stack() {
        return stack;
    }

    Coalition coalition() {
        return new Coalition(
                stack, new Apps(copies.resolve("meetings"), copies.resolve("initiatives"), copies.resolve("gateway")));
    }

    /** Brings the copies up to what is built, if they are not; a process that runs from an older copy is stopped first. */
    boolean refresh(Coalition coalition) {
        List<Component> own = List.of(coalition.kafka(), coalition.identity());
        // All of them, whatever the first ones say.
        return refresh(own, launcher.resolve("lib"), copies.resolve("launcher/lib"))
                | refresh(own, launcher.resolve("classes"), copies.resolve("launcher/classes"))
                | refresh(List.of(coalition.meetings()), built.meetings(), copies.resolve("meetings"))
                | refresh(List.of(coalition.initiatives()), built.initiatives(), copies.resolve("initiatives"))
                | refresh(List.of(coalition.gateway()), built.gateway(), copies.resolve("gateway"));
    }

    private static boolean refresh(List<Component> users, Path from, Path to) {
        Path stamp = to.resolveSibling(to.getFileName() + ".stamp");
        try {
            String present = fingerprint(from);
            if (Files.exists(stamp) && Files.readString(stamp).equals(present)) {
                return false;
            }
            users.forEach(Component::stop);
            Files.deleteIfExists(stamp);
            Folders.delete(to);
            Files.createDirectories(to);
            Folders.copy(from, to);
            Files.writeString(stamp, present);
            return true;
        } catch (IOException e) {
            throw new StackFailure("cannot copy " + from + " to " + to + ": " + e.getMessage(), e);
        }
    }

    private static String fingerprint(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new StackFailure(folder + " is missing: it is not built");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .map(file -> file.getName() + " " + file.length() + " " + file.lastModified())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Jdk jdk() {
        return Optional.ofNullable(System.getenv("COALITION_JDK"))
                .map(home -> Jdk.at(Path.of(home))
                        .orElseThrow(() -> new StackFailure("COALITION_JDK=" + home + " is no Java")))
                .orElseGet(Jdk::best);
    }
}
