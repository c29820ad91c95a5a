package org.coalition.local.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.coalition.local.process.StackFailure;

/** Keeps two launchers from starting or stopping the same set at once; a killed launcher's lock is gone with it. */
final class WorkLock {
    private WorkLock() {}

    static void holding(Path data, Runnable work) {
        Path file = data.resolve("run").resolve("lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    throw new StackFailure(
                            "another launcher is starting or stopping this stack: wait until it is done");
                }
                work.run();
            }
        } catch (IOException e) {
            throw new StackFailure("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }
}
