package org.coalition.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.coalition.local.process.StackFailure;

/**
 * The certificates of a set: an authority of its own and one certificate for {@code localhost}, signed by it. They are made once, by
 * the JDK's keytool, and kept as PEM; the key of the authority is thrown away, for nothing else is to be signed.
 *
 * @param authority whom clients trust
 * @param chain the certificate of the servers, and the authority's
 * @param key its private key
 * @param whole key and chain in one file, as Kafka wants them
 */
record Certificates(Path authority, Path chain, Path key, Path whole) {
    private static final String PASSWORD = "COALITION_KEYTOOL";

    /** One at a time: Kafka and PostgreSQL start side by side. */
    static synchronized Certificates of(Stack stack) {
        Path folder = stack.secrets().resolve("tls");
        Certificates made = new Certificates(
                folder.resolve("ca.crt"),
                folder.resolve("server.crt"),
                folder.resolve("server.key"),
                folder.resolve("server.pem"));
        // Written last.
        if (!Files.exists(made.authority)) {
            made.create(stack.jdk().home().resolve("bin/keytool"));
        }
        return made;
    }

    private void create(Path keytool) {
        Path store = authority.resolveSibling("keys.p12");
        try {
            SecretFile.folder(store.getParent());
            Files.deleteIfExists(store);
            String password = RandomKey.fresh();
            keytool(
                    keytool,
                    store,
                    password,
                    "authority",
                    "CN=Coalition on one machine",
                    "bc:critical=ca:true",
                    "ku=keyCertSign");
            keytool(
                    keytool,
                    store,
                    password,
                    "server",
                    "CN=localhost",
                    "san=dns:localhost,ip:127.0.0.1",
                    "ku=digitalSignature");
            write(store, password.toCharArray());
            Files.delete(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure(
                    "the certificates in " + store.getParent() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static void keytool(
            Path keytool, Path store, String password, String alias, String name, String... extensions)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1"));
        command.addAll(List.of("-validity", "3650", "-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass:env", PASSWORD));
        if (!alias.equals("authority")) {
            command.addAll(List.of("-signer", "authority"));
        }
        for (String extension : extensions) {
            command.addAll(List.of("-ext", extension));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Not an argument, which everybody on the machine could read.
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(output.strip());
        }
    }

    private void write(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, password);
        }
        String secret = pem("PRIVATE KEY", keys.getKey("server", password).getEncoded());
        StringBuilder certificates = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain("server")) {
            certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        SecretFile.write(key, List.of(secret));
        SecretFile.write(chain, List.of(certificates.toString()));
        SecretFile.write(whole, List.of(secret + certificates));
        SecretFile.write(
                authority,
                List.of(pem("CERTIFICATE", keys.getCertificate("authority").getEncoded())));
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
