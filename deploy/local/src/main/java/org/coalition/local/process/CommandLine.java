package org.coalition.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The arguments of other processes. */
final class CommandLine {
    private CommandLine() {}

    /** Empty if the process is gone or hidden from us. */
    static List<String> of(long pid) {
        try {
            return List.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1));
        } catch (IOException noProc) {
            return ProcessHandle.of(pid)
                    .map(ProcessHandle::info)
                    .map(info -> Stream.concat(
                                    info.command().stream(),
                                    Stream.of(info.arguments().orElse(new String[0])))
                            .toList())
                    .orElse(List.of());
        }
    }

    /** The oldest process with that argument: a server's children are younger and may repeat its command line. */
    static Optional<Running> find(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> of(process.pid()).contains(argument))
                .flatMap(process -> Birth.of(process.pid()).stream())
                .findFirst()
                .map(Running::new);
    }
}
