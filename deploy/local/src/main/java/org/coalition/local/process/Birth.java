package org.coalition.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A process id with the moment its process was born: the id alone is handed to another process sooner or later. */
record Birth(long pid, String moment) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** Empty if there is no such process, or only its zombie. */
    static Optional<Birth> of(long pid) {
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return stat(pid).filter(Birth::notZombie).map(fields -> new Birth(pid, boot() + "/" + fields[START_TICKS]));
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new Birth(
                        pid, handle.info().startInstant().map(Object::toString).orElse("unknown")));
    }

    boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    boolean suspended() {
        return alive() && stat(pid).filter(fields -> fields[STATE].equals("T")).isPresent();
    }

    private static boolean notZombie(String[] fields) {
        return !fields[STATE].equals("Z") && !fields[STATE].equals("X");
    }

    /** The fields of /proc/pid/stat from the state on; the command before it may hold spaces and parentheses. */
    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(SPACES.split(line.substring(line.lastIndexOf(')') + 2)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException hidden) {
            return "boot";
        }
    }
}
