package org.coalition.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Remembers a process between two launchers: its id and its birth, so that another process with that id is never taken for it. */
record PidFile(Path path) {
    Optional<Running> read() {
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            Birth birth = new Birth(Long.parseLong(lines.get(0)), lines.get(1));
            return Optional.of(birth).filter(Birth::alive).map(Running::new);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    void write(Running running) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path draft = path.resolveSibling(path.getFileName() + ".draft");
            Files.write(
                    draft, List.of(Long.toString(running.pid()), running.birth().moment()));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StackFailure("cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
