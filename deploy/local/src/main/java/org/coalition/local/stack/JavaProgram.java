package org.coalition.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coalition.local.process.Program;

/** Command lines of the Java processes of a set; each carries a mark by which it is found again. */
final class JavaProgram {
    private JavaProgram() {}

    static String mark(Stack stack, String name) {
        return "-Dcoalition.process=" + stack.data().resolve(name);
    }

    /** A class of the launcher's own class path. */
    static Program ofClass(Stack stack, String name, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = start(stack, name, options);
        command.addAll(List.of("-cp", stack.classpath(), main.getName()));
        command.addAll(arguments);
        return program(stack, name, command, Map.of());
    }

    static Program ofJar(Stack stack, String name, List<String> options, Path jar, Map<String, String> environment) {
        List<String> command = start(stack, name, options);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return program(stack, name, command, environment);
    }

    private static List<String> start(Stack stack, String name, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(stack.jdk().java().toString());
        command.add(mark(stack, name));
        // Without it a full heap leaves a process that answers nothing and does not end.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dcoalition.log.level=INFO");
        command.addAll(options);
        return command;
    }

    private static Program program(Stack stack, String name, List<String> command, Map<String, String> environment) {
        return new Program(
                command,
                environment,
                stack.data().resolve("work").resolve(name),
                stack.logs().resolve(name + ".log"));
    }
}
