package org.coalition.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The output of one process. */
public record LogFile(Path path) {
    private static final long LARGE = 20_000_000;
    private static final int TAIL = 200_000;
    private static final int SHOWN = 240;
    private static final Pattern FAULT =
            Pattern.compile("ERROR|FATAL|PANIC|Exception: |Caused by: |No space left on device|OutOfMemoryError");

    /** Called before a start: keeps one older file, so that logs do not fill the disk. */
    void rotate() {
        if (size() > LARGE) {
            try {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new StackFailure("cannot move " + path + ": " + e.getMessage(), e);
            }
        }
    }

    long size() {
        return path.toFile().length();
    }

    /** The last lines, at most as many as asked for. */
    public List<String> last(int count) {
        List<String> lines = after(Math.max(0, size() - TAIL));
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The line written after the given position that best says what went wrong, or the last one. */
    String reason(long position) {
        List<String> lines =
                after(position).stream().filter(line -> !line.isBlank()).toList();
        String found = lines.stream()
                .filter(line -> FAULT.matcher(line).find())
                .reduce((first, second) -> second.startsWith("Caused by: ") || first.isEmpty() ? second : first)
                .orElse(lines.isEmpty() ? "it wrote nothing" : lines.get(lines.size() - 1));
        return found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    }

    /** The lines written after a position, and nothing if the file has become shorter. */
    List<String> after(long position) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(position, file.length() - TAIL);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
