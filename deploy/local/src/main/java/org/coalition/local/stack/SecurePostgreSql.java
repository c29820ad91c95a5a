package org.coalition.local.stack;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A PostgreSQL that lets nobody in without TLS. */
final class SecurePostgreSql {
    private final Certificates certificates;

    SecurePostgreSql(Stack stack) {
        this.certificates = Certificates.of(stack);
    }

    /** Puts what it needs into its own folder: it takes no key that belongs to another user. */
    List<String> prepare(Path files) throws IOException {
        Path rules =
                Files.writeString(files.resolve("pg_hba_tls.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        Path key = files.resolve("server.key");
        Files.copy(certificates.key(), key, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Path chain = Files.copy(certificates.chain(), files.resolve("server.crt"), StandardCopyOption.REPLACE_EXISTING);
        return List.of("-chba_file=" + rules, "-cssl=on", "-cssl_key_file=" + key, "-cssl_cert_file=" + chain);
    }

    /** What an address of it has at its end: the client makes sure that it talks to this server and no other. */
    String parameters() {
        return "?sslmode=verify-full&sslrootcert="
                + URLEncoder.encode(certificates.authority().toString(), StandardCharsets.UTF_8);
    }
}
