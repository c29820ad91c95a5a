package org.coalition.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code make-secrets} makes. */
final class Secrets {
    private Secrets() {}

    static Path in(Path folder) throws IOException {
        Tool.Result made = Tool.run(Path.of(""), List.of("./make-secrets", folder.toString()));
        if (made.status() != 0) {
            throw new IOException(made.errors());
        }
        return folder;
    }
}
