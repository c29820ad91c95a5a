package org.coalition.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The recipe of an image. */
record Containerfile(Path file) {
    /** What hadolint does not like, its smallest remarks included. */
    List<String> findings() throws IOException {
        Tool.Result report = Tool.HADOLINT.run(
                "--no-fail", "--format=json", "--config=src/test/hadolint/hadolint.yaml", file.toString());
        if (report.status() != 0) {
            throw new IOException("hadolint does not report on " + file + ": " + report.errors());
        }
        return StreamSupport.stream(new ObjectMapper().readTree(report.output()).spliterator(), false)
                .map(one -> one.path("code").asText() + " at line "
                        + one.path("line").asText() + ": " + one.path("message").asText())
                .toList();
    }

    /** What an instruction says, wherever it stands in the last stage, which is the image. */
    List<String> inTheImage(String instruction) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
        return Pattern.compile("(?m)^" + instruction + " (.*)$")
                .matcher(text.substring(text.lastIndexOf("\nFROM ")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The images that it begins with, other than its own stages. */
    List<String> bases() throws IOException {
        return Pattern.compile("(?m)^FROM (\\S+/\\S+)")
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
